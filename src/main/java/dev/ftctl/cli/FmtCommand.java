package dev.ftctl.cli;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.files.WholeFile;
import dev.ftctl.manifest.ManifestFormat;
import dev.ftctl.manifest.input.WorkingTree;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.render.English;
import dev.ftctl.render.ProblemJson;
import dev.ftctl.render.ProblemText;
import dev.ftctl.render.plan.FileDiff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ftctl fmt`: manifests in the house format. Touches white space only.
@Command(
    name = "fmt",
    description = "Format manifests; comments, blank lines, order and meaning stay.")
public final class FmtCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files or folders; without any, the project's manifests and its project file.")
  List<String> paths = List.of();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "",
      description = "Project file (default: ftctl.yaml, looked for upwards).")
  String config = "";

  @Option(
      names = "--allow-path",
      paramLabel = "DIR",
      description = "Let links of the manifests lead here, outside of the repository.")
  List<String> opened = List.of();

  @Option(
      names = "--check",
      description = "Write nothing; print a diff and exit 3 when a file is not formatted.")
  boolean isCheck;

  private final Run run;

  public FmtCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    var tree = new WorkingTree(run.console().folder(), config, paths, opened);
    List<ManifestFormat.Entry> all = ManifestFormat.of(tree, config, paths, run.redaction());
    List<ManifestFormat.Entry> changed =
        all.stream().filter(entry -> entry.file().isChanged()).toList();
    if (!isCheck) {
      changed.forEach(this::write);
    }
    ExitCode code = code(all, changed);
    if (common.isJson()) {
      run.output().document(ProblemJson.ofFormat(names(changed), problems(all), code.number()));
    } else {
      print(changed);
      tell(all, changed);
    }
    return code.number();
  }

  private ExitCode code(List<ManifestFormat.Entry> all, List<ManifestFormat.Entry> changed) {
    if (!problems(all).isEmpty()) {
      return ExitCode.INVALID;
    }
    return isCheck && !changed.isEmpty() ? ExitCode.FOUND : ExitCode.OK;
  }

  private static List<Problem> problems(List<ManifestFormat.Entry> all) {
    return all.stream().flatMap(entry -> entry.file().problems().stream()).sorted().toList();
  }

  private static List<String> names(List<ManifestFormat.Entry> entries) {
    return entries.stream().map(ManifestFormat.Entry::shown).toList();
  }

  /// A link stays one: what it points to is written, unless that lies outside of the repository.
  private void write(ManifestFormat.Entry entry) {
    try {
      Path file = Path.of(entry.path());
      Path real = file.toRealPath();
      Path repository = repository();
      if (file.startsWith(repository) && !real.startsWith(repository.toRealPath())) {
        throw new RefusedException(
            Refusal.FAILED,
            entry.shown() + " leads out of the repository, to " + real + ", and is not formatted",
            "Remove the link, or format that file itself.");
      }
      WholeFile.write(run.console().disk(), real, entry.file().after());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /// The nearest folder upwards that git keeps, else the working folder.
  private Path repository() {
    Path here = run.console().folder();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        return folder;
      }
    }
    return here;
  }

  private void print(List<ManifestFormat.Entry> changed) {
    for (ManifestFormat.Entry entry : changed) {
      if (isCheck) {
        run.output().document(diff(entry));
      } else {
        run.output().result(English.printable(entry.shown()) + "\n");
      }
    }
  }

  private String diff(ManifestFormat.Entry entry) {
    return FileDiff.of(
        entry.shown(), entry.file().before(), entry.file().after(), common.outPaint(run.console()));
  }

  private void tell(List<ManifestFormat.Entry> all, List<ManifestFormat.Entry> changed) {
    List<Problem> problems = problems(all);
    if (!problems.isEmpty()) {
      var sources = new Sources();
      all.forEach(entry -> sources.put(entry.shown(), entry.file().lines()));
      run.output().tellText(new ProblemText(sources, common.errPaint(run.console())).of(problems));
    }
    if (!common.isQuiet) {
      String files = changed.size() + " of " + all.size() + " files ";
      run.output().tell(isCheck ? files + "would be formatted." : files + "formatted.");
    }
  }
}
