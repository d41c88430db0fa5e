package dev.ftctl.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes a YAML text crooked, and sometimes wrong.
final class YamlMutation {

  private static final List<String> PIECES =
      List.of(
          " ",
          "  ",
          "\t",
          "\n",
          "# note\n",
          "- ",
          ": ",
          "|\n",
          ">-\n",
          "&a ",
          "*a",
          "'",
          "\"",
          "{",
          "]",
          "\\",
          "---\n",
          "é");

  private YamlMutation() {}

  static String of(String text, RandomGenerator random) {
    String crooked = crooked(text, random);
    int damages = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
    for (int i = 0; i < damages; i++) {
      crooked = damaged(crooked, random);
    }
    return random.nextInt(6) == 0 ? crooked.replace("\n", "\r\n") : crooked;
  }

  /// Deeper indentation, blanks at line ends and behind colons, comments and blank lines.
  private static String crooked(String text, RandomGenerator random) {
    int factor = 1 + random.nextInt(3);
    var lines = new ArrayList<String>();
    for (String line : text.split("\n", -1)) {
      int indent = line.length() - line.stripLeading().length();
      String moved = " ".repeat(indent * factor) + line.substring(indent);
      if (random.nextInt(8) == 0) {
        moved += "  ";
      }
      if (random.nextInt(6) == 0) {
        moved = moved.replaceFirst(": (?=[^ ])", ":   ");
      }
      if (random.nextInt(25) == 0) {
        lines.add(" ".repeat(random.nextInt(7)) + "# added");
      }
      if (random.nextInt(25) == 0) {
        lines.add(" ".repeat(random.nextInt(3)));
      }
      lines.add(moved);
    }
    return String.join("\n", lines);
  }

  private static String damaged(String text, RandomGenerator random) {
    if (text.isEmpty()) {
      return text;
    }
    int at = random.nextInt(text.length());
    int to = Math.min(text.length(), at + random.nextInt(4));
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, at) + text.substring(to);
      case 1 ->
          text.substring(0, at) + PIECES.get(random.nextInt(PIECES.size())) + text.substring(at);
      default -> text.substring(0, at) + text.substring(at, to) + text.substring(at);
    };
  }
}
