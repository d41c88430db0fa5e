package dev.ftctl.render;

import dev.ftctl.model.problem.Problem;
import java.util.List;

/// The comment of a pull request, or the issue, where something stopped the command: with the
/// marker of every one, so that it takes the place of the last, which is no longer true.
public enum StoppedMarkdown {
  PLAN("plan", "no plan", "What would change is not known until this is mended."),
  DRIFT(
      "drift",
      "nothing is known",
      "Whether the account is as the manifests say is not known until this is mended."),
  APPLY("apply", "stopped", "What was written before, if anything, stands in the journal.");

  private final String command;
  private final String verdict;
  private final String closing;

  StoppedMarkdown(String command, String verdict, String closing) {
    this.command = command;
    this.verdict = verdict;
    this.closing = closing;
  }

  /// The whole comment, ended by a line end.
  ///
  /// @param accountId empty where what stopped the command came before anybody knew
  /// @param problems at least one, an error
  public String of(String accountId, String environment, List<Problem> problems, PlaceLinks links) {
    List<Problem> errors = problems.stream().filter(Problem::isError).toList();
    var text = new StringBuilder(MarkdownParts.marker(command, accountId, environment));
    text.append("### ftctl ")
        .append(command)
        .append(": **")
        .append(verdict)
        .append("**, ")
        .append(English.count(errors.size(), "error"))
        .append("\n\n");
    MarkdownParts.alert(
        "CAUTION",
        errors.stream().map(problem -> MarkdownParts.line(problem, links)).toList(),
        text);
    return text.append(closing).append('\n').toString();
  }
}
