package dev.ftctl.render.drift;

import dev.ftctl.drift.DriftReport;
import dev.ftctl.drift.DriftReport.Comparison;
import dev.ftctl.drift.Memory.Status;
import dev.ftctl.drift.Memory.Told;
import dev.ftctl.drift.NotRead;
import dev.ftctl.drift.Remembered;
import dev.ftctl.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/// A message for Slack's incoming webhooks, in its blocks: at most 50 of them, each text at most
/// 3,000 characters. What was told before is counted only.
public final class DriftSlack {

  /// Blocks beside the lists: header, closing, what is left out.
  private static final int OTHER_BLOCKS = 4;

  private final DriftReport report;
  private final SlackMessage message;
  private int left;

  private DriftSlack(DriftReport report) {
    this.report = report;
    Plan.Header header = report.header();
    this.message =
        new SlackMessage(
            header.account()
                + (header.environment().isEmpty() ? "" : " · " + header.environment()));
  }

  /// The body of the call; empty where there is a memory and nothing is new or gone, so that nobody
  /// hears the same twice.
  public static String of(DriftReport report) {
    return report.hasNews() || !report.isComplete() ? new DriftSlack(report).text() : "";
  }

  private String text() {
    message.section(
        SlackMessage.escaped(DriftWords.closing(report), SlackMessage.LONGEST_TEXT)
            + "\n"
            + DriftWords.counts(report));
    boolean isTold = report.memory() == Comparison.DONE;
    for (DriftGroups group : DriftGroups.of(report)) {
      List<String> lines = new ArrayList<>();
      for (List<Told> of : group.bySubject().values()) {
        of.stream()
            .filter(one -> !isTold || one.status() == Status.NEW)
            .forEach(one -> lines.add(line(one)));
      }
      list(group.title(), lines);
    }
    list("Gone since the last run", report.gone().stream().map(this::gone).toList());
    list("Not known", report.unread().stream().map(DriftSlack::unread).toList());
    context();
    return message.text(DriftWords.closing(report));
  }

  private String line(Told one) {
    String field = one.drift().path().toString();
    String standing = DriftWords.standing(one, report.now());
    String owners = String.join(" ", one.drift().subject().owners());
    return "• "
        + SlackMessage.code(one.drift().subject().address().toString())
        + (field.isEmpty() ? "" : " " + SlackMessage.code(field))
        + ": "
        + SlackMessage.escaped(DriftWords.values(one.drift()), SlackMessage.LONGEST_VALUE)
        + (standing.isEmpty() ? "" : " _" + standing + "_")
        + (owners.isEmpty() ? "" : " " + SlackMessage.escaped(owners, SlackMessage.LONGEST_VALUE));
  }

  private String gone(Remembered gone) {
    return "• "
        + SlackMessage.code(DriftWords.name(gone))
        + ", was there for "
        + DriftWords.age(gone.since(), report.now());
  }

  private static String unread(NotRead one) {
    return "• "
        + SlackMessage.code(one.what())
        + ": "
        + SlackMessage.escaped(one.why(), SlackMessage.LONGEST_VALUE);
  }

  /// As many sections as it takes, as long as there is room.
  private void list(String title, List<String> lines) {
    var text = new StringBuilder(lines.isEmpty() ? "" : "*" + title + "*");
    for (String line : lines) {
      if (text.length() + 1 + line.length() > SlackMessage.LONGEST_TEXT) {
        flush(text);
      }
      if (message.size() >= SlackMessage.MOST_BLOCKS - OTHER_BLOCKS) {
        left++;
      } else {
        text.append(text.isEmpty() ? "" : "\n").append(line);
      }
    }
    flush(text);
  }

  private void flush(StringBuilder text) {
    if (!text.isEmpty()) {
      message.section(text.toString());
      text.setLength(0);
    }
  }

  private void context() {
    var words = new ArrayList<String>();
    int still = report.with(Status.STILL).size();
    if (still > 0) {
      words.add(still + " more told before");
    }
    if (left > 0) {
      words.add(left + " more that this message has no room for");
    }
    String judgement = DriftWords.newJudgement(report);
    if (!judgement.isEmpty()) {
      words.add(judgement);
    }
    if (!words.isEmpty()) {
      message.context(String.join(" · ", words));
    }
  }
}
