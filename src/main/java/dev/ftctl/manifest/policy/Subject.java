package dev.ftctl.manifest.policy;

import dev.ftctl.model.Group;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/// What a policy is about, and with it the names that its expressions may use. These words are
/// documented in `docs/reference/policies.md`.
public enum Subject {
  /// A resource of the manifests, after expansion.
  RESOURCE(0, flag("protect"), new Name("parts", Type.TEXTS), new Name("spec", Type.TREE)),
  /// A schema of schema settings.
  SCHEMA(1, text("schema"), flag("enabled"), flag("listed")),
  /// A table of schema settings.
  TABLE(2, text("schema"), text("table"), flag("enabled"), text("sync_mode"), flag("listed")),
  /// A column of schema settings.
  COLUMN(
      3,
      text("schema"),
      text("table"),
      text("column"),
      flag("enabled"),
      flag("hashed"),
      flag("listed")),
  /// A change of a plan.
  CHANGE(
      0,
      text("action"),
      new Name("fields", Type.ROWS),
      new Name("risks", Type.TEXTS),
      new Name("impact", Type.TREE),
      new Name("now", Type.TIME));

  /// What a name stands for.
  enum Type {
    TEXT,
    FLAG,
    /// Texts by name.
    LABELS,
    /// Anything by name.
    TREE,
    /// A list of trees.
    ROWS,
    TEXTS,
    TIME
  }

  private record Name(String name, Type type) {}

  private final int depth;
  private final SequencedMap<String, Type> names;

  Subject(int depth, Name... own) {
    this.depth = depth;
    var all = new LinkedHashMap<String, Type>();
    for (String name : List.of("kind", "name", "address", "service", Group.SLUG)) {
      all.put(name, Type.TEXT);
    }
    all.put("labels", Type.LABELS);
    all.put("group_labels", Type.LABELS);
    for (Name name : own) {
      all.put(name.name(), name.type());
    }
    this.names = Collections.unmodifiableSequencedMap(all);
  }

  /// As `on:` says it: `resource`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Subject> named(String word) {
    return Arrays.stream(values()).filter(subject -> subject.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Subject::word).toList();
  }

  /// How deep an element lies: 1 for a schema, 3 for a column; 0 for what is no element.
  int depth() {
    return depth;
  }

  /// The names that expressions may use, with their types.
  SequencedMap<String, Type> names() {
    return names;
  }

  private static Name text(String name) {
    return new Name(name, Type.TEXT);
  }

  private static Name flag(String name) {
    return new Name(name, Type.FLAG);
  }
}
