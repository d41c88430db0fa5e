package dev.ftctl.render;

import dev.ftctl.model.problem.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The lines of a manifest around a problem, with a caret line under the place.
final class Excerpt {

  /// A line may be as long as a file is allowed to be; more than this around the place helps
  /// nobody.
  private static final int LONGEST_SHOWN = 120;

  private static final int SHOWN_BEFORE_PLACE = 60;

  /// A literal that stands under a name like a secret's: a problem may be found before anybody
  /// knows which fields are secret.
  private static final Pattern LITERAL_SECRET =
      Pattern.compile(
          "(?i)((?:password|passwd|secret|token|passphrase|private_?key|api_?key|credentials?)[\\w-]*[\"']?\\s*:\\s*)(?!\\$\\{)([^\\s#].*)");

  private Excerpt() {}

  static List<String> lines(SourceLocation place, List<String> excerpt, String fix) {
    var lines = new ArrayList<String>();
    int number = place.line() - excerpt.size() + 1;
    int from = Math.max(0, place.column() - 1 - SHOWN_BEFORE_PLACE);
    boolean isLong = excerpt.getLast().length() > LONGEST_SHOWN;
    for (String line : excerpt) {
      String shown = masked(line);
      lines.add("%5d | %s".formatted(number++, cut(shown, isLong ? from : 0)).stripTrailing());
    }
    int column = place.column() - 1 - (isLong ? from : 0);
    int width =
        Math.max(1, Math.min(place.width(), excerpt.getLast().length() - place.column() + 1));
    String caret = " ".repeat(Math.max(0, column)) + "^".repeat(Math.min(width, LONGEST_SHOWN));
    String hint = fix.isEmpty() ? "" : " " + English.printable(fix);
    lines.add("      | " + caret + hint);
    return lines;
  }

  private static String masked(String line) {
    return LITERAL_SECRET.matcher(line.replace('\t', ' ')).replaceAll("$1(secret)");
  }

  private static String cut(String line, int from) {
    int start = Math.min(from, line.length());
    int end = Math.min(line.length(), start + LONGEST_SHOWN);
    return English.printable(line.substring(start, end));
  }
}
