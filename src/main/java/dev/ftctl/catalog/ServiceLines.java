package dev.ftctl.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// One file of the catalogue: its lines by service, each parsed when first asked for.
final class ServiceLines {
  private static final String START = "{\"service\":\"";

  private final NavigableMap<String, String> lines;
  private final Map<String, ServiceFacts> parsed = new ConcurrentHashMap<>();

  private ServiceLines(NavigableMap<String, String> lines) {
    this.lines = Collections.unmodifiableNavigableMap(lines);
  }

  /// The lines of a class path resource, split and sorted by service but not parsed.
  static ServiceLines ofResource(String path) {
    return of(text(path));
  }

  /// The text of a class path resource.
  static String text(String path) {
    try (InputStream stream = ServiceLines.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("The class path has no " + path);
      }
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static ServiceLines of(String text) {
    return new ServiceLines(new TreeMap<>()).with(text.lines().toList());
  }

  /// With further lines, each over that of the same service.
  ServiceLines with(Collection<String> more) {
    var all = new TreeMap<>(lines);
    more.forEach(line ->
        all.merge(
            line.substring(START.length(), line.indexOf('"', START.length())),
            line,
            FactsLine::merged));
    return new ServiceLines(all);
  }

  Optional<ServiceFacts> facts(String service) {
    var line = lines.get(service);
    return line == null
        ? Optional.empty()
        : Optional.of(parsed.computeIfAbsent(service, name -> FactsLine.parse(line)));
  }

  NavigableSet<String> services() {
    return lines.navigableKeySet();
  }

  /// How many lines have been parsed so far.
  int parsedCount() {
    return parsed.size();
  }
}
