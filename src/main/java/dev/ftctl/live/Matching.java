package dev.ftctl.live;

import dev.ftctl.kind.Facets.FoundInDetail;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.Moves;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// Who is who: which listed object each resource means. Pure; kinds are matched in their order,
/// since an identity may stand on the ids of kinds before.
final class Matching {

  private final ReadScope scope;
  private final Set<Address> described;
  private final Claims claims = new Claims();
  private final SequencedMap<Address, Claims.Match> found = new LinkedHashMap<>();
  private final SequencedMap<Address, Claims.Match> former = new LinkedHashMap<>();
  private final SequencedMap<Address, Claims.Match> dropped = new LinkedHashMap<>();
  private final List<Live> unmanaged = new ArrayList<>();
  private final Listed listed;
  private final LooseNames looseNames;

  private Matching(KindList kinds, Map<String, List<Live>> lists, ReadScope scope) {
    this.scope = scope;
    this.looseNames = LooseNames.of(kinds, lists, scope, claims);
    this.described = looseNames.wanted().keySet();
    this.listed = new Listed(lists, claims::isClaimed);
  }

  /// @param lists by slug of the kind
  static Matching of(KindList kinds, Map<String, List<Live>> lists, ReadScope scope) {
    var matching = new Matching(kinds, lists, scope);
    for (Kind kind : kinds.lastFoundByOthers()) {
      KindDefinition definition = kind.definition();
      definition
          .partOf()
          .ifPresentOrElse(
              part -> matching.parts(definition, lists.getOrDefault(part.owner(), List.of())),
              () -> matching.objects(definition, lists.getOrDefault(definition.slug(), List.of())));
    }
    return matching;
  }

  /// What resources describe, as lists tell it; a part of an owner that exists is among it, whether
  /// or not there is such a part.
  SequencedMap<Address, Claims.Match> found() {
    return found;
  }

  /// What `moved_from` names.
  SequencedMap<Address, Claims.Match> former() {
    return former;
  }

  /// What dropped resources described, and no other one does.
  SequencedMap<Address, Claims.Match> dropped() {
    return dropped;
  }

  /// What is left, with the parts of owners for which the scope asks.
  List<Live> unmanaged() {
    return unmanaged;
  }

  /// Resources that the account has not, so that a run creates them.
  List<Resource> created() {
    return scope.wanted().stream()
        .filter(
            wanted -> !found.containsKey(wanted.address()) && !former.containsKey(wanted.address()))
        .filter(wanted -> !wanted.metadata().isAbsent())
        .toList();
  }

  /// What the account has besides of the natural key of a resource, and nobody needs; of what is to
  /// be gone and was not found, what may be it.
  Map<Address, List<Live>> extras() {
    return claims.extras();
  }

  Ids ids() {
    return claims.ids();
  }

  List<Problem> problems() {
    return claims.problems();
  }

  private void objects(KindDefinition definition, List<Live> lives) {
    Candidates candidates = Candidates.of(lives);
    looseNames.find(definition, false);
    ofKind(definition, scope.wanted()).forEach(wanted -> object(definition, wanted, candidates));
    Claims.Match.leaveFormerToTheNew(former, found);
    definition.foundInDetail().ifPresent(facet -> nextBest(definition, facet, candidates));
    ofKind(definition, scope.dropped())
        .forEach(wanted ->
            definition
                .identity(wanted, ids())
                .flatMap(candidates::only)
                .filter(live -> !claims.isClaimed(live))
                .ifPresent(live -> claim(wanted, live, dropped)));
    List<Live> left = lives.stream().filter(live -> !claims.isClaimed(live)).toList();
    new Doubts(definition, scope, claims, listed).say(candidates, left);
    List<Live> inOrder = looseNames.countingFirst(definition, lives, listed);
    for (Live live : inOrder) {
      if (!claims.isClaimed(live)) {
        unmanaged.add(live);
        Address address = addressOf(definition, live);
        if (definition.namedBy().equals("email")) {
          ids().putInAnyCase(address, live.id());
        } else {
          ids().put(address, live.id());
        }
      }
    }
    inOrder.stream().filter(claims::isClaimed).forEach(live -> alias(definition, live));
    looseNames.find(definition, true);
  }

  /// What is described is found by its documented address, too, where nothing else is meant by
  /// that: it was referred to so before it had a document.
  private void alias(KindDefinition definition, Live live) {
    Address documented = definition.liveAddress(live, ids());
    if (!described.contains(documented) && ids().find(documented).isEmpty()) {
      ids().alias(documented, live.id());
    }
  }

  /// What no resource describes goes by its documented address, unless a resource or another object
  /// has that already: then its id tells it apart. A reference to a document must never lead to
  /// what only happens to be called like it.
  private Address addressOf(KindDefinition definition, Live live) {
    return addressOf(definition, live, ids(), described);
  }

