package dev.ftctl.cli.fleet;

import dev.ftctl.cli.process.Run;
import dev.ftctl.files.NamedOutput;
import dev.ftctl.model.shown.Inert;
import dev.ftctl.render.fleet.FleetJson;
import dev.ftctl.render.fleet.FleetReport;
import java.util.ArrayList;
import java.util.List;

/// `--report FILE`: what became of each account, as JSON, for whoever joins the reports of shards.
final class ReportFile {

  private final Run run;
  private final NamedOutput file;
  private final StringBuilder accounts = new StringBuilder();

  ReportFile(Run run, NamedOutput file) {
    this.run = run;
    this.file = file;
  }

  /// @param section of a comment; empty for none
  void account(Finished finished, String section) {
    List<FleetJson.Part> more = new ArrayList<>();
    if (!finished.report().isBlank()) {
      more.add(new FleetJson.Part("report", finished.report()));
    }
    if (!section.isEmpty()) {
      more.add(FleetJson.Part.text("section", section));
    }
    accounts.append(FleetJson.account(finished.row(), accounts.isEmpty(), more));
  }

  void write(FleetReport report) {
    String json =
        FleetJson.head(report.command(), report.shard(), report.environments())
            + accounts
            + FleetJson.end(report);
    file.write(Inert.text(run.redaction().mask(json)));
  }
}
