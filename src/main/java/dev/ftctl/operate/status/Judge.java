package dev.ftctl.operate.status;

import dev.ftctl.address.Named;
import dev.ftctl.operate.sync.SyncSight;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says how connections are, of what the list tells of them. What it can't judge is not fine.
///
/// @param now of the clock that ages are told by
public record Judge(Instant now, Targets targets) {

  private static final Set<String> SYNC_STATES =
      Set.of("scheduled", "syncing", "paused", "rescheduled");

  /// Time for the sync itself, after two runs that brought nothing.
  private static final Duration GRACE = Duration.ofHours(1);

  public ConnectionStatus of(Named connection) {
    return new Case(connection).status();
  }

  private final class Case {
    private final Named connection;
    private final SyncSight sight;
    private final Schedule schedule;
    private final Optional<Duration> target;
    private final Set<Health> conditions = EnumSet.noneOf(Health.class);
    private final List<String> reasons = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Case(Named connection) {
      this.connection = connection;
      this.sight = new SyncSight(connection.live().fields());
      this.schedule = Schedule.of(connection.live().fields());
      this.target = targets.of(connection.address());
    }

    ConnectionStatus status() {
      setUp();
      synced();
      tasks();
      updated();
      aged();
      if (sight.succeeded().isEmpty()) {
        conditions.add(Health.NEVER_SYNCED);
      }
      if (conditions.isEmpty()) {
        conditions.add(Health.FINE);
      }
      return new ConnectionStatus(
          connection, conditions, reasons, notes, sight, schedule, target, Optional.empty());
    }

    private void setUp() {
      switch (sight.member("setup_state")) {
        case "connected" -> {}
        case "broken" -> {
          boolean isTold = !sight.tasks().isEmpty();
          String test = "ftctl test " + connection.address() + " may find one";
          is(Health.BROKEN, isTold ? "" : "its setup is broken; Fivetran tells no reason, " + test);
        }
        case "incomplete" -> is(Health.INCOMPLETE, "its setup is not finished");
        default -> unknown("setup_state");
      }
    }

    private void synced() {
      if (!SYNC_STATES.contains(sight.member("sync_state"))) {
        unknown("sync_state");
      }
      if (sight.isPaused()) {
        conditions.add(Health.PAUSED);
      }
      if (sight.isRunning()) {
        conditions.add(Health.SYNCING);
      }
      if (sight.isRescheduled()) {
        String until = sight.rescheduledFor();
        reasons.add(
            "waits for the quota of its source" + (until.isEmpty() ? "" : " until " + until));
      }
      if (sight.hasFailedLast()) {
        String when = sight.failed().map(time -> " " + Ago.between(time, now) + " ago").orElse("");
        if (sight.isPaused()) {
          reasons.add("its last sync failed" + when);
        } else {
          is(Health.BROKEN, "its last sync failed" + when + noReason());
        }
      }
    }

    private String noReason() {
      return sight.tasks().isEmpty() ? "; Fivetran tells no reason" : "";
    }

    /// A task is there to be done, whatever the states say.
    private void tasks() {
      boolean isWhy = conditions.contains(Health.BROKEN) || conditions.contains(Health.INCOMPLETE);
      sight.tasks().forEach(task -> (isWhy ? reasons : notes).add((isWhy ? "" : "task: ") + task));
      sight.warningList().forEach(warning -> notes.add("warning: " + warning));
    }

    private void updated() {
      switch (sight.member("update_state")) {
        case "", "on_schedule" -> {}
        case "delayed" -> is(Health.DELAYED, "later than Fivetran's threshold for it");
        default -> unknown("update_state");
      }
    }

    private void aged() {
      Optional<Duration> age = since().map(then -> Duration.between(then, now));
      if (target.isPresent()) {
        if (age.isEmpty() || age.get().compareTo(target.get()) > 0) {
          String how =
              sight.succeeded().isPresent()
                  ? "its data are " + new Ago(age.orElseThrow()) + " old"
                  : "it has no data yet";
          is(Health.STALE, how + ", and may be " + new Ago(target.get()));
        }
      } else if (!sight.isPaused() && sight.succeeded().isPresent() && isOverdue(age)) {
        String nothing = "more than two runs (" + schedule.text() + ") brought nothing";
        // Of one that is broken everybody knows why.
        is(Health.STALE, conditions.contains(Health.BROKEN) ? "" : nothing);
      }
    }

    /// When its data were made; what never synced is as old as the connection.
    private Optional<Instant> since() {
      return sight.succeeded().or(this::created);
    }

    private Optional<Instant> created() {
      try {
        return Optional.of(Instant.parse(connection.live().fields().text("created_at")));
      } catch (DateTimeException untold) {
        return Optional.empty();
      }
    }

    private boolean isOverdue(Optional<Duration> age) {
      return schedule
          .longest()
          .map(longest -> longest.multipliedBy(2).plus(GRACE))
          .filter(most -> age.orElse(Duration.ZERO).compareTo(most) > 0)
          .isPresent();
    }

    private void unknown(String member) {
      String said = sight.member(member);
      is(
          Health.UNKNOWN,
          said.isEmpty()
              ? "Fivetran tells no " + member + " of it"
              : "its " + member + " is '" + said + "', which ftctl doesn't know");
    }

    private void is(Health health, String reason) {
      conditions.add(health);
      if (!reason.isEmpty()) {
        reasons.add(reason);
      }
    }
  }
}
