package dev.ftctl.render.problem;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.render.English;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What a check of manifests found, for the formats that other programs read.
///
/// @param problems sorted by place
/// @param sources every file that was read
/// @param version of this program
/// @param exitCode that the problems lead to
public record ProblemReport(List<Problem> problems, Sources sources, String version, int exitCode) {

  public ProblemReport {
    problems = problems.stream().sorted().toList();
  }

  /// Every file that was read or that a problem stands in, sorted.
  List<String> files() {
    return Stream.concat(
            sources.files().stream(),
            problems.stream()
                .map(Problem::place)
                .filter(SourceLocation::isKnown)
                .map(SourceLocation::file))
        .distinct()
        .sorted()
        .toList();
  }

  /// The same with each problem at the path that the function makes of its file's.
  public ProblemReport at(UnaryOperator<String> path) {
    return new ProblemReport(
        problems.stream().map(problem -> moved(problem, path)).toList(),
        sources,
        version,
        exitCode);
  }

  private static Problem moved(Problem problem, UnaryOperator<String> path) {
    SourceLocation place = problem.place();
    return place.isKnown()
        ? new Problem(
            problem.severity(),
            new SourceLocation(
                path.apply(place.file()), place.line(), place.column(), place.width()),
            problem.rule(),
            problem.subject(),
            problem.message(),
            problem.fix())
        : problem;
  }

  /// What is wrong and how to mend it, in one line.
  static String sentence(Problem problem) {
    String subject = problem.subject().isEmpty() ? "" : problem.subject() + ": ";
    String fix = problem.fix().isEmpty() ? "" : "; " + problem.fix();
    return English.printable(subject + problem.said() + fix);
  }
}
