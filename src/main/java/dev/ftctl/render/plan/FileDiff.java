package dev.ftctl.render.plan;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.ftctl.render.English;
import dev.ftctl.render.Paint;
import dev.ftctl.render.Tone;
import java.util.List;

/// How a file would change, as a unified diff.
public final class FileDiff {

  private static final int CONTEXT_LINES = 3;

  private FileDiff() {}

  /// Each line ended; where only line ends or the byte order mark differ, one line that says so.
  public static String of(String file, String before, String after, Paint paint) {
    List<String> old = before.lines().toList();
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            "a/" + file,
            "b/" + file,
            old,
            DiffUtils.diff(old, after.lines().toList()),
            CONTEXT_LINES);
    if (diff.isEmpty()) {
      return English.printable(file) + ": only its line ends differ\n";
    }
    var text = new StringBuilder();
    diff.forEach(line -> text.append(coloured(English.printable(line), paint)).append('\n'));
    return text.toString();
  }

  static String coloured(String line, Paint paint) {
    return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '+' -> paint.apply(Tone.GOOD, line);
      case '-' -> paint.apply(Tone.BAD, line);
      case '@' -> paint.apply(Tone.FAINT, line);
      default -> line;
    };
  }
}
