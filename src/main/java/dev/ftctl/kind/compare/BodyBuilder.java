package dev.ftctl.kind.compare;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.ItemKeys;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Ids;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Makes what a body holds: the live object overlaid by the manifest, since the API replaces nested
/// objects and lists whole. It collects what stands against that. Used once, by one thread.
final class BodyBuilder {

  private final Ids ids;
  private final List<FieldPath> masked = new ArrayList<>();
  private final List<SecretsDue.Held> secrets = new ArrayList<>();
  private final List<Address> missing = new ArrayList<>();

  BodyBuilder(Ids ids) {
    this.ids = ids;
  }

  /// Live secrets that the body would need and no manifest supplies.
  List<FieldPath> masked() {
    return masked;
  }

  /// Secrets that the body holds.
  List<SecretsDue.Held> secrets() {
    return secrets;
  }

  /// Referred to, but not in the account yet.
  List<Address> missing() {
    return missing;
  }

  static boolean isSent(Field field) {
    return !field.is(Trait.READ_ONLY)
        && !field.is(Trait.LOCAL)
        && !(field.shape() instanceof Shape.RoleMap)
        && !(field.shape() instanceof Shape.Hoisted);
  }

  /// An object by API names: what the manifest says of it, and what else the live one holds.
  Value.Mapping object(FieldTable table, FieldPath path, Value.Mapping wanted, Value.Mapping live) {
    var body = new LinkedHashMap<String, Value>();
    var known = new LinkedHashMap<String, Field>();
    table.all().forEach(field -> known.put(field.apiName(), field));
    live.entries()
        .forEach((apiName, there) -> {
          Field field = known.getOrDefault(apiName, Field.of(apiName, new Shape.Free()));
          if (isSent(field) && wanted.get(field.name()).isAbsent() && !there.isBlank()) {
            keep(body, apiName, path.then(field.name()), there);
          }
        });
    for (Field field : FieldWalk.named(table, wanted)) {
      if (isSent(field)) {
        Value value = wanted.get(field.name());
        body.put(
            field.apiName(),
            value(field, path.then(field.name()), value, live.get(field.apiName())));
      }
    }
    return Value.Mapping.of(body);
  }

  Value value(Field field, FieldPath path, Value wanted, Value live) {
    boolean isObject = wanted instanceof Value.Mapping mapping && !mapping.entries().isEmpty();
    if (wanted.isBlank() && !isObject) {
      return field.shape() instanceof Shape.ItemsOf list && list.isMerged() && !live.isBlank()
          ? items(list, path, List.of(), Shape.elements(live))
          : wanted;
    }
    if (wanted instanceof Value.Secret || field.is(Trait.SECRET)) {
      secrets.add(new SecretsDue.Held(path, wanted));
      return wanted;
    }
    return switch (wanted) {
      case Value.Reference reference -> id(reference);
      case Value.Mapping mapping when field.shape() instanceof Shape.Nested nested ->
          object(nested.table(), path, mapping, mapping(live));
      case Value.Mapping mapping -> object(FieldTable.of().open(), path, mapping, mapping(live));
      case Value.Items list when field.shape() instanceof Shape.ItemsOf items ->
          items(items, path, MergedItems.wanted(items, list), Shape.elements(live));
      case Value.Items list when field.shape() instanceof Shape.SetOf -> ids(list);
      case Value.Items list -> list;
      case Value.Text text -> text;
      case Value.Num number -> number;
      case Value.Bool bool -> bool;
      case Value.Secret secret -> secret;
      case Value.Null nothing -> nothing;
      case Value.Absent absent -> absent;
    };
  }

  private void keep(
      LinkedHashMap<String, Value> body, String apiName, FieldPath path, Value there) {
    if (SameValue.isMasked(there)) {
      masked.add(path);
    } else {
      body.put(apiName, there);
    }
  }

  private Value items(Shape.ItemsOf shape, FieldPath path, List<Value> wanted, List<Value> live) {
    var key = ItemKeys.common(shape.keys(), wanted, live);
    var items = new ArrayList<Value>();
    for (int index = 0; index < wanted.size(); index++) {
      Value item = wanted.get(index);
      String name = key.map(by -> ItemKeys.textOf(item, by)).orElse(Integer.toString(index + 1));
      Value.Mapping there =
          key.map(by -> ItemKeys.find(live, by, name)).orElse(Value.Mapping.EMPTY);
      items.add(
          item instanceof Value.Mapping mapping
              ? object(shape.table(), path.then(name), mapping, there)
              : item);
    }
    items.addAll(MergedItems.removals(shape, wanted, live));
    return Value.items(items);
  }

  private Value ids(Value.Items list) {
    return list.items().stream().noneMatch(Value.Reference.class::isInstance)
        ? list
        : Value.items(
            list.items().stream()
                .map(item -> item instanceof Value.Reference reference ? id(reference) : item)
                .toList());
  }

  private Value id(Value.Reference reference) {
    return ids.find(reference.target())
        .map(id -> Value.text(id.value()))
        .orElseGet(() -> {
          missing.add(reference.target());
          return Value.nothing();
        });
  }

  private static Value.Mapping mapping(Value value) {
    return value instanceof Value.Mapping mapping ? mapping : Value.Mapping.EMPTY;
  }
}
