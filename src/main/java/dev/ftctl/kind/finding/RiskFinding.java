package dev.ftctl.kind.finding;

import dev.ftctl.model.Risk;

/// A risk that a change runs.
///
/// @param why in words for the plan
/// @param instead what else could be done than to allow it ("write `moved_from: g/shop` to move
///   it"); may be empty
/// @param isNamed whether the manifest names what is at risk, and so allows it: it blocks nothing,
///   and is told all the same
public record RiskFinding(Risk risk, String why, String instead, boolean isNamed) {

  public RiskFinding(Risk risk, String why) {
    this(risk, why, "", false);
  }

  public RiskFinding(Risk risk, String why, String instead) {
    this(risk, why, instead, false);
  }

  /// What a manifest asks for by name ("starts to sync: public.users.ssn").
  public static RiskFinding named(Risk risk, String why) {
    return new RiskFinding(risk, why, "", true);
  }

  /// Whether a plan says it above its plain changes where it is let through. The others count
  /// against a limit, or are a change of their own that nobody overlooks.
  public boolean isTold() {
    return switch (risk) {
      case DUPLICATE, EXPOSE, HISTORY, PAUSE, GRANT -> true;
      case REPLACE, DELETE, RESYNC, REVOKE -> false;
    };
  }
}
