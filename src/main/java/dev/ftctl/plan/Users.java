package dev.ftctl.plan;

import dev.ftctl.diff.Diff;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.References;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepName;
import dev.ftctl.kind.compare.Bodies;
import dev.ftctl.model.Calls;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Value;
import dev.ftctl.plan.PlannedChange.Block;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What would lose something that it refers to.
record Users(Diff diff, KindList kinds) {

  /// Why an object can't go yet.
  List<Block> blocks(Change change) {
    return switch (change) {
      case Change.Delete delete -> ofDeleted(delete);
      case Change.Replace replace -> ofReplaced(replace);
      case Change.Create create -> List.of();
      case Change.Update update -> List.of();
      case Change.Keep keep -> List.of();
      case Change.Gone gone -> List.of();
    };
  }

  /// A group or destination goes only together with everything that stands on it, and nothing that
  /// a document which stays still names, by whichever name: the next plan would look for it in
  /// vain.
  private List<Block> ofDeleted(Change.Delete delete) {
    Set<Address> staying = unchanged(delete.address());
    for (Change other : diff.changes()) {
      if (!lets(other, delete.address())) {
        liveOf(other).forEach(live -> note(live, delete.address(), staying));
      }
      if (names(other, delete.live())) {
        staying.add(other.address());
      }
    }
    owner(delete).ifPresent(staying::add);
    diff.changes().stream()
        .filter(Change.Delete.class::isInstance)
        .map(Change::address)
        .forEach(staying::remove);
    return blocks(staying, "delete those in the same plan, or move them away first");
  }

  /// What an object belongs to, unless the plan has it name another.
  private Optional<Address> owner(Change.Delete delete) {
    return kinds
        .ofSlug(delete.live().kind())
        .definition()
        .belonging()
        .flatMap(facet -> diff.ids().nameOf(facet.user(), facet.userOf(delete.live())))
        .filter(user ->
            diff.changes().stream()
                .noneMatch(other -> other.address().equals(user) && lets(other, delete.address())));
  }

  /// What is made anew first goes when all have moved to the new one, which what no manifest
  /// describes doesn't, nor what leaves that reference to others; what goes before it is made anew
  /// goes before all that the plan does elsewhere.
  private List<Block> ofReplaced(Change.Replace replace) {
    KindDefinition definition = kinds.ofSlug(replace.live().kind()).definition();
    if (definition.steps(replace, diff.intent()).stream()
        .anyMatch(step -> step.name() == StepName.DROP)) {
      Set<Address> staying = unchanged(replace.address());
      diff.changes().stream()
          .filter(other -> !moves(other, replace.address()))
          .flatMap(other -> liveOf(other).stream())
          .forEach(live -> note(live, replace.address(), staying));
      return blocks(
          staying,
          "describe those as well, and that they refer to it, so that they move to the new one, or"
              + " delete them first");
    }
    if (!definition.isReplacedOnlyUnused()) {
      return ofMadeAnew(replace, definition);
    }
    Set<Address> users = unchanged(replace.address());
    diff.changes().stream()
        .flatMap(other -> liveOf(other).stream())
        .forEach(live -> note(live, replace.address(), users));
    return blocks(
        users,
        "it has to go before it is made anew: describe a second one under another name, and let"
            + " this one go once nothing uses it");
  }

  /// What is deleted and made again is gone in between, as if it were deleted. What follows it in
  /// its group needs no move to the new one, so that there a document is enough. What belongs to
  /// another holds nothing.
  private List<Block> ofMadeAnew(Change.Replace replace, KindDefinition definition) {
    if (definition.belonging().isPresent()) {
      return List.of();
    }
    Address target = replace.address();
    Set<Address> staying = new HashSet<>();
    Stream.concat(diff.unmanaged().stream(), diff.left().stream())
        .filter(live -> !diff.elsewhere().contains(live) || !isFollowing(live, target))
        .forEach(live -> note(live, target, staying));
    diff.changes().stream()
        .filter(other -> !moves(other, target))
        .flatMap(other -> liveOf(other).stream())
        .filter(live -> !isFollowing(live, target))
        .forEach(live -> note(live, target, staying));
    return blocks(
        staying,
        "describe those as well, and that they refer to it, or delete them first: it is deleted"
            + " before it is made anew");
  }

