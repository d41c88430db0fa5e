package dev.ftctl.address;

import dev.ftctl.live.Roster;
import dev.ftctl.model.Group;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.Address;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Where objects are. What is in no group itself is in that of what it stands on: a transformation
/// is in the group of its project, or of its connections.
///
/// @param objects that lists told, by what they go by
record Places(Roster roster, Map<Address, Live> objects) {

  static Places of(Roster roster) {
    var objects = new HashMap<Address, Live>();
    roster
        .lists()
        .values()
        .forEach(list -> list.forEach(live -> objects.put(roster.addressOf(live), live)));
    return new Places(roster, objects);
  }

  /// What it stands on.
  List<Address> below(Live live) {
    return roster.kinds().ofSlug(live.kind()).definition().liveReferences(live, roster.ids());
  }

  /// Names and ids.
  Set<String> groups(Live live) {
    return groups(live, new HashSet<>());
  }

  private Set<String> groups(Live live, Set<Address> seen) {
    var groups = new TreeSet<String>();
    if (live.kind().equals(Group.SLUG)) {
      groups.addAll(List.of(roster.addressOf(live).name(), live.id().value()));
    }
    String id = live.fields().text("group_id");
    if (!id.isEmpty()) {
      groups.add(id);
    }
    List<Address> below = below(live);
    below.stream()
        .filter(address -> address.kind().equals(Group.SLUG))
        .forEach(address -> {
          groups.add(address.name());
          roster.ids().find(address).ifPresent(group -> groups.add(group.value()));
        });
    if (groups.isEmpty()) {
      for (Address address : below) {
        Live other = objects.get(address);
        if (other != null && seen.add(address)) {
          groups.addAll(groups(other, seen));
        }
      }
    }
    return groups;
  }
}
