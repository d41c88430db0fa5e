package dev.ftctl.cli.verbs;

import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.follow.FollowObserver;
import dev.ftctl.operate.follow.Span;
import dev.ftctl.render.English;
import java.time.Duration;

/// What takes time, as it goes: what happens as lines on stderr, how each ends as a result, and on
/// a terminal how many go on. Where stderr is none, each line has its time, so that a log of many
/// nights can be read.
final class FollowTelling implements FollowObserver, AutoCloseable {

  private final Run run;
  private final CommonFlags common;
  private final Results results;
  private final String noun;
  private String told = "";

  FollowTelling(Run run, CommonFlags common, Results results, String noun) {
    this.run = run;
    this.common = common;
    this.results = results;
    this.noun = noun;
  }

  /// What is no result yet, since its end is waited for.
  void began(Result result) {
    switch (result) {
      case Result.Done done -> event(done.object(), done.what());
      case Result.Unneeded unneeded -> event(unneeded.object(), unneeded.why());
      case Result.Failed failed -> results.tell(failed);
      case Result.Unfinished unfinished -> results.tell(unfinished);
      case Result.NotBegun left -> results.tell(left);
    }
  }

  private void event(Named object, String what) {
    if (!common.isQuiet) {
      run.output().tell(object.address() + ": " + what);
    }
  }

  @Override
  public void ended(Result result) {
    results.tell(result);
  }

  @Override
  public void goesOn(int open, Duration waited) {
    if (run.console().allowsMovement() && !common.isQuiet) {
      run.output().bottom("waiting for " + English.count(open, noun) + ", " + new Span(waited));
    }
  }

  @Override
  public void waits(Named object, String delay) {
    event(object, delay);
  }

  /// Once for each reason.
  @Override
  public void blind(String reason) {
    if (!told.equals(reason)) {
      run.output().tell("can't look how it goes, and tries again: " + reason);
      told = reason;
    }
  }

  @Override
  public void close() {
    run.output().bottom("");
  }
}
