package dev.ftctl.manifest.policy;

import dev.ftctl.model.value.Value;
import java.time.Instant;

/// An expression that can be asked.
interface Condition {

  /// What everything meets.
  Condition ALWAYS = (facts, now) -> Verdict.HOLDS;

  /// @param facts a value for each name of the subject but `now`
  Verdict of(Value.Mapping facts, Instant now);
}
