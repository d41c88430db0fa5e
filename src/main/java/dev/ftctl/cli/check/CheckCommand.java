package dev.ftctl.cli.check;

import dev.ftctl.check.ManifestTest;
import dev.ftctl.check.TestFile;
import dev.ftctl.check.TestOutcome;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Format;
import dev.ftctl.cli.process.Forms;
import dev.ftctl.cli.process.Run;
import dev.ftctl.manifest.input.Outside;
import dev.ftctl.manifest.input.WorkingTree;
import dev.ftctl.model.FileTree;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.render.check.CheckJson;
import dev.ftctl.render.check.CheckJunit;
import dev.ftctl.render.check.CheckReport;
import dev.ftctl.render.check.CheckText;
import dev.ftctl.yaml.Yaml;
import dev.ftctl.yaml.YamlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ftctl check`: tests of manifests, on the simulator. Reaches nothing but loopback.
@Command(
    name = "check",
    description =
        "Run tests of manifests (*.test.yaml) on the simulator: no account, no network, no"
            + " secrets.")
public final class CheckCommand implements Callable<Integer>, CommonFlags.WithFormats {

  @Mixin CommonFlags common = new CommonFlags();

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files of tests, or folders with some; without any, all of the project.")
  List<String> paths = List.of();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "",
      description = "Project file (default: the nearest ftctl.yaml above each file of tests).")
  String config = "";

  @Option(
      names = "--filter",
      paramLabel = "NAME",
      description = "Only tests whose name holds this text, or fits it where it has * or ?.")
  List<String> filters = List.of();

  private final Forms<CheckReport> forms =
      Forms.<CheckReport>text(this::text)
          .with(Format.JSON, CheckJson::of)
          .with(Format.JUNIT, CheckJunit::of);

  private final Run run;

  public CheckCommand(Run run) {
    this.run = run;
  }

  @Override
  public Set<Format> formats() {
    return forms.formats();
  }

  @Override
  public Integer call() {
    List<Path> files = new TestFinder(run.console().folder(), config).find(paths);
    List<ManifestTest> tests = new NameFilter(filters).of(read(files));
    List<TestOutcome> outcomes = new SideBySide(run, config).run(tests);
    ExitCode code = outcomes.stream().allMatch(TestOutcome::holds) ? ExitCode.OK : ExitCode.FOUND;
    var report = new CheckReport(outcomes, code.number());
    common.print(run.output(), forms.of(common.format, report));
    return code.number();
  }

  private String text(CheckReport report) {
    return CheckText.of(report, common.outPaint(run.console()), common.isQuiet);
  }

  /// @throws ManifestException with every problem of every file
  private List<ManifestTest> read(List<Path> files) {
    var tests = new ArrayList<ManifestTest>();
    var problems = new ArrayList<Problem>();
    var sources = new Sources();
    FileTree tree = new WorkingTree(run.console().folder(), config, paths, List.of());
    for (Path file : files) {
      String shown = ShownPath.of(run.console().folder(), file);
      String path = tree.canonical(shown);
      Optional<byte[]> bytes = tree.read(path);
      if (bytes.isEmpty()) {
        problems.add(
            tree.at(path) == FileTree.Found.OUTSIDE ? Outside.met(tree, path) : unreadable(shown));
        continue;
      }
      YamlFile yaml = Yaml.read(shown, bytes.get());
      sources.put(shown, yaml.lines());
      TestFile.Read read = TestFile.read(shown, yaml);
      tests.addAll(read.tests());
      problems.addAll(read.problems());
    }
    if (problems.stream().anyMatch(Problem::isError)) {
      throw new ManifestException(problems, sources);
    }
    return tests;
  }

  private static Problem unreadable(String shown) {
    return Problem.error(
        SourceLocation.of(shown, 1, 1),
        "unreadable-file",
        "",
        "can't be read, or has more than 10 MB",
        "look at its permissions");
  }
}
