package dev.ftctl.export.terraform;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// `config` and `auth` of what has a service: without what nobody set, under the API's names, and
/// with nothing in clear that looks like a secret where no catalogue tells.
///
/// @param into tells what is left out
/// @param sketch that takes them
record Config(Sketches into, Instance instance, Sketch sketch) {

  private static final Pattern SECRET =
      Pattern.compile(
          ".*(password|passwd|passphrase|pwd|secret|token|private_key|api_key|apikey|access_key"
              + "|credential|auth_key|client_key|cert|connection_string|sas).*");

  /// What names a connection, which its schema name tells.
  private static final Set<String> NAMES =
      Set.of("schema", "schema_prefix", "table", "table_group_name");

  void take(String block, Value said) {
    Value.Mapping whole = unwrapped(said);
    if (whole.isBlank()) {
      return;
    }
    FieldTable service =
        into.kinds().ofSlug(sketch.slug()).definition().fields(Value.Mapping.of(sketch.fields));
    Value told = value(service.field(block), whole, block);
    if (told instanceof Value.Mapping fields && !fields.isBlank()) {
      Map<String, Value> all = new LinkedHashMap<>();
      if (sketch.fields.get(block) instanceof Value.Mapping before) {
        all.putAll(before.entries());
      }
      all.putAll(fields.entries());
      sketch.fields.put(block, Value.Mapping.of(all));
    }
  }

  /// A block is a list of one in older states; an attribute of any type says its type beside its
  /// value.
  static Value.Mapping unwrapped(Value said) {
    Value one =
        said instanceof Value.Items list && list.items().size() == 1
            ? list.items().getFirst()
            : said;
    if (!(one instanceof Value.Mapping whole)) {
      return Value.Mapping.EMPTY;
    }
    boolean isTyped =
        whole.entries().keySet().equals(Set.of("value", "type"))
            && whole.get("value") instanceof Value.Mapping;
    return isTyped ? whole.mapping("value") : whole;
  }

  private Value value(Optional<Field> field, Value value, String path) {
    return field.map(known -> shaped(known.shape(), open(known, value), path)).orElse(value);
  }

  /// A mark hides nothing where everybody knows the few texts that there are; other fields may go
  /// by which of them it is.
  private static Value open(Field field, Value value) {
    return !field.is(Field.Trait.SECRET)
            && field.shape() instanceof Shape.OneOf choice
            && value instanceof Value.Secret secret
        ? secret
            .source()
            .reveal()
            .filter(text -> choice.members().stream().anyMatch(text::equalsIgnoreCase))
            .<Value>map(Value::text)
            .orElse(value)
        : value;
  }

  private Value shaped(Shape shape, Value value, String path) {
    if (shape instanceof Shape.Nested nested) {
      return fields(nested.table(), unwrapped(value), path);
    }
    if (shape instanceof Shape.ItemsOf items) {
      return Value.items(
          Shape.elements(value).stream()
              .map(item ->
                  item instanceof Value.Mapping one
                      ? fields(items.table(), told(items, one), path)
                      : item)
              .toList());
    }
    return shape instanceof Shape.Free ? guarded(value, path) : value;
  }

  /// A state marks such lists as a whole; what tells their items apart no place holder can say.
  private static Value.Mapping told(Shape.ItemsOf items, Value.Mapping item) {
    Value.Mapping told = item;
    for (String key : items.keys()) {
      boolean isPlain =
          items.table().field(key).filter(field -> !field.is(Field.Trait.SECRET)).isPresent();
      if (isPlain && item.get(key) instanceof Value.Secret secret) {
        told = told.with(key, Value.text(secret.source().reveal().orElse("")));
      }
    }
    return told;
  }

  private Value.Mapping fields(FieldTable table, Value.Mapping said, String path) {
    Map<String, Value> known = new LinkedHashMap<>();
    said.entries()
        .forEach((written, value) -> {
          String name = meant(table, written);
          Optional<Field> field = table.meant(name);
          boolean isName = path.equals("config") && NAMES.contains(written);
          if (value.isBlank() || isName && sketch.slug().equals(Sketch.CONNECTOR)) {
            return;
          }
          if (field.isEmpty()) {
            into.carried()
                .note(
                    instance,
                    path + "." + written + " is no field that this version knows, and left out");
          } else {
            known.put(field.get().apiName(), value(field, value, path + "." + name));
          }
        });
    return Value.Mapping.of(known);
  }

  /// Where two services mean different things by a name, the provider adds that of the service.
  private String meant(FieldTable table, String written) {
    String suffix = "_" + sketch.text("service");
    boolean isLonger = table.meant(written).isEmpty() && written.endsWith(suffix);
    return isLonger ? written.substring(0, written.length() - suffix.length()) : written;
  }

  /// Of what no catalogue describes only names tell what is secret.
  private static Value guarded(Value value, String path) {
    return switch (value) {
      case Value.Mapping mapping -> {
        Map<String, Value> inside = new LinkedHashMap<>();
        mapping
            .entries()
            .forEach((key, one) -> {
              if (!one.isBlank()) {
                inside.put(key, guarded(one, path + "." + key));
              }
            });
        yield Value.Mapping.of(inside);
      }
      case Value.Items items -> {
        List<Value> inside = new ArrayList<>();
        items.items().forEach(item -> inside.add(guarded(item, path)));
        yield Value.items(inside);
      }
      case Value.Text text -> isSecret(path) ? Marks.secret(text) : text;
      case Value.Absent plain -> plain;
      case Value.Null plain -> plain;
      case Value.Num plain -> plain;
      case Value.Bool plain -> plain;
      case Value.Reference plain -> plain;
      case Value.Secret plain -> plain;
    };
  }

  private static boolean isSecret(String path) {
    return path.startsWith("auth")
        || SECRET.matcher(path.substring(path.indexOf('.') + 1).toLowerCase(Locale.ROOT)).matches();
  }
}
