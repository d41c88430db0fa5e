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

  /// The differences between two folders with the catalogue's files; none when they say the same. A
  /// catalogue made before there were files for logs and private links has none of their services.
  ///
  /// @throws IOException when a file can't be read or a line is no JSON
  public static List<String> between(Path before, Path after) throws IOException {
    var diff = new CatalogDiff();
    diff.services("connector", services(before, "connections"), services(after, "connections"));
    diff.services("destination", services(before, "destinations"), services(after, "destinations"));
    diff.services("log", later(before, "logs"), later(after, "logs"));
    diff.services("private link", later(before, "private-links"), later(after, "private-links"));
    return List.copyOf(diff.lines);
  }

  private static Map<String, JsonNode> later(Path folder, String name) throws IOException {
    return Files.exists(folder.resolve(name + ".jsonl")) ? services(folder, name) : Map.of();
  }

  private static Map<String, JsonNode> services(Path folder, String name) throws IOException {
    var services = new TreeMap<String, JsonNode>();
    for (String line : Files.readAllLines(folder.resolve(name + ".jsonl"))) {
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
