package dev.ftctl.cli.flags;

import dev.ftctl.cli.process.Run;
import dev.ftctl.manifest.input.ReadRequest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/// Which project, for a command that takes no paths of manifests.
public final class ProjectFlags {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "",
      description = "Project file (default: ftctl.yaml, looked for upwards).")
  String config = "";

  @Option(
      names = "--env",
      paramLabel = "NAME",
      defaultValue = "",
      description = "The environment: its account, variables and overlays.")
  String environment = "";

  @Option(names = "--var", paramLabel = "K=V", description = "A variable for the manifests.")
  Map<String, String> variables = new LinkedHashMap<>();

  @Option(
      names = "--var-file",
      paramLabel = "FILE",
      description = "Variables as YAML; --var wins over them.")
  List<String> variableFiles = List.of();

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

  /// The whole project, for a command that reads the account.
  public ReadRequest request(Run run) {
    return request(run, run.console().folder(), run.console().environment());
  }

  /// The project of another folder.
  ///
  /// @param folder that relative paths in it start from
  /// @param seen the environment that manifests see
  public ReadRequest request(Run run, Path folder, Map<String, String> seen) {
    var flags = new ManifestFlags();
    flags.config = config;
    flags.environment = environment;
    flags.variables = this.variables;
    flags.variableFiles = variableFiles;
    flags.opened = opened;
    flags.credentials = credentials;
    return flags.request(run, run.console().clock().instant(), folder, seen).forAccount();
  }
}
