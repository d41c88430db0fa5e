package dev.ftctl.render.plan;

import dev.ftctl.kind.Action;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.manifest.Traced;
import dev.ftctl.plan.PlannedChange;
import dev.ftctl.render.Columns;
import dev.ftctl.render.English;
import dev.ftctl.render.Paint;
import dev.ftctl.render.Tone;
import java.util.ArrayList;
import java.util.List;

/// Explanations as text: a table of the fields of a resource, or the places of one field.
public final class ExplainText {

  private static final int GAP = 2;
  private static final int LONGEST = 48;

  private final Paint paint;

  private ExplainText(Paint paint) {
    this.paint = paint;
  }

  public static String of(List<Explanation> all, Paint paint) {
    var text = new ExplainText(paint);
    return String.join("\n", all.stream().map(text::one).toList());
  }

  private String one(Explanation explained) {
    var lines = new ArrayList<String>();
    String field = explained.asked().toString();
    lines.add(
        (explained.resource().address()
                + (field.isEmpty() ? "" : "  " + English.printable(field))
                + "  "
                + paint.apply(Tone.FAINT, explained.resource().place().fileAndLine()))
            .stripTrailing());
    lines.addAll(
        explained.isOfOneField()
            ? chain(explained.lines().getFirst(), explained)
            : table(explained));
    explained.planned().ifPresent(planned -> lines.addAll(why(planned, explained)));
    return String.join("\n", lines) + "\n";
  }

  private List<String> chain(Explanation.Line line, Explanation explained) {
    var lines = new ArrayList<String>();
    lines.add("  wanted    " + (line.shown().isEmpty() ? "(said nowhere)" : shown(line.shown())));
    if (explained.planned().isPresent()) {
      lines.add("  live      " + live(line, explained));
    }
    var rows = new ArrayList<List<String>>();
    for (Traced.Place place : line.places()) {
      boolean counts = rows.isEmpty();
      rows.add(
          List.of(
              counts ? "  said by " : "  over    ",
              place.what(),
              place.place().toString(),
              shown(place.text()) + (place.source().isEmpty() ? "" : " from " + source(place))));
    }
    Columns.of(rows, GAP).forEach(row -> lines.add(row.stripTrailing()));
    if (line.wanted().isAbsent() && line.places().isEmpty()) {
      lines.add(
          "  No manifest says it: at creation it gets the API's default, and afterwards ftctl"
              + " leaves it as it is.");
    }
    return lines;
  }

  private static String live(Explanation.Line line, Explanation explained) {
    return explained.live().isEmpty()
        ? "(the account has no such object)"
        : line.live().isEmpty() ? "(not told by the API)" : shown(line.live());
  }

  private List<String> table(Explanation explained) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("  FIELD", "WANTED", "LIVE", "SAID BY"));
    for (Explanation.Line line : explained.lines()) {
      String sign = line.changes().isEmpty() || explained.live().isEmpty() ? "  " : "~ ";
      rows.add(
          List.of(
              sign + English.printable(line.path().toString()),
              line.shown().isEmpty() ? "-" : cut(shown(line.shown())),
              line.live().isEmpty() ? "-" : cut(shown(line.live())),
              line.places().isEmpty() ? "its name" : from(line.places())));
    }
    return Columns.of(
        explained.live().isPresent()
            ? rows
            : rows.stream().map(row -> List.of(row.get(0), row.get(1), row.get(3))).toList(),
        GAP);
  }

  private static String from(List<Traced.Place> places) {
    Traced.Place first = places.getFirst();
    String over = places.size() == 1 ? "" : ", over " + English.count(places.size() - 1, "other");
    String source = first.source().isEmpty() ? "" : " from " + source(first);
    return English.printable(first.what()) + " " + first.place() + source + over;
  }

  private static String source(Traced.Place place) {
    String source = place.source();
    return English.printable(
        source.startsWith("csv:") ? "row " + source.substring("csv:".length()) : source);
  }

  private List<String> why(PlannedChange planned, Explanation explained) {
    Action action = planned.change().action();
    List<FieldChange> changes =
        explained.asked().segments().isEmpty()
            ? planned.change().findings().fields()
            : explained.lines().stream()
                .flatMap(line -> line.changes().stream())
                .distinct()
                .toList();
    var lines = new ArrayList<String>();
    lines.add("");
    boolean isElsewhere = changes.isEmpty() && explained.isOfOneField();
    boolean isUnknown = action == Action.NONE && planned.isBlocked();
    lines.add("plan: " + (isUnknown ? "blocked" : head(action, isElsewhere, explained)));
    if (action != Action.CREATE || explained.isOfOneField()) {
      changes.forEach(change -> lines.addAll(new FieldText(paint).lines(change)));
    }
    lines.addAll(remarks(planned));
    return lines;
  }

  /// @param isElsewhere whether what changes is another field
  private static String head(Action action, boolean isElsewhere, Explanation explained) {
    if (action == Action.NONE || isElsewhere) {
      return "nothing to change" + (action == Action.NONE ? "" : " here");
    }
    String word = action.symbol() + " " + action.word();
    return explained.live().isEmpty() ? word + " (the account has no such object)" : word;
  }

  private List<String> remarks(PlannedChange planned) {
    var lines = new ArrayList<String>();
    Findings findings = planned.change().findings();
    for (RiskFinding risk : findings.risks()) {
      lines.add("    risk " + risk.risk().flag() + ": " + English.printable(risk.why()));
    }
    for (String note : findings.notes()) {
      lines.add("    " + paint.apply(Tone.FAINT, "# " + English.printable(note)));
    }
    for (PlannedChange.Block block : planned.blocks()) {
      String fix = block.fix().isEmpty() ? "" : "; " + block.fix();
      String text = "! blocked: " + English.printable(block.reason() + fix);
      lines.add("    " + paint.apply(Tone.BAD, text));
    }
    return lines;
  }

  private static String shown(String text) {
    return English.printable(text);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
