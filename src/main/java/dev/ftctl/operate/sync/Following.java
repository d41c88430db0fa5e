package dev.ftctl.operate.sync;

import dev.ftctl.fivetran.api.ConnectionsApi;
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

/// Waits until syncs have ended. Soon after they began it looks often, later every half minute. An
/// answer that fails says nothing of a sync: it goes on waiting until its time is over.
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
  private final Set<String> rescheduled = new HashSet<>();
  private volatile boolean isStopped;
  private long begin;

  /// @param pages that the list of all connections has
  public Following(ConnectionsApi api, int pages, Sleeper sleeper, FollowObserver observer) {
    this.looks = new Looks(api, pages);
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

  /// How each ended, by the connection's id.
  ///
  /// @param limit how long it is waited for all of them
  public Map<String, Result> run(Collection<Followed> begun, Duration limit) {
    begin = sleeper.nanoTime();
    begun.forEach(each -> open.put(each.connection().id(), each));
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
      Optional<Result> end = end(each, seen.getOrDefault(each.connection().id(), GONE));
      if (end.isPresent()) {
        end(each, end.get());
      }
    }
    tellOfTheBlind(seen);
    tellOfTheRescheduled(seen);
  }

  private Optional<Result> end(Followed each, Looks.Look look) {
    return switch (look) {
      case Looks.Look.Seen seen -> each.end(seen.sight(), took());
      case Looks.Look.Gone gone ->
          Optional.of(each.failed("was deleted before its sync ended", ""));
      case Looks.Look.Blind blind ->
          blind.why().failure().isDenied()
              ? Optional.of(denied(each, blind.why()))
              : Optional.empty();
    };
  }

  private static Result denied(Followed each, ApiException why) {
    return new Result.Failed(
        each.connection(),
        new RefusedException(
            Refusal.DENIED,
            "its sync began, and how it ends can't be seen: " + why.getMessage(),
            ""));
  }

  private void end(Followed each, Result result) {
    open.remove(each.connection().id());
    ends.put(each.connection().id(), result);
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

  private void tellOfTheRescheduled(Map<String, Looks.Look> seen) {
    for (Followed each : open.values()) {
      String id = each.connection().id();
      if (seen.get(id) instanceof Looks.Look.Seen look
          && look.sight().isRescheduled()
          && rescheduled.add(id)) {
        observer.rescheduled(each.connection(), look.sight().rescheduledFor());
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
              ? "still syncs; not waited for, since the run was stopped"
              : "still syncs after " + new Span(waited());
      end(each, new Result.Unfinished(each.connection(), what));
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
