package dev.ftctl.diff;

import dev.ftctl.kind.Guarded;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.model.Coverage;
import dev.ftctl.model.Group;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.Address;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What `--prune` may delete: never a kind that can't be pruned (users), never what Fivetran made
/// itself, nothing where no scope is given.
record PruneScope(Coverage scope) {

  boolean covers(Address address, Live live, KindDefinition definition, Ids ids) {
    return !scope.isEmpty()
        && live.isOurs()
        && definition.guarded().map(Guarded::isPrunable).orElse(true)
        && includes(address, live, definition, ids);
  }

  /// Whether an object lies within what is given; all of them do when nothing is.
  boolean includes(Address address, Live live, KindDefinition definition, Ids ids) {
    Set<String> groups =
        Stream.concat(definition.liveReferences(live, ids).stream(), Stream.of(address))
            .filter(target -> target.kind().equals(Group.SLUG))
            .map(Address::name)
            .collect(Collectors.toSet());
    return scope.includes(address, List.of(definition.name(), address.kind()), groups);
  }
}
