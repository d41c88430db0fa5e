package dev.ftctl.kind;

import dev.ftctl.kind.handout.Handouts;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.FieldPath;
import java.time.Instant;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/// What the command line asks beyond the manifests.
///
/// @param rotation why the secrets of a resource are sent again ("asked by --rotate-secrets");
///   empty where they aren't
/// @param reloads connections whose schema is read again from the source
/// @param isOld whether a field of a resource was said in the same words at `--base`
/// @param lookups how many calls to sources a step may send to learn what is there
/// @param handouts where goes what Fivetran tells once
/// @param renewal why what was told once is made anew, which ends the old; empty where it isn't. A
///   rotation of all secrets is none
/// @param now the moment of the run; the epoch where nothing is due by time
public record Intent(
    Function<Address, String> rotation,
    Predicate<Address> reloads,
    SetupTests setupTests,
    BiPredicate<Address, FieldPath> isOld,
    int lookups,
    Handouts handouts,
    Function<Address, String> renewal,
    Instant now) {

  /// `limits.column_reads` where the project does not say it.
  public static final int USUAL_LOOKUPS = 500;

  /// Without a base, with the usual number of lookups, and handing out nothing.
  public Intent(
      Function<Address, String> rotation, Predicate<Address> reloads, SetupTests setupTests) {
    this(
        rotation,
        reloads,
        setupTests,
        (address, field) -> false,
        USUAL_LOOKUPS,
        Handouts.NONE,
        address -> "",
        Instant.EPOCH);
  }

  /// When setup tests run: for what was created or whose configuration changed, always, or never.
  public enum SetupTests {
    AUTO,
    ALWAYS,
    NEVER
  }

  public static final Intent PLAIN = new Intent(address -> "", address -> false, SetupTests.AUTO);
}
