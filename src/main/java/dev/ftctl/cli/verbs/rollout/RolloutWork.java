package dev.ftctl.cli.verbs.rollout;

import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.telling.Question;
import dev.ftctl.cli.verbs.LiveObjects;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.rollout.Batch;
import dev.ftctl.operate.rollout.Progress;
import dev.ftctl.operate.rollout.RolloutEnd;
import dev.ftctl.operate.rollout.RolloutRun;
import dev.ftctl.operate.rollout.RolloutSyncs;
import dev.ftctl.operate.rollout.Switch;
import dev.ftctl.operate.rollout.Waits;
import dev.ftctl.operate.sync.SyncSight;
import dev.ftctl.render.English;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A run of a rollout: everything is looked at first, then it is confirmed, then it begins.
record RolloutWork(Run run, CommonFlags common, LiveObjects live, RolloutSource source) {

  private static final int SHOWN = 10;

  /// @param patience for each sync
  /// @param isOnlyIfIdle whether nothing is begun where a sync runs
  /// @param isConfirmed whether nobody is asked
  record Terms(Duration patience, boolean isOnlyIfIdle, boolean unpauses, boolean isConfirmed) {}

  /// How it stands before anything is switched.
  private record Standing(Named connection, Progress progress, Switch pieces, Declared declared) {}

  ExitCode go(Terms terms) {
    Named connection = new RolloutTarget(live, run.kinds().get(), source).connection();
    Closeable lock = source.kept().lock();
    try {
      return locked(connection, terms);
    } finally {
      letGo(lock);
    }
  }

  private static void letGo(Closeable lock) {
    try {
      lock.close();
    } catch (IOException heldOn) {
      // The process's end lets go of it as well.
    }
  }

  private ExitCode locked(Named connection, Terms terms) {
    var target = new RolloutTarget(live, run.kinds().get(), source);
    Progress progress = target.progress(connection);
    Value.Mapping details = live.account().api(ConnectionsApi.class).details(connection.id());
    Switch pieces = target.pieces(connection, details);
    RolloutSource rest = source.without(progress.done());
    Declared declared = target.declared(connection);
    var problems = new ArrayList<>(declared.problemsOf(rest.rollout()));
    if (!rest.rollout().pieces().isEmpty()) {
      problems.addAll(pieces.problems(rest.rollout()));
    }
    source.require(problems);
    stamp();
    var standing = new Standing(connection, progress, pieces, declared);
    tellOfTheDone(standing);
    var sight = new SyncSight(details);
    boolean isOpen = progress.open().isPresent();
    if (isOpen || !progress.left(source.rollout()).isEmpty()) {
      if (terms.isOnlyIfIdle() && sight.isRunning()) {
        return leftAlone(standing);
      }
      if (sight.isPaused() && !terms.unpauses() && !isOpen) {
        throw new RefusedException(
            Refusal.FAILED,
            connection.address() + " " + RolloutSyncs.paused(connection).getMessage(),
            "");
      }
      confirm(standing, terms.isConfirmed());
    }
    return begun(standing, terms);
  }

  /// What was done is never done again.
  private void tellOfTheDone(Standing standing) {
    List<String> done = standing.progress().done();
    if (done.isEmpty()) {
      return;
    }
    var off = new ArrayList<>(done);
    off.removeAll(standing.pieces().on(done));
    if (!off.isEmpty()) {
      tell("note: done, and off again since; left alone: " + RolloutView.shown(off));
    }
    var gone = new ArrayList<>(done);
    gone.removeAll(source.rollout().texts());
    if (!gone.isEmpty()) {
      tell("note: done, and no longer in the file: " + RolloutView.shown(gone));
    }
  }

  /// From now on lines have their time where nobody looks on: they may stand in a log.
  private void stamp() {
    if (!run.console().terminals().err()) {
      run.output().stamp(run.console().clock());
    }
  }

  private ExitCode leftAlone(Standing standing) {
    String words = "already syncing, left alone";
    if (common.isJson()) {
      new RolloutClosing(run, source, standing.connection(), true, true)
          .leftAlone(standing.progress(), words);
    } else {
      run.output().outcome(standing.connection().address() + ": " + words);
    }
    return ExitCode.OK;
  }

  private void confirm(Standing standing, boolean isConfirmed) {
    List<String> left = standing.progress().left(source.rollout());
    tell(new RolloutView(source, Optional.of(standing.progress())).head());
    String beside = standing.pieces().beside(left);
    if (!beside.isEmpty()) {
      tell("  " + beside);
    }
    long declared = left.stream().filter(standing.declared().declared()::contains).count();
    if (declared > 0) {
      tell(
          "  note: manifests have "
              + declared
              + " of those that are left on; an apply meanwhile would not go by batches");
    }
    if (isConfirmed) {
      return;
    }
    int first = standing.progress().batches().size();
    standing
        .progress()
        .open()
        .ifPresent(open ->
            run.output().tell("  batch " + first + ", begun: " + RolloutView.shown(open.pieces())));
    int size = source.rollout().size();
    for (int at = 0; at < left.size() && at / size < SHOWN; at += size) {
      List<String> next = left.subList(at, Math.min(left.size(), at + size));
      run.output().tell("  batch " + (first + at / size + 1) + ": " + RolloutView.shown(next));
    }
    long ended = standing.progress().batches().stream().filter(Batch::isDone).count();
    long more = standing.progress().total(source.rollout()) - ended;
    new Question(run)
        .require(
            "Go through " + English.count(more, "batch") + ", a sync after each?",
            "Give --yes to do it without a question.");
  }

  private void tell(String line) {
    if (!common.isQuiet) {
      run.output().tell(line);
    }
  }

  private ExitCode begun(Standing standing, Terms terms) {
    Named connection = standing.connection();
    ConnectionsApi api = live.account().api(ConnectionsApi.class);
    try (var telling = new RolloutTelling(run, common, connection)) {
      var waits = new Waits(api, run.console().sleeper(), telling, terms.patience());
      run.stop()
          .guard(() -> {
            waits.stop();
            live.account().stopWaiting();
          });
      var syncs = new RolloutSyncs(connection, api, waits, telling, terms.unpauses());
      RolloutEnd end =
          new RolloutRun(
                  source.rollout(),
                  standing.pieces(),
                  source.kept(),
                  syncs,
                  telling,
                  standing.progress())
              .run();
      var closing =
          new RolloutClosing(run, source, connection, common.isJson(), terms.isConfirmed());
      return closing.of(
          end,
          telling.batch(),
          () -> standing.declared().lasting(source.rollout(), standing.pieces()));
    }
  }
}
