package dev.ftctl.cli.verbs.rollout;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.AttachedWord;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.DurationText;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.verbs.LiveObjects;
import dev.ftctl.cli.verbs.YesFlag;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ftctl rollout run`: begins a rollout, or goes on with it.
@Command(
    name = "run",
    description = "Switch on batch by batch, each synced before the next; goes on where it was.")
final class RolloutRunCommand implements Callable<Integer> {

  private static final String USUAL = "3h";

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();
  @Mixin YesFlag yes = new YesFlag();

  @Parameters(paramLabel = "FILE", description = "The rollout.")
  String file = "";

  @Option(
      names = "--if-idle",
      description = "Begin nothing where the connection syncs already; exit 0, for cron.")
  boolean isOnlyIfIdle;

  @Option(
      names = "--unpause",
      description = "Resume a paused connection once the first batch is on.")
  boolean isUnpausing;

  @Option(
      names = "--wait",
      paramLabel = "D",
      arity = "0..1",
      defaultValue = USUAL,
      converter = DurationText.class,
      preprocessor = Attached.class,
      description = "For each sync to end (default: ${DEFAULT-VALUE}).")
  Duration limit = Duration.ofHours(3);

  private final Run run;

  RolloutRunCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    RolloutSource source = RolloutSource.of(run, file);
    try (var live = LiveObjects.open(run, common, accounts, project, true, Set.of("connector"))) {
      var work = new RolloutWork(run, common, live, source);
      return work.go(new RolloutWork.Terms(limit, isOnlyIfIdle, isUnpausing, yes.isGiven)).number();
    }
  }

  /// See the flag's own words.
  static final class Attached extends AttachedWord {
    Attached() {
      super(USUAL);
    }
  }
}
