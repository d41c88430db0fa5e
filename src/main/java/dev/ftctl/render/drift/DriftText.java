package dev.ftctl.render.drift;

import dev.ftctl.drift.DriftClass;
import dev.ftctl.drift.DriftReport;
import dev.ftctl.drift.Memory.Told;
import dev.ftctl.drift.NotRead;
import dev.ftctl.drift.Remembered;
import dev.ftctl.drift.Subject;
import dev.ftctl.plan.Plan;
import dev.ftctl.render.English;
import dev.ftctl.render.Lines;
import dev.ftctl.render.Paint;
import dev.ftctl.render.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/// A report of drift as a person reads it. Equal reports give equal bytes.
public final class DriftText {

  private static final int PLACE_COLUMN = 56;
  private static final int VALUE_COLUMN = 36;
  private static final int STANDING_COLUMN = 84;

  /// Of one subject and class, unless all are asked for.
  private static final int MOST = 20;

  private final DriftReport report;
  private final Paint paint;
  private final boolean isAll;
  private final boolean isQuiet;
  private final List<String> lines = new ArrayList<>();

  private DriftText(DriftReport report, Paint paint, boolean isAll, boolean isQuiet) {
    this.report = report;
    this.paint = paint;
    this.isAll = isAll;
    this.isQuiet = isQuiet;
  }

  /// The whole text, each line ended.
  ///
  /// @param isAll whether everything is listed, also what only reads otherwise
  /// @param isQuiet whether only what breaks the manifests is
  public static String of(DriftReport report, Paint paint, boolean isAll, boolean isQuiet) {
    return new DriftText(report, paint, isAll, isQuiet).text();
  }

  private String text() {
    lines.add(paint.apply(Tone.STRONG, header()));
    lines.add("");
    DriftGroups.of(report).stream()
        .filter(group -> !isQuiet || group.title().startsWith("Breaks"))
        .forEach(this::group);
    if (isAll) {
      DriftGroups normalised =
          DriftGroups.of("The same in Fivetran's words", report.of(DriftClass.NORMALISED));
      if (normalised.size() > 0) {
        group(normalised);
      }
    }
    gone();
    unread();
    report
        .unreadBase()
        .forEach(why ->
            lines.add(
                paint.apply(Tone.BAD, "! the base " + report.base() + " can't be read: " + why)));
    closing();
    return Lines.of(lines);
  }

  private String header() {
    Plan.Header header = report.header();
    var parts = new StringJoiner(" · ");
    parts.add("ftctl drift").add("account " + header.account());
    if (!header.environment().isEmpty()) {
      parts.add("environment " + header.environment());
    }
    parts.add(
        English.count(header.manifests(), "manifest")
            + ", "
            + English.count(header.resources(), "resource"));
    if (!report.base().isEmpty()) {
      parts.add("base " + report.base());
    }
    return parts.toString();
  }

  private void group(DriftGroups group) {
    lines.add(paint.apply(Tone.STRONG, group.title()));
    group.bySubject().forEach(this::subject);
    lines.add("");
  }

  private void subject(Subject subject, List<Told> told) {
    String address = "  " + subject.address();
    String owners = String.join(" ", subject.owners());
    String where = (subject.place().fileAndLine() + "  " + English.printable(owners)).strip();
    boolean isWhole = told.stream().allMatch(one -> one.drift().path().segments().isEmpty());
    if (isWhole) {
      for (Told one : told) {
        String words = DriftWords.values(one.drift()) + standing(one);
        lines.add(
            English.column(address, PLACE_COLUMN, 2)
                + English.printable(words)
                + (where.isEmpty() ? "" : "  " + where));
      }
      return;
    }
    lines.add(where.isEmpty() ? address : English.column(address, PLACE_COLUMN, 2) + where);
    int shown = isAll ? told.size() : Math.min(MOST, told.size());
    told.subList(0, shown).forEach(this::line);
    if (shown < told.size()) {
      lines.add(
          "    " + paint.apply(Tone.FAINT, "# and " + (told.size() - shown) + " more (--verbose)"));
    }
  }

  private void line(Told one) {
    String path = English.printable(one.drift().path().toString());
    String field =
        English.column("    " + (path.isEmpty() ? "(itself)" : path), VALUE_COLUMN, 1)
            + English.printable(DriftWords.values(one.drift()));
    String standing = DriftWords.standing(one, report.now());
    lines.add(standing.isEmpty() ? field : English.column(field, STANDING_COLUMN, 3) + standing);
  }

  private String standing(Told one) {
    String standing = DriftWords.standing(one, report.now());
    return standing.isEmpty() ? "" : "   " + standing;
  }

  private void gone() {
    if (report.gone().isEmpty() || isQuiet) {
      return;
    }
    lines.add(paint.apply(Tone.STRONG, "Gone since the last run"));
    for (Remembered gone : report.gone()) {
      String age = "was there for " + DriftWords.age(gone.since(), report.now());
      lines.add(
          English.column("  " + English.printable(DriftWords.name(gone)), PLACE_COLUMN, 2) + age);
    }
    lines.add("");
  }

  private void unread() {
    if (report.unread().isEmpty()) {
      return;
    }
    lines.add(paint.apply(Tone.STRONG, "Not known"));
    for (NotRead one : report.unread()) {
      String name = one.isKind() ? "undescribed " + one.what() + "s" : one.what();
      Tone tone = one.isWhole() ? Tone.BAD : Tone.FAINT;
      String mark = one.isWhole() ? "! " : "# ";
      lines.add("  " + paint.apply(tone, mark + English.printable(name + ": " + one.why())));
    }
    lines.add("");
  }

  /// Its last line: how much there is of each class.
  public static String counts(DriftReport report) {
    return "Drift: " + DriftWords.counts(report) + ".";
  }

  private void closing() {
    String judgement = DriftWords.newJudgement(report);
    if (!judgement.isEmpty() && !isQuiet) {
      lines.add(judgement);
    }
    lines.add(DriftWords.closing(report));
    lines.add(paint.apply(Tone.STRONG, counts(report)));
  }
}
