package dev.ftctl.walk;

import dev.ftctl.diff.Base;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Intent.SetupTests;
import dev.ftctl.kind.handout.Handouts;
import dev.ftctl.manifest.Desired;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.AddressPattern;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// What is asked beyond the manifests, before it is known which resources there are.
///
/// @param rotated whose secrets are sent again
/// @param reloaded connections whose schema is read again from the source
/// @param handouts where goes what Fivetran tells once
/// @param now the moment of the run; the epoch where nothing is due by time
public record IntentPatterns(
    List<AddressPattern> rotated,
    List<AddressPattern> reloaded,
    SetupTests setupTests,
    HandoutSource handouts,
    Instant now) {

  /// Where goes what Fivetran tells once, as soon as manifests and account are known.
  @FunctionalInterface
  public interface HandoutSource {

    /// @param account its id
    Handouts of(Desired desired, String account);
  }

  /// Nothing is asked.
  public static final IntentPatterns PLAIN =
      new IntentPatterns(List.of(), List.of(), SetupTests.AUTO);

  /// Handing out nothing.
  public IntentPatterns(
      List<AddressPattern> rotated, List<AddressPattern> reloaded, SetupTests setupTests) {
    this(rotated, reloaded, setupTests, (desired, account) -> Handouts.NONE, Instant.EPOCH);
  }

  /// The same, handing out there.
  public IntentPatterns handingOut(HandoutSource other) {
    return new IntentPatterns(rotated, reloaded, setupTests, other, now);
  }

  /// The same at a moment.
  public IntentPatterns at(Instant moment) {
    return new IntentPatterns(rotated, reloaded, setupTests, handouts, moment);
  }

  public IntentPatterns {
    rotated = List.copyOf(rotated);
    reloaded = List.copyOf(reloaded);
  }

  /// With what the base revision tells, which the account can't.
  ///
  /// @param lookups how many calls to sources a step may send
  /// @param account its id
  Intent with(Desired desired, Optional<Base> base, int lookups, String account) {
    Map<Address, String> changed = base.map(Base::rotated).orElse(Map.of());
    Predicate<Address> asked = among(rotated);
    Set<Address> resettled = base.map(Base::reloaded).orElse(Set.of());
    return new Intent(
        why(asked, changed),
        among(reloaded).or(resettled::contains),
        setupTests,
        (address, field) -> base.map(it -> it.saidTheSame(address, field)).orElse(false),
        lookups,
        handouts.of(desired, account),
        why(among(rotated.stream().filter(of -> !of.equals(AddressPattern.ALL)).toList()), changed),
        now);
  }

  private static Function<Address, String> why(
      Predicate<Address> asked, Map<Address, String> changed) {
    return address ->
        asked.test(address) ? "asked by --rotate-secrets" : changed.getOrDefault(address, "");
  }

  private static Predicate<Address> among(List<AddressPattern> patterns) {
    return address -> patterns.stream().anyMatch(pattern -> pattern.covers(address));
  }
}
