package dev.ftctl.yaml.edit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The values of a file by where they begin. Made when first asked for.
final class SpotIndex {

  private final List<Spot> documents;
  private final Map<Long, Spot> byPlace = new HashMap<>();

  SpotIndex(List<Spot> documents) {
    this.documents = documents;
  }

  /// Counted from 1; of a mapping in a block, its first key.
  Optional<Spot> at(int line, int column) {
    if (byPlace.isEmpty()) {
      documents.forEach(this::index);
    }
    return Optional.ofNullable(byPlace.get(place(line, column)));
  }

  private void index(Spot spot) {
    if (spot.isAlias()) {
      return;
    }
    spot.node()
        .getStartMark()
        .ifPresent(
            mark -> byPlace.putIfAbsent(place(mark.getLine() + 1, mark.getColumn() + 1), spot));
    spot.keys().forEach(key -> index(spot.get(key).orElseThrow()));
    spot.items().forEach(this::index);
  }

  private static long place(int line, int column) {
    return ((long) line << Integer.SIZE) + column;
  }
}
