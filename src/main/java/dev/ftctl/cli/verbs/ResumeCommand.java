package dev.ftctl.cli.verbs;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.Run;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ftctl resume`: paused connections go on by their schedule.
@Command(name = "resume", description = "Let paused connections sync again.")
public final class ResumeCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();
  @Mixin ObjectFlags objects = new ObjectFlags();
  @Mixin LabelFlag labels = new LabelFlag();
  @Mixin StateFlags states = new StateFlags();
  @Mixin YesFlag yes = new YesFlag();

  private final Run run;

  public ResumeCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    return new Switching(run, common, accounts, project)
        .to(false, directory -> objects.warned(run).of(directory, labels, states), yes)
        .number();
  }
}
