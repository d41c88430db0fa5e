package dev.ftctl.render.drift;

import dev.ftctl.drift.DriftReport;
import dev.ftctl.drift.DriftReport.Comparison;
import dev.ftctl.drift.Memory.Status;
import dev.ftctl.drift.Memory.Told;
import dev.ftctl.drift.NotRead;
import dev.ftctl.drift.Remembered;
import dev.ftctl.drift.Subject;
import dev.ftctl.plan.Plan;
import dev.ftctl.render.Markdown;
import dev.ftctl.render.MarkdownParts;
import dev.ftctl.render.PlaceLinks;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A report of drift in GitHub's Markdown: as a comment or summary, or as the body of an issue that
/// is put in place of the last one. The first line is a hidden marker that is the same for every
/// report of an account and environment. Equal reports give equal bytes.
public final class DriftMarkdown {

  /// GitHub's limit of a comment and of an issue's body.
  public static final int LONGEST = 65_536;

  private static final int KEPT_FOR_FOOT = 4_000;

  /// Of a person or team that may be called by `@`.
  private static final Pattern MENTION = Pattern.compile("@[A-Za-z0-9-]+(/[A-Za-z0-9._-]+)?");

  private final DriftReport report;
  private final PlaceLinks links;
  private final boolean isIssue;
  private final StringBuilder text = new StringBuilder();
  private int left;

  private DriftMarkdown(DriftReport report, PlaceLinks links, boolean isIssue) {
    this.report = report;
    this.links = links;
    this.isIssue = isIssue;
  }

  /// For a comment or a job's summary: nobody is notified.
  public static String of(DriftReport report, PlaceLinks links) {
    return new DriftMarkdown(report, links, false).text();
  }

  /// For an issue: the owners of what is new are called, once.
  public static String issue(DriftReport report, PlaceLinks links) {
    return new DriftMarkdown(report, links, true).text();
  }

  private String text() {
    Plan.Header header = report.header();
    text.append(MarkdownParts.marker("drift", header.accountId(), header.environment()));
    text.append("### ftctl drift: ").append(DriftWords.counts(report)).append("\n\n");
    text.append(Markdown.code(header.account()));
    if (!header.environment().isEmpty()) {
      text.append(" · environment ").append(Markdown.code(header.environment()));
    }
    if (!report.base().isEmpty()) {
      text.append(" · base ").append(Markdown.code(report.base()));
    }
    text.append("\n\n").append(Markdown.text(DriftWords.closing(report))).append("\n\n");
    owners();
    unread();
    for (DriftGroups group : DriftGroups.of(report)) {
      List<String> rows = new ArrayList<>();
      group
          .bySubject()
          .forEach((subject, told) -> told.forEach(one -> rows.add(row(subject, one))));
      table("#### " + group.title() + "\n\n| address | what | source |\n|-|-|-|\n", rows);
    }
    gone();
    if (left > 0) {
      text.append("And ").append(left).append(" more; `ftctl drift --verbose` lists them.\n\n");
    }
    return text.append(Markdown.text(DriftWords.newJudgement(report))).toString().stripTrailing()
        + "\n";
  }

  /// Called once: who has heard of a difference is not called again by an edit of the issue.
  private void owners() {
    List<Told> fresh =
        report.memory() == Comparison.FIRST ? report.breaches() : report.with(Status.NEW);
    List<String> owners =
        DriftWords.owners(fresh).stream().filter(one -> MENTION.matcher(one).matches()).toList();
    if (isIssue && !owners.isEmpty()) {
      text.append("New for ").append(String.join(" ", owners)).append("\n\n");
    }
  }

  private void unread() {
    if (report.unread().isEmpty() && report.unreadBase().isEmpty()) {
      return;
    }
    text.append("> [!WARNING]\n");
    for (NotRead one : report.unread()) {
      line("> - " + Markdown.code(one.what()) + ": " + Markdown.text(one.why()) + "\n");
    }
    for (String why : report.unreadBase()) {
      line("> - the base can't be read: " + Markdown.text(why) + "\n");
    }
    text.append("\n");
  }

  private String row(Subject subject, Told one) {
    String field = one.drift().path().toString();
    String what =
        (field.isEmpty() ? "" : Markdown.cell(field) + " ")
            + Markdown.text(DriftWords.values(one.drift()));
    String standing = Markdown.text(DriftWords.standing(one, report.now()));
    return "| "
        + subject(subject)
        + " | "
        + below(what, standing)
        + " | "
        + MarkdownParts.place(one.drift().place(), links)
        + " |\n";
  }

  /// The address, with whose it is.
  static String subject(Subject subject) {
    String owners = subject.owners().stream().map(Markdown::text).collect(Collectors.joining(" "));
    return below(Markdown.cell(subject.address().toString()), owners);
  }

  private static String below(String first, String second) {
    return second.isEmpty() ? first : first + "<br>" + second;
  }

  private void gone() {
    List<String> rows = new ArrayList<>();
    for (Remembered gone : report.gone()) {
      rows.add(
          "- "
              + Markdown.code(DriftWords.name(gone))
              + ", was there for "
              + DriftWords.age(gone.since(), report.now())
              + "\n");
    }
    if (!rows.isEmpty()) {
      table("#### Gone since the last run\n\n", rows);
    }
  }

  private void table(String head, List<String> rows) {
    if (text.length() + head.length() + rows.getFirst().length() > LONGEST - KEPT_FOR_FOOT) {
      left += rows.size();
      return;
    }
    text.append(head);
    rows.forEach(this::line);
    text.append("\n");
  }

  private void line(String line) {
    if (text.length() + line.length() > LONGEST - KEPT_FOR_FOOT) {
      left++;
    } else {
      text.append(line);
    }
  }
}
