package dev.ftctl.diff;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.live.Snapshot;
import dev.ftctl.manifest.Desired;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The account's objects that no document describes at all. A narrowed run takes what it was not
/// asked about for unmanaged, too; that is left out here. Looked for once, when first asked, by one
/// thread.
final class UnmanagedObjects {

  private final Desired desired;
  private final Snapshot live;
  private final KindList kinds;
  private @Nullable List<Live> all;

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
    Set<String> described = new HashSet<>();
    for (Resource resource : desired.resources()) {
      String kind = resource.address().kind();
      KindDefinition definition = kinds.ofSlug(kind).definition();
      definition
          .identity(resource, live.ids())
          .ifPresent(identity -> described.add(kind + "/" + identity));
      described.add(kind + "#" + resource.spec().text("id"));
    }
    return live.unmanaged().stream()
        .filter(Live::isOurs)
        .filter(other -> !described.contains(other.kind() + "/" + other.identity()))
        .filter(other -> !described.contains(other.kind() + "#" + other.id().value()))
        .toList();
  }
}
