package dev.ftctl.manifest.project;

import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.expression.EnvironmentTexts;
import dev.ftctl.manifest.expression.InstanceContext;
import dev.ftctl.manifest.expression.Lookup;
import dev.ftctl.manifest.expression.PlainReader;
import dev.ftctl.manifest.expression.SecretStore;
import dev.ftctl.manifest.expression.Variables;
import dev.ftctl.manifest.input.FileTexts;
import dev.ftctl.manifest.input.Paths;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.manifest.report.Problems;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.Allowance;
import dev.ftctl.model.Risk;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `ftctl.yaml`.
public final class ProjectReader {

  public static final String NAME = "ftctl.yaml";

  private static final String OWNER = "the project file";
  private static final List<String> KEYS =
      List.of(
          "account",
          "manifests",
          "include",
          "exclude",
          "variables",
          "defaults",
          "environments",
          "default_environment",
          "scope",
          "secrets",
          "allow",
          "limits",
          "prune",
          "protect",
          "ignore",
          "freshness",
          "released",
          "policies",
          "handouts");
  private static final List<String> LIMITS =
      List.of("max_deletes", "max_resyncs", "max_revokes", "max_pauses", "column_reads");

  private final ReadRequest request;
  private final KindList kinds;
  private final FileTexts files;
  private final Sources sources;
  private final Report report;

  public ProjectReader(
      ReadRequest request, KindList kinds, FileTexts files, Sources sources, Problems problems) {
    this.request = request;
    this.kinds = kinds;
    this.files = files;
    this.sources = sources;
    this.report = new Report(problems, "");
  }

  /// What holds without a project file.
  ///
  /// @throws UnknownPathException when `--env` names an environment
  public ProjectFile none(String folder) {
    if (!request.environment().isEmpty()) {
      throw new UnknownPathException(
          "there is no environment '" + request.environment() + "', since there is no ftctl.yaml");
    }
    return new ProjectFile(
        "",
        Project.none(folder),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        lookup(Map.of(), List.of(), folder));
  }

  private Lookup lookup(
      Map<String, Node> variables, List<SecretStore.Declared> secrets, String folder) {
    return new Lookup(
        new Variables(variables, request.variables()),
        new EnvironmentTexts(request.processEnvironment(), request.rehearses()),
        files,
        new SecretStore(secrets, request, folder),
        request.now());
  }

  /// @param path canonical
  /// @param documents of the file, of which the first counts
  /// @param environments that have files of their own
  /// @throws UnknownPathException when an environment has to be chosen and is not
  public ProjectFile read(String path, List<Node> documents, List<EnvironmentFile> environments) {
    refuseMore(documents);
    var start = SourceLocation.of(request.tree().shown(path), 1, 1);
    Node root = documents.isEmpty() ? Node.Mapping.empty(start) : documents.getFirst();
    String folder = Paths.parent(path);
    var early = new PlainReader(lookup(Map.of(), List.of(), folder), report);
    Node.Mapping file = early.mapping(root, OWNER).orElse(Node.Mapping.empty(start));
    LiteralKeys.refuseReferences(file, report);
    var chosen = new EnvironmentReader(early, request).read(file, environments);
    requireChoice(path, file, chosen);
    Map<String, Node> variables = variables(early, file);
    variables.putAll(chosen.variables());
    Lookup lookup = lookup(variables, new SecretsReader(early).read(file), folder);
    checkVariables(variables, lookup);
    var plain = new PlainReader(lookup, report);
    plain.checkKeys(file, OWNER, KEYS);
    List<Node.Scalar> manifests =
        file.get("manifests").map(node -> plain.scalars(node, "'manifests'")).orElse(List.of());
    Project project = project(path, plain, file, manifests, chosen);
    return new ProjectFile(
        path,
        project,
        manifests,
        chosen.overlays(),
        chosen.folders(),
        file.get("include").map(node -> plain.texts(node, "'include'")).orElse(List.of()),
        file.get("exclude").map(node -> plain.texts(node, "'exclude'")).orElse(List.of()),
        defaults(plain, file),
        lookup);
  }

  private void refuseMore(List<Node> documents) {
    if (documents.size() > 1) {
      report.error(
          documents.get(1).place(),
          "project-file",
          "the project file holds a second document",
          "keep one");
    }
  }

  private void requireChoice(String path, Node.Mapping file, EnvironmentReader.Chosen chosen) {
    boolean isLeftOut = file.get(EnvironmentReader.DEFAULT).isEmpty();
    boolean isRead = report.problems().errors() == 0;
    if (isRead && request.needsEnvironment() && chosen.environment().isMissing() && isLeftOut) {
      throw new UnknownPathException(
          "no environment is chosen: give --env NAME, or write default_environment: in "
              + request.tree().shown(path)
              + "; there are "
              + Near.list(chosen.environment().all()));
    }
  }

