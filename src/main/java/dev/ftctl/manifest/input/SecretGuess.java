package dev.ftctl.manifest.input;

import dev.ftctl.model.Redaction;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Guesses which texts of a file that can't be understood are secrets, so that the excerpts of its
/// problems show none. Only for such files: elsewhere the tables know.
public final class SecretGuess {

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?i)(?:pass\\w*|secret\\w*|token|(?:private|secret|api|access|shared)_?key|credentials?|pats?)[\"']?\\s*:\\s*[\"']?([^\"'\\s,}#][^\"',}#]*)");

  /// `credentials:` of an environment names variables: `{key: A_KEY, secret: A_SECRET}`.
  private static final Pattern CREDENTIALS = Pattern.compile("[\"']?credentials[\"']?\\s*:");

  private static final Pattern VARIABLE =
      Pattern.compile("(?:\\{\\s*key\\s*:\\s*)?[\"']?[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+");

  private SecretGuess() {}

  public static void remember(List<String> lines, Redaction redaction) {
    int blockIndent = -1;
    int namesIndent = -1;
    for (String line : lines) {
      int indent = line.length() - line.stripLeading().length();
      if (blockIndent >= 0 && (line.isBlank() || indent > blockIndent)) {
        redaction.remember(line.strip());
        continue;
      }
      blockIndent = -1;
      if (CREDENTIALS.matcher(line).find()) {
        namesIndent = indent;
      } else if (!line.isBlank() && indent <= namesIndent) {
        namesIndent = -1;
      }
      Matcher matcher = WRITTEN.matcher(line);
      while (matcher.find()) {
        String text = matcher.group(1).strip();
        if (text.startsWith("|") || text.startsWith(">")) {
          blockIndent = indent;
        } else if (!text.startsWith("${")
            && (namesIndent < 0 || !VARIABLE.matcher(text).matches())) {
          redaction.remember(text);
        }
      }
    }
  }
}
