package dev.ftctl.render.drift;

import dev.ftctl.accept.Accepted.Left;
import dev.ftctl.accept.Accepted.Line;
import dev.ftctl.drift.Drift;
import dev.ftctl.drift.NotRead;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.plan.Plan;
import dev.ftctl.render.Markdown;
import dev.ftctl.render.MarkdownParts;
import dev.ftctl.render.PlaceLinks;
import java.util.ArrayList;
import java.util.List;

/// What `drift --accept` did in GitHub's Markdown, for the pull request that it makes. Equal
/// reports give equal bytes.
public final class AcceptMarkdown {

  private static final int KEPT_FOR_FOOT = 2_000;

  private final AcceptReport report;
  private final PlaceLinks links;
  private final StringBuilder text = new StringBuilder();
  private int more;

  private AcceptMarkdown(AcceptReport report, PlaceLinks links) {
    this.report = report;
    this.links = links;
  }

  public static String of(AcceptReport report, PlaceLinks links) {
    return new AcceptMarkdown(report, links).text();
  }

  private String text() {
    Plan.Header header = report.header();
    text.append(MarkdownParts.marker("accept", header.accountId(), header.environment()));
    text.append("### ftctl drift --accept\n\n").append(Markdown.code(header.account()));
    if (!header.environment().isEmpty()) {
      text.append(" · environment ").append(Markdown.code(header.environment()));
    }
    if (!report.base().isEmpty()) {
      text.append(" · base ").append(Markdown.code(report.base()));
    }
    text.append("\n\n").append(Markdown.prose(report.closing())).append("\n\n");
    unread();
    List<String> left = new ArrayList<>();
    report.accepted().left().forEach(one -> left.add(row(one)));
    table("#### Left\n\n| address | what, and why | source |\n|-|-|-|\n", left);
    List<String> lines = new ArrayList<>();
    report.accepted().lines().forEach(line -> lines.add(row(line)));
    String title = report.isWritten() ? "Accepted" : "To be accepted";
    table("#### " + title + "\n\n| address | what, and where | source |\n|-|-|-|\n", lines);
    if (more > 0) {
      text.append("And ").append(more).append(" more.\n\n");
    }
    return text.append(Markdown.text(report.counts())).append("\n").toString();
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

  private String row(Line line) {
    return row(
        line.drift(), Markdown.text(AcceptText.change(line.drift())), line.where(), line.place());
  }

  private String row(Left one) {
    return row(
        one.drift(), Markdown.text(DriftWords.values(one.drift())), one.why(), one.drift().place());
  }

  private String row(Drift drift, String values, String words, SourceLocation place) {
    String field = drift.path().toString();
    return "| "
        + DriftMarkdown.subject(drift.subject())
        + " | "
        + (field.isEmpty() ? "" : Markdown.cell(field) + " ")
        + values
        + (words.isEmpty() ? "" : "<br>" + Markdown.cellProse(words))
        + " | "
        + MarkdownParts.place(place, links)
        + " |\n";
  }

  private void table(String head, List<String> rows) {
    if (rows.isEmpty()) {
      return;
    }
    if (text.length() + head.length() > DriftMarkdown.LONGEST - KEPT_FOR_FOOT) {
      more += rows.size();
      return;
    }
    text.append(head);
    rows.forEach(this::line);
    text.append("\n");
  }

  private void line(String line) {
    if (text.length() + line.length() > DriftMarkdown.LONGEST - KEPT_FOR_FOOT) {
      more++;
    } else {
      text.append(line);
    }
  }
}
