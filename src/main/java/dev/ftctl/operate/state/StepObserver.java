package dev.ftctl.operate.state;

import dev.ftctl.address.Named;
import dev.ftctl.model.value.Value;

/// Sees what a change of states does; called by many threads.
public interface StepObserver {

  void begins(Named connection, Step step);

  /// A run that was killed left the connection paused, and this one ends what it began.
  void takesUp(Named connection, Backup unfinished);

  void backedUp(Named connection, Kept kept);

  /// After the connection goes on: what a sync made of the state meanwhile.
  void sees(Named connection, Value.Mapping state);
}
