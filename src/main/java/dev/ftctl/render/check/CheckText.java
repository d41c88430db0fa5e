package dev.ftctl.render.check;

import dev.ftctl.check.Difference;
import dev.ftctl.check.TestOutcome;
import dev.ftctl.render.English;
import dev.ftctl.render.Lines;
import dev.ftctl.render.Paint;
import dev.ftctl.render.Tone;
import java.util.ArrayList;
import java.util.List;

/// Tests as people read them: what holds as a line, what fails as a diff of what was expected (`-`)
/// and what came (`+`).
public final class CheckText {

  private final Paint paint;
  private final boolean isQuiet;

  private CheckText(Paint paint, boolean isQuiet) {
    this.paint = paint;
    this.isQuiet = isQuiet;
  }

  /// @param isQuiet whether tests that hold are only counted
  public static String of(CheckReport report, Paint paint, boolean isQuiet) {
    var text = new CheckText(paint, isQuiet);
    var lines = new ArrayList<String>();
    report.outcomes().forEach(outcome -> lines.addAll(text.outcome(outcome)));
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(closing(report));
    return Lines.of(lines);
  }

  private List<String> outcome(TestOutcome outcome) {
    String name = English.printable(outcome.test().name());
    if (outcome.holds()) {
      return isQuiet
          ? List.of()
          : List.of(paint.apply(Tone.GOOD, "ok") + "    " + place(outcome) + "  " + name);
    }
    var lines = new ArrayList<String>();
    lines.add(
        paint.apply(Tone.BAD, "FAIL")
            + "  "
            + place(outcome)
            + "  "
            + paint.apply(Tone.STRONG, name));
    lines.addAll(differences(outcome, paint));
    return lines;
  }

  private static String place(TestOutcome outcome) {
    return English.printable(outcome.test().place().fileAndLine());
  }

  /// Each part that differs, with its lines below.
  static List<String> differences(TestOutcome outcome, Paint paint) {
    var lines = new ArrayList<String>();
    for (Difference difference : outcome.differences()) {
      lines.add("      " + difference.part());
      difference
          .lines()
          .forEach(line -> {
            String indent = line.depth() == 0 ? " " : "     ";
            String text = line.side().sign() + indent + English.printable(line.text());
            lines.add("        " + paint.apply(tone(line.side()), text));
          });
    }
    return lines;
  }

  private static Tone tone(Difference.Side side) {
    return switch (side) {
      case MISSING -> Tone.BAD;
      case EXTRA -> Tone.GOOD;
      case BOTH -> Tone.FAINT;
    };
  }

  /// `12 tests in 3 files: 11 hold, 1 fails (- expected, + came).`
  private static String closing(CheckReport report) {
    int all = report.outcomes().size();
    long failed = report.failed();
    String head =
        English.count(all, "test") + " in " + English.count(report.files(), "file") + ": ";
    if (failed == 0) {
      return head + (all == 1 ? "it holds." : "all hold.");
    }
    long hold = all - failed;
    return head
        + (hold == 1 ? "1 holds, " : hold + " hold, ")
        + (failed == 1 ? "1 fails" : failed + " fail")
        + " (- expected, + came).";
  }
}
