package dev.ftctl.manifest.expression;

import dev.ftctl.manifest.input.Filled;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Mark;
import dev.ftctl.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// One entry of a `for_each`, which `${each.…}` speaks of.
///
/// @param key that tells it from the others; empty outside of `for_each`
/// @param value of it; the cells of a row of a CSV file as a mapping
/// @param source of its texts, `csv:feeds.csv:12`; empty for what a manifest says itself
/// @param all the entries that it is one of
public record Each(String key, Node value, String source, Entries all) {

  public static final Each NOTHING =
      new Each(
          "",
          Node.Mapping.empty(SourceLocation.NONE),
          "",
          new Entries(List.of(), SourceLocation.NONE));

  /// The values of all entries of one `for_each`, and what is filled in for them.
  public static final class Entries {
    private final List<Node> values;
    private final SourceLocation place;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();
    private final AtomicLong characters = new AtomicLong();

    /// @param place of the `for_each`
    public Entries(List<Node> values, SourceLocation place) {
      this.values = List.copyOf(values);
      this.place = place;
    }

    SourceLocation place() {
      return place;
    }

    /// Counts characters of texts that were filled in for its entries.
    ///
    /// @return how many there are by now
    long charge(long more) {
      return characters.addAndGet(more);
    }

    private boolean has(String path) {
      return known.computeIfAbsent(
          path, wanted -> values.stream().anyMatch(value -> at(value, wanted).isPresent()));
    }
  }

  /// What stands outside of the entry, and is looked at for its sake.
  Each outside() {
    return new Each("", NOTHING.value, "", all);
  }

  /// Whether a key in the entry was refused, so that what it lacks may be what that key meant.
  boolean isTorn() {
    return isTorn(value);
  }

  private static boolean isTorn(Node node) {
    return node instanceof Node.Refused
        || node instanceof Node.Mapping mapping
            && (mapping.isTorn()
                || mapping.entries().values().stream().anyMatch(entry -> isTorn(entry.value())));
  }

  public boolean isNothing() {
    return key.isEmpty();
  }

  /// Whether its texts stand for themselves, references in them too.
  boolean isData() {
    return !source.isEmpty();
  }

  /// `entry 'a'` or `row feeds.csv:12`, as problems name it; empty outside of `for_each`.
  public String label() {
    return isNothing()
        ? ""
        : isData() ? "row " + source.substring("csv:".length()) : "entry '" + excerpt() + "'";
  }

  /// The row is named by whoever tells of it.
  private String place() {
    return isData() ? "row" : label();
  }

  private String excerpt() {
    return Types.excerpt(key);
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
    return at(value, inner(path));
  }

  /// Whether any of the entries has it, so that it is no slip of the pen.
  boolean isKnown(String path) {
    return path.equals("key") || path.equals("value") || all.has(inner(path));
  }

  /// What is told of a path that this entry has no text for.
  ///
  /// @param how `is null`
  Filled notSet(String path, String how) {
    return NotSet.entry(
        Mark.of(source),
        "'" + Types.excerpt(path) + "' " + how + " in the " + place() + " of 'for_each'",
        "each." + path);
  }

  Filled.Missing undefined(String path) {
    var names = new TreeSet<String>(List.of("key", "value"));
    if (value instanceof Node.Mapping mapping) {
      names.addAll(mapping.entries().keySet());
    }
    String hint = Near.hint(path, names);
    return new Filled.Missing(
        "undefined-each",
        "no entry of 'for_each' has '" + path + "'",
        hint.isEmpty() ? "there are " + Near.list(names) : hint,
        false);
  }

  private static String inner(String path) {
    return path.startsWith("value.") ? path.substring("value.".length()) : path;
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
