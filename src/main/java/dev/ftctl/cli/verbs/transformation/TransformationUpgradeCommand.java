package dev.ftctl.cli.verbs.transformation;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.verbs.WaitFlag;
import dev.ftctl.cli.verbs.YesFlag;
import dev.ftctl.operate.transformation.UpgradeAsk;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ftctl transformation upgrade`: Quickstarts get the newest versions of their packages, which no
/// field of a manifest says.
@Command(
    name = "upgrade",
    description = "Bring the packages of Quickstarts to their newest version.")
public final class TransformationUpgradeCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();
  @Mixin TransformationFlags flags = new TransformationFlags();
  @Mixin YesFlag yes = new YesFlag();

  private final Run run;

  public TransformationUpgradeCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    return new Asked(run, common, accounts, project, flags, new WaitFlag())
        .of(chosen -> yes.require(run, "Upgrade", chosen), (api, followed) -> new UpgradeAsk(api))
        .number();
  }
}
