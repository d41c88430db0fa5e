package dev.ftctl.kind.compare;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.References;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Whether an object may be what a resource means although its natural key is another: the key has
/// the ids of what the object is found through (its group, its project), and where that is not
/// known any more the rest of the key is all that is left to compare.
///
/// @param ids of what is known
/// @param isGone whether what an address means is surely not there any more, and all of it
/// @param isDescribed whether an object has a document, by its address
public record LooseIdentity(
    KindDefinition definition, Ids ids, Predicate<Address> isGone, Predicate<Address> isDescribed) {

  private static final String PROBE = "found-through-";

  /// Which objects a resource may mean besides those that have its natural key.
  public Predicate<Live> meaning(Resource wanted) {
    List<Address> through = through(wanted);
    return live -> !through.isEmpty() && mayMean(wanted, through, live);
  }

  private boolean mayMean(Resource wanted, List<Address> through, Live live) {
    var asIf = new Ids();
    for (String slug : through.stream().map(Address::kind).collect(Collectors.toSet())) {
      List<Address> targets = through.stream().filter(one -> one.kind().equals(slug)).toList();
      if (!fits(targets, owners(live, slug), asIf)) {
        return false;
      }
    }
    return definition.identity(wanted, asIf).equals(Optional.of(live.identity()));
  }

  /// Those references of which the natural key is made.
  private List<Address> through(Resource wanted) {
    List<Address> targets =
        References.of(wanted, definition).stream()
            .filter(reference -> !reference.isMembership())
            .map(References.Found::target)
            .distinct()
            .toList();
    var probes = new Ids();
    targets.forEach(target -> probes.put(target, probe(targets, target)));
    String key = definition.identity(wanted, probes).orElse("");
    return targets.stream().filter(target -> key.contains(probe(targets, target).value())).toList();
  }

  private static RemoteId probe(List<Address> targets, Address target) {
    return new RemoteId(PROBE + targets.indexOf(target) + "-");
  }

  /// The ids of a kind of which the key of an object is made.
  private Set<String> owners(Live live, String slug) {
    return References.idsOf(live, definition.fields(live.fields())).stream()
        .filter(named -> named.kind().equals(slug) && live.identity().contains(named.name()))
        .map(Address::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Whether the targets may have been what an object is found through; then they are it.
  private boolean fits(List<Address> targets, Set<String> owners, Ids asIf) {
    var foreign = new ArrayDeque<>(owners);
    List<Address> lost =
        targets.stream().filter(target -> !isAmong(target, owners, foreign, asIf)).toList();
    long unknown =
        lost.stream().filter(target -> ids.find(target).isEmpty() && !isGone.test(target)).count();
    if (foreign.size() > unknown || foreign.stream().anyMatch(id -> isDescribed(lost, id))) {
      return false;
    }
    String any = owners.stream().findFirst().orElse("");
    lost.forEach(target -> {
      String next = foreign.poll();
      asIf.put(target, new RemoteId(next == null ? any : next));
    });
    return true;
  }

  private boolean isAmong(
      Address target, Set<String> owners, ArrayDeque<String> foreign, Ids asIf) {
    Optional<RemoteId> id = ids.find(target).filter(known -> owners.contains(known.value()));
    id.ifPresent(known -> {
      foreign.remove(known.value());
      asIf.put(target, known);
    });
    return id.isPresent();
  }

  private boolean isDescribed(List<Address> lost, String id) {
    return ids.nameOf(lost.getFirst().kind(), id).filter(isDescribed).isPresent();
  }
}
