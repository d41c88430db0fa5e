package dev.ftctl.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Files of before and after, as texts and as another reader of YAML reads them.
final class AcceptTexts {

  private AcceptTexts() {}

  /// The texts of a project, without what git and ftctl keep beside it.
  static Map<String, String> files(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      var files = new TreeMap<String, String>();
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!name.startsWith(".git/") && !name.startsWith(".ftctl/")) {
          files.put(name, Files.readString(file));
        }
      }
      return files;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Each value of each object that `render` shows, by address and path; lists are one value.
  static Map<String, Map<String, JsonNode>> leaves(JsonNode render) {
    var objects = new TreeMap<String, Map<String, JsonNode>>();
    for (JsonNode object : render.path("resources")) {
      var leaves = new TreeMap<String, JsonNode>();
      leaves("", object.path("spec"), leaves);
      leaves("metadata", object.path("metadata"), leaves);
      objects.put(object.path("address").asText(), leaves);
    }
    return objects;
  }

  private static void leaves(String path, JsonNode node, Map<String, JsonNode> into) {
    if (!node.isObject() || node.isEmpty()) {
      into.put(path, node);
      return;
    }
    node.properties()
        .forEach(entry ->
            leaves(
                path.isEmpty() ? entry.getKey() : path + "/" + entry.getKey(),
                entry.getValue(),
                into));
  }

  /// @param fields names of what was changed, which lines that changed may speak of
  static List<String> faults(
      Map<String, String> before, Map<String, String> after, Set<String> fields) {
    var faults = new ArrayList<String>();
    before.forEach((name, text) -> {
      String now = after.get(name);
      if (now == null) {
        faults.add("gone: " + name);
      } else if (!now.equals(text)) {
        comments(name, text, now, faults);
        lines(name, text, now, fields, faults);
        if (name.endsWith(".yaml")) {
          order(name, documents(name, text), documents(name, now), faults);
        }
        if (text.contains("\r\n") && now.replace("\r\n", "").contains("\n")) {
          faults.add("other line ends in " + name);
        }
      }
    });
    after.keySet().stream()
        .filter(name -> !before.containsKey(name) && !name.startsWith("overlays/prod/"))
        .forEach(name -> faults.add("made: " + name));
    return faults;
  }

  /// Of items that are gone the comment may go.
  private static void comments(String name, String text, String now, List<String> faults) {
    List<String> left = YamlHand.comments(now);
    for (String comment : YamlHand.comments(text)) {
      if (!left.contains(comment) && !comment.contains("item")) {
        faults.add("lost '" + comment + "' in " + name);
      }
    }
    if (left.stream().distinct().count() < left.size()) {
      faults.add("a comment twice in " + name);
    }
  }

  /// Lines that are gone spoke of what was changed, or held an item of a list, the text of a block,
  /// a cell or a variable.
  private static void lines(
      String name, String text, String now, Set<String> fields, List<String> faults) {
    var left = new HashMap<String, Integer>();
    now.lines().forEach(line -> left.merge(line, 1, Integer::sum));
    for (String line : text.lines().toList()) {
      boolean isThere = left.merge(line, -1, Integer::sum) >= 0;
      boolean isMeant =
          name.endsWith(".csv")
              || name.equals("ftctl.yaml") && line.matches(" +v\\d+: .*")
              || !line.contains(":")
              || line.strip().startsWith("-")
              || line.contains("overrides")
              || line.matches(".*\\b(?:minutes|hosted)\\b.*")
              || now.lines().anyMatch(other -> other.startsWith(opened(line)))
              || fields.stream().anyMatch(field -> !field.isEmpty() && line.contains(field));
      if (!isThere && !isMeant) {
        faults.add("another line in " + name + ": " + line);
      }
    }
  }

  /// Without the braces at its end, before which something may have been written.
  private static String opened(String line) {
    return line.replaceFirst("\\s*[\\]}]+\\s*(?:#.*)?$", "");
  }

  private static void order(
      String name, List<Object> before, List<Object> after, List<String> faults) {
    if (after.size() < before.size()) {
      faults.add("fewer documents in " + name);
      return;
    }
    for (int i = 0; i < before.size(); i++) {
      order(name, before.get(i), after.get(i), faults);
    }
  }

  private static void order(String name, Object before, Object after, List<String> faults) {
    if (before instanceof Map<?, ?> one && after instanceof Map<?, ?> other) {
      var kept = new ArrayList<Object>(one.keySet());
      kept.retainAll(other.keySet());
      var now = new ArrayList<Object>(other.keySet());
      now.retainAll(one.keySet());
      if (!kept.equals(now)) {
        faults.add("order of " + name + ": " + kept + " became " + now);
      }
      one.forEach((key, value) -> order(name, value, other.get(key), faults));
    }
  }

  private static List<Object> documents(String name, String text) {
    var documents = new ArrayList<Object>();
    new Load(LoadSettings.builder().setLabel(name).setParseComments(false).build())
        .loadAllFromString(text)
        .forEach(documents::add);
    return documents;
  }
}
