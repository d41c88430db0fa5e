package dev.ftctl.cli.verbs;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.Run;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/// Pausing and resuming, which are one verb with two directions: what both are given.
abstract class SwitchCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();
  @Mixin ObjectFlags objects = new ObjectFlags();
  @Mixin LabelFlag labels = new LabelFlag();
  @Mixin StateFlags states = new StateFlags();
  @Mixin YesFlag yes = new YesFlag();

  private final Run run;
  private final boolean paused;

  /// @param paused what connections are to be
  SwitchCommand(Run run, boolean paused) {
    this.run = run;
    this.paused = paused;
  }

  @Override
  public final Integer call() {
    return new Switching(run, common, accounts, project)
        .to(paused, directory -> objects.warned(run).of(directory, labels, states), yes)
        .number();
  }
}
