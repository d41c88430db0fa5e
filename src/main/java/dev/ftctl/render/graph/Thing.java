package dev.ftctl.render.graph;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.model.Group;
import dev.ftctl.model.address.Address;
import dev.ftctl.render.graph.Picture.Look;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// An object in a picture.
///
/// @param cluster the group that it is in; empty for none
/// @param near what it stands on, of what may lie in groups
record Thing(
    Address address,
    String cluster,
    String service,
    Set<Address> targets,
    Set<Address> near,
    Look look) {

  /// A transformation stands on its project or its connections. What a key may reach it doesn't
  /// stand on, since that may be whole groups.
  static Set<Address> near(KindDefinition definition, Collection<Address> targets) {
    Set<String> below = definition.standsOn();
    return below.contains(Group.SLUG)
        ? Set.of()
        : targets.stream()
            .filter(target -> below.contains(target.kind()))
            .collect(Collectors.toSet());
  }

  /// Each in its group; what is in none itself stands with what it stands on, where that is in one.
  static List<Thing> settled(List<Thing> things) {
    var clusters = new HashMap<Address, String>();
    things.forEach(thing -> clusters.put(thing.address(), thing.cluster()));
    return things.stream().map(thing -> thing.settled(clusters)).toList();
  }

  private Thing settled(Map<Address, String> clusters) {
    Set<String> around =
        near.stream().map(target -> clusters.getOrDefault(target, "")).collect(Collectors.toSet());
    return cluster.isEmpty() && around.size() == 1
        ? new Thing(address, around.iterator().next(), service, targets, near, look)
        : this;
  }
}
