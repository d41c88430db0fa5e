package dev.ftctl.cli.verbs.status;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.CommonFlags.Format;
import dev.ftctl.cli.process.Run;
import dev.ftctl.operate.status.Fleet;
import dev.ftctl.render.page.StatusPage;
import dev.ftctl.render.status.StatusJson;
import dev.ftctl.render.status.StatusMarkdown;
import dev.ftctl.render.status.StatusMetrics;
import dev.ftctl.render.status.StatusText;
import java.time.Instant;
import java.util.Optional;

/// Prints the health of connections in the format that was asked for.
record StatusFormat(Run run, CommonFlags common) {

  StatusText text() {
    var terminals = run.console().terminals();
    int width = terminals.out() ? terminals.columns() : StatusText.ENDLESS;
    return new StatusText(common.outPaint(run.console()), width, common.isQuiet);
  }

  void print(Fleet fleet, int exitCode) {
    common.print(
        run.output(),
        switch (common.format) {
          case JSON -> StatusJson.of(fleet, exitCode);
          case MARKDOWN -> StatusMarkdown.of(fleet);
          case HTML -> StatusPage.of(fleet);
          case OPENMETRICS -> StatusMetrics.of(fleet);
          case TEXT, YAML, DOTENV, SARIF, JUNIT, GITHUB, SLACK, GITHUB_ISSUE, MERMAID, DOT, SVG ->
              text().of(fleet);
        });
  }

  /// What stands in place of a page where the connections could not be read.
  static Optional<String> unread(Format format, Instant at, String why) {
    return switch (format) {
      case MARKDOWN -> Optional.of(StatusMarkdown.unread(at, why));
      case HTML -> Optional.of(StatusPage.unread(at, why));
      case OPENMETRICS -> Optional.of(StatusMetrics.unread(at));
      case JSON, TEXT, YAML, DOTENV, SARIF, JUNIT, GITHUB, SLACK, GITHUB_ISSUE, MERMAID, DOT, SVG ->
          Optional.empty();
    };
  }

  static boolean isForPeople(Format format) {
    return format == Format.TEXT;
  }
}
