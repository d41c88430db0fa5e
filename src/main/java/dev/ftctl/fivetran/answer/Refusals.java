package dev.ftctl.fivetran.answer;

import dev.ftctl.model.CallSort;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which sorts of calls the API refused, and until when. Not safe for use by many threads; the
/// [Pacer] locks.
public final class Refusals {

  private final Map<CallSort, Long> heldUntil = new EnumMap<>(CallSort.class);
  private final Map<CallSort, Long> usedUpUntil = new EnumMap<>(CallSort.class);

  /// A refusal is about the smaller quotas that its call counts for. It is about all requests when
  /// nearly none of those is left, or nobody knows; when its call counts for nothing else and many
  /// are left, it is about a quota that no document names, and only that call waits.
  ///
  /// @param isNearlyEmpty whether the quota of all requests may be used up
  public void note(Set<CallSort> sorts, Attempt.Failed refused, boolean isNearlyEmpty, long now) {
    var about = EnumSet.copyOf(sorts);
    if (!isNearlyEmpty || (about.size() > 1 && !refused.mayBeRepeated())) {
      about.remove(CallSort.REQUEST);
    }
    Map<CallSort, Long> until = refused.mayBeRepeated() ? heldUntil : usedUpUntil;
    about.forEach(sort -> until.merge(sort, now + refused.pause().toNanos(), Math::max));
  }

  /// Nanoseconds until calls of these sorts are taken again; zero when they are.
  public long waitNanos(Set<CallSort> sorts, long now) {
    long wait = 0;
    for (CallSort sort : sorts) {
      wait = Math.max(wait, heldUntil.getOrDefault(sort, now) - now);
    }
    return wait;
  }

  /// For how long no call of these sorts is taken, when that is longer than anybody waits.
  public Optional<Duration> usedUpFor(Set<CallSort> sorts, long now) {
    long longest = 0;
    for (CallSort sort : sorts) {
      longest = Math.max(longest, usedUpUntil.getOrDefault(sort, now) - now);
    }
    return longest > 0 ? Optional.of(Duration.ofNanos(longest)) : Optional.empty();
  }
}
