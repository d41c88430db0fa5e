package dev.ftctl.manifest.expression;

import dev.ftctl.manifest.input.Filled;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// One entry of a `for_each`, which `${each.…}` speaks of.
///
/// @param key that tells it from the others; empty outside of `for_each`
/// @param value of it; the cells of a row of a CSV file as a mapping
/// @param source of its texts, `csv:feeds.csv:12`; empty for what a manifest says itself
public record Each(String key, Node value, String source) {

  public static final Each NOTHING = new Each("", Node.Mapping.empty(SourceLocation.NONE), "");

  public boolean isNothing() {
    return key.isEmpty();
  }

  /// Whether its texts stand for themselves, references in them too.
  boolean isData() {
    return !source.isEmpty();
  }

  /// @param path `key`, `value`, `value.host`, or short for the last `host`
  Optional<Node> find(String path) {
    if (path.equals("key")) {
      String text = isData() ? key : PartReader.literal(key);
      return Optional.of(new Node.Scalar(text, false, value.place()));
    }
    if (path.equals("value")) {
      return Optional.of(value);
    }
    return at(value, path.startsWith("value.") ? path.substring("value.".length()) : path);
  }

  Filled.Missing undefined(String path) {
    var names = new TreeSet<String>(List.of("key", "value"));
    if (value instanceof Node.Mapping mapping) {
      names.addAll(mapping.entries().keySet());
    }
    String hint = Near.hint(path, names);
    return new Filled.Missing(
        "undefined-each",
        "an entry of 'for_each' has no '" + path + "'",
        hint.isEmpty() ? "there are " + Near.list(names) : hint,
        false);
  }

  private static Optional<Node> at(Node node, String path) {
    if (!(node instanceof Node.Mapping mapping)) {
      return Optional.empty();
    }
    Optional<Node> whole = mapping.get(path);
    int dot = path.indexOf('.');
    return whole.isPresent() || dot < 0
        ? whole
        : mapping.get(path.substring(0, dot)).flatMap(inner -> at(inner, path.substring(dot + 1)));
  }
}
