package dev.ftctl.cli.verbs.state;

import dev.ftctl.address.Directory;
import dev.ftctl.address.Named;
import dev.ftctl.cli.process.Run;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import picocli.CommandLine.Parameters;

/// Which connection.
final class OneConnection {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ADDRESS",
      description = "Its address, live name or id; asked for on a terminal.")
  String text = "";

  /// Asks for it where it is not given.
  ///
  /// @throws RefusedException when there is nobody to ask
  void require(Run run) {
    if (text.isBlank() && Prompt.isPossible(run)) {
      text = new Prompt(run).line("Connection: ").strip();
    }
    if (text.isBlank()) {
      throw new RefusedException(
          Refusal.USAGE, "no connection is named", "Give its address, its name or its id.");
    }
  }

  Named of(Directory directory) {
    return of(directory, text);
  }

  /// @throws RefusedException when the text means none, or several
  static Named of(Directory directory, String text) {
    var found = directory.find(text);
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw new RefusedException(
        Refusal.USAGE,
        text + " means " + found.size() + " connections",
        found.isEmpty()
            ? "ftctl get connector lists what there is."
            : "Say which one: " + found.getFirst().address() + ", …");
  }
}
