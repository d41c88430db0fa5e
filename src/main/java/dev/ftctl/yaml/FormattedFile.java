package dev.ftctl.yaml;

import dev.ftctl.model.problem.Problem;
import java.util.List;

/// A file before and after formatting. One with problems is left as it is.
///
/// @param before as decoded
/// @param after with `\n` as line ends; equal to `before` where there are problems
/// @param isChanged whether the bytes differ, line ends and byte order mark included
/// @param problems why it can't be formatted
/// @param lines of the file before, for excerpts
public record FormattedFile(
    String before, String after, boolean isChanged, List<Problem> problems, List<String> lines) {

  public FormattedFile {
    problems = List.copyOf(problems);
    lines = List.copyOf(lines);
  }
}