  private Project project(
      String path,
      PlainReader plain,
      Node.Mapping file,
      List<Node.Scalar> manifests,
      EnvironmentReader.Chosen chosen) {
    String pin = file.get("account").flatMap(node -> plain.text(node, "'account'")).orElse("");
    String account = chosen.account().isEmpty() ? pin : chosen.account();
    var patterns = new PatternReader(plain);
    var coverage = new CoverageReader(plain, patterns);
    return new Project(
        request.tree().shown(path),
        Paths.parent(path),
        account,
        manifests.stream().map(Node.Scalar::text).toList(),
        allow(plain, patterns, file),
        limits(plain, file, "limits"),
        coverage.ofPrune(file),
        pruneLimits(plain, file),
        file.get("protect")
            .map(node -> patterns.read(node, "protect", "protect"))
            .orElse(List.of()),
        IgnoreReader.read(plain, patterns, report, file),
        FreshnessReader.read(plain, patterns, file),
        file.get("released")
            .map(node -> patterns.read(node, "released", "released"))
            .orElse(List.of()),
        new PoliciesReader(plain, report, sources, request.strict()).read(file),
        new HandoutsReader(plain, chosen.environment().all().size()).read(file),
        coverage.ofProject(file),
        chosen.environment().pinned(!account.isEmpty()),
        patterns.all());
  }

  private static LinkedHashMap<String, Node> variables(PlainReader plain, Node.Mapping file) {
    var variables = new LinkedHashMap<String, Node>();
    file.get("variables")
        .flatMap(node -> plain.mapping(node, "'variables'"))
        .ifPresent(mapping ->
            mapping.entries().forEach((name, entry) -> variables.put(name, entry.value())));
    return variables;
  }

  /// Finds malformed references and circles also in variables that nothing uses.
  private void checkVariables(Map<String, Node> variables, Lookup lookup) {
    variables.forEach((name, node) -> {
      if (node instanceof Node.Scalar scalar) {
        var reference = new Node.Scalar("${var:" + name + "}", true, scalar.place());
        lookup.fill(reference, InstanceContext.NOTHING, report);
      }
    });
  }

  private Map<String, Node.Mapping> defaults(PlainReader plain, Node.Mapping file) {
    var defaults = new LinkedHashMap<String, Node.Mapping>();
    Optional<Node.Mapping> written =
        file.get("defaults").flatMap(node -> plain.mapping(node, "'defaults'"));
    written.ifPresent(mapping ->
        mapping
            .entries()
            .forEach((name, entry) -> {
              Optional<Kind> kind = kinds.named(name);
              if (kind.isEmpty()) {
                report.error(
                    entry.keyPlace(),
                    "unknown-kind",
                    "unknown kind '" + name + "' in defaults",
                    Near.hint(name, kinds.names()));
              } else {
                plain
                    .mapping(entry.value(), "the default of " + name)
                    .ifPresent(spec -> defaults.put(kind.get().definition().name(), spec));
              }
            }));
    return defaults;
  }

  private List<Allowance> allow(PlainReader plain, PatternReader patterns, Node.Mapping file) {
    var allowed = new ArrayList<Allowance>();
    for (Node.Scalar scalar :
        file.get("allow").map(node -> plain.scalars(node, "'allow'")).orElse(List.of())) {
      Optional<Allowance> allowance = Allowance.parse(scalar.text());
      if (allowance.isPresent()) {
        allowed.add(allowance.get());
        patterns.note(allowance.get().of(), "allow: " + scalar.text(), scalar.place());
      } else {
        List<String> flags = Arrays.stream(Risk.values()).map(Risk::flag).toList();
        String risk = Allowance.riskOf(scalar.text());
        String hint = Near.hint(risk, flags);
        report.error(
            scalar.place(),
            "unknown-risk",
            "unknown risk '" + risk + "'",
            hint.isEmpty() ? "there are " + Near.list(flags) : hint);
      }
    }
    return allowed;
  }

  private static Map<String, Integer> limits(PlainReader plain, Node.Mapping owner, String what) {
    var limits = new LinkedHashMap<String, Integer>();
    Optional<Node.Mapping> written =
        owner.get("limits").flatMap(node -> plain.mapping(node, "'" + what + "'"));
    written.ifPresent(mapping -> {
      plain.checkKeys(mapping, what, LIMITS);
      mapping
          .entries()
          .forEach((name, entry) ->
              plain
                  .count(entry.value(), "'" + name + "'")
                  .ifPresent(most -> limits.put(name, most)));
    });
    return limits;
  }

  private static Map<String, Integer> pruneLimits(PlainReader plain, Node.Mapping file) {
    return file.get("prune").orElse(null) instanceof Node.Mapping mapping
        ? limits(plain, mapping, "limits of prune")
        : Map.of();
  }
}
