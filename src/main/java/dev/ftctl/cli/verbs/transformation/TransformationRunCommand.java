package dev.ftctl.cli.verbs.transformation;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.verbs.WaitFlag;
import dev.ftctl.cli.verbs.YesFlag;
import dev.ftctl.operate.transformation.RunAsk;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ftctl transformation run`: transformations run now, beside their schedule.
@Command(name = "run", description = "Run transformations now.")
public final class TransformationRunCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();
  @Mixin TransformationFlags flags = new TransformationFlags();
  @Mixin YesFlag yes = new YesFlag();
  @Mixin WaitFlag wait = new WaitFlag();

  @Option(
      names = "--full-refresh",
      description = "Build what is incremental from the start, which may take long and cost.")
  boolean isFullRefresh;

  private final Run run;

  public TransformationRunCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    return new Asked(run, common, accounts, project, flags, wait)
        .of(
            chosen -> yes.require(run, "Run", chosen),
            (api, followed) -> new RunAsk(api, isFullRefresh, followed))
        .number();
  }
}
