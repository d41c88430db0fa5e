package dev.ftctl.manifest.project;

import dev.ftctl.manifest.expression.PlainReader;
import dev.ftctl.model.Coverage;
import dev.ftctl.yaml.Node;
import java.util.List;
import java.util.Optional;

/// Reads `scope:` and `prune.scope:` of the project file.
record CoverageReader(PlainReader plain, PatternReader patterns) {

  /// What the project manages of the account.
  Coverage ofProject(Node.Mapping file) {
    return scope(file, "scope", "the project's scope");
  }

  /// What `--prune` may delete.
  Coverage ofPrune(Node.Mapping file) {
    Optional<Node.Mapping> prune =
        file.get("prune").flatMap(node -> plain.mapping(node, "'prune'"));
    prune.ifPresent(mapping -> plain.checkKeys(mapping, "prune", List.of("scope", "limits")));
    return prune
        .map(mapping -> scope(mapping, "prune.scope", "the scope of prune"))
        .orElse(Coverage.NOTHING);
  }

  private Coverage scope(Node.Mapping owner, String key, String what) {
    Optional<Node.Mapping> scope = owner.get("scope").flatMap(node -> plain.mapping(node, what));
    scope.ifPresent(
        mapping -> plain.checkKeys(mapping, what, List.of("groups", "kinds", "addresses")));
    return scope
        .map(mapping ->
            new Coverage(
                globs(mapping, "groups"),
                globs(mapping, "kinds"),
                mapping
                    .get("addresses")
                    .map(node -> patterns.read(node, "addresses", key))
                    .orElse(List.of())))
        .orElse(Coverage.NOTHING);
  }

  private List<String> globs(Node.Mapping scope, String name) {
    return scope.get(name).map(node -> plain.texts(node, "'" + name + "'")).orElse(List.of());
  }
}
