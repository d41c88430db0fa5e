package dev.ftctl.render.outcome;

import dev.ftctl.apply.Outcome;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.render.English;
import dev.ftctl.render.Lines;
import dev.ftctl.render.Paint;
import dev.ftctl.render.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the steps of an apply ended, as a person reads it: what went as asked is counted, everything
/// else is told.
public final class OutcomeText {

  private static final int WORD_COLUMN = 13;
  private static final String NOTE = "note";

  private final Paint paint;

  public OutcomeText(Paint paint) {
    this.paint = paint;
  }

  /// The summary, each line ended.
  public String of(Outcomes outcomes) {
    var lines = new ArrayList<String>();
    Map<String, List<Outcome.Held>> held = held(outcomes);
    var skipped = new SkippedSteps(outcomes);
    outcomes.outcomes().forEach(outcome -> lines.addAll(told(outcome, held, skipped)));
    if (!lines.isEmpty()) {
      lines.add("");
    }
    if (outcomes.interrupted()) {
      lines.add("Interrupted: requests in flight were finished; apply again to do the rest.");
    }
    lines.add(paint.apply(Tone.STRONG, closing(outcomes)));
    return Lines.of(lines);
  }

  /// Its last line: how many steps ended how.
  public static String closing(Outcomes outcomes) {
    return OutcomeCounts.of(outcomes).text();
  }

  /// One line for a step that ended, for the progress of a run.
  public String line(Outcome outcome) {
    return head(outcome);
  }

  /// By what holds them: instances of one document are mostly held by the same.
  private static Map<String, List<Outcome.Held>> held(Outcomes outcomes) {
    return outcomes.outcomes().stream()
        .filter(Outcome.Held.class::isInstance)
        .map(Outcome.Held.class::cast)
        .collect(Collectors.groupingBy(Outcome.Held::why));
  }

  private List<String> told(
      Outcome outcome, Map<String, List<Outcome.Held>> held, SkippedSteps skipped) {
    return switch (outcome) {
      case Outcome.Held one -> heldOnce(one, held.getOrDefault(one.why(), List.of(one)));
      case Outcome.Done done -> done.notes().stream().flatMap(note -> noted(done, note)).toList();
      case Outcome.Waiting waiting -> withRemarks(waiting, List.of(waiting.why()), List.of());
      case Outcome.Unfinished unfinished ->
          withRemarks(unfinished, List.of(unfinished.why()), unfinished.writes());
      case Outcome.Overtaken overtaken ->
          withRemarks(
              overtaken, List.of(overtaken.why(), OutcomeJson.PLAN_ANEW), overtaken.writes());
      case Outcome.Failed failed ->
          withRemarks(
              failed, List.of(failed.message(), OutcomeJson.nextStep(failed)), failed.writes());
      case Outcome.Broken broken ->
          withRemarks(
              broken, List.of(OutcomeJson.what(broken), OutcomeJson.REPORT_IT), broken.writes());
      case Outcome.Skipped step when skipped.isGrouped(step) -> skippedOnce(step, skipped);
      case Outcome.Skipped step -> List.of(head(step) + why(step));
    };
  }

  /// That it is done is told as it goes, and counted; what is to be said of it is told here.
  private Stream<String> noted(Outcome.Done done, String note) {
    String head =
        paint.apply(Tone.GOOD, NOTE)
            + " ".repeat(WORD_COLUMN - NOTE.length())
            + done.step().address();
    List<String> lines = note.lines().map(English::printable).toList();
    return Stream.concat(
        Stream.of(head + ": " + (lines.isEmpty() ? "" : lines.getFirst())),
        lines.stream().skip(1).map(line -> "    " + line));
  }

  private List<String> skippedOnce(Outcome.Skipped step, SkippedSteps skipped) {
    if (!skipped.isFirst(step)) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add(head(step, skipped.count(step) + " steps") + why(step));
    skipped.groups(step).forEach(group -> lines.add("    " + English.printable(group)));
    return lines;
  }

  private static String why(Outcome.Skipped step) {
    return " (" + English.printable(step.because()) + ")";
  }

  private List<String> heldOnce(Outcome.Held one, List<Outcome.Held> alike) {
    if (!alike.getFirst().equals(one)) {
      return List.of();
    }
    List<String> lines = withRemarks(one, List.of(one.why()), List.of());
    if (alike.size() > 1) {
      String others =
          alike.stream()
              .skip(1)
              .map(other -> other.step().address().toString())
              .collect(Collectors.joining(" "));
      lines.add("    the same holds: " + others);
    }
    return lines;
  }

  private List<String> withRemarks(Outcome outcome, List<String> remarks, List<String> writes) {
    var lines = new ArrayList<String>();
    lines.add(head(outcome));
    remarks.forEach(
        remark -> remark.lines().forEach(line -> lines.add("    " + English.printable(line))));
    if (!writes.isEmpty()) {
      lines.add("    done before: " + String.join(", ", writes));
    }
    return lines;
  }

  private String head(Outcome outcome) {
    return head(outcome, outcome.step().toString());
  }

  private String head(Outcome outcome, String what) {
    String word = OutcomeJson.word(outcome);
    Tone tone =
        switch (outcome) {
          case Outcome.Done done -> Tone.GOOD;
          case Outcome.Held held -> Tone.CHANGED;
          case Outcome.Waiting waiting -> Tone.CHANGED;
          case Outcome.Unfinished unfinished -> Tone.BAD;
          case Outcome.Overtaken overtaken -> Tone.BAD;
          case Outcome.Failed failed -> Tone.BAD;
          case Outcome.Broken broken -> Tone.BAD;
          case Outcome.Skipped skipped -> Tone.FAINT;
        };
    return paint.apply(tone, word) + " ".repeat(WORD_COLUMN - word.length()) + what;
  }
}
