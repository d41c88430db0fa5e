package dev.ftctl.cli.fleet;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Format;
import dev.ftctl.cli.process.Forms;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.telling.Forge;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.render.fleet.FleetMarkdown;
import dev.ftctl.render.fleet.FleetText;
import dev.ftctl.render.fleet.JoinedReports;
import dev.ftctl.render.fleet.ReadReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `ftctl fleet merge`: the reports of shards as those of one run. Sends nothing.
@Command(
    name = "merge",
    description =
        "Join the reports of shards: one result, one exit code, and the shard that is missing.")
final class FleetMergeCommand implements Callable<Integer>, CommonFlags.WithFormats {

  /// Of one file, in bytes.
  private static final int LARGEST = 256 * 1024 * 1024;

  @Mixin CommonFlags common = new CommonFlags();

  @Parameters(paramLabel = "REPORT", arity = "1..*", description = "What --report wrote.")
  List<String> files = List.of();

  private final Forms<JoinedReports> forms =
      Forms.<JoinedReports>text(this::text)
          .with(Format.JSON, JoinedReports::json)
          .with(Format.MARKDOWN, joined -> FleetMarkdown.of(joined.report(), joined.sections()));

  private final Run run;

  FleetMergeCommand(Run run) {
    this.run = run;
  }

  @Override
  public Set<Format> formats() {
    return forms.formats();
  }

  @Override
  public Optional<String> stopped(Format format, List<Problem> problems) {
    return Optional.of(
        FleetMarkdown.stopped("merge", "", problems, new Forge(run.console()).links()));
  }

  @Override
  public Integer call() {
    var joined = JoinedReports.of(files.stream().map(this::read).toList());
    common.print(run.output(), forms.of(common.format, joined));
    return joined.report().exitCode();
  }

  private String text(JoinedReports joined) {
    return new FleetText(common.outPaint(run.console())).of(joined.report());
  }

  private ReadReport read(String name) {
    try (InputStream in = Files.newInputStream(run.console().folder().resolve(name))) {
      return ReadReport.of(name, new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8));
    } catch (IOException | InvalidPathException unreadable) {
      throw new RefusedException(
          Refusal.USAGE, "the report " + name + " can't be read", "Check the path.");
    }
  }
}
