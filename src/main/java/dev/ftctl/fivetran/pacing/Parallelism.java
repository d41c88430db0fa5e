package dev.ftctl.fivetran.pacing;

/// How many requests may be in flight at once (`--parallelism`).
///
/// @param start so many from the beginning
/// @param most never more; more than `start` where the server's answers decide
public record Parallelism(int start, int most) {

  /// Found out by the answers.
  public static final Parallelism AUTO = new Parallelism(8, 32);

  /// @throws IllegalArgumentException when none may be in flight
  public Parallelism {
    if (start < 1 || most < start) {
      throw new IllegalArgumentException("at least 1 request has to be in flight");
    }
  }

  /// Always the same number.
  public static Parallelism fixed(int number) {
    return new Parallelism(number, number);
  }

  public boolean isFixed() {
    return start == most;
  }
}
