package dev.ftctl.diff;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.manifest.Project;
import dev.ftctl.model.Address;
import dev.ftctl.model.Glob;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import java.util.List;
import java.util.stream.Stream;

/// What `--prune` may delete: never a kind that can't be pruned (users), never what Fivetran made
/// itself, nothing where no scope is given.
record PruneScope(Project.PruneScope scope) {

  boolean covers(Address address, Live live, KindDefinition definition, Ids ids) {
    return !scope.isEmpty()
        && live.isOurs()
        && definition.isPrunable()
        && includes(address, live, definition, ids);
  }

  /// Whether an object lies within what is given; all of them do when nothing is.
  boolean includes(Address address, Live live, KindDefinition definition, Ids ids) {
    List<Address> standsOn = definition.liveReferences(live, ids);
    Stream<String> groups =
        Stream.concat(
            standsOn.stream().filter(target -> target.kind().equals("group")).map(Address::name),
            address.kind().equals("group") ? Stream.of(address.name()) : Stream.of());
    return (scope.groups().isEmpty() || groups.anyMatch(group -> matches(scope.groups(), group)))
        && (scope.kinds().isEmpty()
            || matches(scope.kinds(), definition.name())
            || matches(scope.kinds(), address.kind()))
        && (scope.addresses().isEmpty() || matches(scope.addresses(), address.toString()));
  }

  private static boolean matches(List<String> globs, String name) {
    return globs.stream().anyMatch(glob -> new Glob(glob).matches(name));
  }
}
