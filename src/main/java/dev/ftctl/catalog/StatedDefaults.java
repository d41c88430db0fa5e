package dev.ftctl.catalog;

import java.util.HashMap;
import java.util.Map;

/// The defaults that Fivetran's API document states in words, extracted once: lines of service,
/// field and value.
final class StatedDefaults {
  private static final Map<String, Map<String, String>> ALL = read();

  private StatedDefaults() {}

  static Map<String, String> of(String service) {
    return ALL.getOrDefault(service, Map.of());
  }

  private static Map<String, Map<String, String>> read() {
    var all = new HashMap<String, Map<String, String>>();
    ServiceLines.text("/schemas/catalog/defaults.tsv")
        .lines()
        .map(line -> line.split("\t", -1))
        .forEach(cells ->
            all.computeIfAbsent(cells[0], service -> new HashMap<>()).put(cells[1], cells[2]));
    return Map.copyOf(all);
  }
}
