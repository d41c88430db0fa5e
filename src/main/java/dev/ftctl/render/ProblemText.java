package dev.ftctl.render;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.Severity;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.problem.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Problems as a person reads them: place, subject, message, the lines around it, a caret, how to
/// mend it.
public final class ProblemText {

  private final Sources sources;
  private final Paint paint;

  public ProblemText(Sources sources, Paint paint) {
    this.sources = sources;
    this.paint = paint;
  }

  /// All problems, each line ended, and a closing line that counts them.
  public String of(List<Problem> problems) {
    var text = new StringBuilder();
    problems.stream().sorted().forEach(problem -> text.append(of(problem)));
    return text.append(closing(problems)).append('\n').toString();
  }

  /// One problem, each line ended.
  public String of(Problem problem) {
    var lines = new ArrayList<String>();
    lines.add(head(problem));
    List<String> excerpt = problem.place().isKnown() ? sources.excerpt(problem.place()) : List.of();
    if (!excerpt.isEmpty()) {
      lines.addAll(Excerpt.lines(problem.place(), excerpt, problem.fix()));
    } else {
      lines.addAll(below(problem));
    }
    return Lines.of(lines);
  }

  /// The lines below the message of what stands in no file: the key that was used, what to do next,
  /// and last the number under which Fivetran finds the call.
  public static List<String> below(Problem problem) {
    String key = problem.call().key();
    String number = problem.call().requestId();
    return Stream.of(
            key.isEmpty() ? "" : "used: " + key,
            problem.fix(),
            number.isEmpty() ? "" : "X-Request-Id " + number)
        .filter(line -> !line.isEmpty())
        .map(line -> "  " + English.printable(line))
        .toList();
  }

  private String head(Problem problem) {
    String word = problem.severity().name().toLowerCase(Locale.ROOT) + ":";
    SourceLocation place = problem.place();
    String where = place.isKnown() ? " " + place + ":" : "";
    String whom = problem.subject().isEmpty() ? "" : " " + problem.subject() + ":";
    return paint.apply(tone(problem.severity()), word)
        + English.printable(where + whom + " " + problem.message());
  }

  private static Tone tone(Severity severity) {
    return switch (severity) {
      case ERROR -> Tone.BAD;
      case WARNING -> Tone.CHANGED;
      case NOTE -> Tone.FAINT;
    };
  }

  /// `3 errors and 1 warning in 2 files`.
  private static String closing(List<Problem> problems) {
    long errors = problems.stream().filter(Problem::isError).count();
    long warnings =
        problems.stream().filter(problem -> problem.severity() == Severity.WARNING).count();
    long files =
        problems.stream()
            .map(Problem::place)
            .filter(SourceLocation::isKnown)
            .map(SourceLocation::file)
            .distinct()
            .count();
    var counts = new ArrayList<String>();
    if (errors > 0 || warnings == 0) {
      counts.add(English.count(errors, "error"));
    }
    if (warnings > 0) {
      counts.add(English.count(warnings, "warning"));
    }
    return String.join(" and ", counts) + (files == 0 ? "" : " in " + English.count(files, "file"));
  }
}
