package dev.ftctl.plan;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Risk;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.shown.ShellWord;
import dev.ftctl.plan.PlannedChange.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which changes may run: protection, risks, and the limits that a whole plan must keep.
final class Judgement {

  private final Guards guards;

  Judgement(Guards guards) {
    this.guards = guards;
  }

  /// Why a change may not run; empty when it may.
  ///
  /// @param isOfPart tells the problems that concern one element of the change alone
  /// @param isHeld whether no flag lets the change through, so that none is offered
  List<Block> blocks(Change change, Predicate<Problem> isOfPart, boolean isHeld) {
    var blocks = new ArrayList<Block>();
    change.findings().problems().stream()
        .filter(Problem::isError)
        .forEach(problem ->
            blocks.add(new Block(problem.message(), problem.fix(), isOfPart.test(problem))));
    boolean endsObject = change instanceof Change.Delete || change instanceof Change.Replace;
    if (endsObject && isProtected(change)) {
      blocks.add(
          new Block(
              change.action().word() + " is refused: " + change.address() + " is protected",
              "remove `protect` in an own change first"));
    }
    for (RiskFinding finding : risks(change)) {
      if (!finding.isNamed()
          && !(isHeld && finding.risk() == Risk.REPLACE)
          && isBlocking(finding.risk(), change)
          && !guards.allows(finding.risk(), change.address())) {
        blocks.add(
            new Block(
                finding.risk().flag()
                    + " is not allowed"
                    + (finding.why().isEmpty() ? "" : " (" + finding.why() + ")"),
                (finding.instead().isEmpty() ? "" : finding.instead() + "; else ")
                    + "allow it with --allow "
                    + ShellWord.of(finding.risk().flag() + ":" + change.address())));
      }
    }
    return blocks;
  }

  /// The limits that the plan as a whole passes, as errors that block all of it.
  List<Problem> passedLimits(List<Change> changes) {
    return Stream.of(
            limit("max_deletes", "deletion", "--max-deletes", count(changes, Risk.DELETE)),
            limit(
                "max_resyncs",
                "re-sync",
                "limits.max_resyncs in ftctl.yaml",
                count(changes, Risk.RESYNC)),
            limit(
                "max_revokes",
                "revocation",
                "limits.max_revokes in ftctl.yaml",
                count(changes, Risk.REVOKE)),
            limit(
                "max_pauses",
                "pause",
                "limits.max_pauses in ftctl.yaml",
                count(changes, Risk.PAUSE)))
        .flatMap(List::stream)
        .toList();
  }

  private List<Problem> limit(String name, String noun, String raiseWith, long count) {
    int most = guards.limit(name);
    if (count <= most) {
      return List.of();
    }
    return List.of(
        Problem.error(
            SourceLocation.NONE,
            name.replace('_', '-'),
            "plan",
            "the plan holds "
                + count
                + " "
                + noun
                + (count == 1 ? "" : "s")
                + ", and at most "
                + most
                + " are allowed in one plan",
            "raise the limit with " + raiseWith + ", or apply in smaller pieces"));
  }

  private long count(List<Change> changes, Risk risk) {
    return changes.stream()
        .flatMap(change -> risks(change).stream().filter(finding -> finding.risk() == risk))
        .count();
  }

  private static List<RiskFinding> risks(Change change) {
    var risks = new ArrayList<>(change.findings().risks());
    if (change instanceof Change.Delete
        && risks.stream().noneMatch(found -> found.risk() == Risk.DELETE)) {
      risks.add(new RiskFinding(Risk.DELETE, ""));
    }
    if (change instanceof Change.Replace
        && risks.stream().noneMatch(found -> found.risk() == Risk.REPLACE)) {
      risks.add(new RiskFinding(Risk.REPLACE, ""));
    }
    return risks;
  }

  /// Some risks are allowed as long as there are few of them in a plan.
  private static boolean isBlocking(Risk risk, Change change) {
    return switch (risk) {
      case DELETE ->
          change instanceof Change.Delete delete
              && (delete.reason().equals("--prune") || isQuestionable(delete));
      case RESYNC, REVOKE, PAUSE, GRANT -> false;
      case REPLACE, DUPLICATE, EXPOSE, HISTORY -> true;
    };
  }

  /// Whether the comparison itself has doubts about the deletion.
  private static boolean isQuestionable(Change.Delete delete) {
    return delete.findings().risks().stream().anyMatch(found -> found.risk() == Risk.DELETE);
  }

  private boolean isProtected(Change change) {
    Address address = change.address();
    return guards.protects(address)
        || (change instanceof Change.Replace replace && saysProtect(replace.wanted()));
  }

  private static boolean saysProtect(Resource wanted) {
    return wanted.metadata().isProtected();
  }
}
