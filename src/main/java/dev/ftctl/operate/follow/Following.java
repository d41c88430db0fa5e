package dev.ftctl.operate.follow;

import dev.ftctl.fivetran.pacing.Sleeper;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.operate.Result;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Waits until what was begun has ended. Soon after it began it looks often, later every half
/// minute. An answer that fails says nothing of it: it goes on waiting until its time is over.
public final class Following {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private static final Looks.Look GONE = new Looks.Look.Gone();

  private final Looks looks;
  private final Sleeper sleeper;
  private final FollowObserver observer;
  private final AtomicReference<@Nullable Thread> waiting = new AtomicReference<>();
  private final Map<String, Followed> open = new LinkedHashMap<>();
  private final Map<String, Result> ends = new LinkedHashMap<>();
  private final Set<String> delayed = new HashSet<>();
  private volatile boolean isStopped;
  private long begin;

  public Following(Looks looks, Sleeper sleeper, FollowObserver observer) {
    this.looks = looks;
    this.sleeper = sleeper;
    this.observer = observer;
  }

  /// Waits no longer. Callable by another thread.
  public void stop() {
    isStopped = true;
    Thread thread = waiting.get();
    if (thread != null) {
      thread.interrupt();
    }
  }

  /// How each ended, by the object's id.
  ///
  /// @param limit how long it is waited for all of them
  public Map<String, Result> run(Collection<Followed> begun, Duration limit) {
    begin = sleeper.nanoTime();
    begun.forEach(each -> open.put(each.object().id(), each));
    waiting.set(Thread.currentThread());
    Duration pause = FIRST_PAUSE;
    look();
    while (!open.isEmpty() && !isStopped && waited().compareTo(limit) < 0) {
      observer.goesOn(open.size(), waited());
      sleep(min(pause, limit.minus(waited())));
      pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
      look();
    }
    waiting.set(null);
    if (isStopped) {
      // The signal was heard; what is told of it must not fail of it.
      Thread.interrupted();
    }
    leave();
    return Map.copyOf(ends);
  }

  private void look() {
    if (isStopped) {
      return;
    }
    Map<String, Looks.Look> seen = looks.at(List.copyOf(open.keySet()));
    for (Followed each : List.copyOf(open.values())) {
      Optional<Result> end = end(each, seen.getOrDefault(each.object().id(), GONE));
      if (end.isPresent()) {
        end(each, end.get());
      }
    }
    tellOfTheBlind(seen);
    tellOfTheDelayed(seen);
  }

  private Optional<Result> end(Followed each, Looks.Look look) {
    return switch (look) {
      case Looks.Look.Seen seen -> each.end(seen.fields(), took());
      case Looks.Look.Gone gone ->
          Optional.of(each.failed("was deleted before its " + each.noun() + " ended", ""));
      case Looks.Look.Blind blind ->
          blind.why().failure().isDenied()
              ? Optional.of(denied(each, blind.why()))
              : Optional.empty();
    };
  }

  private static Result denied(Followed each, ApiException why) {
    return new Result.Failed(
        each.object(),
        new RefusedException(
            Refusal.DENIED,
            "its " + each.noun() + " began, and how it ends can't be seen: " + why.getMessage(),
            ""));
  }

  private void end(Followed each, Result result) {
    open.remove(each.object().id());
    ends.put(each.object().id(), result);
    observer.ended(result);
  }

  /// Once for all of them: what stands in the way of one look mostly does of all.
  private void tellOfTheBlind(Map<String, Looks.Look> seen) {
    for (String id : open.keySet()) {
      if (!isStopped && seen.get(id) instanceof Looks.Look.Blind blind) {
        observer.blind(String.valueOf(blind.why().getMessage()));
        return;
      }
    }
  }

  private void tellOfTheDelayed(Map<String, Looks.Look> seen) {
    for (Followed each : open.values()) {
      String id = each.object().id();
      String delay = seen.get(id) instanceof Looks.Look.Seen look ? each.delay(look.fields()) : "";
      if (!delay.isEmpty() && delayed.add(id)) {
        observer.waits(each.object(), delay);
      }
    }
  }

  private void sleep(Duration pause) {
    try {
      sleeper.sleep(pause);
    } catch (InterruptedException stopped) {
      isStopped = true;
    }
  }

  /// Of those that go on, the time being over.
  private void leave() {
    for (Followed each : List.copyOf(open.values())) {
      String what =
          isStopped
              ? "still " + each.verb() + "; not waited for, since the run was stopped"
              : "still " + each.verb() + " after " + new Span(waited());
      end(each, new Result.Unfinished(each.object(), what));
    }
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private Duration waited() {
    return Duration.ofNanos(sleeper.nanoTime() - begin);
  }

  private String took() {
    Duration waited = waited();
    return waited.toSeconds() < 1 ? "" : " in " + new Span(waited);
  }
}
