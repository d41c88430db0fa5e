package dev.ftctl.model.problem;

import java.util.Comparator;

/// Where something stands in a file: the path as it is shown to the user (`/` as separator), line
/// and column counted from one, and the number of characters that a caret line underlines (at least
/// one).
public record SourceLocation(String file, int line, int column, int width)
    implements Comparable<SourceLocation> {

  private static final Comparator<SourceLocation> ORDER =
      Comparator.comparing(SourceLocation::file)
          .thenComparingInt(SourceLocation::line)
          .thenComparingInt(SourceLocation::column)
          .thenComparingInt(SourceLocation::width);

  /// The place of what came from no file, such as a live object.
  public static final SourceLocation NONE = new SourceLocation("", 1, 1, 1);

  public SourceLocation {
    if (line < 1 || column < 1 || width < 1) {
      throw new IllegalArgumentException("line, column and width start at one");
    }
  }

  public static SourceLocation of(String file, int line, int column) {
    return new SourceLocation(file, line, column, 1);
  }

  /// Whether this names a place in a file at all.
  public boolean isKnown() {
    return !file.isEmpty();
  }

  /// `manifests/orders.yaml:12`, the short form that plans print; empty for [#NONE].
  public String fileAndLine() {
    return isKnown() ? file + ":" + line : "";
  }

  /// `manifests/orders.yaml:12:7`.
  @Override
  public String toString() {
    return isKnown() ? file + ":" + line + ":" + column : "";
  }

  @Override
  public int compareTo(SourceLocation other) {
    return ORDER.compare(this, other);
  }
}
