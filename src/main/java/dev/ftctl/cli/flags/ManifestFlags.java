package dev.ftctl.cli.flags;

import dev.ftctl.cli.process.Run;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.Since;
import dev.ftctl.manifest.input.WorkingTree;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.shown.ShellWord;
import dev.ftctl.walk.SavedPlanFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which manifests, with which values, and which of their resources.
public final class ManifestFlags {

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "Files or folders with manifests; without any, those of the project file, else"
              + " manifests/.")
  public List<String> paths = List.of();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "",
      description = "Project file (default: ftctl.yaml, looked for upwards).")
  public String config = "";

  @Option(names = "--var", paramLabel = "K=V", description = "A variable for the manifests.")
  Map<String, String> variables = new LinkedHashMap<>();

  @Option(
      names = "--var-file",
      paramLabel = "FILE",
      description = "Variables as YAML; --var wins over them.")
  List<String> variableFiles = List.of();

  @Option(
      names = {"-l", "--selector"},
      paramLabel = "K=V",
      split = ",",
      description = "Only resources with these labels, and what they need.")
  Map<String, String> selectors = new LinkedHashMap<>();

  @Option(
      names = "--target",
      paramLabel = "ADDRESS",
      description = "Only this resource, and what it needs.")
  public List<String> targets = List.of();

  @Option(
      names = "--changed-since",
      paramLabel = "REVISION",
      defaultValue = "",
      description =
          "Only what expands otherwise than where this git revision and HEAD parted, and what that"
              + " needs.")
  String changedSince = "";

  @Option(
      names = "--allow-path",
      paramLabel = "DIR",
      description = "Let manifests name what lies here, outside of the repository.")
  List<String> opened = List.of();

  @Option(
      names = "--allow-credentials",
      paramLabel = "NAME",
      description = "Let 'credentials' of an environment name this variable.")
  List<String> credentials = List.of();

  @Option(names = "--no-cache", description = "Parse every manifest anew.")
  boolean isUncached;

  @Option(names = "--strict", description = "Warnings are errors.")
  boolean isStrict;

  @Option(
      names = "--env",
      paramLabel = "NAME",
      defaultValue = "",
      description = "The environment: its account, variables and overlays.")
  public String environment = "";

  /// From now on whatever is read is parsed by this run: for what is carried out.
  public ManifestFlags uncached() {
    isUncached = true;
    return this;
  }

  /// A saved plan opens nothing that the command line does not open itself.
  public void openOnly(ManifestFlags own) {
    opened = own.opened;
    credentials = own.credentials;
  }

  /// @param now the moment that `${date(…)}` means
  public ReadRequest request(Run run, Instant now) {
    return request(run, now, run.console().folder(), run.console().environment());
  }

  /// @param folder that relative paths of the project start from
  /// @param seen the environment variables that manifests see
  ReadRequest request(Run run, Instant now, Path folder, Map<String, String> seen) {
    refuseSavedPlans(run);
    Map<String, String> all =
        new LinkedHashMap<>(VariableFiles.read(run.console().folder(), variableFiles));
    all.putAll(variables);
    var asked =
        new ReadRequest(
            new WorkingTree(folder, config, paths, opened),
            config,
            paths,
            environment,
            all,
            seen,
            selectors,
            targets,
            isStrict,
            run.redaction(),
            now,
            false,
            Set.copyOf(credentials),
            Optional.empty(),
            isUncached ? Optional.empty() : CachePlace.of(run.console()),
            false,
            Optional.empty());
    ReadRequest shared = run.reading().map(reading -> reading.of(asked)).orElse(asked);
    return changedSince.isEmpty()
        ? shared
        : shared.changed(new Since(run.console().folder(), changedSince));
  }

  private void refuseSavedPlans(Run run) {
    for (String path : paths) {
      if (SavedPlanFile.isOne(run.console().folder().resolve(path))) {
        throw new RefusedException(
            Refusal.USAGE,
            path + " is a saved plan, no manifest",
            "Carry it out with: ftctl apply "
                + ShellWord.of(path)
                + "; without it ftctl plan makes a new one.");
      }
    }
  }
}
