package dev.ftctl.fivetran.pacing;

import dev.ftctl.model.CallSort;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Places in small quotas that were taken for a step before it began, one for each sort of call.
/// What is not used comes back when it is closed.
public final class Turn implements AutoCloseable {

  private final Pacer pacer;
  private final Map<CallSort, List<Window>> places;

  Turn(Pacer pacer, Map<CallSort, List<Window>> places) {
    this.pacer = pacer;
    this.places = new EnumMap<>(CallSort.class);
    this.places.putAll(places);
  }

  /// Called with the pacer's lock held.
  Set<CallSort> sorts() {
    return places.isEmpty() ? Set.of() : EnumSet.copyOf(places.keySet());
  }

  /// Called with the pacer's lock held.
  List<Window> use(CallSort sort) {
    List<Window> taken = places.remove(sort);
    return taken == null ? List.of() : taken;
  }

  @Override
  public void close() {
    pacer.giveBack(this);
  }
}
