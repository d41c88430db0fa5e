package dev.ftctl.sandbox.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What the API document says a field of a service's config is when nobody sets it.
final class Defaults {
  private static final Map<String, Map<String, String>> ALL = read();

  private Defaults() {}

  /// Values by field, as texts.
  static Map<String, String> of(String service) {
    return ALL.getOrDefault(service, Map.of());
  }

  /// Lines of service, field and value.
  private static Map<String, Map<String, String>> read() {
    try (var in = Defaults.class.getResourceAsStream("defaults.tsv")) {
      var bytes = Objects.requireNonNull(in, "defaults.tsv").readAllBytes();
      var all = new TreeMap<String, Map<String, String>>();
      new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t"))
          .forEach(fields ->
              all.computeIfAbsent(fields[0], service -> new TreeMap<>()).put(fields[1], fields[2]));
      return all;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
