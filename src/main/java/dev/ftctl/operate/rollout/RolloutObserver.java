package dev.ftctl.operate.rollout;

import java.util.List;

/// Sees what a rollout does.
public interface RolloutObserver {

  /// A batch that is the run's next, be it one that another run began.
  ///
  /// @param number from 1
  /// @param total as far as it can be told now
  void begins(int number, int total, List<String> pieces);

  /// Another sync runs, which is let end first.
  void waitsForIdle();

  /// A run that did not end had switched all of it on.
  void foundOn();

  /// It is on, and its sync is followed.
  ///
  /// @param what in words: `sync began`
  void follows(String what);

  /// @param what in words: `synced in 90 s`
  void synced(int number, int total, List<String> pieces, String what);

  /// Taken out of the file and off, so they are no part of the batch any more.
  void leftOut(List<String> pieces);
}
