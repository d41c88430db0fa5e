package dev.ftctl.cli.verbs;

import dev.ftctl.cli.process.Run;
import picocli.CommandLine.Command;

/// `ftctl pause`: connections stop syncing until somebody resumes them.
@Command(name = "pause", description = "Pause connections.")
public final class PauseCommand extends SwitchCommand {

  public PauseCommand(Run run) {
    super(run, true);
  }
}
