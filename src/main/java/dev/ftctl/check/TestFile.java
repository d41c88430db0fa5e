package dev.ftctl.check;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import dev.ftctl.yaml.YamlFile;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a file of tests, `*.test.yaml`. What stands beside `tests` holds for each of them, unless
/// the test says it itself; of `variables` and `env` each name alone.
public final class TestFile {

  /// What a file and a test of it may both say.
  static final List<String> COMMON =
      List.of("given", "manifests", "environment", "variables", "env", "now", "plan");

  static final List<String> OF_FILE = and(COMMON, "tests");
  static final List<String> OF_TEST = and(COMMON, "name", "expect");

  private static final String FILE = "the file";

  private final String shown;
  private final TestNodes nodes = new TestNodes();

  private TestFile(String shown) {
    this.shown = shown;
  }

  /// What a file says.
  ///
  /// @param tests in its order; those that are wrong are left out
  /// @param problems with their places
  public record Read(List<ManifestTest> tests, List<Problem> problems) {
    public Read {
      tests = List.copyOf(tests);
      problems = List.copyOf(problems);
    }
  }

  /// @param shown the file's path as messages show it
  public static Read read(String shown, YamlFile file) {
    var reader = new TestFile(shown);
    List<ManifestTest> tests = file.problems().isEmpty() ? reader.tests(file) : List.of();
    var problems = new ArrayList<>(file.problems());
    problems.addAll(reader.nodes.problems());
    // What stands beside `tests` was read for each of them.
    return new Read(tests, problems.stream().distinct().toList());
  }

  private List<ManifestTest> tests(YamlFile file) {
    if (file.documents().isEmpty()) {
      nodes.wrong(
          SourceLocation.of(shown, 1, 1), "empty-file", "the file holds no test", "write 'tests:'");
      return List.of();
    }
    if (file.documents().size() > 1) {
      nodes.wrong(
          file.documents().get(1).place(),
          "too-many",
          "a file of tests is one document",
          "write all of them below one 'tests:'");
    }
    Optional<Node.Mapping> root = nodes.mapping(file.documents().getFirst(), FILE, OF_FILE);
    return root.map(this::tests).orElse(List.of());
  }

  private List<ManifestTest> tests(Node.Mapping root) {
    Optional<Node> list = root.get("tests");
    if (list.isEmpty()) {
      nodes.wrong(
          root.place(), "missing-field", "the file has no 'tests'", "write them below 'tests:'");
      return List.of();
    }
    var tests = new ArrayList<ManifestTest>();
    Set<String> names = new HashSet<>();
    for (Node item : nodes.items(list.get())) {
      nodes
          .mapping(item, "a test", OF_TEST)
          .flatMap(own -> test(own, root))
          .filter(test -> isNew(test, names))
          .ifPresent(tests::add);
    }
    return tests;
  }

  private boolean isNew(ManifestTest test, Set<String> names) {
    if (names.add(test.name())) {
      return true;
    }
    nodes.wrong(
        test.place(),
        "duplicate-name",
        "there are two tests '" + test.name() + "' in this file",
        "rename one");
    return false;
  }

  private Optional<ManifestTest> test(Node.Mapping own, Node.Mapping root) {
    Node.Mapping all = own;
    for (String key : COMMON) {
      if (own.entry(key).isEmpty() && root.entry(key).isPresent()) {
        all = all.with(key, root.entry(key).orElseThrow());
      }
    }
    Optional<String> name = needed(own, "name").flatMap(node -> nodes.text(node, "'name'"));
    Optional<Expected> expected =
        needed(own, "expect").flatMap(node -> new ExpectedReader(nodes).read(node));
    Reading reading = reading(all, variables(own, root, "variables"), variables(own, root, "env"));
    Given given = new GivenReader(nodes, reading).read(all, own.place());
    Asked asked = all.get("plan").map(new AskedReader(nodes)::read).orElse(Asked.NOTHING);
    Optional<Instant> now = all.get("now").flatMap(this::instant);
    return name.flatMap(text ->
        expected.map(
            wanted -> new ManifestTest(text, own.place(), given, reading, asked, now, wanted)));
  }

  private Reading reading(
      Node.Mapping all, Map<String, String> variables, Map<String, String> texts) {
    return new Reading(
        all.get("manifests").map(node -> nodes.texts(node, "'manifests'")).orElse(List.of()),
        all.get("environment").flatMap(node -> nodes.text(node, "'environment'")).orElse(""),
        variables,
        texts);
  }

  /// Those of the file, and over them those of the test.
  private Map<String, String> variables(Node.Mapping own, Node.Mapping root, String key) {
    var all = new LinkedHashMap<String, String>();
    for (Node.Mapping each : List.of(root, own)) {
      each.get(key).ifPresent(node -> all.putAll(nodes.named(node, "'" + key + "'")));
    }
    return all;
  }

  private Optional<Node> needed(Node.Mapping test, String key) {
    Optional<Node> found = test.get(key);
    if (found.isEmpty()) {
      nodes.wrong(
          test.place(),
          "missing-field",
          "the test has no '" + key + "'",
          key.equals("expect") ? "write 'expect: {}' where nothing changes" : "add '" + key + ":'");
    }
    return found;
  }

  private Optional<Instant> instant(Node node) {
    Optional<String> text = nodes.text(node, "'now'");
    try {
      return text.map(written -> ZonedDateTime.parse(written).toInstant());
    } catch (DateTimeException malformed) {
      nodes.wrong(
          node.place(),
          "wrong-type",
          "'now' is no date and time with a zone",
          "write it like 2026-11-20T18:00:00+01:00");
      return Optional.empty();
    }
  }

  private static List<String> and(List<String> keys, String... more) {
    var all = new ArrayList<>(keys);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }
}
