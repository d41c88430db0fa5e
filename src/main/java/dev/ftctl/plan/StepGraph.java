package dev.ftctl.plan;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.Follows;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.References;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepName;
import dev.ftctl.model.Group;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The edges between steps. Every edge points from a step to one that must have ended well before
/// it.
final class StepGraph {

  private final KindList kinds;
  private final Ids ids;
  private final Map<Address, PlannedChange> byAddress = new LinkedHashMap<>();
  private final Map<Step, Set<Step>> waits = new LinkedHashMap<>();

  /// The changes of a kind by the group that each is in: a large account has thousands of objects
  /// that wait for one of hundreds.
  private final Map<String, Map<Address, List<PlannedChange>>> byGroup = new HashMap<>();

  StepGraph(KindList kinds, Ids ids, List<PlannedChange> changes) {
    this.kinds = kinds;
    this.ids = ids;
    changes.forEach(planned -> byAddress.put(planned.change().address(), planned));
  }

  Map<Step, Set<Step>> edges() {
    for (PlannedChange planned : byAddress.values()) {
      chain(planned.steps());
      switch (planned.change()) {
        case Change.Create create -> forward(planned, create.wanted());
        case Change.Update update -> {
          forward(planned, update.wanted());
          before(planned, update.live());
          behind(planned, update.live());
          leave(planned, update.live());
        }
        case Change.Replace replace -> forward(planned, replace.wanted());
        case Change.Keep keep -> {
          forward(planned, keep.wanted());
          behind(planned, keep.live());
        }
        case Change.Delete delete -> {
          before(planned, delete.live());
          afterUser(planned, delete.live());
        }
        case Change.Gone gone -> {}
      }
    }
    return waits;
  }

  /// The steps of one change run in their order.
  private void chain(List<Step> steps) {
    for (int i = 0; i < steps.size(); i++) {
      waits.computeIfAbsent(steps.get(i), step -> new LinkedHashSet<>());
      if (i > 0) {
        wait(steps.get(i), steps.get(i - 1));
      }
    }
  }

  private void forward(PlannedChange planned, Resource wanted) {
    if (planned.steps().isEmpty()) {
      return;
    }
    KindDefinition definition = kinds.ofSlug(wanted.address().kind()).definition();
    for (References.Found reference : References.of(wanted, definition)) {
      PlannedChange target = byAddress.get(reference.target());
      if (target != null
          && !(target.change() instanceof Change.Delete)
          && waitsFor(target, planned.change())) {
        connect(planned, target, reference.isOwner());
      }
    }
    for (String slug : definition.follows().map(Follows::inTheSameGroup).orElse(List.of())) {
      inTheGroupOf(wanted, slug).forEach(other -> connect(planned, other, false));
    }
  }

  /// What is only waited for holds up nothing that stands on it already.
  private boolean waitsFor(PlannedChange target, Change change) {
    return !target.isOnlySettling()
        || Settling.refersNewly(change, target.change().address(), kinds, ids);
  }

  /// A plain reference waits for all of its target. A part runs between the beginning of its owner
  /// and the owner's finish.
  private void connect(PlannedChange planned, PlannedChange target, boolean isOwner) {
    List<Step> before = target.steps();
    if (!isOwner) {
      before.stream()
          .filter(step -> step.name() != StepName.DROP)
          .reduce((first, last) -> last)
          .ifPresent(last -> wait(planned.steps().getFirst(), last));
      dropAfter(planned, target);
      return;
    }
    before.stream()
        .filter(step -> !step.isFinish())
        .reduce((first, last) -> last)
        .ifPresent(last -> wait(planned.steps().getFirst(), last));
    before.stream()
        .filter(Step::isFinish)
        .findFirst()
        .ifPresent(finish -> wait(finish, planned.steps().getLast()));
  }

  /// What was replaced goes when others stand on the new one.
  private void dropAfter(PlannedChange planned, PlannedChange replaced) {
    replaced.steps().stream()
        .filter(step -> step.name() == StepName.DROP)
        .forEach(drop -> wait(drop, planned.steps().getLast()));
  }

  /// What stands on an object that this plan changes, and that takes its time, comes when it is
  /// there again, also where its document leaves that reference to others.
  private void behind(PlannedChange planned, Live live) {
    KindDefinition definition = kinds.ofSlug(live.kind()).definition();
    for (Address below : definition.liveReferences(live, ids)) {
      PlannedChange target = byAddress.get(below);
      if (target != null
          && target.change() instanceof Change.Update
          && target.steps().stream().anyMatch(Step::isSettling)) {
        planned.steps().stream()
            .findFirst()
            .ifPresent(step -> wait(step, target.steps().getLast()));
      }
    }
  }

