package dev.ftctl.render.fleet;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// The exit code of a fleet: the most serious one of its accounts.
final class FleetCode {

  private static final int FAILED = 1;
  private static final int PARTIAL = 5;
  private static final int OK = 0;

  /// The most serious first: a defect, a signal, what left an account half done, and so on to what
  /// is no failure at all.
  private static final List<Integer> ORDER =
      List.of(70, 130, 143, PARTIAL, FAILED, 4, 6, 77, 69, 65, 64, 3, 2, OK);

  private FleetCode() {}

  /// Where one account was changed and another did not end with 0, the fleet is half done (5).
  public static int of(Collection<FleetRow> rows) {
    int worst =
        rows.stream()
            .map(FleetRow::exitCode)
            .min(Comparator.comparingInt(FleetCode::rank))
            .orElse(OK);
    boolean isPartial = worst != OK && rows.stream().anyMatch(FleetRow::hasWrites);
    return isPartial ? worse(worst, PARTIAL) : worst;
  }

  /// The more serious of two.
  public static int worse(int one, int other) {
    return rank(one) <= rank(other) ? one : other;
  }

  /// One that is not in the order is a failure.
  private static int rank(int code) {
    int rank = ORDER.indexOf(code);
    return rank < 0 ? ORDER.indexOf(FAILED) : rank;
  }
}
