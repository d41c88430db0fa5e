package dev.ftctl.operate.rollout;

import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.operate.rollout.Rollout.Word;
import dev.ftctl.yaml.Core;
import dev.ftctl.yaml.Node;
import dev.ftctl.yaml.YamlFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Reads a file of kind `Rollout`. Used once, by one thread.
public final class RolloutFile {

  /// What such a file says its kind is.
  private static final String KIND = "Rollout";

  /// The members of `spec`.
  static final List<String> SPEC = List.of("connector", "batch", Rollout.TABLES, "field", "items");

  static final List<String> ROOT = List.of("apiVersion", "kind", "metadata", "spec");
  private static final String VERSION = "ftctl/v1";
  static final List<String> METADATA = List.of("name");

  /// A name of a file, anywhere.
  static final String NAME = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}";

  private final String shown;
  private final List<Problem> problems = new ArrayList<>();

  private RolloutFile(String shown) {
    this.shown = shown;
  }

  /// @param shown the file's path as messages show it
  /// @param sources where the file's lines are put, for what is found wrong later
  /// @throws ManifestException when it is no rollout
  public static Rollout read(String shown, YamlFile file, Sources sources) {
    sources.put(shown, file.lines());
    var reader = new RolloutFile(shown);
    reader.problems.addAll(file.problems());
    Optional<Rollout> read =
        reader.problems.isEmpty() ? reader.rollout(file.documents()) : Optional.empty();
    if (read.isEmpty() || !reader.problems.isEmpty()) {
      throw new ManifestException(reader.problems, sources);
    }
    return read.get();
  }

  private Optional<Rollout> rollout(List<Node> documents) {
    Node document = documents.getFirst();
    if (documents.size() > 1) {
      wrong(documents.get(1).place(), "too-many", "a rollout is a file of its own", "split them");
    }
    Optional<Node.Mapping> root = mapping(document, "a rollout", ROOT);
    if (root.isPresent() && !isOne(root.get())) {
      return Optional.empty();
    }
    String name = root.map(this::name).orElse("");
    Optional<Node.Mapping> spec =
        root.flatMap(all -> needed(all, "spec")).flatMap(node -> mapping(node, "spec", SPEC));
    return spec.flatMap(found -> rollout(name, found));
  }

  /// False where it says that it is something else.
  private boolean isOne(Node.Mapping root) {
    root.get("apiVersion")
        .map(this::text)
        .filter(version -> !version.text().equals(VERSION))
        .ifPresent(version ->
            wrong(
                version.place(),
                "unknown-value",
                "the file is written for " + version.text(),
                "this ftctl knows " + VERSION));
    Optional<Word> kind = needed(root, "kind").map(this::text);
    if (kind.isEmpty() || kind.get().text().equals(KIND)) {
      return true;
    }
    wrong(
        kind.get().place(),
        "unknown-kind",
        "the file is of kind '" + kind.get().text() + "'",
        "ftctl rollout takes a file of kind Rollout");
    return false;
  }

  /// Empty where it is wrong, which is told.
  private String name(Node.Mapping root) {
    Optional<Word> name =
        needed(root, "metadata")
            .flatMap(node -> mapping(node, "metadata", METADATA))
            .flatMap(metadata -> needed(metadata, "name"))
            .map(this::text);
    name.filter(word -> !word.text().isEmpty() && !word.text().matches(NAME))
        .ifPresent(word ->
            wrong(
                word.place(),
                "wrong-name",
                "'" + word.text() + "' can't be the name of a rollout",
                "its progress is a file of that name: use letters, digits, '_', '-' and '.'"));
    return name.map(Word::text).orElse("");
  }

  private Optional<Rollout> rollout(String name, Node.Mapping spec) {
    Optional<Word> connector = needed(spec, "connector").map(this::text);
    Optional<Integer> size = needed(spec, "batch").flatMap(this::size);
    Optional<Word> subject = subject(spec);
    String list = spec.get(Rollout.TABLES).isPresent() ? Rollout.TABLES : "items";
    List<Word> pieces = needed(spec, list).map(node -> pieces(node, list)).orElse(List.of());
    return problems.isEmpty()
        ? Optional.of(
            new Rollout(
                name, connector.orElseThrow(), size.orElseThrow(), subject.orElseThrow(), pieces))
        : Optional.empty();
  }

  /// Tables, or the list that the items are put into.
  private Optional<Word> subject(Node.Mapping spec) {
    Optional<Node.Entry> tables = spec.entry(Rollout.TABLES);
    for (String other : List.of("field", "items")) {
      Optional<Node.Entry> entry = spec.entry(other);
      if (tables.isPresent() && entry.isPresent()) {
        wrong(
            entry.get().keyPlace(),
            "conflict",
            "'" + other + "' beside 'tables'",
            "give tables, or field and items; two rollouts take two files");
      }
    }
    if (tables.isPresent()) {
      return tables.map(entry -> new Word(Rollout.TABLES, entry.keyPlace()));
    }
    if (spec.get("items").isEmpty() && spec.get("field").isEmpty()) {
      wrong(
          spec.place(),
          "missing-field",
          "spec has neither 'tables' nor 'items'",
          "write tables: [schema.table, …], or field: config.accounts and items: […]");
      return Optional.empty();
    }
    Optional<Word> field = needed(spec, "field").map(this::text);
    field
        .filter(word -> !Rollout.isField(word.text()))
        .ifPresent(word ->
            wrong(
                word.place(),
                "unknown-value",
                "'" + word.text() + "' is no list of a connection's config",
                "write it like config.accounts"));
    return field;
  }

  private Optional<Integer> size(Node node) {
    Optional<Integer> size =
        node instanceof Node.Scalar scalar
            ? Core.number(scalar.text()).flatMap(RolloutFile::whole)
            : Optional.empty();
    if (size.isEmpty()) {
      wrong(node.place(), "wrong-type", "'batch' is no number from 1", "say how many at once");
    }
    return size;
  }

  private static Optional<Integer> whole(BigDecimal number) {
    try {
      return Optional.of(number.intValueExact()).filter(whole -> whole > 0);
    } catch (ArithmeticException broken) {
      return Optional.empty();
    }
  }

  private List<Word> pieces(Node node, String list) {
    if (!(node instanceof Node.Sequence sequence) || sequence.items().isEmpty()) {
      wrong(node.place(), "wrong-type", "'" + list + "' is " + what(node), "list one at least");
      return List.of();
    }
    var pieces = new ArrayList<Word>();
    var seen = new HashSet<String>();
    for (Node item : sequence.items()) {
      Word word = text(item);
      if (!word.text().isEmpty() && !seen.add(word.text())) {
        wrong(
            word.place(), "duplicate", "'" + word.text() + "' stands there twice", "leave one out");
      } else if (list.equals(Rollout.TABLES) && !word.text().matches(".+\\..+")) {
        wrong(
            word.place(),
            "unknown-value",
            "'" + word.text() + "' names no table",
            "write it with its schema: public.orders");
      }
      pieces.add(word);
    }
    return pieces;
  }

  private static String what(Node node) {
    return node instanceof Node.Sequence ? "an empty list" : node.what();
  }

  /// Empty text for what is none, which was told.
  private Word text(Node node) {
    if (node instanceof Node.Scalar scalar && !scalar.isNull() && !scalar.text().isBlank()) {
      if (scalar.text().contains("${")) {
        wrong(
            scalar.place(),
            "reference",
            "'" + scalar.text() + "' is a reference, which a rollout takes none of",
            "write what it stands for");
      }
      return new Word(scalar.text(), scalar.place());
    }
    wrong(node.place(), "wrong-type", "a text is wanted here, not " + node.what(), "");
    return new Word("", node.place());
  }

  private Optional<Node.Mapping> mapping(Node node, String what, List<String> keys) {
    if (!(node instanceof Node.Mapping mapping)) {
      wrong(node.place(), "wrong-type", what + " is " + node.what(), "write a mapping");
      return Optional.empty();
    }
    mapping
        .entries()
        .forEach((key, entry) -> {
          if (!keys.contains(key)) {
            String hint = Near.hint(key, keys);
            SourceLocation at = entry.keyPlace();
            wrong(
                new SourceLocation(at.file(), at.line(), at.column(), Math.max(1, key.length())),
                "unknown-field",
                "unknown field '" + key + "' in " + what,
                hint.isEmpty() ? "there are " + Near.list(keys) : hint);
          }
        });
    return Optional.of(mapping);
  }

  private Optional<Node> needed(Node.Mapping mapping, String key) {
    Optional<Node> found = mapping.get(key);
    if (found.isEmpty()) {
      wrong(mapping.place(), "missing-field", "'" + key + "' is missing", "add '" + key + ":'");
    }
    return found;
  }

  private void wrong(SourceLocation place, String rule, String message, String fix) {
    problems.add(Problem.error(place, rule, "rollout " + shown, message, fix));
  }
}
