package dev.ftctl.cli;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.files.Folders;
import dev.ftctl.files.Reasons;
import dev.ftctl.files.WholeFile;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.render.StarterText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `ftctl init`: a repository to start from, which works on the simulator as it is.
@Command(
    name = "init",
    description = "Write a starter repository: project file, manifests, workflows.")
public final class InitCommand implements Callable<Integer> {

  /// Where each file of the starter goes, and the resource beside this class that it comes from.
  private static final Map<String, String> FILES =
      new TreeMap<>(
          Map.of(
              "ftctl.yaml", "ftctl.yaml",
              "manifests/warehouse.yaml", "warehouse.yaml",
              "manifests/orders.yaml", "orders.yaml",
              ".gitignore", "gitignore",
              ".github/workflows/ftctl-plan.yml", "ftctl-plan.yml",
              ".github/workflows/ftctl-apply.yml", "ftctl-apply.yml"));

  @Mixin CommonFlags common = new CommonFlags();

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = ".",
      description = "Where to write it (default: here).")
  String folder = ".";

  private final Run run;

  public InitCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    Path root = run.console().folder().resolve(folder).normalize();
    refuseExisting(root);
    refuseLinks(root);
    FILES.forEach((file, resource) ->
        WholeFile.write(
            run.console().disk(), root.resolve(file), ResourceText.of("starter/" + resource)));
    List<String> written = List.copyOf(FILES.keySet());
    common.print(
        run.output(),
        common.isJson() ? StarterText.json(written) : StarterText.of(written, folder));
    return ExitCode.OK.number();
  }

  private static void refuseLinks(Path root) {
    try {
      for (String file : FILES.keySet()) {
        Folders.requireNoLinks(root, root.resolve(file));
      }
    } catch (IOException link) {
      throw new RefusedException(
          Refusal.FAILED,
          "nothing was written, since " + Reasons.of(link),
          "Remove the link, or name another folder: ftctl init DIR.");
    }
  }

  private static void refuseExisting(Path root) {
    List<String> existing =
        FILES.keySet().stream().filter(file -> Files.exists(root.resolve(file))).toList();
    if (!existing.isEmpty()) {
      throw new RefusedException(
          Refusal.FAILED,
          "nothing was written, since these files are there already: "
              + String.join(", ", existing),
          "Move them away, or name another folder: ftctl init DIR.");
    }
  }
}
