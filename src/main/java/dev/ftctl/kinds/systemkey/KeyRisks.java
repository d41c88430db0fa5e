package dev.ftctl.kinds.systemkey;

import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Risk;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Set;

/// What a change of permissions takes from whoever uses the key, or gives him.
///
/// @param ids of what filters name
record KeyRisks(Ids ids) {

  private static final String NONE = "NONE";
  private static final String MANAGE = "MANAGE";
  private static final List<String> LEVELS = List.of(NONE, "READ", MANAGE);

  /// Whoever manages these can make others, or himself, more.
  private static final Set<String> OVER_OTHERS = Set.of("ACCOUNT", "USER", "TEAM", "ROLES");

  /// The findings with what a change from one set to the other does.
  Findings between(Findings findings, List<Value.Mapping> live, List<Value.Mapping> wanted) {
    Findings told = findings;
    for (Value.Mapping item : live) {
      if (!level(item).equals(NONE) && wanted.stream().noneMatch(other -> covers(other, item))) {
        told = revoking(told, "loses " + shown(item));
      }
    }
    for (Value.Mapping item : wanted) {
      if (level(item).equals(NONE) && live.stream().noneMatch(other -> isSame(other, item))) {
        told = revoking(told, "gets " + shown(item));
      }
      boolean isNew = live.stream().noneMatch(other -> isSame(other, item));
      if (isNew && level(item).equals(MANAGE) && OVER_OTHERS.contains(KeyPermissions.type(item))) {
        told = told.risking(RiskFinding.named(Risk.GRANT, "may " + shown(item)));
      }
    }
    return told;
  }

  private static Findings revoking(Findings findings, String why) {
    return findings.risking(new RiskFinding(Risk.REVOKE, why));
  }

  /// Whether one gives at least what the other does.
  private boolean covers(Value.Mapping one, Value.Mapping other) {
    Set<String> all = KeyPermissions.meant(one, ids);
    Set<String> part = KeyPermissions.meant(other, ids);
    return KeyPermissions.type(one).equals(KeyPermissions.type(other))
        && LEVELS.indexOf(level(one)) >= LEVELS.indexOf(level(other))
        && (all.isEmpty() || (!part.isEmpty() && all.containsAll(part)));
  }

  private boolean isSame(Value.Mapping one, Value.Mapping other) {
    return KeyPermissions.type(one).equals(KeyPermissions.type(other))
        && level(one).equals(level(other))
        && KeyPermissions.meant(one, ids).equals(KeyPermissions.meant(other, ids));
  }

  private static String level(Value.Mapping item) {
    return KeyPermissions.level(item);
  }

  private String shown(Value.Mapping item) {
    return KeyPermissions.shown(List.of(item), ids);
  }
}
