package dev.ftctl.cli.fleet;

import dev.ftctl.cli.process.Run;
import dev.ftctl.render.Markdown;
import dev.ftctl.render.fleet.FleetJson;
import dev.ftctl.render.fleet.FleetMarkdown;
import dev.ftctl.render.fleet.FleetReport;
import dev.ftctl.render.fleet.FleetRow;
import dev.ftctl.render.fleet.FleetText;
import dev.ftctl.render.fleet.Section;
import dev.ftctl.render.fleet.Sections;
import dev.ftctl.render.fleet.Shard;
import java.util.List;
import java.util.Optional;

/// What a fleet prints, account by account: no more of one is kept than the result has room for.
sealed interface Telling {

  /// Before the first account.
  void begin(String command, Optional<Shard> shard, Chosen chosen);

  void account(Finished finished);

  void end(FleetReport report);

  /// What of an account's section belongs in the report too; empty for nothing.
  default String section(FleetRow row) {
    return "";
  }

  /// For people: what the command alone prints, below a line that names the account.
  record AsText(Run run, FleetText text) implements Telling {

    @Override
    public void begin(String command, Optional<Shard> shard, Chosen chosen) {}

    @Override
    public void account(Finished finished) {
      FleetRow row = finished.row();
      run.output().result(text.head(row));
      if (finished.printed().isBlank()) {
        run.output().result(FleetText.instead(row));
      } else {
        run.output().adopt(finished.printed());
      }
      run.output().adopt("\n");
    }

    @Override
    public void end(FleetReport report) {
      run.output().result(text.closing(report));
    }
  }

  /// One document, of which each account's is a part.
  final class AsJson implements Telling {

    private final Run run;
    private boolean isFirst = true;

    AsJson(Run run) {
      this.run = run;
    }

    @Override
    public void begin(String command, Optional<Shard> shard, Chosen chosen) {
      run.output().document(FleetJson.head(command, shard, chosen.all()));
    }

    @Override
    public void account(Finished finished) {
      List<FleetJson.Part> result =
          finished.printed().isBlank()
              ? List.of()
              : List.of(new FleetJson.Part("result", finished.printed()));
      run.output().document(FleetJson.account(finished.row(), isFirst, result));
      isFirst = false;
    }

    @Override
    public void end(FleetReport report) {
      run.output().document(FleetJson.end(report));
    }
  }

  /// One comment. What a command has no Markdown for is a block of code.
  final class AsMarkdown implements Telling {

    private final Run run;
    private final boolean isMarkdown;
    private final Sections sections = new Sections();

    AsMarkdown(Run run, boolean isMarkdown) {
      this.run = run;
      this.isMarkdown = isMarkdown;
    }

    @Override
    public void begin(String command, Optional<Shard> shard, Chosen chosen) {}

    @Override
    public void account(Finished finished) {
      String printed = finished.printed() + (isMarkdown ? "" : finished.told());
      if (!printed.isBlank()) {
        String comment =
            isMarkdown ? printed : Markdown.block("text", printed.strip().lines().toList());
        sections.add(finished.row(), Section.of(comment));
      }
    }

    @Override
    public String section(FleetRow row) {
      Section kept = sections.kept().get(row.environment());
      return kept == null ? "" : kept.whole().isEmpty() ? kept.brief() : kept.whole();
    }

    @Override
    public void end(FleetReport report) {
      run.output().document(FleetMarkdown.of(report, sections.kept()));
    }
  }
}
