package dev.ftctl.render.drift;

import dev.ftctl.accept.Accepted.Left;
import dev.ftctl.accept.Accepted.Line;
import dev.ftctl.drift.Drift;
import dev.ftctl.drift.NotRead;
import dev.ftctl.plan.Plan;
import dev.ftctl.render.English;
import dev.ftctl.render.Lines;
import dev.ftctl.render.Paint;
import dev.ftctl.render.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/// What `drift --accept` did, as a person reads it. Equal reports give equal bytes.
public final class AcceptText {

  private static final int PLACE_COLUMN = 56;
  private static final int VALUE_COLUMN = 36;

  private final AcceptReport report;
  private final Paint paint;
  private final boolean isQuiet;

  public AcceptText(AcceptReport report, Paint paint, boolean isQuiet) {
    this.report = report;
    this.paint = paint;
    this.isQuiet = isQuiet;
  }

  /// How the files change, as a unified diff.
  public String diff() {
    return report.diff(paint);
  }

  /// The whole text, each line ended.
  public String whole() {
    var lines = new ArrayList<String>();
    lines.add(paint.apply(Tone.STRONG, header()));
    lines.add("");
    if (!isQuiet) {
      accepted(lines);
    }
    left(lines);
    unread(lines);
    lines.add(report.closing());
    lines.add(paint.apply(Tone.STRONG, report.counts()));
    return Lines.of(lines);
  }

  private String header() {
    Plan.Header header = report.header();
    var parts = new StringJoiner(" · ");
    parts.add("ftctl drift --accept").add("account " + header.account());
    if (!header.environment().isEmpty()) {
      parts.add("environment " + header.environment());
    }
    if (!report.base().isEmpty()) {
      parts.add("base " + report.base());
    }
    return parts.toString();
  }

  private void accepted(List<String> lines) {
    if (report.accepted().lines().isEmpty()) {
      return;
    }
    lines.add(paint.apply(Tone.STRONG, report.isWritten() ? "Accepted" : "To be accepted"));
    String last = "";
    for (Line line : report.accepted().lines()) {
      String address = line.drift().subject().address().toString();
      if (!address.equals(last)) {
        lines.add("  " + address);
        last = address;
      }
      String path = "    " + English.printable(line.drift().path().toString());
      String change =
          English.column(path, VALUE_COLUMN, 1) + English.printable(change(line.drift()));
      lines.add(
          English.column(change, PLACE_COLUMN, 2)
              + line.place().fileAndLine()
              + "  "
              + English.printable(line.where()));
    }
    lines.add("");
  }

  /// `60 → 15`; what was not said before is shown alone.
  static String change(Drift drift) {
    String live = drift.live().shown().isEmpty() ? "(not set)" : drift.live().shown();
    return drift.now().isSaid() ? drift.now().shown() + " → " + live : live;
  }

  private void left(List<String> lines) {
    if (report.accepted().left().isEmpty()) {
      return;
    }
    lines.add(paint.apply(Tone.STRONG, "Left"));
    for (Left one : report.accepted().left()) {
      Drift drift = one.drift();
      String path = drift.path().toString();
      String name = drift.subject().address() + (path.isEmpty() ? "" : "  " + path);
      String place = drift.place().fileAndLine();
      lines.add(
          place.isEmpty()
              ? "  " + English.printable(name)
              : English.column("  " + English.printable(name), PLACE_COLUMN, 2) + place);
      if (drift.what() == Drift.What.FIELD) {
        lines.add("    " + English.printable(DriftWords.values(drift)));
      }
      lines.add("    " + paint.apply(Tone.BAD, "! ") + English.printable(one.why()));
    }
    lines.add("");
  }

  private void unread(List<String> lines) {
    if (report.unread().isEmpty() && report.unreadBase().isEmpty()) {
      return;
    }
    lines.add(paint.apply(Tone.STRONG, "Not known"));
    for (NotRead one : report.unread()) {
      String name = one.isKind() ? "undescribed " + one.what() + "s" : one.what();
      lines.add("  " + English.printable((one.isWhole() ? "! " : "# ") + name + ": " + one.why()));
    }
    report
        .unreadBase()
        .forEach(why -> lines.add("  ! the base " + report.base() + " can't be read: " + why));
    lines.add("");
  }
}
