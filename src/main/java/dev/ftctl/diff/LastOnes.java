package dev.ftctl.diff;

import dev.ftctl.kind.Guarded;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.compare.Initial;
import dev.ftctl.live.Snapshot;
import dev.ftctl.manifest.Desired;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The live objects that a run leaves what they are, since it would leave no other of their sort:
/// the last administrators of the account. When several would go together, all of them stay. Whom
/// the run itself makes one does not count: that call may fail, and an invitation may stay unread.
final class LastOnes {

  private final Snapshot live;
  private final Ignoring ignoring;
  private final Map<Address, Resource> planned = new HashMap<>();
  private final Set<Address> dropped;

  /// Of each the kind and the id.
  private final Set<String> all = new HashSet<>();

  LastOnes(Desired desired, Snapshot live, KindList kinds, Optional<Base> base, Ignoring ignoring) {
    this.live = live;
    this.ignoring = ignoring;
    desired.planned().forEach(one -> planned.put(one.address(), one));
    this.dropped =
        base.map(Base::dropped).orElse(List.of()).stream()
            .map(Resource::address)
            .collect(Collectors.toSet());
    Stream.concat(planned.keySet().stream(), dropped.stream())
        .map(Address::kind)
        .distinct()
        .forEach(
            slug -> kinds.ofSlug(slug).definition().guarded().ifPresent(facet -> add(slug, facet)));
  }

  boolean contains(Live object) {
    return all.contains(key(object));
  }

  /// The object as it is compared: where it is one of them, so that nothing takes that from it.
  Live guarded(Live there, KindDefinition definition) {
    return contains(there)
        ? definition.guarded().map(guard -> guard.kept(there)).orElse(there)
        : there;
  }

  private void add(String slug, Guarded facet) {
    List<Live> ones =
        Stream.concat(live.matched().values().stream(), live.unmanaged().stream())
            .filter(object -> object.kind().equals(slug))
            .filter(object -> facet.oneMustStay(object.fields()))
            .toList();
    if (!ones.isEmpty() && !isAnyLeft(slug, facet)) {
      ones.forEach(one -> all.add(key(one)));
    }
  }

  private boolean isAnyLeft(String slug, Guarded facet) {
    Stream<Value.Mapping> described =
        live.matched().entrySet().stream()
            .filter(entry -> entry.getKey().kind().equals(slug))
            .filter(entry -> facet.oneMustStay(entry.getValue().fields()))
            .map(entry -> afterwards(entry.getKey(), entry.getValue().fields()));
    Stream<Value.Mapping> others =
        live.unmanaged().stream().filter(object -> object.kind().equals(slug)).map(Live::fields);
    return Stream.concat(described, others).anyMatch(facet::oneMustStay);
  }

  private static String key(Live object) {
    return object.kind() + "/" + object.id();
  }

  /// What is left of an object: nothing, what is there, or that with what is wanted.
  private Value.Mapping afterwards(Address address, Value.Mapping now) {
    Resource wanted = planned.get(address);
    if (dropped.contains(address) || wanted != null && wanted.metadata().isAbsent()) {
      return Value.Mapping.EMPTY;
    }
    if (wanted == null || ignoring.leaves(address)) {
      return now;
    }
    Value.Mapping after = now;
    for (Map.Entry<String, Value> field :
        Initial.left(ignoring.compared(wanted)).entries().entrySet()) {
      after = after.with(field.getKey(), field.getValue());
    }
    return after;
  }
}
