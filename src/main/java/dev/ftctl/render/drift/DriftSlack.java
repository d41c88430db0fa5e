package dev.ftctl.render.drift;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.drift.DriftReport;
import dev.ftctl.drift.DriftReport.Comparison;
import dev.ftctl.drift.Memory.Status;
import dev.ftctl.drift.Memory.Told;
import dev.ftctl.drift.NotRead;
import dev.ftctl.drift.Remembered;
import dev.ftctl.plan.Plan;
import dev.ftctl.render.English;
import dev.ftctl.render.Json;
import java.util.ArrayList;
import java.util.List;

/// A message for Slack's incoming webhooks, in its blocks: at most 50 of them, each text at most
/// 3,000 characters. What was told before is counted only.
public final class DriftSlack {

  static final int MOST_BLOCKS = 50;
  static final int LONGEST_TEXT = 3_000;
  private static final int LONGEST_HEADER = 150;

  /// Blocks beside the lists: header, closing, what is left out.
  private static final int OTHER_BLOCKS = 4;

  private static final int LONGEST_VALUE = 600;

  private final DriftReport report;
  private final ArrayNode blocks;
  private final ObjectNode json = Json.object();
  private int left;

  private DriftSlack(DriftReport report) {
    this.report = report;
    this.blocks = json.putArray("blocks");
  }

  /// The body of the call; empty where there is a memory and nothing is new or gone, so that nobody
  /// hears the same twice.
  public static String of(DriftReport report) {
    return report.hasNews() || !report.isComplete() ? new DriftSlack(report).text() : "";
  }

  private String text() {
    Plan.Header header = report.header();
    String where =
        header.account() + (header.environment().isEmpty() ? "" : " · " + header.environment());
    String title = "ftctl drift · " + where;
    block("header")
        .putObject("text")
        .put("type", "plain_text")
        .put("text", cut(title, LONGEST_HEADER));
    section(escaped(report.closing(), LONGEST_TEXT) + "\n" + DriftWords.counts(report));
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
    json.put("text", cut(title + ": " + report.closing(), LONGEST_TEXT));
    return Json.text(json);
  }

  private String line(Told one) {
    String field = one.drift().path().toString();
    String standing = DriftWords.standing(one, report.now());
    String owners = String.join(" ", one.drift().subject().owners());
    return "• "
        + code(one.drift().subject().address().toString())
        + (field.isEmpty() ? "" : " " + code(field))
        + ": "
        + escaped(DriftWords.values(one.drift()), LONGEST_VALUE)
        + (standing.isEmpty() ? "" : " _" + standing + "_")
        + (owners.isEmpty() ? "" : " " + escaped(owners, LONGEST_VALUE));
  }

  private String gone(Remembered gone) {
    return "• "
        + code(DriftWords.name(gone))
        + ", was there for "
        + DriftWords.age(gone.since(), report.now());
  }

  private static String unread(NotRead one) {
    return "• " + code(one.what()) + ": " + escaped(one.why(), LONGEST_VALUE);
  }

  /// As many sections as it takes, as long as there is room.
  private void list(String title, List<String> lines) {
    var text = new StringBuilder(lines.isEmpty() ? "" : "*" + title + "*");
    for (String line : lines) {
      if (text.length() + 1 + line.length() > LONGEST_TEXT) {
        flush(text);
      }
      if (blocks.size() >= MOST_BLOCKS - OTHER_BLOCKS) {
        left++;
      } else {
        text.append(text.isEmpty() ? "" : "\n").append(line);
      }
    }
    flush(text);
  }

  private void flush(StringBuilder text) {
    if (!text.isEmpty()) {
      section(text.toString());
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
      block("context")
          .putArray("elements")
          .addObject()
          .put("type", "mrkdwn")
          .put("text", String.join(" · ", words));
    }
  }

  private void section(String text) {
    block("section").putObject("text").put("type", "mrkdwn").put("text", cut(text, LONGEST_TEXT));
  }

  private ObjectNode block(String type) {
    return blocks.addObject().put("type", type);
  }

  private static String code(String text) {
    return "`" + escaped(text, LONGEST_VALUE).replace('`', '\'') + "`";
  }

  /// Slack's three active characters, so that no name mentions or links anything; nothing is cut
  /// within one of their words.
  private static String escaped(String text, int longest) {
    var escaped = new StringBuilder();
    for (int point : English.printable(text).codePoints().toArray()) {
      String one =
          switch (point) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(point);
          };
      if (escaped.length() + one.length() >= longest) {
        return escaped.append('…').toString();
      }
      escaped.append(one);
    }
    return escaped.toString();
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
