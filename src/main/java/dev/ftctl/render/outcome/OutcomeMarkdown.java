package dev.ftctl.render.outcome;

import dev.ftctl.apply.Outcome;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.plan.Plan;
import dev.ftctl.render.English;
import dev.ftctl.render.Markdown;
import dev.ftctl.render.MarkdownParts;
import dev.ftctl.render.PlaceLinks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// What an apply did, for the summary of a job or a comment: what failed and what is left first,
/// what went as asked folded at the end. The first line is a hidden marker, as that of a plan. At
/// most [#LONGEST] characters; what went as asked goes first. Equal outcomes give equal bytes.
public final class OutcomeMarkdown {

  /// GitHub's limit of a comment.
  public static final int LONGEST = 65_536;

  private static final int KEPT_FOR_FOOT = 2_000;
  private static final int NAMED = 3;
  private static final String TABLE = "| step | how it ended | why |\n|-|-|-|\n";

  /// @param readBack what looking back at the writes came to, as a sentence; empty for nothing
  /// @param left what was read back and is not as the manifests say
  /// @param notKept fields that Fivetran took and does not have
  /// @param lost what the run was to leave behind and could not
  public record Told(
      Outcomes outcomes,
      String readBack,
      List<String> left,
      List<Problem> notKept,
      List<String> lost) {

    public Told {
      left = List.copyOf(left);
      notKept = List.copyOf(notKept);
      lost = List.copyOf(lost);
    }
  }

  private final Told told;
  private final PlaceLinks links;
  private final OutcomeCounts counts;
  private final StringBuilder text = new StringBuilder();

  private OutcomeMarkdown(Told told, PlaceLinks links) {
    this.told = told;
    this.links = links;
    this.counts = OutcomeCounts.of(told.outcomes());
  }

  /// The whole summary, ended by a line end.
  ///
  /// @param header of the plan that was carried out
  public static String of(Plan.Header header, Told told, PlaceLinks links) {
    return new OutcomeMarkdown(told, links).text(header);
  }

  private String text(Plan.Header header) {
    text.append(MarkdownParts.marker("apply", header.accountId(), header.environment()));
    text.append("### ftctl apply: ").append(title()).append("\n\n");
    text.append(Markdown.code(header.account()));
    if (!header.environment().isEmpty()) {
      text.append(" · environment ").append(Markdown.code(header.environment()));
    }
    text.append(" · ").append(English.count(counts.writes(), "write")).append("\n\n");
    MarkdownParts.alert("CAUTION", failures(), text);
    MarkdownParts.alert("WARNING", left(), text);
    table();
    done();
    if (!told.readBack().isEmpty()) {
      text.append(Markdown.text(told.readBack())).append("\n\n");
    }
    return text.append(counts.text()).append('\n').toString();
  }

  private String title() {
    if (told.outcomes().outcomes().isEmpty()) {
      return "nothing to do";
    }
    var parts = new ArrayList<String>();
    add(parts, counts.done(), "done", "");
    add(parts, counts.held(), "held", "");
    add(parts, counts.waiting(), "waiting", "");
    add(parts, counts.unfinished(), "unfinished", "**");
    add(parts, counts.failed(), "failed", "**");
    add(parts, counts.skipped(), "skipped", "**");
    return String.join(", ", parts) + (told.outcomes().interrupted() ? " · **interrupted**" : "");
  }

  private static void add(List<String> parts, long count, String word, String mark) {
    if (count > 0) {
      parts.add(mark + count + " " + word + mark);
    }
  }

  private List<String> failures() {
    var lines = new ArrayList<String>();
    for (Outcome outcome : told.outcomes().outcomes()) {
      if (isFailure(outcome)) {
        String why =
            remarks(outcome).stream().map(Markdown::prose).collect(Collectors.joining(" · "));
        lines.add("> - " + Markdown.code(outcome.step().toString()) + ": " + why + "\n");
      }
    }
    told.lost().forEach(lost -> lines.add("> - " + Markdown.prose(lost) + "\n"));
    return lines;
  }

