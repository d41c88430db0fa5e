package dev.ftctl.cli.sandbox;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.SandboxFile;
import dev.ftctl.cli.flags.SandboxPlace;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.sandbox.Sandbox;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ftctl sandbox reset`: the simulator's account as new.
@Command(name = "reset", description = "Make the simulator's account as new.")
public final class SandboxResetCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();

  @Mixin SandboxFile file = new SandboxFile();

  private final Run run;

  public SandboxResetCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    if (!file.exists(run)) {
      run.output().result("Nothing to reset: there is no " + file.shown(run) + ".\n");
      return ExitCode.OK.number();
    }
    try (Sandbox sandbox = file.open(run)) {
      sandbox.control().reset();
    } catch (IOException unusable) {
      throw SandboxPlace.unusable(file.path(run), unusable);
    }
    run.output().result("The account in " + file.shown(run) + " is as new.\n");
    return ExitCode.OK.number();
  }
}
