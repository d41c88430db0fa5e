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
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import java.util.ArrayList;
import java.util.List;

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

  private boolean isAwaited(Address address) {
    return diff.changes().stream()
        .anyMatch(other -> refersNewly(other, address, kinds, diff.ids()));
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
    KindDefinition definition = kinds.ofSlug(wanted.address().kind()).definition();
    return References.of(wanted, definition).stream()
        .anyMatch(found -> found.target().equals(target));
  }

  private static boolean stands(Live live, Address target, KindList kinds, Ids ids) {
    return kinds.ofSlug(live.kind()).definition().liveReferences(live, ids).contains(target);
  }
}