  /// What a later run has to do, or somebody.
  private List<String> left() {
    var lines = new ArrayList<String>();
    told.left().forEach(one -> lines.add("> - left: " + Markdown.code(one) + "\n"));
    told.notKept().forEach(lost -> lines.add(MarkdownParts.line(lost, links)));
    if (told.outcomes().interrupted()) {
      lines.add("> - interrupted: what is skipped is done by the next apply\n");
    }
    return lines;
  }

  /// What neither failed nor went as asked; steps that ended alike in one row.
  private void table() {
    var alike = new LinkedHashMap<String, List<String>>();
    for (Outcome outcome : told.outcomes().outcomes()) {
      if (!isFailure(outcome) && !isPlain(outcome)) {
        String why =
            remarks(outcome).stream().map(Markdown::cellProse).collect(Collectors.joining("<br>"));
        String how = OutcomeJson.word(outcome) + " | " + why;
        alike.computeIfAbsent(how, first -> new ArrayList<>()).add(outcome.step().toString());
      }
    }
    rows(alike);
  }

  private void rows(SequencedMap<String, List<String>> alike) {
    int rest = 0;
    boolean hasHead = false;
    for (var row : alike.entrySet()) {
      String line = "| " + named(row.getValue()) + " | " + row.getKey() + " |\n";
      if (text.length() + line.length() > LONGEST - KEPT_FOR_FOOT) {
        rest += row.getValue().size();
        continue;
      }
      text.append(hasHead ? "" : TABLE).append(line);
      hasHead = true;
    }
    text.append(hasHead ? "\n" : "");
    if (rest > 0) {
      text.append("And ").append(English.count(rest, "step")).append(" more.\n\n");
    }
  }

  private static String named(List<String> steps) {
    String first =
        steps.stream().limit(NAMED).map(Markdown::cell).collect(Collectors.joining("<br>"));
    return steps.size() <= NAMED ? first : first + "<br>and " + (steps.size() - NAMED) + " more";
  }

  private void done() {
    List<String> lines =
        told.outcomes().outcomes().stream()
            .filter(OutcomeMarkdown::isPlain)
            .map(outcome -> "- " + Markdown.code(outcome.step().toString()) + "\n")
            .toList();
    if (lines.isEmpty()) {
      return;
    }
    text.append("<details><summary>").append(lines.size()).append(" done</summary>\n\n");
    int shown = 0;
    for (String line : lines) {
      if (text.length() + line.length() > LONGEST - KEPT_FOR_FOOT) {
        break;
      }
      text.append(line);
      shown++;
    }
    if (shown < lines.size()) {
      text.append("- and ").append(lines.size() - shown).append(" more\n");
    }
    text.append("\n</details>\n\n");
  }

  private static boolean isPlain(Outcome outcome) {
    return outcome instanceof Outcome.Done done && done.notes().isEmpty();
  }

  private static boolean isFailure(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed failed -> true;
      case Outcome.Broken broken -> true;
      case Outcome.Overtaken overtaken -> true;
      case Outcome.Unfinished unfinished -> true;
      case Outcome.Done done -> false;
      case Outcome.Held held -> false;
      case Outcome.Waiting waiting -> false;
      case Outcome.Skipped skipped -> false;
    };
  }

  private static List<String> remarks(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> done.notes();
      case Outcome.Held held -> List.of(held.why());
      case Outcome.Waiting waiting -> List.of(waiting.why());
      case Outcome.Unfinished unfinished -> before(unfinished.writes(), unfinished.why());
      case Outcome.Overtaken overtaken ->
          before(overtaken.writes(), overtaken.why(), OutcomeJson.PLAN_ANEW);
      case Outcome.Failed failed ->
          before(failed.writes(), failed.message(), OutcomeJson.nextStep(failed));
      case Outcome.Broken broken ->
          before(broken.writes(), OutcomeJson.what(broken), OutcomeJson.REPORT_IT);
      case Outcome.Skipped skipped -> List.of(skipped.because());
    };
  }

  private static List<String> before(List<String> writes, String... why) {
    var all = new ArrayList<String>(List.of(why));
    if (!writes.isEmpty()) {
      all.add("done before: " + String.join(", ", writes));
    }
    return all;
  }
}
