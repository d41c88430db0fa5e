package dev.ftctl.manifest.project;

import dev.ftctl.manifest.expression.PlainReader;
import dev.ftctl.manifest.expression.Types;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads `environments:` and `default_environment:` of the project file, and the files that hold an
/// environment each.
final class EnvironmentReader {

  static final String KEY = "environments";
  static final String DEFAULT = "default_environment";

  private static final List<String> KEYS =
      List.of("account", "variables", "overlays", "credentials");

  /// The environment of this run.
  ///
  /// @param account that it is pinned to; empty when none was chosen
  /// @param variables that win over those of the project
  /// @param overlays the folder with its partial documents, as written; null when it has none
  /// @param folders of the overlays of all environments, and files of environments: neither holds
  ///   manifests
  record Chosen(
      Environment environment,
      String account,
      Map<String, Node> variables,
      List<Node.Scalar> overlays,
      List<String> folders) {
    static final Chosen NONE = new Chosen(Environment.NONE, "", Map.of(), List.of(), List.of());
  }

  private final PlainReader plain;
  private final String asked;
  private final CredentialNames credentials;
  private final boolean isBroken;

  EnvironmentReader(PlainReader plain, ReadRequest request) {
    this.plain = plain;
    this.asked = request.environment();
    this.credentials = new CredentialNames(plain, request);
    this.isBroken = plain.report().problems().errors() > 0;
  }

  /// @throws UnknownPathException when `--env` names none of them
  Chosen read(Node.Mapping file, List<EnvironmentFile> files) {
    SequencedMap<String, Node.Mapping> all = new LinkedHashMap<>();
    file.get(KEY)
        .flatMap(node -> plain.mapping(node, "'environments'"))
        .ifPresent(mapping ->
            mapping
                .entries()
                .forEach((name, entry) ->
                    plain
                        .mapping(entry.value(), "the environment '" + Types.excerpt(name) + "'")
                        .ifPresent(one -> all.put(name, checked(name, entry.keyPlace(), one)))));
    files.forEach(one -> add(one, all));
    List<String> noManifests = new ArrayList<>(folders(all));
    files.forEach(one -> noManifests.add(one.path()));
    String name = chosen(file, all);
    if (name.isEmpty()) {
      return new Chosen(
          new Environment("", List.copyOf(all.keySet()), "", "", false),
          "",
          Map.of(),
          List.of(),
          noManifests);
    }
    return of(name, all, noManifests);
  }

  private void add(EnvironmentFile file, SequencedMap<String, Node.Mapping> all) {
    String what = "the environment '" + Types.excerpt(file.name()) + "'";
    for (Node document : file.documents()) {
      if (all.containsKey(file.name())) {
        plain
            .report()
            .error(
                document.place(),
                "duplicate-environment",
                what + " is declared a second time",
                "keep one of them: in ftctl.yaml, or in a file of its own with one document");
        continue;
      }
      Node.Mapping one = plain.mapping(document, what).orElse(Node.Mapping.empty(document.place()));
      LiteralKeys.refuseReferences(one, plain.report());
      all.put(file.name(), checked(file.name(), document.place(), one));
    }
  }

  private Node.Mapping checked(String name, SourceLocation place, Node.Mapping one) {
    plain.checkKeys(one, "the environment '" + Types.excerpt(name) + "'", KEYS);
    if (one.get("account").isEmpty()) {
      plain
          .report()
          .error(
              place,
              "missing-field",
              "the environment '" + Types.excerpt(name) + "' is pinned to no account",
              "add account: ACCOUNT_ID");
    }
    return one;
  }

  private String chosen(Node.Mapping file, SequencedMap<String, Node.Mapping> all) {
    if (isBroken && !all.containsKey(asked)) {
      // What the file says is not known; that it can't be read is told by others.
      return "";
    }
    if (!asked.isEmpty()) {
      if (!all.containsKey(asked)) {
        String hint = Near.hint(asked, all.keySet());
        throw new UnknownPathException(
            "there is no environment '"
                + asked
                + "'"
                + (!hint.isEmpty()
                    ? "; " + hint
                    : all.isEmpty()
                        ? "; ftctl.yaml declares none"
                        : "; there are " + Near.list(all.keySet())));
      }
      return asked;
    }
    Optional<Node> written = file.get(DEFAULT);
    String name = written.flatMap(node -> plain.text(node, "'" + DEFAULT + "'")).orElse("");
    if (!name.isEmpty() && !all.containsKey(name)) {
      plain
          .report()
          .error(
              written.orElseThrow().place(),
              "unknown-environment",
              "there is no environment '" + Types.excerpt(name) + "'",
              Near.hint(name, all.keySet()));
      return "";
    }
    return name;
  }

  private Chosen of(String name, SequencedMap<String, Node.Mapping> all, List<String> noManifests) {
    Node.Mapping one = all.getOrDefault(name, Node.Mapping.empty(SourceLocation.NONE));
    var variables = new LinkedHashMap<String, Node>();
    one.get("variables")
        .flatMap(node -> plain.mapping(node, "'variables'"))
        .ifPresent(mapping ->
            mapping.entries().forEach((key, entry) -> variables.put(key, entry.value())));
    Optional<Node.Mapping> names =
        one.get("credentials").flatMap(node -> plain.mapping(node, "'credentials'"));
    names.ifPresent(mapping -> plain.checkKeys(mapping, "credentials", List.of("key", "secret")));
    var environment =
        new Environment(
            name,
            List.copyOf(all.keySet()),
            credentials.of(names, "key"),
            credentials.of(names, "secret"),
            false);
    return new Chosen(
        environment,
        one.get("account").flatMap(node -> plain.text(node, "'account'")).orElse(""),
        variables,
        one.get("overlays").map(node -> plain.scalars(node, "'overlays'")).orElse(List.of()),
        noManifests);
  }

  private List<String> folders(SequencedMap<String, Node.Mapping> all) {
    return all.values().stream()
        .flatMap(one -> one.get("overlays").stream())
        .flatMap(node -> plain.scalars(node, "'overlays'").stream())
        .map(Node.Scalar::text)
        .toList();
  }
}
