package dev.ftctl.manifest.policy;

import dev.ftctl.model.value.Value;
import java.time.Instant;

/// A policy whose expressions can be asked.
record CompiledPolicy(Policy policy, Condition when, Condition rule) {

  /// Holds for what the policy is not about. Where it can't be told whether it is, that counts as
  /// the rule itself not being told: a policy never passes by accident.
  Verdict judge(Value.Mapping facts, Instant now) {
    return switch (when.of(facts, now)) {
      case Verdict.Said said -> said.holds() ? rule.of(facts, now) : Verdict.HOLDS;
      case Verdict.Undecided undecided -> undecided;
    };
  }
}
