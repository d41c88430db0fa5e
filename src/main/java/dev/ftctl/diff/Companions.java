package dev.ftctl.diff;

import dev.ftctl.kind.Follows;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.References;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.manifest.Desired;
import dev.ftctl.model.Group;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Tells of resources that need another in their group although no field refers to it, where
/// neither manifests nor account have one ([Follows]). What can't be made without is blocked later.
///
/// @param described slug and group of what is described, as `destination in group/finance`
record Companions(Set<String> described, Ids ids, KindList kinds) {

  static Companions of(Desired desired, Ids ids, KindList kinds) {
    var described = new HashSet<String>();
    for (Resource resource : desired.outlined()) {
      if (!resource.metadata().isAbsent()) {
        group(resource, kinds)
            .ifPresent(group -> described.add(key(resource.address().kind(), group)));
      }
    }
    return new Companions(described, ids, kinds);
  }

  Findings told(Findings findings, Resource wanted, KindDefinition definition) {
    Optional<Address> group = definition.follows().flatMap(follows -> group(wanted, kinds));
    Findings told = findings;
    if (group.isPresent()) {
      Follows follows = definition.follows().orElseThrow();
      for (String slug : follows.inTheSameGroup()) {
        if (!follows.isNeeded()
            && !described.contains(key(slug, group.get()))
            && !isLive(slug, group.get())) {
          told =
              told.leavingOpen(
                  "no " + slug + " of " + group.get() + " is known: " + follows.withoutOne());
        }
      }
    }
    return told;
  }

  /// What follows a group has the group's id (fivetran-quirks 2.3).
  private boolean isLive(String slug, Address group) {
    return ids.find(group).map(RemoteId::value).flatMap(id -> ids.nameOf(slug, id)).isPresent();
  }

  private static Optional<Address> group(Resource resource, KindList kinds) {
    KindDefinition definition = kinds.ofSlug(resource.address().kind()).definition();
    return References.of(resource, definition).stream()
        .filter(found -> !found.isMembership() && found.target().kind().equals(Group.SLUG))
        .map(References.Found::target)
        .findFirst();
  }

  private static String key(String slug, Address group) {
    return slug + " in " + group;
  }
}