  /// What stands on an object goes, or lets go of it, before it goes itself.
  private void before(PlannedChange planned, Live live) {
    KindDefinition definition = kinds.ofSlug(live.kind()).definition();
    for (Address below : definition.liveReferences(live, ids)) {
      PlannedChange target = byAddress.get(below);
      if (target != null
          && target.change() instanceof Change.Replace
          && !planned.steps().isEmpty()) {
        dropAfter(planned, target);
      }
      if (target != null
          && target.change() instanceof Change.Delete going
          && !planned.steps().isEmpty()
          && !standsOn(going.live(), planned.change(), new HashSet<>())) {
        target.steps().stream()
            .findFirst()
            .ifPresent(step -> wait(step, planned.steps().getLast()));
      }
    }
  }

  /// Memberships are taken away while what they are of is there: they are called by its id.
  private void leave(PlannedChange planned, Live live) {
    if (planned.steps().isEmpty()) {
      return;
    }
    KindDefinition definition = kinds.ofSlug(live.kind()).definition();
    References.membershipsOf(live, definition.fields(live.fields()), ids).stream()
        .map(byAddress::get)
        .filter(target -> target != null && target.change() instanceof Change.Delete)
        .flatMap(target -> target.steps().stream().limit(1))
        .forEach(step -> wait(step, planned.steps().getLast()));
  }

  /// What belongs to an object goes after it, or after it names another, also where a list alone
  /// was read of that one.
  private void afterUser(PlannedChange planned, Live live) {
    KindDefinition definition = kinds.ofSlug(live.kind()).definition();
    definition
        .belonging()
        .flatMap(facet -> ids.nameOf(facet.user(), facet.userOf(live)))
        .map(byAddress::get)
        .filter(user -> !user.steps().isEmpty())
        .ifPresent(user ->
            planned.steps().stream()
                .findFirst()
                .ifPresent(step -> wait(step, user.steps().getLast())));
  }

  /// Whether an object stands on another, be it by way of more that go: objects that people tied in
  /// a circle can only go in any order.
  private boolean standsOn(Live live, Change below, Set<Address> seen) {
    KindDefinition definition = kinds.ofSlug(live.kind()).definition();
    for (Address next : definition.liveReferences(live, ids)) {
      boolean isIt = below instanceof Change.Delete && next.equals(below.address());
      if (isIt
          || seen.add(next)
              && going(next).filter(other -> standsOn(other, below, seen)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /// The object that is to be deleted under an address.
  private Optional<Live> going(Address address) {
    return Optional.ofNullable(byAddress.get(address))
        .map(PlannedChange::change)
        .filter(Change.Delete.class::isInstance)
        .map(change -> ((Change.Delete) change).live());
  }

  private List<PlannedChange> inTheGroupOf(Resource wanted, String slug) {
    return groupOf(wanted)
        .map(group -> byGroup.computeIfAbsent(slug, this::byGroup).getOrDefault(group, List.of()))
        .orElse(List.of());
  }

  private Map<Address, List<PlannedChange>> byGroup(String slug) {
    var byGroup = new LinkedHashMap<Address, List<PlannedChange>>();
    for (PlannedChange planned : byAddress.values()) {
      if (planned.change().address().kind().equals(slug)) {
        wanted(planned.change())
            .flatMap(this::groupOf)
            .ifPresent(
                group -> byGroup.computeIfAbsent(group, key -> new ArrayList<>()).add(planned));
      }
    }
    return byGroup;
  }

  /// What stays or comes by a change.
  private static Optional<Resource> wanted(Change change) {
    return switch (change) {
      case Change.Create create -> Optional.of(create.wanted());
      case Change.Update update -> Optional.of(update.wanted());
      case Change.Replace replace -> Optional.of(replace.wanted());
      case Change.Keep keep -> Optional.of(keep.wanted());
      case Change.Delete delete -> Optional.empty();
      case Change.Gone gone -> Optional.empty();
    };
  }

  private Optional<Address> groupOf(Resource resource) {
    KindDefinition definition = kinds.ofSlug(resource.address().kind()).definition();
    return References.of(resource, definition).stream()
        .filter(found -> !found.isMembership() && found.target().kind().equals(Group.SLUG))
        .map(References.Found::target)
        .findFirst();
  }

  private void wait(Step step, Step before) {
    if (!step.equals(before)) {
      waits.computeIfAbsent(step, key -> new LinkedHashSet<>()).add(before);
    }
  }
}
