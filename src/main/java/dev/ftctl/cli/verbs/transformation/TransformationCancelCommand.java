package dev.ftctl.cli.verbs.transformation;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.verbs.WaitFlag;
import dev.ftctl.cli.verbs.YesFlag;
import dev.ftctl.operate.transformation.CancelAsk;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ftctl transformation cancel`: ends what runs.
@Command(name = "cancel", description = "Cancel the runs of transformations.")
public final class TransformationCancelCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();
  @Mixin TransformationFlags flags = new TransformationFlags();
  @Mixin YesFlag yes = new YesFlag();
  @Mixin WaitFlag wait = new WaitFlag();

  private final Run run;

  public TransformationCancelCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    return new Asked(run, common, accounts, project, flags, wait)
        .of(
            chosen -> yes.requireAlways(run, "Cancel", chosen, ""),
            (api, followed) -> new CancelAsk(api, followed))
        .number();
  }
}
