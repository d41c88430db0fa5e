package dev.ftctl.live;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.Namesakes;
import dev.ftctl.kind.facet.Belonging;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The listed objects of one kind, to be found by what they are known by.
record Candidates(List<Live> all, Map<String, List<Live>> byIdentity) {

  static Candidates of(List<Live> all) {
    var byIdentity = new HashMap<String, List<Live>>();
    all.forEach(
        live -> byIdentity.computeIfAbsent(live.identity(), key -> new ArrayList<>()).add(live));
    return new Candidates(all, byIdentity);
  }

  List<Live> withId(String id) {
    return all.stream().filter(live -> live.id().value().equals(id)).toList();
  }

  List<Live> with(String identity) {
    return byIdentity.getOrDefault(identity, List.of());
  }

  /// The one of this identity; none when there are several, since any of them may be meant.
  Optional<Live> only(String identity) {
    return with(identity).size() == 1 ? Optional.of(with(identity).getFirst()) : Optional.empty();
  }

  /// What a resource means by its natural key. What belongs to nobody yet, and to no resource
  /// before, may be what a run made that ended too soon: the oldest of those that are the same.
  ///
  /// @param claims what is somebody's already
  List<Live> meant(
      KindDefinition definition, Resource wanted, Optional<String> identity, Claims claims) {
    List<Live> own = identity.map(this::with).orElse(List.of());
    Optional<Belonging> belonging = definition.belonging();
    if (belonging.isEmpty() || own.stream().anyMatch(live -> isUsed(belonging.get(), live))) {
      return own;
    }
    return belonging.get().unattached(wanted).map(this::with).orElse(List.of()).stream()
        .filter(live -> !claims.isClaimed(live))
        .sorted(Namesakes.BY_AGE)
        .limit(1)
        .toList();
  }

  private static boolean isUsed(Belonging belonging, Live live) {
    return !belonging.userOf(live).isEmpty();
  }
}