  static Address addressOf(KindDefinition definition, Live live, Ids ids, Set<Address> described) {
    Address documented = definition.liveAddress(live, ids);
    boolean isTaken = described.contains(documented) || ids.find(documented).isPresent();
    return isTaken
        ? Address.of(documented.kind(), documented.name() + "~" + live.id())
            .inGroup(documented.instance())
        : documented;
  }

  private void object(KindDefinition definition, Resource wanted, Candidates candidates) {
    String pinned = wanted.spec().text("id");
    Optional<String> identity = definition.identity(wanted, ids());
    List<Live> meant =
        pinned.isEmpty()
            ? candidates.meant(definition, wanted, identity, claims)
            : candidates.withId(pinned);
    if (meant.size() > 1) {
      several(definition, wanted, meant);
    } else if (meant.size() == 1) {
      claim(wanted, meant.getFirst(), found);
      if (movesByCopy(definition)) {
        former(definition, wanted, candidates)
            .filter(before -> !before.id().equals(meant.getFirst().id()))
            .ifPresent(before -> former.put(wanted.address(), new Claims.Match(wanted, before)));
      }
    } else if (!pinned.isEmpty()) {
      claims.missingPin(wanted, pinned);
    } else {
      former(definition, wanted, candidates)
          .ifPresentOrElse(
              before -> moved(definition, wanted, before),
              () ->
                  identity
                      .filter(key -> definition.belonging().isEmpty())
                      .ifPresent(key -> claims.make(wanted, key)));
    }
  }

  /// What goes is what its document says, and nothing near it.
  private void nextBest(KindDefinition definition, FoundInDetail facet, Candidates candidates) {
    NextBest best =
        NextBest.of(
            facet,
            ids(),
            listed,
            ofKind(definition, created())
                .filter(wanted -> wanted.spec().text("id").isEmpty())
                .filter(wanted ->
                    definition
                        .identity(wanted, ids())
                        .filter(key -> !candidates.with(key).isEmpty())
                        .isEmpty())
                .toList(),
            candidates.all().stream().filter(live -> !claims.isClaimed(live)).toList());
    best.found().forEach(match -> claim(match.wanted(), match.live(), found));
    best.unclear().forEach(claims::unclear);
  }

  private void several(KindDefinition definition, Resource wanted, List<Live> meant) {
    definition
        .namesakes()
        .flatMap(facet -> facet.counting(meant, listed.all()))
        .ifPresentOrElse(
            one -> {
              claim(wanted, one, found);
              claims.extra(
                  wanted, meant.stream().filter(other -> !other.id().equals(one.id())).toList());
            },
            () -> claims.ambiguous(wanted, meant));
  }

  /// What is copied stays where it is and may be another document's, what moves may not.
  private void moved(KindDefinition definition, Resource wanted, Live before) {
    if (movesByCopy(definition)) {
      former.put(wanted.address(), new Claims.Match(wanted, before));
    } else {
      claim(wanted, before, former);
    }
  }

  private Optional<Live> former(KindDefinition definition, Resource wanted, Candidates candidates) {
    return definition
        .moves()
        .flatMap(moves -> moves.formerIdentity(wanted, ids()))
        .flatMap(candidates::only);
  }

  private static boolean movesByCopy(KindDefinition definition) {
    return definition.moves().flatMap(Moves::byCopy).isPresent();
  }

  private void claim(Resource wanted, Live live, Map<Address, Claims.Match> into) {
    if (claims.claim(wanted, live)) {
      into.put(wanted.address(), new Claims.Match(wanted, live));
    }
  }

  private void parts(KindDefinition definition, List<Live> owners) {
    looseNames.find(definition, false);
    var described = new HashSet<String>();
    ofKind(definition, scope.wanted())
        .forEach(wanted ->
            definition
                .identity(wanted, ids())
                .ifPresent(owner -> {
                  described.add(owner);
                  found.put(
                      wanted.address(),
                      new Claims.Match(wanted, part(definition, owner, owner, true)));
                }));
    if (scope.unmanaged().containsKey(definition.slug())) {
      boolean isOfDescribed = scope.ofDescribed().contains(definition.slug());
      owners.stream()
          .filter(owner -> !described.contains(owner.id().value()))
          .filter(owner -> !isOfDescribed || isDescribed(owner))
          .map(owner -> part(definition, owner.id().value(), owner.label(), owner.isOurs()))
          .forEach(unmanaged::add);
    }
  }

  private boolean isDescribed(Live owner) {
    return claims.isClaimed(owner)
        && ids()
            .nameOf(owner.kind(), owner.id().value())
            .filter(address -> described.contains(address) && !scope.light().contains(address))
            .isPresent();
  }

  private static Live part(KindDefinition definition, String owner, String label, boolean ours) {
    return new Live(
        definition.slug(), new RemoteId(owner), owner, label, Value.Mapping.EMPTY, ours);
  }

  private static Stream<Resource> ofKind(KindDefinition definition, List<Resource> resources) {
    return resources.stream()
        .filter(resource -> resource.address().kind().equals(definition.slug()));
  }
}
