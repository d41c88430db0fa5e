package dev.ftctl.operate.trust;

import dev.ftctl.address.Named;
import dev.ftctl.operate.Deed;
import dev.ftctl.operate.Result;
import java.util.List;
import java.util.function.BiConsumer;

/// Reads what an object trusts.
///
/// @param seen takes it; called by many threads
public record TrustReading(TrustCalls calls, BiConsumer<Named, List<Trusted>> seen)
    implements Deed {

  @Override
  public Result of(Named object) {
    List<Trusted> listed = calls.listed(object);
    // A list names no host, and connections' lists have no configuration.
    boolean isHostUnknown = calls.sort() == TrustSort.FINGERPRINT && !listed.isEmpty();
    seen.accept(isHostUnknown ? object.withFields(calls.details(object)) : object, listed);
    return new Result.Unneeded(object, "trusts " + listed.size());
  }
}
