package dev.ftctl.operate.state;

import dev.ftctl.model.value.Value;
import java.time.Duration;
import java.util.Optional;

/// Why a state was not changed.
public sealed interface Trouble {

  /// @param during which step
  /// @param cause a failed call, a refusal, or a defect
  record Failed(Step during, RuntimeException cause) implements Trouble {}

  /// A sync did not end in time.
  record StillSyncing(Duration waited) implements Trouble {}

  /// What was read back is not what was sent.
  record Differs(Value.Mapping sent, Optional<Value.Mapping> found) implements Trouble {}

  /// A signal came.
  record Stopped() implements Trouble {}

  /// All or none are changed, and another could not be.
  record WithAnother() implements Trouble {}
}
