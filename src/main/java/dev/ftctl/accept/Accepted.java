package dev.ftctl.accept;

import dev.ftctl.drift.Drift;
import dev.ftctl.model.problem.SourceLocation;
import java.util.List;

/// What becomes of the differences that were asked about.
///
/// @param lines written or to be written, in the order of the differences
/// @param left what can't be, in the same order
/// @param files that change
/// @param copies files that become what the account has
/// @param intended how many are only about to be applied
public record Accepted(
    List<Line> lines, List<Left> left, List<EditedText> files, List<Copy> copies, int intended) {

  /// A difference with the place that takes it.
  ///
  /// @param where in words: `document`, `overrides of eu, document`, `row, column host`
  /// @param place of the file as it was
  /// @param file canonical
  public record Line(Drift drift, String where, SourceLocation place, String file) {}

  /// A difference that stays, and why.
  public record Left(Drift drift, String why) {}

  /// @param path canonical
  public record EditedText(String path, String shown, String before, String after) {}

  /// A file whose content differs, which is nobody's text.
  ///
  /// @param path canonical
  /// @param hash the SHA-256 of what is there, in hex
  public record Copy(Drift drift, String path, String shown, String hash) {}

  public Accepted {
    lines = List.copyOf(lines);
    left = List.copyOf(left);
    files = List.copyOf(files);
    copies = List.copyOf(copies);
  }
}
