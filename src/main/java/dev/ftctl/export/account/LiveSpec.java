package dev.ftctl.export.account;

import dev.ftctl.export.Spoken;
import dev.ftctl.kind.Facets.Exported;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.facet.TakenOver;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Mask;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The `spec` of one live object, by its kind's table: names for ids, place holders for what is
/// masked, nothing that only answers hold.
final class LiveSpec {

  /// Whether memberships that are not named stay; where one can't be named, they must.
  private static final String MODE = "membership";

  private final KindDefinition definition;
  private final Address document;
  private final Surroundings around;
  private final Hidden hidden;
  private final boolean isFull;
  private boolean isPartial;

  /// A field of another object's that this one is to have nothing of; empty for none.
  private String declined = "";

  LiveSpec(
      KindDefinition definition,
      Address document,
      Surroundings around,
      Hidden hidden,
      boolean isFull) {
    this.definition = definition;
    this.document = document;
    this.around = around;
    this.hidden = hidden;
    this.isFull = isFull;
  }

  Value.Mapping of(Live live) {
    Optional<Exported> facet = definition.exported();
    Value.Mapping fields = facet.map(it -> it.sent(live, isFull)).orElse(live.fields());
    Value.Mapping defaults = facet.map(it -> it.defaults(fields)).orElse(Value.Mapping.EMPTY);
    FieldTable table = definition.fields(fields);
    declined =
        facet
            .flatMap(Exported::takenOver)
            .filter(taken -> isDeclined(taken, fields))
            .map(TakenOver::field)
            .orElse("");
    Value.Mapping spec = mapping(table, fields, defaults, FieldPath.ROOT);
    return isPartial && table.field(MODE).isPresent()
        ? spec.with(MODE, Value.text("additive"))
        : spec;
  }

  private boolean isDeclined(TakenOver taken, Value.Mapping fields) {
    return around
        .find(taken.from(), fields.text(taken.by()))
        .filter(other -> taken.isDeclined(fields, other.fields()))
        .isPresent();
  }

  private Value.Mapping mapping(
      FieldTable table, Value.Mapping live, Value.Mapping defaults, FieldPath path) {
    Map<String, Value> said = new LinkedHashMap<>();
    for (Field field : table.all()) {
      Value value = live.get(field.apiName());
      boolean isDefault = isDefault(value, defaults.get(field.name()));
      if (isWritten(field) && !value.isBlank() && (isFull || !isDefault)) {
        Value written =
            field(field, value, defaults.mapping(field.name()), path.then(field.name()));
        if (!written.isBlank()) {
          put(table, field, written, said);
        }
      } else if (path.equals(FieldPath.ROOT) && field.apiName().equals(declined)) {
        put(table, field, Value.nothing(), said);
      }
    }
    return Value.Mapping.of(said);
  }

  /// What a document of many instances names by a list has one item here.
  private static void put(FieldTable table, Field field, Value value, Map<String, Value> into) {
    boolean isFannedOut = !table.fanOut().isEmpty() && field.apiName().equals("group_id");
    if (isFannedOut) {
      into.put(table.fanOut(), Value.items(List.of(value)));
    } else {
      into.put(field.shortName().isEmpty() ? field.name() : field.shortName(), value);
    }
  }

  private static boolean isWritten(Field field) {
    return !field.is(Trait.READ_ONLY) && !field.is(Trait.LOCAL);
  }

