package dev.ftctl.diff;

import dev.ftctl.kind.Facets.FoundInDetail;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.live.Snapshot;
import dev.ftctl.manifest.Desired;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The account's objects that no document describes at all. A narrowed run takes what it was not
/// asked about for unmanaged, too; that is left out here. Looked for once, when first asked, by one
/// thread.
final class UnmanagedObjects {

  private static final FoundInDetail.Around NOTHING_ELSE =
      new FoundInDetail.Around() {
        @Override
        public Optional<Live> find(String slug, String id) {
          return Optional.empty();
        }

        @Override
        public boolean isDescribed(Live live) {
          return false;
        }
      };

  private final Desired desired;
  private final Snapshot live;
  private final KindList kinds;
  private @Nullable List<Live> all;
  private @Nullable Set<String> described;

  UnmanagedObjects(Desired desired, Snapshot live, KindList kinds) {
    this.desired = desired;
    this.live = live;
    this.kinds = kinds;
  }

  /// Without what Fivetran made itself.
  List<Live> all() {
    List<Live> known = all;
    if (known == null) {
      known = found();
      all = known;
    }
    return known;
  }

  private List<Live> found() {
    return live.unmanaged().stream()
        .filter(Live::isOurs)
        .filter(other -> !isDescribed(other))
        .toList();
  }

  /// Whether a document of the project describes it, be it one that this run does not plan.
  boolean isDescribed(Live other) {
    return described().contains(other.kind() + "/" + other.identity())
        || described().contains(other.kind() + "#" + other.id().value());
  }

  /// The same where its list doesn't tell what it is known by: whether a document may mean it.
  boolean mayBeDescribed(Live other) {
    return isDescribed(other)
        || kinds
            .ofSlug(other.kind())
            .definition()
            .foundInDetail()
            .filter(facet -> isNearADocument(facet, other))
            .isPresent();
  }

  private boolean isNearADocument(FoundInDetail facet, Live other) {
    List<String> near = facet.neighbourhoods(other, NOTHING_ELSE);
    return !near.isEmpty()
        && desired.resources().stream()
            .filter(resource -> resource.address().kind().equals(other.kind()))
            .flatMap(resource -> facet.neighbourhoods(resource, live.ids(), NOTHING_ELSE).stream())
            .anyMatch(wanted -> wanted.getLast().equals(near.getLast()));
  }

  private Set<String> described() {
    Set<String> known = described;
    if (known != null) {
      return known;
    }
    var all = new HashSet<String>();
    for (Resource resource : desired.resources()) {
      String kind = resource.address().kind();
      KindDefinition definition = kinds.ofSlug(kind).definition();
      definition
          .identity(resource, live.ids())
          .ifPresent(identity -> all.add(kind + "/" + identity));
      all.add(kind + "#" + resource.spec().text("id"));
    }
    described = all;
    return all;
  }
}
