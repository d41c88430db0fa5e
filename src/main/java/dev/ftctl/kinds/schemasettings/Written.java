package dev.ftctl.kinds.schemasettings;

import java.util.List;
import java.util.SequencedMap;

/// Where a wish stands in the manifest, which may have it below a pattern.
///
/// @param above the keys that lead there
/// @param wishes of that place, by key
/// @param name that it was resolved to
record Written(
    List<String> above,
    SequencedMap<String, WantedElement> wishes,
    String name,
    WantedElement wish) {

  /// The keys that lead to the wish, its own last.
  List<String> path() {
    return SchemaPatch.plus(above, key());
  }

  /// By identity: two keys may hold equal wishes at different places.
  @SuppressWarnings("ReferenceEquality")
  private String key() {
    return wishes.containsKey(name)
        ? name
        : wishes.entrySet().stream()
            .filter(entry -> entry.getValue() == wish)
            .map(java.util.Map.Entry::getKey)
            .findFirst()
            .orElse(name);
  }
}