  private static boolean isDefault(Value value, Value usual) {
    return !usual.isAbsent()
        && !(usual instanceof Value.Mapping)
        && folded(value.asText()).equals(folded(usual.asText()));
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private Value field(Field field, Value value, Value.Mapping defaults, FieldPath path) {
    if (field.is(Trait.SECRET) && !(field.shape() instanceof Shape.Nested)) {
      return secret(value, path);
    }
    if (isConfidential(path)) {
      return hidden.put(document, path, known(value));
    }
    return shaped(field.shape(), value, defaults, path);
  }

  /// A list of secrets has as many as are masked.
  private Value secret(Value value, FieldPath path) {
    return value instanceof Value.Items items
        ? Value.items(items.items().stream().map(item -> secret(item, path)).toList())
        : hidden.put(document, path, known(value));
  }

  /// The text, where it is told: an account shows a mask, a state of Terraform has it.
  private static Optional<String> known(Value value) {
    return value instanceof Value.Secret secret
        ? secret.source().reveal()
        : Optional.of(value.asText()).filter(text -> !text.isEmpty() && !Mask.is(text));
  }

  private Value shaped(Shape shape, Value value, Value.Mapping defaults, FieldPath path) {
    if (value instanceof Value.Secret || Mask.is(value.asText())) {
      return hidden.put(document, path, known(value));
    }
    return switch (shape) {
      case Shape.TextShape text -> Value.text(value.asText());
      case Shape.OneOf choice -> Value.text(value.asText());
      case Shape.RoleName role -> Value.text(value.asText());
      case Shape.IntegerShape integer -> Scalars.number(value);
      case Shape.NumberShape number -> Scalars.number(value);
      case Shape.OneOfNumbers number -> Scalars.number(value);
      case Shape.BooleanShape bool -> Scalars.bool(value);
      case Shape.SetOf set -> set(set, value, path);
      case Shape.Ref ref -> reference(ref, value);
      case Shape.RoleMap roles -> roles(roles, value);
      case Shape.Nested nested -> nested(nested, value, defaults, path);
      case Shape.ItemsOf items -> items(items, value, path);
      case Shape.Tree tree -> SettingsTree.of(tree.element(), value);
      case Shape.Free free -> free(value, path);
      case Shape.Hoisted hoisted -> Value.ABSENT;
    };
  }

  /// Sorted, since the API keeps no order (fivetran-quirks Q32).
  private Value set(Shape.SetOf set, Value value, FieldPath path) {
    return Value.items(
        Shape.elements(value).stream()
            .map(item -> shaped(set.item(), item, Value.Mapping.EMPTY, path))
            .sorted(Comparator.comparing(LiveSpec::sortKey))
            .toList());
  }

  private static String sortKey(Value value) {
    return value instanceof Value.Reference reference
        ? reference.target().toString()
        : value.asText();
  }

  /// By its id where nothing tells a name.
  private Value reference(Shape.Ref ref, Value id) {
    return around
        .label(ref.slug(), id.asText())
        .<Value>map(target -> new Value.Reference(target, Origin.LIVE))
        .orElseGet(() -> Value.text(id.asText()));
  }

  private Value roles(Shape.RoleMap shape, Value value) {
    Map<String, Value> roles = new TreeMap<>();
    if (value instanceof Value.Mapping members) {
      members
          .entries()
          .forEach((id, role) -> {
            Optional<Address> target = around.label(shape.slug(), id);
            target.ifPresent(it -> roles.put(Spoken.reference(it), role));
            isPartial |= target.isEmpty();
          });
    }
    return Value.Mapping.of(roles);
  }

  private Value nested(Shape.Nested nested, Value value, Value.Mapping defaults, FieldPath path) {
    return value instanceof Value.Mapping live
        ? mapping(nested.table(), live, defaults, path)
        : Value.ABSENT;
  }

  /// Sorted by what tells them apart.
  private Value items(Shape.ItemsOf shape, Value value, FieldPath path) {
    return Value.items(
        Shape.elements(value).stream()
            .sorted(Comparator.comparing(item -> key(shape, item)))
            .map(item -> item(shape, item, path))
            .filter(item -> !item.isBlank())
            .toList());
  }

  private static String key(Shape.ItemsOf shape, Value item) {
    return item instanceof Value.Mapping live
        ? shape.keys().stream()
            .map(live::text)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("")
        : "";
  }

  private Value item(Shape.ItemsOf shape, Value item, FieldPath path) {
    if (!(item instanceof Value.Mapping live)) {
      return Value.ABSENT;
    }
    String key = key(shape, item);
    Value.Mapping said =
        mapping(shape.table(), live, Value.Mapping.EMPTY, key.isEmpty() ? path : path.then(key));
    Map<String, Value> keysFirst = new LinkedHashMap<>();
    shape.keys().stream()
        .filter(name -> !said.get(name).isAbsent())
        .forEach(name -> keysFirst.put(name, said.get(name)));
    said.entries().forEach(keysFirst::putIfAbsent);
    return Value.Mapping.of(keysFirst);
  }

  private boolean isConfidential(FieldPath path) {
    return definition.exported().filter(facet -> facet.isConfidential(path)).isPresent();
  }

  private Value free(Value value, FieldPath path) {
    if (isConfidential(path)) {
      return hidden.put(document, path, known(value));
    }
    return switch (value) {
      case Value.Mapping mapping -> {
        Map<String, Value> said = new LinkedHashMap<>();
        mapping
            .entries()
            .forEach((key, inside) -> {
              if (!inside.isBlank()) {
                said.put(key, free(inside, path.then(key)));
              }
            });
        yield Value.Mapping.of(said);
      }
      case Value.Items items ->
          Value.items(items.items().stream().map(item -> free(item, path)).toList());
      case Value.Text text ->
          Mask.is(text.text()) ? hidden.put(document, path, Optional.empty()) : text;
      case Value.Num number -> number;
      case Value.Bool bool -> bool;
      case Value.Null nothing -> nothing;
      case Value.Absent absent -> absent;
      case Value.Reference reference -> reference;
      case Value.Secret secret -> hidden.put(document, path, known(secret));
    };
  }
}
