package dev.ftctl.check;

import java.util.List;

/// A part of what came that is not as expected: the lines of a diff.
///
/// @param part `changes`, `risks`, `blocked`, `policies`, `errors` or `exit`
public record Difference(String part, List<Line> lines) {

  public Difference {
    lines = List.copyOf(lines);
  }

  /// What a line of a diff is about.
  public enum Side {
    /// Expected, and did not come.
    MISSING("-"),
    /// Came, and was not expected.
    EXTRA("+"),
    /// Came as expected; stands there so that the others can be understood.
    BOTH(" ");

    private final String sign;

    Side(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }

    public String word() {
      return switch (this) {
        case MISSING -> "missing";
        case EXTRA -> "extra";
        case BOTH -> "both";
      };
    }
  }

  /// @param depth 0, or 1 for a field below its change
  public record Line(Side side, int depth, String text) {}
}
