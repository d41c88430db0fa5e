package dev.ftctl.fivetran.pacing;

import dev.ftctl.fivetran.answer.Attempt;
import dev.ftctl.fivetran.answer.Headers;
import dev.ftctl.fivetran.answer.Refusals;
import dev.ftctl.fivetran.answer.Verdicts;
import dev.ftctl.model.CallSort;
import dev.ftctl.model.Calls;
import dev.ftctl.model.Quota;
import dev.ftctl.model.Quotas;
import feign.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The one place where an account's requests are held back, shared by all its threads: by the
/// quotas that the account has, by what answers tell of the requests left, and by `Retry-After`.
///
/// Who has to wait sleeps in slices and asks again, so that what is given back early is not lost
/// and a stopped run ends soon.
public final class Pacer {

  /// A wait that ends sooner goes on although the run was stopped.
  static final Duration LAST_WAIT = Duration.ofSeconds(10);

  private static final Duration SLICE = Duration.ofMillis(250);

  /// Trial and free accounts have so many requests an hour, paid ones forty times as many.
  private static final long TRIAL_REQUESTS = 500;

  private final Sleeper sleeper;
  private final WaitNotices notices;
  private final RequestBudget budget;
  private final Refusals refusals = new Refusals();
  private Quotas quotas;
  private List<Window> windows;
  private boolean isStopped;

  /// Why something waits, and how long it does so at least.
  private record Wait(long nanos, String why) {
    static final Wait NONE = new Wait(0, "");

    /// @param otherWhy put into words only where it is waited for: every request asks
    Wait longer(long otherNanos, Supplier<String> otherWhy) {
      return otherNanos > nanos ? new Wait(otherNanos, otherWhy.get()) : this;
    }
  }

  /// @param notice told of waits that a person would notice, now and then
  public Pacer(Sleeper sleeper, Quotas quotas, Consumer<String> notice) {
    this.sleeper = sleeper;
    this.notices = new WaitNotices(notice);
    this.quotas = quotas;
    this.windows = quotas.all().stream().map(Window::new).toList();
    this.budget = new RequestBudget(requestWindow(quotas));
  }

  /// Returns when a request of these sorts may go out. What it stands for in `turn` is used.
  ///
  /// @throws InterruptedException also when the run was stopped and the wait would be long
  public Permit await(Set<CallSort> sorts, Optional<Turn> turn) throws InterruptedException {
    while (true) {
      Wait wait;
      synchronized (this) {
        wait = waitOf(sorts, unplaced(sorts, turn));
        if (wait.nanos() == 0) {
          return take(sorts, turn);
        }
        if (isStopped && wait.nanos() > LAST_WAIT.toNanos()) {
          throw new InterruptedException("the run was stopped");
        }
      }
      tell(wait);
      sleeper.sleep(slice(wait));
    }
  }

  /// Places for a step's calls, if there are some now.
  public synchronized Optional<Turn> tryTurn(Calls calls) {
    Set<CallSort> rare = calls.rareSorts();
    if (waitOf(rare, rare).nanos() > 0) {
      return Optional.empty();
    }
    var places = new EnumMap<CallSort, List<Window>>(CallSort.class);
    rare.forEach(sort -> places.put(sort, taken(sort)));
    return Optional.of(new Turn(this, places));
  }

  /// Waits until there may be places for a step's calls, or the quota is used up that nobody waits
  /// for: others may take its last place while this waits.
  ///
  /// @return false when the run was stopped meanwhile
  public boolean awaitTurn(Calls calls) throws InterruptedException {
    Set<CallSort> rare = calls.rareSorts();
    while (true) {
      Wait wait;
      synchronized (this) {
        wait = waitOf(rare, rare);
        if (isStopped || wait.nanos() == 0 || usedUp(calls).isPresent()) {
          return !isStopped;
        }
      }
      tell(wait);
      sleeper.sleep(slice(wait));
    }
  }

  /// The quota that has no place for such calls now, if it is one that nobody waits for.
  public synchronized Optional<Quota> usedUp(Calls calls) {
    long now = sleeper.nanoTime();
    return windows.stream()
        .filter(window -> !window.quota().sort().isAwaited())
        .filter(window -> calls.of(window.quota().sort()) > 0 && window.waitNanos(now) > 0)
        .map(Window::quota)
        .findFirst();
  }

  /// Lets time go by in which nothing is sent.
  ///
  /// @return false when the run was stopped meanwhile
  public boolean pause(Duration pause) throws InterruptedException {
    long end = sleeper.nanoTime() + pause.toNanos();
    for (long left = pause.toNanos(); left > 0; left = end - sleeper.nanoTime()) {
      synchronized (this) {
        if (isStopped) {
          return false;
        }
      }
      sleeper.sleep(Duration.ofNanos(Math.min(left, SLICE.toNanos())));
    }
    return true;
  }

  /// Nanoseconds since an arbitrary moment.
  public long nanoTime() {
    return sleeper.nanoTime();
  }

  synchronized void giveBack(Turn turn) {
    turn.sorts().forEach(sort -> turn.use(sort).forEach(Window::giveBack));
  }

