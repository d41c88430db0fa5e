package dev.ftctl.render.plan;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.render.Markdown;
import java.util.List;

/// What every comment about a plan is made of.
final class MarkdownParts {

  private static final int LONGEST_ALERT = 12_000;

  private MarkdownParts() {}

  /// The line by which a script finds the last comment of an account and environment.
  ///
  /// @param environment empty for none
  static String marker(String accountId, String environment) {
    return "<!-- ftctl:plan account="
        + inComment(accountId)
        + " environment="
        + inComment(environment)
        + " -->\n";
  }

  static void alert(String word, List<String> lines, StringBuilder text) {
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

  static String line(Problem problem) {
    String place = problem.place().isKnown() ? Markdown.code(problem.place().toString()) + " " : "";
    String subject = problem.subject().isEmpty() ? "" : Markdown.code(problem.subject()) + ": ";
    String fix = problem.fix().isEmpty() ? "" : "; " + Markdown.text(problem.fix());
    return "> - " + place + subject + Markdown.text(problem.message()) + fix + "\n";
  }

  /// A comment of HTML must not be ended by a name.
  private static String inComment(String name) {
    return name.isEmpty()
        ? "-"
        : Address.of("x", name).toString().substring(2).replace("--", "-%2D");
  }
}
