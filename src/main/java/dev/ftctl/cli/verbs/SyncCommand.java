package dev.ftctl.cli.verbs;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.operate.sync.SyncAsk;
import dev.ftctl.operate.sync.SyncWish;
import dev.ftctl.operate.sync.SyncWish.Overlap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ftctl sync`: connections sync now, beside their schedule.
@Command(name = "sync", description = "Sync connections now.")
public final class SyncCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();
  @Mixin ObjectFlags objects = new ObjectFlags();
  @Mixin LabelFlag labels = new LabelFlag();
  @Mixin StateFlags states = new StateFlags();
  @Mixin YesFlag yes = new YesFlag();
  @Mixin WaitFlag wait = new WaitFlag();

  @Option(
      names = "--if-idle",
      description = "Leave one alone that syncs already; exit 0, for cron.")
  boolean isOnlyIfIdle;

  @Option(
      names = "--overlap",
      paramLabel = "skip|fail",
      defaultValue = "",
      description = "What one is that syncs already: left alone (as --if-idle), or a failure.")
  String overlap = "";

  @Option(names = "--force", description = "Stop a running sync, and begin anew.")
  boolean isForced;

  @Option(names = "--unpause", description = "Resume a paused connection for it.")
  boolean isUnpausing;

  private final Run run;

  public SyncCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    var wish = new SyncWish(isForced, isUnpausing, overlap());
    return new SyncRun(run, common, accounts, project, wait)
        .of(
            directory -> objects.warned(run).of(directory, labels, states),
            chosen -> yes.require(run, "Sync", chosen),
            (api, followed) -> new SyncAsk(api, wish, followed))
        .number();
  }

  private Overlap overlap() {
    Overlap asked =
        switch (overlap) {
          case "" -> isOnlyIfIdle ? Overlap.SKIP : Overlap.JOIN;
          case "skip" -> Overlap.SKIP;
          case "fail" -> Overlap.FAIL;
          default -> throw usage("--overlap " + overlap + " is none", "Give skip or fail.");
        };
    if (isForced && asked != Overlap.JOIN) {
      throw usage("--force stops a running sync, which the other flag leaves alone", "Give one.");
    }
    return asked;
  }

  private static RefusedException usage(String what, String next) {
    return new RefusedException(Refusal.USAGE, what, next);
  }
}
