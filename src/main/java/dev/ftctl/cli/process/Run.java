package dev.ftctl.cli.process;

import dev.ftctl.kind.KindList;
import dev.ftctl.model.Redaction;
import java.util.function.Supplier;

/// What every command of one run shares.
///
/// @param redaction the secrets that this run has seen
/// @param kinds made when first asked for, since not every command needs them
public record Run(
    Console console, Output output, Redaction redaction, Stop stop, Supplier<KindList> kinds) {

  public static Run on(Console console, Stop stop, Supplier<KindList> kinds) {
    var redaction = new Redaction();
    return new Run(console, new Output(console, redaction), redaction, stop, kinds);
  }
}
