package dev.ftctl.live;

import dev.ftctl.kind.Facets.FoundInDetail;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.compare.LooseIdentity;
import dev.ftctl.kind.facet.Belonging;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What may be a resource that is to be gone and was not found. Objects are found through others,
/// and where those were made anew, are lost or described no more, that nothing was found does not
/// say that nothing is there.
///
/// @param around what else the account lists
record Doubts(KindDefinition definition, ReadScope scope, Claims claims, Listed around) {

  /// Says of each what may be it.
  ///
  /// @param left what nothing found
  void say(Candidates candidates, List<Live> left) {
    LooseIdentity loose = loose();
    goners()
        .filter(wanted -> wanted.address().kind().equals(definition.slug()))
        .filter(wanted -> claims.ids().find(wanted.address()).isEmpty())
        .filter(wanted -> wanted.spec().text("id").isEmpty())
        .forEach(wanted -> claims.mayBe(wanted, of(wanted, loose, candidates, left)));
  }

  private Stream<Resource> goners() {
    return Stream.concat(
        scope.wanted().stream().filter(wanted -> wanted.metadata().isAbsent()),
        scope.dropped().stream());
  }

  private LooseIdentity loose() {
    Set<Address> going = goners().map(Resource::address).collect(Collectors.toSet());
    Set<Address> described =
        scope.wanted().stream().map(Resource::address).collect(Collectors.toSet());
    return new LooseIdentity(
        definition,
        claims.ids(),
        target -> going.contains(target) && !claims.extras().containsKey(target),
        described::contains);
  }

  private List<Live> of(
      Resource wanted, LooseIdentity loose, Candidates candidates, List<Live> left) {
    Ids ids = claims.ids();
    Predicate<Live> mayBe = loose.meaning(wanted);
    Optional<String> identity = definition.identity(wanted, ids);
    return left.stream()
        .filter(Live::isOurs)
        .filter(live ->
            identity.map(candidates::with).orElse(List.of()).contains(live)
                || mayBe.test(live)
                || isNear(wanted, live, ids)
                || isNobodys(wanted, live, ids))
        .toList();
  }

  /// In the narrowest neighbourhood, where it has one.
  private boolean isNear(Resource wanted, Live live, Ids ids) {
    Optional<FoundInDetail> facet = definition.foundInDetail();
    List<String> there = facet.map(found -> found.neighbourhoods(live, around)).orElse(List.of());
    return !there.isEmpty()
        && facet
            .flatMap(found -> found.neighbourhoods(wanted, ids, around))
            .filter(here -> here.size() == there.size())
            .filter(here -> here.getFirst().equals(there.getFirst()))
            .isPresent();
  }

  /// What belongs to nobody has nothing that tells it from another.
  private boolean isNobodys(Resource wanted, Live live, Ids ids) {
    Optional<Belonging> facet = definition.belonging();
    return facet
            .filter(belonging -> ids.idOf(wanted.spec().get(belonging.userField())).isEmpty())
            .isPresent()
        && facet
            .filter(belonging -> around.find(belonging.user(), belonging.userOf(live)).isEmpty())
            .isPresent();
  }
}
