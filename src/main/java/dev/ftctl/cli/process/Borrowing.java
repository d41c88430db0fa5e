package dev.ftctl.cli.process;

import picocli.CommandLine.Model.CommandSpec;

/// A command that has flags of another one.
public interface Borrowing {

  /// The command that lends them.
  CommandSpec lender();
}
