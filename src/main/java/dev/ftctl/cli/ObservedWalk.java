package dev.ftctl.cli;

import dev.ftctl.apply.ApplyObserver;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.apply.Pace;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.telling.ReadingProgress;
import dev.ftctl.live.ReadingObserver;
import dev.ftctl.plan.Plan;
import dev.ftctl.walk.AccountSource;
import dev.ftctl.walk.LookAgain;
import dev.ftctl.walk.PlanRequest;
import dev.ftctl.walk.Planned;
import dev.ftctl.walk.ReadBack;
import dev.ftctl.walk.Walk;
import java.time.Instant;

/// The walk under a command: its progress is shown, and a signal ends it in good order.
record ObservedWalk(Run run, CommonFlags common) {

  Planned plan(PlanRequest request, AccountSource accounts) {
    try (ReadingProgress progress = ReadingProgress.of(run, common)) {
      return walk().plan(request, accounts, progress);
    }
  }

  /// The look back after [#apply].
  ReadBack readBack(Planned before, Outcomes outcomes) {
    try (ReadingProgress progress = ReadingProgress.of(run, common)) {
      return walk().readBack(before, outcomes, progress);
    }
  }

  /// What a plan became while somebody was asked.
  Planned anew(Planned before) {
    try (ReadingProgress progress = ReadingProgress.of(run, common)) {
      return walk().anew(before, progress);
    }
  }

  /// @param shown what was planned, `looked` when
  Outcomes apply(Plan plan, Planned shown, Instant looked, Pace pace, ApplyObserver observer) {
    var freshness =
        new LookAgain(
            plan,
            run.kinds().get(),
            run.console().clock(),
            looked,
            reach -> walk().anew(shown, reach, ReadingObserver.NONE).plan());
    return walk().apply(plan, shown.account(), pace, observer, freshness, run.stop()::guard);
  }

  private Walk walk() {
    return new Walk(run.kinds().get());
  }
}
