package dev.ftctl.sandbox.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ftctl.catalog.FieldFacts;
import java.util.LinkedHashMap;

/// The few lists that are not replaced by what is sent (docs/decisions/064): an item takes the
/// place of the stored one with its key or comes behind them, and one that holds nothing but the
/// key takes the stored one away. What isn't sent stays.
final class MergedLists {

  private MergedLists() {}

  /// @param stored missing where there is none yet
  /// @param sent in its stored form, without the members that were null
  static ArrayNode merged(FieldFacts field, JsonNode stored, JsonNode sent) {
    var key = field.itemKeys().getFirst();
    var items = new LinkedHashMap<String, JsonNode>();
    stored.forEach(item -> items.put(item.path(key).asText(), item));
    for (var item : sent) {
      var name = item.path(key);
      if (FieldRules.isNothing(name)) {
        throw FieldRules.refusal();
      }
      var isEmpty =
          item.properties().stream()
              .allMatch(each -> each.getKey().equals(key) || FieldRules.isNothing(each.getValue()));
      if (isEmpty) {
        items.remove(name.asText());
      } else {
        items.put(name.asText(), item);
      }
    }
    return JsonNodeFactory.instance.arrayNode().addAll(items.values());
  }
}
