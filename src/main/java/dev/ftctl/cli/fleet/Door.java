package dev.ftctl.cli.fleet;

import dev.ftctl.cli.process.Run;

/// The way by which a command line enters the program, whoever typed it.
@FunctionalInterface
public interface Door {

  /// Runs it to its end, whatever stops it.
  ///
  /// @return its exit code
  int enter(String[] line, Run run);
}
