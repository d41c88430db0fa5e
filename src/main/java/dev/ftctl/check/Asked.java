package dev.ftctl.check;

import dev.ftctl.model.Allowance;
import dev.ftctl.model.address.AddressPattern;
import java.util.List;
import java.util.Optional;

/// What a plan is asked beyond its manifests, as flags of `plan` ask it.
///
/// @param allowed `--allow`
/// @param maxDeletes `--max-deletes`
/// @param rotated `--rotate-secrets`
/// @param reloaded `--reload`
public record Asked(
    List<Allowance> allowed,
    Optional<Integer> maxDeletes,
    boolean prunes,
    boolean skipsBlocked,
    boolean isStrict,
    List<AddressPattern> rotated,
    List<AddressPattern> reloaded) {

  static final Asked NOTHING =
      new Asked(List.of(), Optional.empty(), false, false, false, List.of(), List.of());

  public Asked {
    allowed = List.copyOf(allowed);
    rotated = List.copyOf(rotated);
    reloaded = List.copyOf(reloaded);
  }
}