  /// The head of an answer came. A refused call was not counted; anything else was.
  public synchronized void heard(Permit permit, Response response) {
    long now = sleeper.nanoTime();
    long limit = Headers.number(response, "X-Rate-Limit").orElse(0);
    OptionalLong left = Headers.number(response, "X-Rate-Limit-Remaining");
    if (response.status() == Verdicts.TOO_MANY_REQUESTS) {
      unsent(permit);
    } else {
      permit.places().forEach(place -> place.spend(now));
      budget.spent(permit.request(), now);
    }
    if (Headers.text(response, "X-Sandbox-Quotas").filter("none"::equals).isPresent()) {
      knowSimulator();
    } else if (limit > 0 && left.isPresent()) {
      budget.heard(permit.request(), now, limit, left.getAsLong());
      knowTrial(limit);
    }
  }

  /// What an answer meant; a refusal by quota holds back others like it.
  public synchronized void judged(Permit permit, Attempt attempt) {
    if (attempt instanceof Attempt.Failed refused
        && refused.failure().status() == Verdicts.TOO_MANY_REQUESTS) {
      refusals.note(permit.sorts(), refused, budget.isNearlyEmpty(), sleeper.nanoTime());
    }
  }

  /// No answer came: nobody knows whether the call was counted.
  public synchronized void lost(Permit permit) {
    long now = sleeper.nanoTime();
    permit.places().forEach(place -> place.spend(now));
    budget.spent(permit.request(), now);
  }

  /// Nothing was sent.
  public synchronized void unsent(Permit permit) {
    permit.places().forEach(Window::giveBack);
    budget.notCounted();
  }

  /// For how long the API takes no call of these sorts, as it said or as no request is left, when
  /// that is longer than anybody waits; such calls need not be sent.
  public synchronized Optional<Duration> usedUpFor(Set<CallSort> sorts) {
    long now = sleeper.nanoTime();
    var untilSomeAreLeft = Duration.ofNanos(budget.waitNanos(now));
    return untilSomeAreLeft.compareTo(Verdicts.PATIENCE) > 0
        ? Optional.of(untilSomeAreLeft)
        : refusals.usedUpFor(sorts, now);
  }

  /// From now on nothing waits long.
  public synchronized void stop() {
    isStopped = true;
  }

  public synchronized Quotas quotas() {
    return quotas;
  }

  /// Empty while no answer told.
  public synchronized Optional<RequestsLeft> requestsLeft() {
    return budget.limit() == 0
        ? Optional.empty()
        : Optional.of(new RequestsLeft(budget.left(), budget.limit()));
  }

  private static Set<CallSort> unplaced(Set<CallSort> sorts, Optional<Turn> turn) {
    var unplaced = EnumSet.copyOf(sorts);
    turn.ifPresent(taken -> unplaced.removeAll(taken.sorts()));
    return unplaced;
  }

  /// @param unplaced those of the sorts that have no place yet
  private Wait waitOf(Set<CallSort> sorts, Set<CallSort> unplaced) {
    long now = sleeper.nanoTime();
    Wait wait =
        Wait.NONE.longer(
            refusals.waitNanos(sorts, now), () -> "Fivetran refused more calls for so long");
    for (Window window : windows) {
      if (unplaced.contains(window.quota().sort())) {
        wait = wait.longer(window.waitNanos(now), () -> "no more than " + window.quota());
      }
    }
    if (sorts.contains(CallSort.REQUEST)) {
      wait =
          wait.longer(
              budget.waitNanos(now),
              () -> budget.left() + " of " + budget.limit() + " requests are left");
    }
    return wait;
  }

  private Permit take(Set<CallSort> sorts, Optional<Turn> turn) {
    long now = sleeper.nanoTime();
    var places = new ArrayList<Window>();
    for (CallSort sort : sorts) {
      boolean isTaken = turn.isPresent() && turn.get().sorts().contains(sort);
      places.addAll(isTaken ? turn.get().use(sort) : taken(sort));
    }
    return new Permit(sorts, places, budget.take(now));
  }

  private List<Window> taken(CallSort sort) {
    List<Window> taken = windows.stream().filter(window -> window.quota().sort() == sort).toList();
    taken.forEach(Window::take);
    return taken;
  }

  private void knowTrial(long limit) {
    if (limit == TRIAL_REQUESTS && quotas.equals(Quotas.PAID)) {
      quotas = Quotas.TRIAL;
      windows = quotas.all().stream().map(Window::new).toList();
    }
  }

  /// A simulator that refuses nothing says so; of Fivetran's quotas nothing is held there.
  private void knowSimulator() {
    if (quotas.equals(Quotas.PAID)) {
      quotas = Quotas.NONE;
      windows = List.of();
    }
  }

  private void tell(Wait wait) {
    notices.tell(Duration.ofNanos(wait.nanos()), wait.why(), sleeper.nanoTime());
  }

  private static Duration slice(Wait wait) {
    return Duration.ofNanos(Math.min(wait.nanos(), SLICE.toNanos()));
  }

  private static Duration requestWindow(Quotas quotas) {
    return quotas.all().stream()
        .filter(quota -> quota.sort() == CallSort.REQUEST)
        .map(Quota::window)
        .findFirst()
        .orElse(Duration.ofHours(1));
  }
}
