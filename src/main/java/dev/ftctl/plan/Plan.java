package dev.ftctl.plan;

import dev.ftctl.kind.Action;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Step;
import dev.ftctl.model.Calls;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What would be done, in the order of print, with the graph that apply runs.
///
/// @param header for its first line
/// @param changes one for each resource planned (unchanged ones too), by kind, then address
/// @param waits for each step that runs, the steps that must have ended well before
/// @param unmanaged objects of the account that no manifest describes
/// @param unlooked slugs of the kinds of which nobody looked whether there are such objects
/// @param notices that concern no single change (limits), errors among them block the plan
/// @param ids of everything the snapshot found, which apply completes
/// @param intent what the command line asked
public record Plan(
    Header header,
    List<PlannedChange> changes,
    Map<Step, Set<Step>> waits,
    List<Live> unmanaged,
    List<String> unlooked,
    List<Problem> notices,
    Ids ids,
    Intent intent) {

  private static final String CLOSED_LIST = "closed-list";

  /// Whose plan it is, and of what.
  ///
  /// @param account name, or id where the account has no name
  /// @param accountId its id
  /// @param environment empty for none
  /// @param manifests number of files read
  /// @param resources number of resources wanted
  /// @param part of what manifests describe
  /// @param digest of the manifests
  public record Header(
      String account,
      String accountId,
      String environment,
      int manifests,
      int resources,
      Part part,
      String digest) {}

  public Plan {
    changes = List.copyOf(changes);
    waits = Map.copyOf(waits);
    unmanaged = List.copyOf(unmanaged);
    unlooked = List.copyOf(unlooked);
    notices = List.copyOf(notices);
  }

  /// What an object that no manifest describes goes by.
  static Address addressOf(Live live, Ids ids) {
    return ids.nameOf(live.kind(), live.id().value()).orElseGet(() -> live.address(live.label()));
  }

  public Address addressOf(Live live) {
    return addressOf(live, ids);
  }

  /// The plan without what is blocked and what depends on it, for `--skip-blocked`. Notices stay: a
  /// passed limit blocks all.
  public Plan withoutBlocked() {
    return PlanParts.withoutBlocked(this);
  }

  /// The plan with the changes of these addresses only.
  public Plan only(Set<Address> addresses) {
    return PlanParts.only(this, addresses);
  }

  /// The plan without what no manifest describes.
  public Plan withoutUnmanaged() {
    return new Plan(header, changes, waits, List.of(), List.of(), notices, ids, intent);
  }

  /// The plan, saying of which kinds nobody looked for what no manifest describes.
  public Plan unlooked(List<String> slugs) {
    return new Plan(header, changes, waits, unmanaged, slugs, notices, ids, intent);
  }

  /// The plan with one notice more.
  public Plan noticing(Problem notice) {
    var all = new ArrayList<>(notices);
    all.add(notice);
    return new Plan(header, changes, waits, unmanaged, unlooked, all, ids, intent);
  }

  public boolean isBlocked() {
    return changes.stream().anyMatch(PlannedChange::isBlocked)
        || notices.stream().anyMatch(Problem::isError);
  }

  /// Whether documents can't be compared since the list of their kind is closed to the key.
  public boolean meetsClosedLists() {
    return changes.stream()
        .flatMap(planned -> planned.change().findings().problems().stream())
        .anyMatch(problem -> problem.rule().equals(CLOSED_LIST));
  }

  /// Whether anything would change (blocked or not).
  public boolean hasChanges() {
    return changes.stream().anyMatch(planned -> planned.change().action() != Action.NONE);
  }

  /// The steps of what is not blocked, in the order of the plan.
  public List<Step> stepsToRun() {
    return changes.stream()
        .filter(planned -> !planned.isBlocked())
        .flatMap(planned -> planned.steps().stream())
        .toList();
  }

  /// What those send when nothing goes wrong.
  public Calls calls() {
    return stepsToRun().stream().map(Step::calls).reduce(Calls.NONE, Calls::plus);
  }

  public long count(Action action) {
    return changes.stream().filter(planned -> planned.change().action() == action).count();
  }

  /// What is blocked without being a change.
  public long blockedUnchanged() {
    return changes.stream()
        .filter(planned -> planned.isBlocked() && planned.change().action() == Action.NONE)
        .count();
  }

  public long blocked() {
    return changes.stream().filter(PlannedChange::isBlocked).count();
  }
}
