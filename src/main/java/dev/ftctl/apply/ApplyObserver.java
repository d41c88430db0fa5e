package dev.ftctl.apply;

import dev.ftctl.kind.Step;
import java.time.Duration;

/// Sees apply as it goes. Called by many threads.
public interface ApplyObserver {

  ApplyObserver NONE = new ApplyObserver() {};

  /// A step is about to begin.
  ///
  /// @throws java.io.UncheckedIOException when nothing can be kept any more; then it is skipped
  default void started(Step step) {}

  /// A step is not over yet and looks again in a while.
  ///
  /// @param awaited what it waits for, as `CREATING`
  /// @param most how long the run waits at most from now on
  default void awaiting(Step step, String awaited, Duration most) {}

  default void ended(Outcome outcome) {}

  /// A write is about to be sent.
  ///
  /// @throws java.io.UncheckedIOException when it can't be kept, where it must be; then it is not
  ///   sent
  default void writing(WriteRecord write) {}

  /// That write ended.
  default void wrote(WriteRecord write, WriteRecord.End end) {}
}
