package dev.ftctl.diff;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.PartOf;
import dev.ftctl.kind.PartOf.Owner.Working;
import dev.ftctl.kind.References;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.Gap;
import dev.ftctl.kind.finding.Gap.Weight;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.live.Snapshot;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Risk;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the owners of parts do once the plan is carried out, and what that means for the gaps of
/// their parts. Owners are compared before their parts. Used by one thread.
final class OwnersOfParts {

  private final KindList kinds;
  private final Map<String, Live> owners = new HashMap<>();
  private final Map<Address, Change> changes = new HashMap<>();

  OwnersOfParts(Snapshot live, KindList kinds) {
    this.kinds = kinds;
    Stream.concat(live.matched().values().stream(), live.unmanaged().stream())
        .filter(object -> kinds.ofSlug(object.kind()).definition().ownsParts().isPresent())
        .forEach(object -> owners.put(key(object.kind(), object.id()), object));
  }

  Change noted(Change change) {
    changes.put(change.address(), change);
    return change;
  }

  /// The findings of a part that is there, with what its owner's work adds: what nothing keeps in
  /// goes out of one that runs, and holds one that is to be started, which then looks again.
  Findings beside(Findings findings, Resource wanted, Live there) {
    Optional<PartOf> part = definition(wanted.address()).partOf();
    if (part.isEmpty()) {
      return findings;
    }
    return switch (working(wanted, there, part.get().owner())) {
      case RESTS -> findings;
      case RUNS -> exposed(findings);
      case RESUMES -> isLeftToRead(findings) ? lookingAgain(findings) : findings;
      case BEGINS ->
          isLeftToRead(findings) || findings.gaps().isEmpty() && part.get().dependsOnSource(wanted)
              ? lookingAgain(findings)
              : findings;
    };
  }

  /// What can never be as declared holds the owner, and no look at the source mends it.
  private static boolean isLeftToRead(Findings findings) {
    return findings.gaps().stream().anyMatch(gap -> gap.weight() != Weight.REFUSED);
  }

  private static Findings lookingAgain(Findings findings) {
    return findings.noting("apply reads the source again before it starts").followedUp();
  }

  private static Findings exposed(Findings findings) {
    List<Gap> open =
        findings.gaps().stream().filter(gap -> gap.weight() == Weight.EXPOSES).toList();
    return open.isEmpty()
        ? findings
        : findings.risking(
            new RiskFinding(
                Risk.EXPOSE,
                "nothing there, and it would sync if it came: "
                    + open.stream().map(Gap::element).collect(Collectors.joining(", "))));
  }

  private Working working(Resource wanted, Live there, String kind) {
    Optional<PartOf.Owner> facet = kinds.ofSlug(kind).definition().ownsParts();
    // A part has the id of its owner, which a narrowed run may not plan.
    Optional<Live> owner = Optional.ofNullable(owners.get(key(kind, there.id())));
    if (facet.isEmpty() || owner.isEmpty()) {
      return Working.RESTS;
    }
    return References.ownerOf(wanted, definition(wanted.address()))
        .map(changes::get)
        .map(change -> facet.get().after(change, owner.get()))
        .orElseGet(() -> facet.get().now(owner.get()));
  }

  private static String key(String kind, RemoteId id) {
    return kind + "/" + id.value();
  }

  private KindDefinition definition(Address address) {
    return kinds.ofSlug(address.kind()).definition();
  }
}
