package dev.ftctl.cli.flags;

import dev.ftctl.cli.process.Console;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.util.Optional;

/// What `FIVETRAN_SCOPE` leaves of a key's permissions: people set it for the vendor's assistant
/// server, and mean everything that uses the key.
public record WriteScope(Console console) {

  private static final String NAME = "FIVETRAN_SCOPE";

  /// @param allowsWrites whether the command is meant to write
  /// @throws RefusedException when it is, and must not
  public void require(boolean allowsWrites) {
    if (allowsWrites && (scope().equals("read") || isUnknown())) {
      throw new RefusedException(
          Refusal.BLOCKED,
          NAME
              + (isUnknown() ? " is none that ftctl knows" : " is 'read'")
              + ", so nothing is written",
          "Unset it, or set it to read/write or read/write/delete, where this command may write.");
    }
  }

  /// Why no DELETE may be sent; empty when one may.
  public Optional<String> refusesDeletes() {
    return scope().equals("read/write")
        ? Optional.of(NAME + " is 'read/write', which refuses every DELETE")
        : Optional.empty();
  }

  private boolean isUnknown() {
    return !scope().isEmpty() && !scope().matches("read|read/write|read/write/delete");
  }

  private String scope() {
    return console.variable(NAME).strip();
  }
}
