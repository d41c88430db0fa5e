package dev.ftctl.walk;

import dev.ftctl.apply.Freshness;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.PartOf;
import dev.ftctl.kind.Step;
import dev.ftctl.live.Reach;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.PlannedChange;
import dev.ftctl.plan.SavedPlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;

/// No object is written that was not looked at within [#LONGEST] before. Where a prompt, a quota or
/// the length of the run took longer, what is still to be done is planned once more, for all that
/// is left at once, and what is another plan by now is not begun.
///
/// What this run has begun itself is another by its own doing and is not asked about again, nor is
/// what came into being with it: the settings of a connection that it made.
public final class LookAgain implements Freshness {

  /// From the end of a look to the first call of a step.
  public static final Duration LONGEST = Duration.ofMinutes(5);

  private final Plan plan;
  private final KindList kinds;
  private final Clock clock;
  private final Function<Reach, Plan> look;

  private final Map<String, String> digests;
  private final Map<Address, Change> changes;

  /// A virtual thread that waits for a monitor would hold its carrier.
  private final ReentrantLock lock = new ReentrantLock();

  /// As addresses print.
  private final Set<String> begun = new HashSet<>();

  private final Map<String, String> stale = new HashMap<>();
  private Instant looked;

  /// @param plan that is carried out
  /// @param looked when its account had been read
  /// @param look plans once more, in detail what is reached
  public LookAgain(
      Plan plan, KindList kinds, Clock clock, Instant looked, Function<Reach, Plan> look) {
    this.plan = plan;
    this.kinds = kinds;
    this.clock = clock;
    this.looked = looked;
    this.look = look;
    this.digests = new HashMap<>(digests(plan));
    this.changes =
        plan.changes().stream()
            .map(PlannedChange::change)
            .collect(Collectors.toMap(Change::address, change -> change, (first, second) -> first));
  }

  @Override
  public Optional<String> objection(Step step) {
    lock.lock();
    try {
      String address = step.address().toString();
      if (!begun.contains(address) && !isMadeHere(step)) {
        if (Duration.between(looked, clock.instant()).compareTo(LONGEST) > 0) {
          lookAgain();
        }
        if (stale.containsKey(address)) {
          return Optional.of(stale.get(address));
        }
      }
      begun.add(address);
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /// A part of something that this run made.
  private boolean isMadeHere(Step step) {
    return kinds.ofSlug(step.address().kind()).definition() instanceof PartOf
        && plan.waits().getOrDefault(step, Set.of()).stream()
            .map(before -> changes.get(before.address()))
            .anyMatch(
                change -> change instanceof Change.Create || change instanceof Change.Replace);
  }

  private void lookAgain() {
    Set<String> left = new HashSet<>(digests.keySet());
    left.removeAll(begun);
    Map<String, String> now;
    try {
      now = digests(look.apply(new Reach.Only(left)));
    } catch (ManifestException | RefusedException changed) {
      // What it was planned of can't be planned any more; the account may be fine.
      now = Map.of();
    }
    looked = clock.instant();
    for (String address : left) {
      if (!digests.getOrDefault(address, "").equals(now.get(address))) {
        stale.put(address, "the account or its manifest has changed since it was planned");
      }
    }
  }

  private Map<String, String> digests(Plan of) {
    return SavedPlan.of(of, kinds, List.of(), "").changes();
  }
}
