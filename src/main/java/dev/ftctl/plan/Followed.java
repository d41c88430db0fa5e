package dev.ftctl.plan;

import dev.ftctl.diff.Diff;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Follows;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.References;
import dev.ftctl.model.Group;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.plan.PlannedChange.Block;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What can't be made beside what it follows in its group ([Follows]), as that is and stays.
record Followed(Diff diff, KindList kinds) {

  List<Block> blocks(Change change) {
    return switch (change) {
      case Change.Create create -> ofMade(create.wanted());
      case Change.Replace replace -> ofMade(replace.wanted());
      case Change.Update update -> List.of();
      case Change.Keep keep -> List.of();
      case Change.Gone gone -> List.of();
      case Change.Delete delete -> List.of();
    };
  }

  private List<Block> ofMade(Resource wanted) {
    KindDefinition definition = kinds.ofSlug(wanted.address().kind()).definition();
    Optional<Address> group = group(wanted, definition);
    Optional<Follows> follows = definition.follows().filter(facet -> group.isPresent());
    return follows.stream()
        .flatMap(
            facet -> Stream.concat(lacking(facet, group.get()), objections(facet, group.get())))
        .toList();
  }

  private Stream<Block> lacking(Follows follows, Address group) {
    return follows.inTheSameGroup().stream()
        .filter(slug -> follows.isNeeded() && !isThere(slug, group))
        .map(slug ->
            new Block(
                "there is no " + slug + " of " + group, "describe one: " + follows.withoutOne()));
  }

  private boolean isThere(String slug, Address group) {
    boolean isLive =
        diff.ids().find(group).flatMap(id -> diff.ids().nameOf(slug, id.value())).isPresent();
    return isLive
        || diff.changes().stream()
            .filter(Change.Create.class::isInstance)
            .map(change -> ((Change.Create) change).wanted())
            .filter(wanted -> wanted.address().kind().equals(slug))
            .anyMatch(wanted ->
                group(wanted, kinds.ofSlug(slug).definition()).equals(Optional.of(group)));
  }

  private Stream<Block> objections(Follows follows, Address group) {
    return staying(follows, group)
        .flatMap(live ->
            follows.objection(live).stream()
                .map(why -> new Block(why, "see why: ftctl test " + name(live))));
  }

  private static Optional<Address> group(Resource wanted, KindDefinition definition) {
    return References.of(wanted, definition).stream()
        .map(References.Found::target)
        .filter(target -> target.kind().equals(Group.SLUG))
        .findFirst();
  }

  /// Those in its group that no step of the plan touches.
  private Stream<Live> staying(Follows follows, Address group) {
    Optional<RemoteId> id = diff.ids().find(group);
    Stream<Live> untouched =
        diff.changes().stream()
            .filter(Change.Keep.class::isInstance)
            .filter(change -> !change.findings().followUp())
            .map(change -> ((Change.Keep) change).live());
    return Stream.of(untouched, diff.unmanaged().stream(), diff.left().stream())
        .flatMap(lives -> lives)
        .filter(live -> follows.inTheSameGroup().contains(live.kind()))
        .filter(live -> id.filter(live.id()::equals).isPresent());
  }

  private Address name(Live live) {
    KindDefinition definition = kinds.ofSlug(live.kind()).definition();
    return diff.ids()
        .nameOf(live.kind(), live.id().value())
        .orElseGet(() -> definition.liveAddress(live, diff.ids()));
  }
}
