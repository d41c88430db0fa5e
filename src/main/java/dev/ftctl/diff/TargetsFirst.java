package dev.ftctl.diff;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.References;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Puts what others refer to before them, since it may be replaced and have another id then: kind
/// by kind, and among the resources of one kind by their references.
final class TargetsFirst {

  private final KindList kinds;
  private final SequencedMap<Address, Resource> left = new LinkedHashMap<>();
  private final List<Resource> sorted = new ArrayList<>();

  private TargetsFirst(KindList kinds, List<Resource> ofOneKind) {
    this.kinds = kinds;
    ofOneKind.forEach(resource -> left.put(resource.address(), resource));
  }

  static List<Resource> of(List<Resource> planned, KindList kinds) {
    var byOrder = new TreeMap<Integer, List<Resource>>();
    for (Resource resource : planned) {
      byOrder
          .computeIfAbsent(kinds.orderOf(resource.address().kind()), order -> new ArrayList<>())
          .add(resource);
    }
    return byOrder.values().stream()
        .flatMap(ofOneKind -> new TargetsFirst(kinds, ofOneKind).sorted().stream())
        .toList();
  }

  private record Visit(Resource resource, Iterator<Address> targets) {}

  private List<Resource> sorted() {
    while (!left.isEmpty()) {
      take(left.firstEntry().getValue());
    }
    return sorted;
  }

  /// The resource behind all that it refers to, without recursion: a chain may be long.
  private void take(Resource first) {
    var way = new ArrayDeque<Visit>();
    way.push(visit(first));
    while (!way.isEmpty()) {
      Iterator<Address> targets = way.element().targets();
      if (targets.hasNext()) {
        Optional.ofNullable(left.get(targets.next())).ifPresent(next -> way.push(visit(next)));
      } else {
        sorted.add(way.pop().resource());
      }
    }
  }

  private Visit visit(Resource resource) {
    left.remove(resource.address());
    KindDefinition definition = kinds.ofSlug(resource.address().kind()).definition();
    return new Visit(
        resource,
        References.of(resource, definition).stream().map(References.Found::target).iterator());
  }
}
