package dev.ftctl.cli.help;

import dev.ftctl.cli.process.Console;
import java.util.Set;
import picocli.CommandLine.Help.Ansi;

/// The help of the whole as the library would lay it out. That one makes every command first and
/// reads its annotations, which was four fifths of the time that this help took. A test holds both
/// alike, at each width and in colour.
///
/// @param width in columns
public record FrontPage(int width, boolean isColoured) {

  static final String AT_THE_END =
      """

      Flags that commands share may stand before them: ftctl --sandbox plan
      Each command has its flags and examples: ftctl plan --help
      """;

  private static final Set<String> WORDS = Set.of("-h", "--help", "help");

  public static boolean isAskedBy(String[] arguments) {
    return arguments.length == 1 && WORDS.contains(arguments[0]);
  }

  /// As wide as the window, in colour where the library would use it.
  public static FrontPage on(Console console) {
    return new FrontPage(console.helpWidth(), Ansi.AUTO.enabled());
  }

  public String text() {
    var page =
        new StringBuilder("Usage: ").append(styled("ftctl")).append(" [OPTIONS] [COMMAND]\n");
    fill(page, FrontPageTexts.about(), 0, 0);
    page.append("\nOptions:\n");
    list(page, FrontPageTexts.options(), 3);
    page.append("Commands:\n");
    list(page, FrontPageTexts.commands(), 2);
    return page.append(AT_THE_END).toString();
  }

  /// @param rows a line for each name, with what it means behind a tab
  private void list(StringBuilder page, String rows, int gap) {
    int column = 2 + longestName(rows) + gap;
    for (int from = 0; from < rows.length(); from = rows.indexOf('\n', from) + 1) {
      String name = rows.substring(from, rows.indexOf('\t', from));
      page.append("  ").append(styled(name)).repeat(' ', column - 2 - name.length());
      String meaning = rows.substring(from + name.length() + 1, rows.indexOf('\n', from));
      fill(page, meaning, column, column + 2);
    }
  }

  private static int longestName(String rows) {
    int longest = 0;
    for (int from = 0; from < rows.length(); from = rows.indexOf('\n', from) + 1) {
      longest = Math.max(longest, rows.indexOf('\t', from) - from);
    }
    return longest;
  }

  /// A text that begins in this column, in as many lines as it needs, further ones behind a margin.
  private void fill(StringBuilder page, String text, int column, int margin) {
    int from = 0;
    int room = width - column;
    while (text.length() - from > room) {
      int end = lastBreak(text, from, room);
      page.append(text.substring(from, end).stripTrailing()).append('\n').repeat(' ', margin);
      from = end;
      room = width - margin;
    }
    page.append(text, from, text.length()).append('\n');
  }

  /// Behind the last blank that has room itself, as the library breaks lines.
  private static int lastBreak(String text, int from, int room) {
    int blank = text.lastIndexOf(' ', from + room - 1);
    return blank > from ? blank + 1 : from + room;
  }

  private String styled(String name) {
    if (!isColoured) {
      return name;
    }
    return name.startsWith("-")
        ? "\u001b[33m"
            + name.replace(", ", "\u001b[39m\u001b[0m, \u001b[33m")
            + "\u001b[39m\u001b[0m"
        : "\u001b[1m" + name + "\u001b[21m\u001b[0m";
  }
}
