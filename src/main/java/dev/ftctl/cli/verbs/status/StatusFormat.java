package dev.ftctl.cli.verbs.status;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Format;
import dev.ftctl.cli.process.Forms;
import dev.ftctl.cli.process.Run;
import dev.ftctl.operate.status.Fleet;
import dev.ftctl.render.page.StatusPage;
import dev.ftctl.render.status.StatusJson;
import dev.ftctl.render.status.StatusMarkdown;
import dev.ftctl.render.status.StatusMetrics;
import dev.ftctl.render.status.StatusText;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// Prints the health of connections in the format that was asked for.
record StatusFormat(Run run, CommonFlags common) {

  /// By format, which are those beside text and JSON.
  private static final Map<Format, BiFunction<Instant, String, String>> UNREAD =
      Map.of(
          Format.MARKDOWN, StatusMarkdown::unread,
          Format.HTML, StatusPage::unread,
          Format.OPENMETRICS, (at, why) -> StatusMetrics.unread(at));

  static Set<Format> formats() {
    return UNREAD.keySet();
  }

  StatusText text() {
    var terminals = run.console().terminals();
    int width = terminals.out() ? terminals.columns() : StatusText.ENDLESS;
    return new StatusText(common.outPaint(run.console()), width, common.isQuiet);
  }

  void print(Fleet fleet, int exitCode) {
    Forms<Fleet> forms =
        Forms.<Fleet>text(text()::of)
            .with(Format.JSON, each -> StatusJson.of(each, exitCode))
            .with(Format.MARKDOWN, StatusMarkdown::of)
            .with(Format.HTML, StatusPage::of)
            .with(Format.OPENMETRICS, StatusMetrics::of);
    common.print(run.output(), forms.of(common.format, fleet));
  }

  /// What stands in place of a page where the connections could not be read.
  static Optional<String> unread(Format format, Instant at, String why) {
    return Optional.ofNullable(UNREAD.get(format)).map(page -> page.apply(at, why));
  }

  static boolean isForPeople(Format format) {
    return format == Format.TEXT;
  }
}
