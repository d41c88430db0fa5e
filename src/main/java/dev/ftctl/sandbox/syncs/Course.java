package dev.ftctl.sandbox.syncs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.config.SetupState;
import dev.ftctl.sandbox.schemas.SyncHistory;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.Nodes;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// The syncs of one connection while a call works on them: both documents are copies, and [#save]
/// puts them back.
final class Course {
  /// More syncs than these in one leap of the clock are not made up for.
  private static final int LARGEST_LEAP = 20_000;

  private final AccountData account;
  private final ObjectNode connection;
  private final SyncBook book;

  Course(AccountData account, ObjectNode connection) {
    this.account = account;
    this.connection = connection;
    this.book = SyncBook.of(account, connection.path("id").asText());
  }

  ObjectNode connection() {
    return connection;
  }

  boolean isRunning() {
    return book.running().isPresent();
  }

  /// Whether it syncs when its time comes. One that is broken tries, and fails.
  static boolean isActive(JsonNode connection) {
    var state = connection.path("status").path("setup_state").asText();
    return !connection.path("paused").asBoolean()
        && (state.equals(SetupState.CONNECTED) || state.equals(SetupState.BROKEN));
  }

  boolean isActive() {
    return isActive(connection);
  }

  /// The running sync, if it is one that will fail.
  boolean isFailing() {
    return book.running()
        .filter(run -> run.next().outcome() != NextSync.Outcome.SUCCEEDS)
        .isPresent();
  }

  void askHistorical() {
    status().put("is_historical_sync", true);
    book.queueAll();
  }

  void askTables(JsonNode tables) {
    book.queue(tables);
  }

  /// Begins a sync now, or at a moment that has just passed; one without duration is over at once.
  void start(Instant at, String event) {
    begin(at, event, true);
  }

  private void begin(Instant at, String event, boolean recorded) {
    var next = NextSync.take(account, connection);
    var historical = status().path("is_historical_sync").asBoolean();
    var tables = book.takeQueued();
    status().remove("rescheduled_for");
    book.begin(new SyncBook.Run(at, at.plus(next.lasts()), historical, event, tables, next));
    if (recorded) {
      SyncHistory.started(account, connection, event, at, tables);
    }
    if (next.lasts().isZero()) {
      finish();
    }
  }

  /// Ends the running sync at its time, and begins what was asked for meanwhile.
  private void finish() {
    var run = book.running().orElseThrow();
    var broken = status().path("setup_state").asText().equals(SetupState.BROKEN);
    var outcome = broken ? NextSync.Outcome.BREAKS : run.next().outcome();
    book.end(run.ends(), outcome);
    switch (outcome) {
      case SUCCEEDS -> succeeded(run);
      case FAILS -> failed(run);
      case BREAKS -> {
        failed(run);
        status().put("setup_state", SetupState.BROKEN);
        Conditions.reconnect(status());
      }
      case RESCHEDULED ->
          status()
              .put(
                  "rescheduled_for",
                  AccountData.timestamp(run.ends().plus(run.next().resumesAfter())));
    }
    if (book.hasQueued() && isActive()) {
      begin(run.ends(), "resynced", true);
    }
  }

  private void succeeded(SyncBook.Run run) {
    connection.put("succeeded_at", AccountData.timestamp(run.ends()));
    if (run.historical()) {
      status().put("is_historical_sync", false);
    }
    status().put("update_state", "on_schedule");
    Conditions.only(status(), "tasks", Optional.empty());
    Conditions.only(status(), "warnings", run.next().condition("warning"));
  }

  private void failed(SyncBook.Run run) {
    connection.put("failed_at", AccountData.timestamp(run.ends()));
    Conditions.only(status(), "tasks", run.next().condition("task"));
    run.next()
        .condition("warning")
        .ifPresent(warning -> Conditions.only(status(), "warnings", Optional.of(warning)));
  }

  /// Stops the running sync without an outcome; what it was asked to sync again is asked for still.
  void cancel(Instant at) {
    book.running()
        .ifPresent(run -> {
          book.cancel(at);
          run.tables().ifPresent(book::queue);
        });
  }

  /// Lets everything happen that the clock has passed.
  void until(Instant now) {
    if (!isRunning() && resumesAt().isEmpty() && isActive()) {
      book.base().ifPresent(base -> book.setBase(Timetable.of(connection).caughtUp(base, now)));
    }
    for (var i = 0; i < LARGEST_LEAP; i++) {
      var at = nextEvent().filter(event -> !event.isAfter(now));
      if (at.isEmpty()) {
        break;
      }
      if (isRunning()) {
        finish();
      } else {
        var event = resumesAt().isPresent() ? "resumed" : "scheduled";
        var last = Timetable.of(connection).next(at.get()).filter(next -> !next.isAfter(now));
        begin(at.get(), event, last.isEmpty());
      }
    }
    if (lateAt().filter(late -> !late.isAfter(now)).isPresent()) {
      status().put("update_state", "delayed");
    }
  }

  /// When something happens by itself: a sync ends, or the next begins.
  private Optional<Instant> nextEvent() {
    var ends = book.running().map(SyncBook.Run::ends);
    return ends.isPresent() ? ends : nextStart();
  }

  private Optional<Instant> nextStart() {
    if (!isActive()) {
      return Optional.empty();
    }
    var timetable = Timetable.of(connection);
    return timetable instanceof Timetable.Manual
        ? Optional.empty()
        : resumesAt().or(() -> book.base().flatMap(timetable::next));
  }

  private Optional<Instant> resumesAt() {
    return Nodes.text(status(), "rescheduled_for")
        .filter(text -> !text.isEmpty())
        .map(Instant::parse);
  }

  /// When the data counts as late, by the last success or, before the first, by when syncing began;
  /// none when it counts so already.
  private Optional<Instant> lateAt() {
    if (!isActive() || status().path("update_state").asText().equals("delayed")) {
      return Optional.empty();
    }
    return book.fresh().flatMap(fresh -> Lateness.at(connection, fresh));
  }

  /// Puts both documents back, and gives the moment when something will happen by itself.
  Optional<Instant> save() {
    var state = status();
    state.put("sync_state", syncState());
    var due = Stream.concat(nextEvent().stream(), lateAt().stream()).min(Instant::compareTo);
    book.save(account, due);
    account.put(AccountData.CONNECTIONS, connection.path("id").asText(), connection);
    return due;
  }

  private String syncState() {
    if (isRunning()) {
      return "syncing";
    }
    if (connection.path("paused").asBoolean()) {
      return "paused";
    }
    return resumesAt().isPresent() ? "rescheduled" : "scheduled";
  }

  private ObjectNode status() {
    return connection.withObjectProperty("status");
  }

  /// Counts the schedule from now on, as when syncing is switched on.
  void activated(Instant now) {
    book.activate(now);
  }
}
