package dev.ftctl.kind.table;

import dev.ftctl.model.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// How the items of a list of objects are told apart (fivetran-quirks Q33, Q35).
public final class ItemKeys {

  private ItemKeys() {}

  /// The first of the keys that every item of both lists has, each item another; empty when there
  /// is none such.
  public static Optional<String> common(List<String> keys, List<Value> wanted, List<Value> live) {
    return keys.stream()
        .filter(key -> identifies(key, wanted) && identifies(key, live))
        .findFirst();
  }

  /// The item with this key, an empty mapping when there is none.
  public static Value.Mapping find(List<Value> items, String key, String text) {
    return items.stream()
        .filter(item -> textOf(item, key).equals(text))
        .map(Value.Mapping.class::cast)
        .findFirst()
        .orElse(Value.Mapping.EMPTY);
  }

  public static String textOf(Value item, String key) {
    return item instanceof Value.Mapping mapping ? mapping.text(key) : "";
  }

  private static boolean identifies(String key, List<Value> items) {
    var seen = new HashSet<String>();
    return items.stream()
        .map(item -> textOf(item, key))
        .allMatch(text -> !text.isEmpty() && seen.add(text));
  }
}