  private boolean isFollowing(Live live, Address target) {
    return kinds
        .ofSlug(live.kind())
        .definition()
        .follows()
        .filter(facet -> facet.inTheSameGroup().contains(target.kind()))
        .isPresent();
  }

  /// The steps of a change. What is replaced in two of them since others have to move in between is
  /// replaced in one where none does, so that no run can end with both.
  List<Step> joined(Change change, List<Step> steps) {
    boolean isParted = steps.stream().anyMatch(step -> step.name() == StepName.DROP);
    if (!isParted || isUsed(change.address())) {
      return steps;
    }
    Calls calls = steps.stream().map(Step::calls).reduce(Calls.NONE, Calls::plus);
    boolean isFinish = steps.getFirst().isFinish();
    return List.of(new Step(change, StepName.REPLACE, isFinish).sending(calls));
  }

  private boolean isUsed(Address target) {
    Set<Address> users = unchanged(target);
    diff.changes().stream()
        .flatMap(other -> liveOf(other).stream())
        .forEach(live -> note(live, target, users));
    return !users.isEmpty();
  }

  private static List<Block> blocks(Set<Address> users, String fix) {
    return users.isEmpty()
        ? List.of()
        : List.of(
            new Block(
                "still in use by "
                    + users.stream()
                        .sorted()
                        .map(Address::toString)
                        .collect(Collectors.joining(", ")),
                fix));
  }

  /// The users that the plan leaves alone.
  private Set<Address> unchanged(Address target) {
    Set<Address> users = new HashSet<>();
    diff.unmanaged().forEach(live -> note(live, target, users));
    diff.left().forEach(live -> note(live, target, users));
    return users;
  }

  /// Whether a change takes away what its object says of another.
  private boolean lets(Change change, Address target) {
    if (!(change instanceof Change.Update(Resource wanted, Live live, var findings, var moved))) {
      return false;
    }
    KindDefinition definition = kinds.ofSlug(live.kind()).definition();
    if (!definition.liveReferences(live, diff.ids()).contains(target)) {
      return false;
    }
    Value.Mapping afterwards =
        Bodies.afterwards(
            definition.fields(wanted.spec()), wanted.spec(), live.fields(), diff.ids());
    return !definition.liveReferences(live.withFields(afterwards), diff.ids()).contains(target);
  }

  /// Whether a change leads to the new one, or away from both.
  private boolean moves(Change change, Address target) {
    return switch (change) {
      case Change.Update update -> refers(update.wanted(), target) || lets(update, target);
      case Change.Keep keep -> refers(keep.wanted(), target);
      case Change.Create create -> true;
      case Change.Replace replace -> true;
      case Change.Delete delete -> true;
      case Change.Gone gone -> true;
    };
  }

  private boolean refers(Resource wanted, Address target) {
    return references(wanted).anyMatch(target::equals);
  }

  private boolean names(Change change, Live target) {
    return change instanceof Change.OfDocument document
        && !(change instanceof Change.Gone)
        && references(document.wanted())
            .filter(reference -> reference.kind().equals(target.kind()))
            .anyMatch(
                reference -> diff.ids().find(reference).filter(target.id()::equals).isPresent());
  }

  private Stream<Address> references(Resource wanted) {
    return References.of(wanted, kinds.ofSlug(wanted.address().kind()).definition()).stream()
        .map(References.Found::target);
  }

  private void note(Live live, Address target, Set<Address> users) {
    KindDefinition definition = kinds.ofSlug(live.kind()).definition();
    boolean goesAlong =
        definition.guarded().filter(facet -> facet.goesWith(target.kind())).isPresent();
    if (!goesAlong && definition.liveReferences(live, diff.ids()).contains(target)) {
      users.add(
          diff.ids()
              .nameOf(live.kind(), live.id().value())
              .orElseGet(() -> definition.liveAddress(live, diff.ids())));
    }
  }

  private static List<Live> liveOf(Change change) {
    return switch (change) {
      case Change.Create create -> List.of();
      case Change.Update update -> List.of(update.live());
      case Change.Replace replace -> List.of(replace.live());
      case Change.Delete delete -> List.of(delete.live());
      case Change.Keep keep -> List.of(keep.live());
      case Change.Gone gone -> List.of();
    };
  }
}
