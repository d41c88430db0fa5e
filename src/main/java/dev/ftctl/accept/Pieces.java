package dev.ftctl.accept;

import dev.ftctl.export.Spoken;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.edit.EditedFile;
import dev.ftctl.yaml.edit.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Lists and mappings that are made others where they stand, piece by piece, so that the comments
/// between the pieces stay.
///
/// @param added takes what joins a mapping
record Pieces(EditedFile file, BiConsumer<Spot, Map<String, Value>> added) {

  /// Tells whether all of it could be made.
  boolean set(Spot spot, Value value) {
    if (spot.isMapping() && !spot.isShared() && value instanceof Value.Mapping mapping) {
      return mapping(spot, mapping);
    }
    if (spot.isSequence() && !spot.isShared() && value instanceof Value.Items items) {
      return list(spot, items.items());
    }
    boolean isThere = spot.scalar().filter(Spoken.plain(value).asText()::equals).isPresent();
    return isThere || file.set(spot, value);
  }

  private boolean mapping(Spot spot, Value.Mapping wanted) {
    boolean isWhole = true;
    for (String key : spot.keys()) {
      Spot there = spot.get(key).orElseThrow();
      Value value = wanted.get(key);
      isWhole &= value.isAbsent() ? file.remove(spot, key) : set(there, value);
    }
    for (var entry : wanted.entries().entrySet()) {
      if (spot.get(entry.getKey()).isEmpty()) {
        added.accept(spot, Map.of(entry.getKey(), entry.getValue()));
      }
    }
    return isWhole;
  }

  /// Item by item, in their order.
  private boolean list(Spot list, List<Value> wanted) {
    List<Spot> there = list.items();
    int both = Math.min(there.size(), wanted.size());
    boolean isWhole = true;
    for (int i = 0; i < both; i++) {
      isWhole &= set(there.get(i), wanted.get(i));
    }
    for (int i = both; i < there.size(); i++) {
      isWhole &= file.drop(list, i);
    }
    for (Value item : wanted.subList(both, wanted.size())) {
      isWhole &= file.add(list, item);
    }
    return isWhole;
  }

  /// A set of plain values. What comes stands in the place of what goes, where a list has lines for
  /// its items.
  ///
  /// @param gone by their places in the list
  boolean items(Spot list, List<Integer> gone, List<Value> more) {
    List<Spot> there = list.items();
    if (file.isInOneLine(list)) {
      var kept = new ArrayList<>(there);
      gone.forEach(at -> kept.remove(there.get(at)));
      file.keep(list, kept, more);
      return true;
    }
    // A block can't be without an item while another one comes.
    boolean isEmptied = gone.size() == there.size() && !gone.isEmpty() && !more.isEmpty();
    boolean isWhole = !isEmptied || file.set(there.getFirst(), more.getFirst());
    for (int at : isEmptied ? gone.subList(1, gone.size()) : gone) {
      isWhole &= file.drop(list, at);
    }
    for (Value item : isEmptied ? more.subList(1, more.size()) : more) {
      isWhole &= file.add(list, item);
    }
    return isWhole;
  }
}
