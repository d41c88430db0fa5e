package dev.ftctl.manifest.binding;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.References;
import dev.ftctl.kind.table.Field;
import dev.ftctl.manifest.report.Problems;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reports documents that come to one object, whether or not it exists: each would be made twice,
/// or two would pull at one. What an identity stands on is taken for as many objects as it has
/// names; where the account knows better, the matching with it reports what is left.
public final class Twins {

  private final KindList kinds;
  private final Problems problems;
  private final Ids assumed = new Ids();

  /// By what they come to.
  private final Map<String, List<Bound>> owners = new HashMap<>();

  private final Map<Address, List<String>> keys;

  /// @param known what some resources are known by, of which not everything is known
  public Twins(KindList kinds, Problems problems, Map<Address, List<String>> known) {
    this.kinds = kinds;
    this.problems = problems;
    this.keys = new HashMap<>(known);
  }

  /// What each resource is known by in the account, once they were checked.
  public Map<Address, List<String>> keys() {
    return Map.copyOf(keys);
  }

  public void check(List<Bound> bounds) {
    bounds.stream()
        .map(Bound::resource)
        .filter(resource -> !keys.containsKey(resource.address()))
        .forEach(this::assume);
    bounds.forEach(this::check);
  }

  /// Every address is an object of its own, described or not.
  private void assume(Resource resource) {
    put(resource.address());
    References.of(resource, definition(resource)).forEach(reference -> put(reference.target()));
  }

  private void put(Address address) {
    assumed.put(address, new RemoteId(address.toString()));
  }

  private KindDefinition definition(Resource resource) {
    return kinds.ofSlug(resource.address().kind()).definition();
  }

  private void check(Bound bound) {
    Address address = bound.resource().address();
    for (String key : keys.computeIfAbsent(address, one -> keys(bound.resource()))) {
      List<Bound> others = owners.computeIfAbsent(key, none -> new ArrayList<>());
      var twin = others.stream().filter(other -> areTogether(bound, other)).findFirst();
      others.add(bound);
      if (twin.isPresent()) {
        refuse(bound.resource(), twin.get().resource(), bound);
        return;
      }
    }
  }

  /// What a resource is known by: its pinned id, its natural key.
  private List<String> keys(Resource resource) {
    var keys = new ArrayList<String>();
    String kind = resource.address().kind();
    String pinned = resource.spec().text("id");
    if (!pinned.isEmpty()) {
      keys.add(kind + "#" + pinned);
    } else if (isKnown(resource)) {
      definition(resource)
          .identity(resource, assumed)
          .filter(identity -> !identity.isBlank())
          .ifPresent(identity -> keys.add(kind + "/" + identity));
    }
    return keys;
  }

  /// Whether all that it is known by can be told here: not a foreign text, which nobody may guess
  /// by writing it once more.
  private boolean isKnown(Resource resource) {
    return definition(resource).fields(resource.spec()).all().stream()
        .filter(field -> field.is(Field.Trait.IDENTITY))
        .noneMatch(field -> resource.spec().get(field.name()).origin().isForeign());
  }

  /// Without `--env` the documents of all environments are read, those of different ones never
  /// meet.
  static boolean areTogether(Bound one, Bound other) {
    List<String> here = one.resource().metadata().environments();
    List<String> there = other.resource().metadata().environments();
    return here.isEmpty() || there.isEmpty() || here.stream().anyMatch(there::contains);
  }

  private void refuse(Resource second, Resource first, Bound bound) {
    new Report(problems, bound.draft().document().subject())
        .error(
            second.place(),
            "two-for-one",
            (second.address().instance().isEmpty() ? "" : second.address() + " ")
                + "comes to the same object as "
                + first.address()
                + " in "
                + first.place().fileAndLine(),
            "keep one of them, or name another object in one");
  }
}
