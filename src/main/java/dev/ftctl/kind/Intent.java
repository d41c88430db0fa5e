package dev.ftctl.kind;

import dev.ftctl.model.address.Address;
import java.util.function.Predicate;

/// What the command line asks beyond the manifests.
///
/// @param rotatesSecrets resources whose secrets are sent again
/// @param reloads connections whose schema is read again from the source
public record Intent(
    Predicate<Address> rotatesSecrets, Predicate<Address> reloads, SetupTests setupTests) {

  /// When setup tests run: for what was created or whose configuration changed, always, or never.
  public enum SetupTests {
    AUTO,
    ALWAYS,
    NEVER
  }

  public static final Intent PLAIN =
      new Intent(address -> false, address -> false, SetupTests.AUTO);
}
