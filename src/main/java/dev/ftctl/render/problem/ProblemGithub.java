package dev.ftctl.render.problem;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import java.util.stream.Collectors;

/// Problems as workflow commands, which GitHub shows beside the lines of a pull request.
public final class ProblemGithub {

  private ProblemGithub() {}

  /// One line for each problem; nothing when there is none.
  public static String of(ProblemReport report) {
    return report.problems().stream().map(ProblemGithub::line).collect(Collectors.joining());
  }

  private static String line(Problem problem) {
    return "::%s %stitle=%s::%s\n"
        .formatted(
            command(problem),
            place(problem.place()),
            property(problem.rule()),
            data(ProblemReport.sentence(problem)));
  }

  private static String command(Problem problem) {
    return switch (problem.severity()) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }

  private static String place(SourceLocation place) {
    return place.isKnown()
        ? "file=%s,line=%d,endLine=%d,col=%d,endColumn=%d,"
            .formatted(
                property(place.file()),
                place.line(),
                place.line(),
                place.column(),
                place.column() + place.width())
        : "";
  }

  /// The characters that end a command's text.
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /// And those that end a property.
  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
