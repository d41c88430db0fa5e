package dev.ftctl.catalog.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// What changed from one catalogue to another, for a review: services and fields added, removed and
/// changed, sorted, one line each.
public final class CatalogDiff {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> lines = new ArrayList<>();

  private CatalogDiff() {}

  /// The differences between two folders with `connections.jsonl` and `destinations.jsonl`; none
  /// when they say the same.
  ///
  /// @throws IOException when a file can't be read or a line is no JSON
  public static List<String> between(Path before, Path after) throws IOException {
    var diff = new CatalogDiff();
    for (String file : List.of("connections.jsonl", "destinations.jsonl")) {
      String word = file.startsWith("c") ? "connector" : "destination";
      diff.services(word, services(before.resolve(file)), services(after.resolve(file)));
    }
    return List.copyOf(diff.lines);
  }

  private static Map<String, JsonNode> services(Path file) throws IOException {
    var services = new TreeMap<String, JsonNode>();
    for (String line : Files.readAllLines(file)) {
      JsonNode service = JSON.readTree(line);
      services.put(service.path("service").asText(), service);
    }
    return services;
  }

  private void services(String word, Map<String, JsonNode> before, Map<String, JsonNode> after) {
    var names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      JsonNode old = before.get(name);
      JsonNode fresh = after.get(name);
      if (old == null) {
        lines.add("+ " + word + " " + name);
      } else if (fresh == null) {
        lines.add("- " + word + " " + name);
      } else if (!old.equals(fresh)) {
        lines.add("~ " + word + " " + name);
        members("", old, fresh);
      }
    }
  }

  private void members(String path, JsonNode before, JsonNode after) {
    var names = new TreeSet<String>();
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      JsonNode old = before.path(name);
      JsonNode fresh = after.path(name);
      String here = path.isEmpty() ? name : path + "." + name;
      if (old.isMissingNode()) {
        lines.add("    + " + here + " " + fresh);
      } else if (fresh.isMissingNode()) {
        lines.add("    - " + here + " " + old);
      } else if (old.isObject() && fresh.isObject()) {
        members(here, old, fresh);
      } else if (!old.equals(fresh)) {
        lines.add("    ~ " + here + " " + old + " → " + fresh);
      }
    }
  }
}
