package dev.ftctl.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// How many calls of each sort, as far as a plan can know.
///
/// @param counts by sort, none of them zero
public record Calls(Map<CallSort, Long> counts) {

  public static final Calls NONE = new Calls(Map.of());

  public Calls {
    counts = Map.copyOf(counts);
  }

  public static Calls requests(long number) {
    return NONE.with(CallSort.REQUEST, number);
  }

  /// These, and so many more of a sort.
  public Calls with(CallSort sort, long number) {
    return plus(number == 0 ? NONE : new Calls(Map.of(sort, number)));
  }

  /// These, of which so many run setup tests: those count as interaction with the source as well.
  public Calls withSetupTests(long number) {
    return with(CallSort.SETUP_TEST, number).with(CallSort.SOURCE_INTERACTION, number);
  }

  public Calls plus(Calls others) {
    var sum = new EnumMap<CallSort, Long>(CallSort.class);
    sum.putAll(counts);
    others.counts.forEach((sort, number) -> sum.merge(sort, number, Long::sum));
    return new Calls(sum);
  }

  public long of(CallSort sort) {
    return counts.getOrDefault(sort, 0L);
  }

  /// The sorts that have a quota besides that of all requests, in the order of [CallSort].
  public Set<CallSort> rareSorts() {
    var rare = new TreeSet<>(counts.keySet());
    rare.remove(CallSort.REQUEST);
    return rare;
  }
}
