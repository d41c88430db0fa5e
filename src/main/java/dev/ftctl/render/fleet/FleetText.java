package dev.ftctl.render.fleet;

import dev.ftctl.render.English;
import dev.ftctl.render.Lines;
import dev.ftctl.render.Paint;
import dev.ftctl.render.Tone;
import java.util.List;

/// A fleet as a person reads it: a section for each account, and a line that closes them.
public record FleetText(Paint paint) {

  /// What stands above the section of an account.
  public String head(FleetRow row) {
    String name = "=== " + English.printable(row.environment()) + ": " + row.ending() + " ===";
    return Lines.of(List.of(paint.apply(Tone.STRONG, name)));
  }

  /// In place of what the command printed, where it printed nothing.
  public static String instead(FleetRow row) {
    return Lines.of(List.of(row.line().isEmpty() ? "Nothing was printed." : row.line()));
  }

  /// The last line.
  public String closing(FleetReport report) {
    return Lines.of(List.of(paint.apply(Tone.STRONG, FleetWords.closing(report))));
  }

  /// Joined reports: a line for each account, and the last.
  public String of(FleetReport report) {
    int width =
        report.rows().stream().mapToInt(row -> English.length(row.environment())).max().orElse(0);
    var text = new StringBuilder();
    for (FleetRow row : report.rows()) {
      String line =
          English.column(English.printable(row.environment()), width, 2)
              + English.column(row.ending(), "interrupted".length(), 2)
              + English.printable(row.line());
      text.append(Lines.of(List.of(line.stripTrailing())));
    }
    return text + (report.rows().isEmpty() ? "" : "\n") + closing(report);
  }
}
