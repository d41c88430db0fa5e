package dev.ftctl.diff;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.live.Snapshot;
import dev.ftctl.manifest.Desired;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Risk;
import dev.ftctl.model.address.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What the manifests of `--base` had and those of now have not: deletions of what the account
/// still has. A part goes with its owner, and what Fivetran made itself stays.
///
/// Many at once are more often a mistake (an empty folder, a wrong revision) than a wish: more than
/// a tenth of everything described, or all of a kind or of a group, has to be allowed.
final class DroppedResources {

  private static final int TENTH = 10;

  private final Base base;
  private final Desired desired;
  private final Snapshot live;
  private final KindList kinds;

  DroppedResources(Base base, Desired desired, Snapshot live, KindList kinds) {
    this.base = base;
    this.desired = desired;
    this.live = live;
    this.kinds = kinds;
  }

  /// With what may be there although it was not found.
  ///
  /// @param stays what is not to be deleted all the same
  List<Change> deletions(Predicate<Live> stays, Vanished vanished) {
    var deletions = new ArrayList<Change>();
    List<Resource> there =
        base.dropped().stream().filter(dropped -> isThere(dropped, stays)).toList();
    for (Resource dropped : there) {
      Live object = live.find(dropped.address()).orElseThrow();
      deletions.add(
          new Change.Delete(
              dropped.address(),
              object,
              dropped.place(),
              "removed since " + base.revision(),
              Entitlements.ending(
                  judged(dropped.address(), there.size()),
                  object,
                  kinds.ofSlug(object.kind()).definition())));
    }
    base.dropped().stream()
        .filter(dropped -> live.find(dropped.address()).isEmpty())
        .flatMap(dropped -> vanished.dropped(dropped).stream())
        .forEach(deletions::add);
    return deletions;
  }

  private boolean isThere(Resource dropped, Predicate<Live> stays) {
    KindDefinition definition = kinds.ofSlug(dropped.address().kind()).definition();
    return definition.partOf().isEmpty()
        && live.find(dropped.address())
            .filter(object -> object.isOurs() && !stays.test(object))
            .filter(object ->
                definition.guarded().flatMap(guard -> guard.indispensable(object)).isEmpty())
            .isPresent();
  }

  private Findings judged(Address address, int deletions) {
    int described = desired.resources().size() + base.dropped().size();
    if (deletions * TENTH > described) {
      return many(
          deletions + " of " + described + " described resources were removed, more than a tenth");
    }
    if (desired.resources().stream()
        .noneMatch(one -> one.address().kind().equals(address.kind()))) {
      return many("all of its kind were removed");
    }
    if (!address.instance().isEmpty()
        && desired.resources().stream()
            .noneMatch(one -> one.address().instance().equals(address.instance()))) {
      return many("all in the group " + address.instance() + " were removed");
    }
    return Findings.NONE;
  }

  private static Findings many(String why) {
    return Findings.NONE.risking(new RiskFinding(Risk.DELETE, why));
  }
}
