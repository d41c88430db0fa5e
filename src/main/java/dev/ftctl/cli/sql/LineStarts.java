package dev.ftctl.cli.sql;

import dev.ftctl.model.problem.SourceLocation;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Where the lines of a text begin, so that many places of it are told without reading it again.
final class LineStarts {

  private final int[] starts;

  private LineStarts(int[] starts) {
    this.starts = starts;
  }

  static LineStarts of(String text) {
    return new LineStarts(
        IntStream.concat(
                IntStream.of(0),
                IntStream.range(0, text.length())
                    .filter(at -> text.charAt(at) == '\n')
                    .map(at -> at + 1))
            .toArray());
  }

  /// @param text the one that it was made of
  SourceLocation place(String file, String text, int offset) {
    int found = Arrays.binarySearch(starts, offset);
    int line = found < 0 ? -found - 2 : found;
    return SourceLocation.of(file, line + 1, text.codePointCount(starts[line], offset) + 1);
  }
}
