package dev.ftctl.kind;

import dev.ftctl.model.address.Address;
import java.util.function.Function;
import java.util.function.Predicate;

/// What the command line asks beyond the manifests.
///
/// @param rotation why the secrets of a resource are sent again ("asked by --rotate-secrets");
///   empty where they aren't
/// @param reloads connections whose schema is read again from the source
public record Intent(
    Function<Address, String> rotation, Predicate<Address> reloads, SetupTests setupTests) {

  /// When setup tests run: for what was created or whose configuration changed, always, or never.
  public enum SetupTests {
    AUTO,
    ALWAYS,
    NEVER
  }

  public static final Intent PLAIN = new Intent(address -> "", address -> false, SetupTests.AUTO);
}
