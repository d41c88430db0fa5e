package dev.ftctl.accept;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.PartOf;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.manifest.Speaker;
import dev.ftctl.manifest.Traced;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which places speak of which resources. Not for several threads.
final class Voices {

  private final Traced traced;
  private final KindList kinds;
  private final Map<Address, Resource> resources;
  private final Map<Address, List<Level>> levels = new HashMap<>();

  Voices(Traced traced, KindList kinds) {
    this.traced = traced;
    this.kinds = kinds;
    this.resources =
        traced.desired().resources().stream()
            .collect(Collectors.toMap(Resource::address, resource -> resource, (a, b) -> a));
  }

  /// What the manifests want; empty for a part that no document describes.
  Optional<Resource> resource(Address address) {
    return Optional.ofNullable(resources.get(address));
  }

  KindDefinition kind(Address address) {
    return kinds.ofSlug(address.kind()).definition();
  }

  /// The last that counts first. Of a part that no document describes, those of its owner.
  List<Level> levels(Address address) {
    return levels.computeIfAbsent(
        address,
        one -> {
          List<Speaker> own = resources.containsKey(one) ? traced.speakers(one) : List.of();
          return own.isEmpty() ? inside(one) : Level.of(one, own, "");
        });
  }

  private List<Level> inside(Address part) {
    Optional<Address> owner = kind(part).partOf().map(PartOf::owner).map(part::withKind);
    Optional<Resource> described = owner.map(resources::get);
    if (described.isEmpty()) {
      return List.of();
    }
    return kind(owner.get()).fields(described.get().spec()).all().stream()
        .filter(field ->
            field.shape() instanceof Shape.Hoisted hoisted && hoisted.slug().equals(part.kind()))
        .map(Field::name)
        .findFirst()
        .map(field -> Level.of(part, traced.speakers(owner.get()), field))
        .orElse(List.of());
  }

  /// The level whose word counts.
  Optional<Level> winner(Address address, Way way) {
    return levels(address).stream().filter(level -> level.isSaidIn(way)).findFirst();
  }

  /// The other resources that a level's word on a field is the last one for.
  Set<Address> sharers(Address address, Level level, Way way) {
    var sharers = new TreeSet<Address>();
    for (Address other : peers(address)) {
      List<Level> all = levels(other);
      for (Level one : all) {
        if (one.isSame(level) && one.inside().equals(level.inside())) {
          sharers.add(other);
          break;
        }
        if (one.isSaidIn(way)) {
          break;
        }
      }
    }
    return sharers;
  }

  /// Of the same kind; parts that no document describes as well.
  private List<Address> peers(Address address) {
    boolean isDescribed = resources.containsKey(address);
    String slug =
        isDescribed ? address.kind() : kind(address).partOf().map(PartOf::owner).orElse("");
    var peers = new ArrayList<Address>();
    for (Address other : resources.keySet()) {
      Address peer = other.withKind(address.kind());
      if (other.kind().equals(slug) && !peer.equals(address)) {
        peers.add(peer);
      }
    }
    return peers;
  }
}
