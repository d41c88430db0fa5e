package dev.ftctl.cli.verbs.rollout;

import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.follow.FollowObserver;
import dev.ftctl.operate.follow.Span;
import dev.ftctl.operate.rollout.RolloutObserver;
import java.time.Duration;
import java.util.List;

/// A rollout as it goes: steps as lines on stderr, each batch that is done as a line of the result.
final class RolloutTelling implements RolloutObserver, FollowObserver, AutoCloseable {

  private final Run run;
  private final CommonFlags common;
  private final String address;
  private String batch = "";
  private String told = "";

  RolloutTelling(Run run, CommonFlags common, Named connection) {
    this.run = run;
    this.common = common;
    this.address = connection.address().toString();
  }

  /// The batch that was begun last, as `batch 2 of 3`; empty before the first.
  String batch() {
    return batch;
  }

  @Override
  public void begins(int number, int total, List<String> pieces) {
    batch = "batch " + number + " of " + total;
    event(batch + ": " + RolloutView.shown(pieces));
  }

  @Override
  public void waitsForIdle() {
    event(address + ": syncs now, and is let end first");
  }

  @Override
  public void foundOn() {
    event(batch + ": on already, switched by a run that did not end");
  }

  @Override
  public void follows(String what) {
    event(batch + ": on, " + what);
  }

  @Override
  public void synced(int number, int total, List<String> pieces, String what) {
    String line =
        "batch " + number + " of " + total + ": " + RolloutView.shown(pieces) + ": on, " + what;
    if (common.isJson()) {
      run.output().note(line);
    } else {
      run.output().outcome(line);
    }
  }

  @Override
  public void leftOut(List<String> pieces) {
    event("out of the file and off, so left out of the batch: " + RolloutView.shown(pieces));
  }

  @Override
  public void ended(Result result) {
    run.output().bottom("");
  }

  @Override
  public void goesOn(int open, Duration waited) {
    if (run.console().allowsMovement() && !common.isQuiet) {
      run.output().bottom(batch + ": waiting for the sync, " + new Span(waited));
    }
  }

  @Override
  public void waits(Named object, String delay) {
    event(object.address() + ": " + delay);
  }

  /// Once for each reason.
  @Override
  public void blind(String reason) {
    if (!told.equals(reason)) {
      run.output().tell("can't look how it goes, and tries again: " + reason);
      told = reason;
    }
  }

  private void event(String line) {
    if (!common.isQuiet) {
      run.output().tell(line);
    }
  }

  @Override
  public void close() {
    run.output().bottom("");
  }
}
