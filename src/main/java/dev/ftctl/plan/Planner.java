package dev.ftctl.plan;

import dev.ftctl.diff.Diff;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepName;
import dev.ftctl.model.Calls;
import dev.ftctl.model.Live;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.plan.PlannedChange.Block;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Makes a plan of changes: judged, in the order of print, with the graph of their steps.
public final class Planner {

  private Planner() {}

  public static Plan order(Diff diff, Guards guards, Plan.Header header, KindList kinds) {
    var judgement = new Judgement(guards);
    var users = new Users(diff, kinds);
    var followed = new Followed(diff, kinds);
    var settling = new Settling(diff, kinds);
    List<PlannedChange> planned = new ArrayList<>();
    for (Change change : diff.changes()) {
      KindDefinition definition = kinds.ofSlug(change.address().kind()).definition();
      Predicate<Problem> isOfPart =
          problem -> definition.partOf().filter(part -> part.isOfOneElement(problem)).isPresent();
      List<Block> used = users.blocks(change);
      boolean isHeld = !used.isEmpty() && definition.isReplacedOnlyUnused();
      List<Block> blocks = new ArrayList<>(judgement.blocks(change, isOfPart, isHeld));
      blocks.addAll(used);
      blocks.addAll(followed.blocks(change));
      List<Step> own = users.joined(change, steps(change, diff, definition, blocks));
      planned.add(new PlannedChange(change, settling.with(change, own), blocks));
    }
    planned.addAll(settling.undescribed());
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
    return new Plan(
        header, planned, waits, unmanaged, List.of(), notices, diff.ids(), diff.intent());
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
}
