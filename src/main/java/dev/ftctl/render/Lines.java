package dev.ftctl.render;

import java.util.List;

/// Lines that are put together as a text. A name or a message must not pass for a line of its own.
public final class Lines {

  private Lines() {}

  /// Each line ended. Line ends within one are shown as what they are.
  public static String of(List<String> lines) {
    var text = new StringBuilder();
    lines.forEach(line -> text.append(line.replace("\n", "\\u000a")).append('\n'));
    return text.toString();
  }
}
