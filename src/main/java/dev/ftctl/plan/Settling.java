package dev.ftctl.plan;

import dev.ftctl.diff.Diff;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.References;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepName;
import dev.ftctl.model.Calls;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The steps that wait for objects which take their time: behind what is made or changed, and for
/// what an earlier run, or somebody else, began and something new stands on now.
record Settling(Diff diff, KindList kinds) {

  /// The steps of a change, with the one that waits.
  List<Step> with(Change change, List<Step> steps) {
    KindDefinition definition = kinds.ofSlug(change.address().kind()).definition();
    boolean waits =
        definition.settles().isPresent()
            && switch (change) {
              case Change.Create create -> !steps.isEmpty();
              case Change.Update update -> !steps.isEmpty();
              case Change.Replace replace -> !steps.isEmpty();
              case Change.Keep keep ->
                  !definition.settles().get().isSettled(keep.live()) && isAwaited(keep.address());
              case Change.Delete delete -> false;
              case Change.Gone gone -> false;
            };
    if (!waits) {
      return steps;
    }
    var all = new ArrayList<>(steps);
    all.add(new Step(change, StepName.SETTLE, false).sending(Calls.NONE));
    return all;
  }

  /// What takes its time, is only named, and has something newly standing on it: it is waited for
  /// as if a document described it, and shown at the place that names it.
  List<PlannedChange> undescribed() {
    return diff.attached().entrySet().stream()
        .flatMap(named -> undescribed(named.getKey(), named.getValue()).stream())
        .toList();
  }

  private Optional<PlannedChange> undescribed(Address address, Live live) {
    KindDefinition definition = kinds.ofSlug(address.kind()).definition();
    return definition.settles().filter(facet -> !facet.isSettled(live)).isEmpty()
        ? Optional.empty()
        : awaiting(address).map(reference -> waitingFor(reference, live, definition));
  }

  private PlannedChange waitingFor(
      References.Found reference, Live live, KindDefinition definition) {
    Address address = reference.target();
    Value.Mapping spec = Value.Mapping.EMPTY.with(definition.namedBy(), Value.text(live.label()));
    var wanted = new Resource(address, Metadata.named(address.name()), spec, reference.place());
    var keep =
        new Change.Keep(wanted, live, definition.compare(wanted, live, diff.ids(), diff.intent()));
    return new PlannedChange(keep, with(keep, List.of()), List.of());
  }

  private boolean isAwaited(Address address) {
    return awaiting(address).isPresent();
  }

  /// The first reference of what comes to stand on an object.
  private Optional<References.Found> awaiting(Address address) {
    return diff.changes().stream()
        .filter(other -> refersNewly(other, address, kinds, diff.ids()))
        .map(Change.OfDocument.class::cast)
        .flatMap(other -> references(other.wanted(), kinds).stream())
        .filter(found -> found.target().equals(address))
        .findFirst();
  }

  /// Whether a change makes its object stand on another one. What stands on it already goes on,
  /// however that one is.
  static boolean refersNewly(Change change, Address target, KindList kinds, Ids ids) {
    return switch (change) {
      case Change.Create create -> refers(create.wanted(), target, kinds);
      case Change.Replace replace -> refers(replace.wanted(), target, kinds);
      case Change.Update update ->
          refers(update.wanted(), target, kinds) && !stands(update.live(), target, kinds, ids);
      case Change.Keep keep -> false;
      case Change.Delete delete -> false;
      case Change.Gone gone -> false;
    };
  }

  private static boolean refers(Resource wanted, Address target, KindList kinds) {
    return references(wanted, kinds).stream().anyMatch(found -> found.target().equals(target));
  }

  private static List<References.Found> references(Resource wanted, KindList kinds) {
    return References.of(wanted, kinds.ofSlug(wanted.address().kind()).definition());
  }

  private static boolean stands(Live live, Address target, KindList kinds, Ids ids) {
    return kinds.ofSlug(live.kind()).definition().liveReferences(live, ids).stream()
        .anyMatch(below -> below.equals(target) || isSame(below, target, ids));
  }

  /// By name and by id.
  private static boolean isSame(Address one, Address other, Ids ids) {
    return one.kind().equals(other.kind())
        && ids.find(one).isPresent()
        && ids.find(one).equals(ids.find(other));
  }
}
