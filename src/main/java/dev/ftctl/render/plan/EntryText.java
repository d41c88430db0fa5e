package dev.ftctl.render.plan;

import dev.ftctl.impact.Impact;
import dev.ftctl.kind.Action;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.plan.PlannedChange;
import dev.ftctl.render.English;
import dev.ftctl.render.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// One resource of a plan (or several folded ones) as lines: a head, the fields, notes, blocks.
final class EntryText {

  private static final int ADDRESS_COLUMN = 11;
  private static final int PLACE_COLUMN = 63;

  private final PlanLook look;
  private final FieldText fieldText;

  EntryText(PlanLook look) {
    this.look = look;
    this.fieldText = new FieldText(look.paint());
  }

  List<String> lines(Fold fold) {
    var lines = new ArrayList<String>();
    lines.add(head(fold));
    Findings findings = fold.first().findings();
    boolean withFields = look.isExpanded() || fold.first().action() != Action.CREATE;
    if (withFields) {
      findings.fields().forEach(field -> lines.addAll(fieldText.lines(field)));
    }
    if (fold.isFolded()) {
      lines.add(
          faint(
              fold.entries().stream()
                  .map(entry -> entry.address().instance())
                  .collect(Collectors.joining(" "))));
    }
    if (!look.isQuiet()) {
      lines.addAll(remarks(fold.first()));
    }
    fold.first().findings().problems().stream()
        .filter(problem -> !isBlock(problem, fold.first()))
        .forEach(problem -> lines.add(problem(problem, fold.first().place())));
    lines.addAll(impact(fold.first().impact()));
    fold.first().blocks().forEach(block -> lines.add(block(block)));
    return lines;
  }

  /// Asked for by a flag, so that `-q` leaves it in.
  private List<String> impact(Impact impact) {
    var lines = new ArrayList<String>();
    if (!ImpactWords.isTold(impact)) {
      return lines;
    }
    if (!ImpactWords.isFelt(impact)) {
      lines.add(faint(ImpactWords.line(impact)));
      return lines;
    }
    lines.add("    " + look.paint().apply(Tone.BAD, "! " + ImpactWords.line(impact)));
    ImpactWords.names(impact, look.isExpanded()).forEach(names -> lines.add("      " + names));
    if (!look.isQuiet()) {
      impact.notes().forEach(note -> lines.add(faint(note)));
    }
    return lines;
  }

  private String head(Fold fold) {
    PlanReport.Entry entry = fold.first();
    String word =
        entry.action() == Action.NONE
            ? entry.blocks().isEmpty() ? "  unchanged" : "! blocked"
            : entry.action().symbol() + " " + entry.action().word();
    String left = English.column(word, ADDRESS_COLUMN, 1);
    String address =
        fold.isFolded()
            ? AddressPattern.instancesOf(entry.address())
                + "   "
                + fold.entries().size()
                + " of "
                + entry.instances()
                + " instances, identical"
            : entry.address().toString();
    String padded = English.column(left + address, PLACE_COLUMN, 2).substring(word.length());
    String reason = entry.reason().isEmpty() ? "" : "  " + entry.reason();
    return (look.paint().apply(tone(entry.action()), word)
            + padded
            + entry.place().fileAndLine()
            + reason)
        .stripTrailing();
  }

  private static Tone tone(Action action) {
    return switch (action) {
      case CREATE -> Tone.GOOD;
      case UPDATE, MOVE -> Tone.CHANGED;
      case REPLACE, DELETE -> Tone.BAD;
      case NONE -> Tone.FAINT;
    };
  }

  private List<String> remarks(PlanReport.Entry entry) {
    Findings findings = entry.findings();
    var remarks = new ArrayList<String>();
    if (findings.unchanged() > 0 && entry.action() != Action.NONE) {
      remarks.add(faint(findings.unchanged() + " unchanged"));
    }
    findings.notes().forEach(note -> remarks.add(faint(English.printable(note))));
    if (findings.followUp() && findings.notes().isEmpty() && entry.blocks().isEmpty()) {
      remarks.add(faint("apply goes on where it was left"));
    }
    return remarks;
  }

  private String faint(String remark) {
    return "    " + look.paint().apply(Tone.FAINT, "# " + remark);
  }

  /// With the place where that is another than the document's own.
  private String problem(Problem problem, SourceLocation document) {
    String fix = problem.fix().isEmpty() ? "" : "; " + problem.fix();
    String place =
        problem.place().isKnown() && !problem.place().fileAndLine().equals(document.fileAndLine())
            ? problem.place().fileAndLine() + ": "
            : "";
    String text = English.printable(problem.message() + fix);
    return problem.isError()
        ? "    " + look.paint().apply(Tone.BAD, "! " + text)
        : faint(problem.severity().name().toLowerCase(Locale.ROOT) + ": " + place + text);
  }

  /// What blocks is told once.
  private static boolean isBlock(Problem problem, PlanReport.Entry entry) {
    return problem.isError()
        && entry.blocks().stream().anyMatch(block -> block.reason().equals(problem.message()));
  }

  private String block(PlannedChange.Block block) {
    String fix = block.fix().isEmpty() ? "" : "; " + block.fix();
    return "    " + look.paint().apply(Tone.BAD, "! blocked: " + block.reason() + fix);
  }
}
