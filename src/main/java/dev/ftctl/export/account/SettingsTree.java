package dev.ftctl.export.account;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// A tree of free names, such as that of schemas, tables and columns: what its table lets be set,
/// in the order of the names, since answers have none that stays.
final class SettingsTree {

  private static final Value.Mapping ON = Value.Mapping.EMPTY.with("enabled", Value.bool(true));

  private SettingsTree() {}

  /// A mapping by name; a list of names where all that is said is that they are on.
  static Value of(FieldTable element, Value tree) {
    Map<String, Value> said = new TreeMap<>();
    if (tree instanceof Value.Mapping mapping) {
      mapping
          .entries()
          .forEach((name, value) -> {
            Value.Mapping members = members(element, value);
            if (!members.entries().isEmpty()) {
              said.put(name, members);
            }
          });
    }
    return said.size() > 1 && said.values().stream().allMatch(ON::equals)
        ? Value.items(said.keySet().stream().map(Value::text).toList())
        : Value.Mapping.of(said);
  }

  private static Value.Mapping members(FieldTable element, Value value) {
    Map<String, Value> said = new LinkedHashMap<>();
    if (value instanceof Value.Mapping live) {
      for (Field field : element.all()) {
        Value member = live.get(field.name());
        if (!field.is(Trait.LOCAL) && !member.isAbsent() && !(member instanceof Value.Null)) {
          put(field, member, said);
        }
      }
    }
    return Value.Mapping.of(said);
  }

  private static void put(Field field, Value member, Map<String, Value> into) {
    Value said = field.shape() instanceof Shape.Tree below ? of(below.element(), member) : member;
    if (!said.isBlank()) {
      into.put(field.name(), said);
    }
  }
}
