package dev.ftctl.kind.compare;

import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.model.Risk;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;

/// What runs and is paused by a plan: its data stops.
public final class Pausing {

  private static final FieldPath PAUSED = FieldPath.of("paused");

  private Pausing() {}

  /// The findings with the risk `pause` where they run it.
  public static Findings found(Findings findings) {
    boolean pauses =
        findings.fields().stream()
            .anyMatch(field ->
                field.path().equals(PAUSED)
                    && field.before() instanceof Value.Bool was
                    && !was.flag()
                    && field.after() instanceof Value.Bool is
                    && is.flag());
    return pauses ? findings.risking(new RiskFinding(Risk.PAUSE, "is paused")) : findings;
  }
}
