package dev.ftctl.live;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.References;
import dev.ftctl.kind.Vetted;
import dev.ftctl.kind.attached.Attachment;
import dev.ftctl.model.Group;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What references to undescribed objects mean that are no address: an id, or the name of something
/// that is in a group which they don't say.
///
/// @param wanted by address
/// @param lists by slug of the kind
/// @param twins objects that go by one address, of which none counts; filled kind by kind
record LooseNames(
    KindList kinds,
    Map<Address, Resource> wanted,
    Map<String, List<Live>> lists,
    Claims claims,
    Map<Address, List<Live>> twins) {

  static LooseNames of(
      KindList kinds, Map<String, List<Live>> lists, ReadScope scope, Claims claims) {
    var wanted = new LinkedHashMap<Address, Resource>();
    scope.wanted().forEach(resource -> wanted.putIfAbsent(resource.address(), resource));
    return new LooseNames(kinds, wanted, lists, claims, new HashMap<>());
  }

  /// Puts the ids of what a kind's resources mean beside the others, once the kinds that those are
  /// of have theirs.
  ///
  /// @param isOfOwnKind whether those are looked at that are of the resource's own kind, or the
  ///   rest
  void find(KindDefinition definition, boolean isOfOwnKind) {
    wanted.values().stream()
        .filter(resource -> resource.address().kind().equals(definition.slug()))
        .forEach(resource -> find(resource, definition, isOfOwnKind));
  }

  /// Of several that go by one address, which no document has, the one that counts comes first.
  /// Where none does that name means none of them.
  List<Live> countingFirst(KindDefinition definition, List<Live> lives, Listed listed) {
    var inOrder = new ArrayList<>(lives);
    var byAddress = new LinkedHashMap<Address, List<Live>>();
    lives.forEach(live ->
        byAddress
            .computeIfAbsent(definition.liveAddress(live, ids()), key -> new ArrayList<>())
            .add(live));
    byAddress.forEach((address, several) -> {
      if (several.size() > 1 && !wanted.containsKey(address)) {
        definition
            .namesakes()
            .flatMap(facet -> facet.counting(several, listed.all()))
            .ifPresentOrElse(
                one -> {
                  inOrder.remove(one);
                  inOrder.addFirst(one);
                },
                () -> twins.put(address, several));
      }
    });
    return inOrder;
  }

  private void find(Resource resource, KindDefinition definition, boolean isOfOwnKind) {
    for (References.Found reference : References.of(resource, definition)) {
      Address target = reference.target();
      boolean isLoose =
          target.kind().equals(definition.slug()) == isOfOwnKind && !wanted.containsKey(target);
      // Of attachments AttachedNames tells, whether or not their list was read.
      if (isLoose && twins.containsKey(target) && Attachment.withSlug(target.kind()).isEmpty()) {
        claims
            .problems()
            .add(ambiguous(resource, reference, twins.getOrDefault(target, List.of())));
      } else if (isLoose && ids().find(target).isEmpty()) {
        find(resource, definition, reference);
      }
    }
  }

  private void find(Resource resource, KindDefinition definition, References.Found reference) {
    Address target = reference.target();
    List<Live> all = lists.getOrDefault(target.kind(), List.of());
    Optional<Live> withId =
        all.stream().filter(live -> live.id().value().equals(target.label())).findFirst();
    if (withId.isPresent()) {
      ids().alias(target, withId.get().id());
      return;
    }
    List<Live> named = all.stream().filter(live -> isCalled(live, target)).toList();
    Optional<String> home = named.size() > 1 ? home(resource, definition) : Optional.empty();
    List<Live> near =
        named.stream()
            .filter(live -> home.filter(address(live).instance()::equals).isPresent())
            .toList();
    List<Live> meant = near.isEmpty() ? named : near;
    if (meant.size() == 1) {
      ids().alias(target, meant.getFirst().id());
    } else if (meant.size() > 1) {
      claims.problems().add(ambiguous(resource, reference, meant));
    }
  }

  private Problem ambiguous(Resource resource, References.Found reference, List<Live> meant) {
    return Problem.error(
        reference.place(),
        "ambiguous-reference",
        resource.address().toString(),
        "the account has " + meant.size() + " of the name " + reference.target(),
        meant.stream().map(this::address).distinct().count() == meant.size()
            ? "name one of them: "
                + Near.list(meant.stream().map(live -> address(live).label()).toList())
            : "write one of the ids: "
                + Near.list(meant.stream().map(live -> live.id().value()).toList()));
  }

  private boolean isCalled(Live live, Address target) {
    return target.instance().isEmpty() && address(live).inGroup("").equals(target);
  }

  private Address address(Live live) {
    return kinds.ofSlug(live.kind()).definition().liveAddress(live, ids());
  }

  /// The name of the group that a resource is of by what it names.
  private Optional<String> home(Resource resource, KindDefinition definition) {
    Optional<Address> owner =
        definition
            .vetted()
            .map(Vetted::homedBy)
            .map(resource.spec()::at)
            .flatMap(LooseNames::target);
    return owner
        .map(wanted::get)
        .flatMap(described -> target(described.spec().get(Group.SLUG)))
        .or(() -> owner.flatMap(this::groupOf))
        .map(Address::name);
  }

  private Optional<Address> groupOf(Address owner) {
    return ids()
        .find(owner)
        .flatMap(id ->
            lists.getOrDefault(owner.kind(), List.of()).stream()
                .filter(live -> live.id().equals(id))
                .findFirst())
        .flatMap(live -> ids().nameOf(Group.SLUG, live.fields().text("group_id")));
  }

  private static Optional<Address> target(Value value) {
    return value instanceof Value.Reference reference
        ? Optional.of(reference.target())
        : Optional.empty();
  }

  private Ids ids() {
    return claims.ids();
  }
}
