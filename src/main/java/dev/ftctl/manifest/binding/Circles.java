package dev.ftctl.manifest.binding;

import dev.ftctl.model.address.Address;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;

/// Finds resources of which none could be applied first, since each waits for another of them.
///
/// A resource waits for the end of what it refers to. A part waits only for the beginning of its
/// owner, whose end waits for the part.
final class Circles {

  /// The beginning or the end of what is done to a resource.
  private record Moment(Address address, boolean isEnd) implements Comparable<Moment> {
    @Override
    public int compareTo(Moment other) {
      int byAddress = address.compareTo(other.address);
      return byAddress != 0 ? byAddress : Boolean.compare(isEnd, other.isEnd);
    }
  }

  private final SequencedMap<Moment, List<Moment>> waits = new LinkedHashMap<>();

  private Circles(Map<Address, List<Link>> links) {
    for (Address address : links.keySet()) {
      waits.put(new Moment(address, false), new ArrayList<>());
      waits.put(new Moment(address, true), new ArrayList<>());
      before(new Moment(address, true)).add(new Moment(address, false));
    }
    links.forEach((address, all) ->
        all.stream()
            .filter(link -> links.containsKey(link.target()))
            .forEach(link -> add(address, link)));
  }

  /// Each as the addresses of its members in the order of their waiting, the smallest first. Where
  /// circles touch, one of them may be missing until the other is mended.
  ///
  /// @param links what each resource refers to
  static List<List<Address>> in(Map<Address, List<Link>> links) {
    return new Circles(links).all();
  }

  private void add(Address address, Link link) {
    before(new Moment(address, false)).add(new Moment(link.target(), !link.isPart()));
    if (link.isPart()) {
      before(new Moment(link.target(), true)).add(new Moment(address, true));
    }
  }

  private List<Moment> before(Moment moment) {
    return waits.getOrDefault(moment, List.of());
  }

  private List<List<Address>> all() {
    TreeSet<Moment> left = stuck();
    var circles = new ArrayList<List<Address>>();
    while (!left.isEmpty()) {
      var way = new LinkedHashSet<Moment>();
      Moment here = left.first();
      boolean goesOn = true;
      while (goesOn && way.add(here)) {
        var next = before(here).stream().filter(left::contains).findFirst();
        goesOn = next.isPresent();
        here = next.orElse(here);
      }
      if (goesOn) {
        Moment start = here;
        circles.add(addresses(way.stream().dropWhile(moment -> !moment.equals(start)).toList()));
      }
      left.removeAll(way);
    }
    return circles;
  }

  /// Takes away, again and again, what waits for nothing that is left. Whatever remains stands on a
  /// circle or leads into one.
  private TreeSet<Moment> stuck() {
    var open = new HashMap<Moment, Integer>();
    var waiting = new HashMap<Moment, List<Moment>>();
    var free = new ArrayDeque<Moment>();
    waits.forEach((moment, before) -> {
      open.put(moment, before.size());
      before.forEach(first -> waiting.computeIfAbsent(first, key -> new ArrayList<>()).add(moment));
      if (before.isEmpty()) {
        free.add(moment);
      }
    });
    while (!free.isEmpty()) {
      Moment done = free.remove();
      open.remove(done);
      for (Moment next : waiting.getOrDefault(done, List.of())) {
        if (open.merge(next, -1, Integer::sum) == 0) {
          free.add(next);
        }
      }
    }
    return new TreeSet<>(open.keySet());
  }

  /// Beginning and end of a resource stand beside each other and are one member.
  private static List<Address> addresses(List<Moment> circle) {
    var members =
        new ArrayList<>(new LinkedHashSet<>(circle.stream().map(Moment::address).toList()));
    Collections.rotate(members, -members.indexOf(Collections.min(members)));
    return members;
  }
}
