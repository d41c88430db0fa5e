package dev.ftctl.generate;

import dev.ftctl.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Where dbt looks for what is not a property of its own.
public enum Style {
  /// dbt 1.x: `freshness`, `meta` and `loaded_at_field` stand beside the name.
  TOP,
  /// dbt 1.10 and 2: they stand in `config`.
  CONFIG;

  static final String CONFIG_KEY = "config";

  /// What of an entry has a place that depends on this.
  private static final List<String> MOVED =
      List.of("freshness", "loaded_at_field", "loaded_at_query", "meta");

  /// The style of an entry that stands; empty where it holds nothing that tells.
  static Optional<Style> of(Spots entry) {
    Spots config = entry.at(CONFIG_KEY);
    if (MOVED.stream().anyMatch(config::has)) {
      return Optional.of(CONFIG);
    }
    return MOVED.stream().anyMatch(entry::has) ? Optional.of(TOP) : Optional.empty();
  }

  /// Members of an entry at their place.
  Value.Mapping placed(SequencedMap<String, Value> plain, SequencedMap<String, Value> moved) {
    Map<String, Value> all = new LinkedHashMap<>(plain);
    if (!moved.isEmpty()) {
      switch (this) {
        case TOP -> all.putAll(moved);
        case CONFIG -> all.put(CONFIG_KEY, Value.Mapping.of(moved));
      }
    }
    return Value.Mapping.of(all);
  }

  /// What of an entry lies where these members are.
  Spots moved(Spots entry) {
    return switch (this) {
      case TOP -> entry;
      case CONFIG -> entry.at(CONFIG_KEY);
    };
  }
}
