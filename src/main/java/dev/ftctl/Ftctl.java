package dev.ftctl;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The entry of the command line program.
@Command(name = "ftctl", version = "ftctl 0.1.0-SNAPSHOT", mixinStandardHelpOptions = true)
public final class Ftctl implements Runnable {
  private Ftctl() {}

  @Override
  public void run() {}

  /// Runs one command and leaves with its exit code.
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Ftctl()).execute(arguments));
  }
}
