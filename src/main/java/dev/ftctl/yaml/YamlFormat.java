package dev.ftctl.yaml;

import dev.ftctl.model.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The house format of YAML files: mappings and list items two blanks deeper than what they stand
/// in, one blank after `:` and `-`, no blanks at line ends, one line end at the end, `\n` as line
/// end.
///
/// Only white space between tokens is moved. Comments, blank lines, anchors, quotes, the order of
/// keys and the inside of `{ }` and `[ ]` stay as they are; so do the lines of a block scalar but
/// for their common indentation. A result that does not mean the same to a parser, event by event,
/// is thrown away.
public final class YamlFormat {

  /// How often a result may differ from its own format; it settles at once but for odd comments.
  private static final int MOST_ROUNDS = 4;

  private YamlFormat() {}

  /// Never throws: what can't be read is a problem at its place.
  ///
  /// @param file as it is shown to the user
  public static FormattedFile of(String file, byte[] bytes) {
    YamlFile read = Yaml.read(file, bytes);
    List<Problem> problems =
        read.problems().stream().filter(problem -> !problem.rule().equals("empty-file")).toList();
    if (!problems.isEmpty()) {
      return new FormattedFile("", "", false, problems, read.lines());
    }
    String before = SourceText.decode(file, bytes);
    String after = settled(before);
    boolean isChanged = !Arrays.equals(after.getBytes(StandardCharsets.UTF_8), bytes);
    return new FormattedFile(before, after, isChanged, List.of(), read.lines());
  }

  /// The format of a text that can be parsed.
  static String settled(String source) {
    String text = source.replace("\r\n", "\n").replace('\r', '\n');
    for (int round = 0; round < MOST_ROUNDS; round++) {
      String next = new Reflow(text).text();
      if (next.equals(text)) {
        return SameMeaning.of(source, text) ? text : source;
      }
      text = next;
    }
    return source;
  }
}
