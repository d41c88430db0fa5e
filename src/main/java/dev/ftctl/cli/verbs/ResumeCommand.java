package dev.ftctl.cli.verbs;

import dev.ftctl.cli.process.Run;
import picocli.CommandLine.Command;

/// `ftctl resume`: paused connections go on by their schedule.
@Command(name = "resume", description = "Let paused connections sync again.")
public final class ResumeCommand extends SwitchCommand {

  public ResumeCommand(Run run) {
    super(run, false);
  }
}
