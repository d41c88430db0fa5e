package dev.ftctl.cli.fleet;

import dev.ftctl.cli.process.Format;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.process.SharedReading;
import dev.ftctl.files.NamedOutput;
import dev.ftctl.render.fleet.FleetReport;
import dev.ftctl.render.fleet.FleetRow;
import dev.ftctl.render.fleet.FleetText;
import dev.ftctl.render.fleet.Shard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A command for all accounts of a fleet, told in the order of their names.
record FleetRun(Run run, Door door, Asked asked, Chosen chosen, Optional<Shard> shard) {

  /// @param jobs accounts at a time
  /// @param reportFile as typed; empty for none
  /// @return the exit code
  int of(int jobs, String reportFile) {
    if (reportFile.isEmpty()) {
      return of(jobs, Optional.empty());
    }
    Path file = run.console().folder().resolve(reportFile);
    try (var output = NamedOutput.open(run.console().disk(), file)) {
      return of(jobs, Optional.of(new ReportFile(run, output)));
    }
  }

  private int of(int jobs, Optional<ReportFile> kept) {
    String command = asked.lender().name();
    Telling telling = telling();
    var rows = new ArrayList<FleetRow>();
    var lines = new AccountLine(run, asked, format());
    var unchanged = new UnchangedAccounts(run, asked.request(), new SharedReading());
    var alone = new Alone(run, door, lines, unchanged, asked.common().isText());
    telling.begin(command, shard, chosen);
    new Pool(jobs, run.stop())
        .run(
            chosen.own(),
            alone::run,
            finished -> {
              rows.add(finished.row());
              told(finished);
              telling.account(finished);
              kept.ifPresent(file -> file.account(finished, telling.section(finished.row())));
            });
    var report = FleetReport.of(command, shard, chosen.all(), rows);
    telling.end(report);
    kept.ifPresent(file -> file.write(report));
    return report.exitCode();
  }

  /// What it told on stderr, each line with whose it is.
  private void told(Finished finished) {
    if (finished.row().hasWrites()) {
      run.stop().writing(true);
    }
    List<String> lines = finished.told().lines().toList();
    var text = new StringBuilder();
    for (String line : lines) {
      text.append(finished.row().environment()).append(": ").append(line).append('\n');
    }
    if (!lines.isEmpty()) {
      run.output().tellText(text.toString());
    }
  }

  private Telling telling() {
    if (asked.common().isJson()) {
      return new Telling.AsJson(run);
    }
    return asked.common().isText()
        ? new Telling.AsText(run, new FleetText(asked.common().outPaint(run.console())))
        : new Telling.AsMarkdown(run, asked.lender().prints(Format.MARKDOWN));
  }

  /// Of the command itself.
  private Format format() {
    Format format = asked.common().format;
    return asked.lender().prints(format) ? format : Format.TEXT;
  }
}
