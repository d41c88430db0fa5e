package dev.ftctl.plan;

import dev.ftctl.diff.Diff;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepName;
import dev.ftctl.kind.compare.Bodies;
import dev.ftctl.model.Calls;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import dev.ftctl.plan.PlannedChange.Block;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Makes a plan of changes: judged, in the order of print, with the graph of their steps.
public final class Planner {

  private Planner() {}

  public static Plan order(Diff diff, Guards guards, Plan.Header header, KindList kinds) {
    var judgement = new Judgement(guards);
    List<PlannedChange> planned = new ArrayList<>();
    for (Change change : diff.changes()) {
      KindDefinition definition = kinds.ofSlug(change.address().kind()).definition();
      Predicate<Problem> isOfPart =
          problem -> definition.partOf().filter(part -> part.isOfOneElement(problem)).isPresent();
      List<Block> blocks = new ArrayList<>(judgement.blocks(change, isOfPart));
      blocks.addAll(stillInUse(change, diff, kinds));
      planned.add(new PlannedChange(change, steps(change, diff, definition, blocks), blocks));
    }
    planned.sort(
        Comparator.comparingInt((PlannedChange one) -> kinds.orderOf(one.change().address().kind()))
            .thenComparing(one -> one.change().address()));
    List<Problem> notices = judgement.passedLimits(diff.changes());
    List<Live> unmanaged =
        diff.unmanaged().stream()
            .sorted(
                Comparator.comparingInt((Live live) -> kinds.orderOf(live.kind()))
                    .thenComparing(live -> Plan.addressOf(live, diff.ids())))
            .toList();
    Map<Step, Set<Step>> waits = new StepGraph(kinds, diff.ids(), planned).edges();
    return new Plan(header, planned, waits, unmanaged, notices, diff.ids(), diff.intent());
  }

  /// What is blocked and would do nothing holds back the finish of its owner all the same: nothing
  /// is un-paused beside settings that can't be read or set. The step is never run.
  private static List<Step> steps(
      Change change, Diff diff, KindDefinition definition, List<Block> blocks) {
    if (change instanceof Change.Keep && diff.needed().contains(change.address())) {
      return List.of();
    }
    List<Step> steps = definition.steps(change, diff.intent());
    boolean holds = steps.isEmpty() && !blocks.isEmpty() && definition.partOf().isPresent();
    return holds && change instanceof Change.Keep
        ? List.of(new Step(change, StepName.UPDATE, false).sending(Calls.NONE))
        : steps;
  }

  /// A group or destination goes only together with everything that stands on it.
  private static List<Block> stillInUse(Change change, Diff diff, KindList kinds) {
    if (!(change instanceof Change.Delete)) {
      return List.of();
    }
    Set<Address> going =
        diff.changes().stream()
            .filter(Change.Delete.class::isInstance)
            .map(Change::address)
            .collect(Collectors.toSet());
    Set<Address> staying = new HashSet<>();
    for (Live live : diff.unmanaged()) {
      noteUser(live, change.address(), diff, kinds, staying);
    }
    for (Live live : diff.left()) {
      noteUser(live, change.address(), diff, kinds, staying);
    }
    for (Change other : diff.changes()) {
      if (!lets(other, change.address(), diff, kinds)) {
        liveOf(other).forEach(live -> noteUser(live, change.address(), diff, kinds, staying));
      }
    }
    staying.removeAll(going);
    return staying.isEmpty()
        ? List.of()
        : List.of(
            new Block(
                "still in use by "
                    + staying.stream()
                        .sorted()
                        .map(Address::toString)
                        .collect(Collectors.joining(", ")),
                "delete those in the same plan, or move them away first"));
  }

  /// Whether a change takes away what its object says of another.
  private static boolean lets(Change change, Address target, Diff diff, KindList kinds) {
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

  private static void noteUser(
      Live live, Address target, Diff diff, KindList kinds, Set<Address> users) {
    KindDefinition definition = kinds.ofSlug(live.kind()).definition();
    if (definition.liveReferences(live, diff.ids()).contains(target)) {
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
