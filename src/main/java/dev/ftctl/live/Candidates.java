package dev.ftctl.live;

import dev.ftctl.model.Live;
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
}
