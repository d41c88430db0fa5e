package dev.ftctl.check;

import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `given`.
///
/// @param wanted what the test plans: its values hold for what was applied before, unless `given`
///   has others
record GivenReader(TestNodes nodes, Reading wanted) {

  static final List<String> KEYS =
      List.of("account", "manifests", "environment", "variables", "env");

  private static final String EMPTY = "empty";
  private static final String PROJECT = "project";

  /// What says how manifests are read; where no paths are, those of the project are.
  private static final List<String> OF_MANIFESTS = KEYS.subList(1, KEYS.size());

  /// @param place of the test, where it says nothing
  Given read(Node.Mapping test, SourceLocation place) {
    Optional<Node> written = test.get("given");
    if (written.isEmpty()) {
      return Given.nothing(place);
    }
    Node node = written.get();
    return node instanceof Node.Scalar scalar
        ? named(scalar)
        : nodes
            .mapping(node, "'given'", KEYS)
            .map(this::given)
            .orElseGet(() -> Given.nothing(node.place()));
  }

  private Given named(Node.Scalar scalar) {
    if (scalar.text().equals(PROJECT)) {
      return given(Node.Mapping.empty(scalar.place()), Optional.of(manifests(scalar.place())));
    }
    if (!scalar.text().equals(EMPTY)) {
      nodes.wrong(
          scalar.place(),
          "unknown-value",
          "'given' is '" + scalar.text() + "'",
          "write empty, project, or a mapping of " + String.join(", ", KEYS));
    }
    return Given.nothing(scalar.place());
  }

  private Given given(Node.Mapping given) {
    boolean hasManifests = OF_MANIFESTS.stream().anyMatch(key -> given.get(key).isPresent());
    return given(given, hasManifests ? Optional.of(manifests(given)) : Optional.empty());
  }

  private Given given(Node.Mapping given, Optional<Reading> manifests) {
    Optional<Node> account = given.get("account");
    String file =
        account
            .filter(Node.Scalar.class::isInstance)
            .flatMap(node -> nodes.text(node, "'account'"))
            .orElse("");
    Optional<Node.Mapping> objects =
        account
            .filter(node -> !(node instanceof Node.Scalar))
            .flatMap(node -> nodes.mapping(node, "'account'"));
    return new Given(given.place(), file, objects, manifests, wanted.environment());
  }

  private Reading manifests(SourceLocation place) {
    return manifests(Node.Mapping.empty(place));
  }

  private Reading manifests(Node.Mapping given) {
    return new Reading(
        given
            .get("manifests")
            .map(node -> nodes.texts(node, "'manifests' of 'given'"))
            .orElse(List.of()),
        given
            .get("environment")
            .flatMap(node -> nodes.text(node, "'environment' of 'given'"))
            .orElse(""),
        over(Map.of(), given, "variables"),
        over(wanted.environmentTexts(), given, "env"));
  }

  private Map<String, String> over(Map<String, String> usual, Node.Mapping given, String key) {
    var all = new LinkedHashMap<>(usual);
    given.get(key).ifPresent(node -> all.putAll(nodes.named(node, "'" + key + "' of 'given'")));
    return all;
  }
}
