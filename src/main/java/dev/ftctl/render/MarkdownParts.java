package dev.ftctl.render;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import java.util.List;

/// What the comments of plans and of drift are made of.
public final class MarkdownParts {

  private static final int LONGEST_ALERT = 12_000;

  private MarkdownParts() {}

  /// The line by which a script finds the last comment of an account and environment.
  ///
  /// @param command such as `plan`
  /// @param environment empty for none
  public static String marker(String command, String accountId, String environment) {
    return "<!-- ftctl:"
        + command
        + " account="
        + inComment(accountId)
        + " environment="
        + inComment(environment)
        + " -->\n";
  }

  public static void alert(String word, List<String> lines, StringBuilder text) {
    if (lines.isEmpty()) {
      return;
    }
    text.append("> [!").append(word).append("]\n");
    int told = 0;
    var list = new StringBuilder();
    for (String line : lines) {
      if (list.length() + line.length() > LONGEST_ALERT) {
        break;
      }
      list.append(line);
      told++;
    }
    text.append(list);
    if (told < lines.size()) {
      text.append("> - and ").append(lines.size() - told).append(" more\n");
    }
    text.append("\n");
  }

  public static String line(Problem problem, PlaceLinks links) {
    String place =
        problem.place().isKnown()
            ? links.of(problem.place(), Markdown.code(problem.place().toString())) + " "
            : "";
    String subject = problem.subject().isEmpty() ? "" : Markdown.code(problem.subject()) + ": ";
    String fix = problem.fix().isEmpty() ? "" : "; " + Markdown.prose(problem.fix());
    return "> - " + place + subject + Markdown.prose(problem.said()) + fix + "\n";
  }

  /// In a cell of a table.
  public static String place(SourceLocation place, PlaceLinks links) {
    return links.of(place, Markdown.cell(place.fileAndLine()));
  }

  /// A comment of HTML must not be ended by a name.
  private static String inComment(String name) {
    return name.isEmpty()
        ? "-"
        : Address.of("x", name).toString().substring(2).replace("--", "-%2D");
  }
}
