package dev.ftctl.model.shown;

import java.util.regex.Pattern;

/// What the runners of CI systems take for a command wherever it is printed: GitHub's a line that
/// begins with `::` after any blanks (`::add-mask::`), and `##[` anywhere; Azure's `##vso[` and
/// TeamCity's `##teamcity[`.
public final class RunnerCommands {

  /// A change of colour before it (of `dev.ftctl.render.Marks`) makes no difference.
  private static final Pattern LINE =
      Pattern.compile("(?dm)^((?:[\\t\\p{Zs}]|\\x{FDD0}[0-9a-f]+:\\d{1,2}m)*):(?=:)");

  private static final Pattern BRACKET = Pattern.compile("##(?=[\\w.-]*\\[)");

  private RunnerCommands() {}

  /// The text with the first letter of what would be a command as an escape of [Visible].
  public static String broken(String text) {
    String unbracketed = bracketsBroken(text);
    return unbracketed.contains("::")
        ? LINE.matcher(unbracketed).replaceAll("$1\\\\u003a")
        : unbracketed;
  }

  /// The same of lines that are commands themselves.
  public static String bracketsBroken(String text) {
    return text.contains("##") ? BRACKET.matcher(text).replaceAll("#\\\\u0023") : text;
  }
}
