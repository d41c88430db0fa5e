package dev.ftctl.kind.compare;

import dev.ftctl.kind.table.ItemKeys;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is particular to lists that the API merges by the key of their items: leaving an item out
/// keeps it. It goes when it is sent with its key, and null for all else (fivetran-quirks Q34).
final class MergedItems {

  private MergedItems() {}

  /// The items that shall be there. Of a merged list a manifest may write the removal itself
  /// (`value: null`), which says the same as leaving the item out.
  static List<Value> wanted(Shape.ItemsOf shape, Value list) {
    return Shape.elements(list).stream()
        .filter(item -> !shape.isMerged() || !isRemoval(shape, item))
        .toList();
  }

  /// What is sent beside the wanted items, so that those go that only the account has.
  static List<Value> removals(Shape.ItemsOf shape, List<Value> wanted, List<Value> live) {
    Optional<String> key =
        shape.isMerged() ? ItemKeys.common(shape.keys(), wanted, live) : Optional.empty();
    return key.map(by -> removals(shape, by, wanted, live)).orElse(List.of());
  }

  private static List<Value> removals(
      Shape.ItemsOf shape, String key, List<Value> wanted, List<Value> live) {
    Set<String> named =
        wanted.stream().map(item -> ItemKeys.textOf(item, key)).collect(Collectors.toSet());
    return live.stream()
        .map(item -> ItemKeys.textOf(item, key))
        .filter(name -> !named.contains(name))
        .map(name -> removal(shape, key, name))
        .toList();
  }

  private static Value removal(Shape.ItemsOf shape, String key, String name) {
    var item = new LinkedHashMap<String, Value>();
    item.put(key, Value.text(name));
    shape.table().all().stream()
        .filter(field -> !field.name().equals(key) && BodyBuilder.isSent(field))
        .forEach(field -> item.put(field.apiName(), Value.nothing()));
    return Value.Mapping.of(item);
  }

  private static boolean isRemoval(Shape.ItemsOf shape, Value item) {
    if (!(item instanceof Value.Mapping mapping)) {
      return false;
    }
    List<Value> rest =
        mapping.entries().entrySet().stream()
            .filter(entry -> !shape.keys().contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    return !rest.isEmpty() && rest.stream().allMatch(Value::isBlank);
  }
}
