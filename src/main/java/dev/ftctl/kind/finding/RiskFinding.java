package dev.ftctl.kind.finding;

import dev.ftctl.model.Risk;

/// A risk that a change runs.
///
/// @param why in words for the plan
/// @param instead what else could be done than to allow it ("write `moved_from: g/shop` to move
///   it"); may be empty
public record RiskFinding(Risk risk, String why, String instead) {

  public RiskFinding(Risk risk, String why) {
    this(risk, why, "");
  }
}
