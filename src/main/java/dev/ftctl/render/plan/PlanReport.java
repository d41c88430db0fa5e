package dev.ftctl.render.plan;

import dev.ftctl.impact.Impact;
import dev.ftctl.impact.Impacts;
import dev.ftctl.kind.Action;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.manifest.policy.PolicyFindings;
import dev.ftctl.model.Live;
import dev.ftctl.model.Quotas;
import dev.ftctl.model.Risk;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.PlannedChange;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What is told of a plan: the one model that every format is rendered from.
///
/// @param entries what changes and what has something to say, in the order of the plan
/// @param unmanaged objects that no manifest describes, without those that Fivetran made itself
/// @param unlooked slugs of the kinds of which nobody looked for such objects
/// @param notices that concern no single change
/// @param policies that are not kept
/// @param impacts what depends on its changes, where a manifest of dbt was given
/// @param exitCode that the command ends with
public record PlanReport(
    Plan.Header header,
    List<Entry> entries,
    List<Unmanaged> unmanaged,
    List<String> unlooked,
    List<Problem> notices,
    PolicyFindings policies,
    Counts counts,
    Cost cost,
    Impacts impacts,
    int exitCode) {

  private static final int FEW = 2;

  public PlanReport {
    entries = List.copyOf(entries);
    unmanaged = List.copyOf(unmanaged);
    unlooked = List.copyOf(unlooked);
    notices = List.copyOf(notices);
  }

  /// One resource.
  ///
  /// @param instances how many resources of the plan come from the same document
  /// @param reason why it is deleted, or what it replaces; empty for every other action
  /// @param impact what depends on what it breaks
  record Entry(
      Action action,
      Address address,
      long instances,
      SourceLocation place,
      String reason,
      Findings findings,
      List<PlannedChange.Block> blocks,
      Impact impact) {

    static Entry of(PlannedChange planned, Map<Address, Long> instances, Impacts impacts) {
      Change change = planned.change();
      String reason =
          switch (change) {
            case Change.Delete delete -> delete.reason();
            case Change.Create create -> moves(create.findings());
            case Change.Update update -> "";
            case Change.Replace replace -> "";
            case Change.Keep keep -> "";
            case Change.Gone gone -> "";
          };
      long siblings = instances.getOrDefault(change.address().inGroup(""), 1L);
      return new Entry(
          change.action(),
          change.address(),
          siblings,
          change.place(),
          reason,
          change.findings(),
          planned.blocks(),
          impacts.of(change.address()));
    }

    /// A creation that takes the place of something else is no plain one.
    private static String moves(Findings findings) {
      return findings.risks().stream()
          .filter(found -> found.risk() == Risk.REPLACE)
          .map(RiskFinding::why)
          .findFirst()
          .orElse("");
    }

    /// The dangers that it lets through, in words: by name, within a limit, or since they were
    /// allowed. None where it is blocked, which says why.
    List<String> dangers() {
      return blocks.isEmpty()
          ? findings.risks().stream()
              .filter(found -> found.isNamed() || found.isTold())
              .map(Entry::words)
              .toList()
          : List.of();
    }

    private static String words(RiskFinding found) {
      boolean isAllowed =
          switch (found.risk()) {
            case DUPLICATE, EXPOSE, HISTORY, REPLACE, DELETE -> !found.isNamed();
            case PAUSE, GRANT, RESYNC, REVOKE -> false;
          };
      return found.why() + (isAllowed ? " (" + found.risk().flag() + " is allowed)" : "");
    }

    /// Whether there is anything to tell of it besides that it is counted.
    boolean isWorthTelling() {
      return action != Action.NONE
          || findings.followUp()
          || !findings.notes().isEmpty()
          || !findings.problems().isEmpty()
          || !blocks.isEmpty();
    }
  }

  /// @param blocked are counted under their action, too
  /// @param secretsNotCompared of all resources: Fivetran tells none
  /// @param unchanged without what is blocked, of which nobody knows that
  record Counts(
      long create,
      long update,
      long replace,
      long delete,
      long move,
      long blocked,
      long unchanged,
      long secretsNotCompared) {
    static Counts of(Plan plan) {
      return new Counts(
          plan.count(Action.CREATE),
          plan.count(Action.UPDATE),
          plan.count(Action.REPLACE),
          plan.count(Action.DELETE),
          plan.count(Action.MOVE),
          plan.blocked(),
          plan.count(Action.NONE) - plan.blockedUnchanged(),
          plan.changes().stream()
              .mapToLong(planned -> planned.change().findings().secretsNotCompared())
              .sum());
    }

    /// The last line of every plan, with every count.
    String text() {
      return "Plan: %d create, %d update, %d replace, %d delete, %d move, %d blocked, %d unchanged."
          .formatted(create, update, replace, delete, move, blocked, unchanged);
    }
  }

  /// Of a plan that no policy has anything against, for an account without quotas.
  public static PlanReport of(Plan plan, int exitCode) {
    return of(plan, PolicyFindings.NONE, Quotas.NONE, Impacts.NONE, exitCode);
  }

  /// @param quotas of the account
  /// @param impacts what depends on its changes
  public static PlanReport of(
      Plan plan, PolicyFindings policies, Quotas quotas, Impacts impacts, int exitCode) {
    Map<Address, Long> instances =
        plan.changes().stream()
            .collect(
                Collectors.groupingBy(
                    planned -> planned.change().address().inGroup(""), Collectors.counting()));
    return new PlanReport(
        plan.header(),
        plan.changes().stream()
            .map(planned -> Entry.of(planned, instances, impacts))
            .filter(Entry::isWorthTelling)
            .toList(),
        plan.unmanaged().stream()
            .filter(Live::isOurs)
            .map(live -> Unmanaged.of(live, plan))
            .toList(),
        plan.unlooked(),
        plan.notices(),
        policies,
        Counts.of(plan),
        Cost.of(plan, quotas),
        impacts,
        exitCode);
  }

  /// Whether anything stands against a part of it, of which then nobody says that it is as wanted.
  boolean isBlocked() {
    return entries.stream().anyMatch(entry -> !entry.blocks().isEmpty())
        || notices.stream().anyMatch(Problem::isError);
  }

  /// That nothing is deleted by a base that can't be read, a sentence after the counts; else empty.
  String unreadBase() {
    return notices.stream()
        .filter(notice -> notice.rule().equals("base-unread"))
        .findFirst()
        .map(notice -> " Nothing is deleted by " + notice.subject() + ", which can't be read.")
        .orElse("");
  }

  /// How many resources are not as they should be although nothing of them changes.
  long open() {
    return entries.stream().filter(entry -> entry.findings().isOpen()).count();
  }

  /// The exclusions and hashings that nothing holds, with the address that declares each.
  List<String> unprotected() {
    return entries.stream()
        .flatMap(entry ->
            entry.findings().unprotected().stream()
                .map(gap -> gap.element() + " (" + entry.address() + ")"))
        .toList();
  }

  /// Its last line: every count, and what could not be read.
  public String closing() {
    return counts.text() + unreadBase();
  }

  /// `secrets-manager, proxy-agent, …`: kinds of which nobody looked for undescribed objects.
  ///
  /// @param isWhole whether all of them are named
  String unlooked(boolean isWhole) {
    boolean isCut = !isWhole && unlooked.size() > FEW;
    return String.join(", ", isCut ? unlooked.subList(0, FEW) : unlooked) + (isCut ? ", …" : "");
  }

  /// Whether apply would write anything.
  boolean hasChanges() {
    return entries.stream().anyMatch(entry -> entry.action() != Action.NONE);
  }
}
