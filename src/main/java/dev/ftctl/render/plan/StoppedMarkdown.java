package dev.ftctl.render.plan;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.render.English;
import java.util.List;

/// The comment of a pull request where something stopped the plan: with the marker of every plan,
/// so that it takes the place of the last one, which is no longer true.
public final class StoppedMarkdown {

  private StoppedMarkdown() {}

  /// The whole comment, ended by a line end.
  ///
  /// @param accountId empty where what stopped the plan came before anybody knew
  /// @param problems at least one, an error
  public static String of(String accountId, String environment, List<Problem> problems) {
    List<Problem> errors = problems.stream().filter(Problem::isError).toList();
    var text = new StringBuilder(MarkdownParts.marker(accountId, environment));
    text.append("### ftctl plan: **no plan**, ")
        .append(English.count(errors.size(), "error"))
        .append("\n\n");
    MarkdownParts.alert("CAUTION", errors.stream().map(MarkdownParts::line).toList(), text);
    return text.append("What would change is not known until this is mended.\n").toString();
  }
}
