package dev.ftctl.sandbox.syncs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.store.AccountData;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Makes connections sync: when they are switched on, when their schedule says so, when somebody
/// asks. Nothing runs beside the requests: before each of them, everything happens that the clock
/// has passed.
///
/// Used under the store's lock. It remembers nothing but when to look again.
public final class SyncEngine implements Consumer<AccountData> {
  private Instant wake = Instant.MIN;
  private int seen = -1;

  /// Lets happen what is due.
  @Override
  public void accept(AccountData account) {
    var now = account.instant();
    if (account.replacements() != seen) {
      adopt(account, now);
      seen = account.replacements();
    } else if (now.isBefore(wake)) {
      return;
    }
    wake = Instant.MAX;
    for (var book : List.copyOf(account.entries(SyncBook.COLLECTION).entrySet())) {
      var due = SyncBook.due(book.getValue());
      if (due.isPresent() && !due.get().isAfter(now)) {
        advance(account, book.getKey(), now);
      } else {
        due.ifPresent(this::wakeAt);
      }
    }
  }

  private void advance(AccountData account, String id, Instant now) {
    var connection = account.find(AccountData.CONNECTIONS, id);
    if (connection.isEmpty()) {
      account.remove(SyncBook.COLLECTION, id);
      return;
    }
    var course = new Course(account, connection.get().deepCopy());
    course.until(now);
    keep(course);
  }

  /// Connections that came with an account have a schedule too; it counts from now, whatever they
  /// say of their last sync, so that they stay as they were put there until the clock is moved.
  private void adopt(AccountData account, Instant now) {
    for (var connection : account.all(AccountData.CONNECTIONS)) {
      if (Course.isActive(connection)) {
        SyncBook book = SyncBook.of(account, connection.path("id").asText());
        if (book.base().isEmpty()) {
          book.activate(now);
          book.save(account, Timetable.of(connection).next(now));
        }
      }
    }
  }

  /// Stores a connection that was made or changed, and lets it sync when that made it: un-paused,
  /// connected at last, or to be synced from the start.
  ///
  /// @param historical whether that was asked for right now
  /// @return the connection as it is stored
  public ObjectNode store(AccountData account, ObjectNode connection, boolean historical) {
    var before = account.find(AccountData.CONNECTIONS, connection.path("id").asText());
    var wasActive = before.filter(Course::isActive).isPresent();
    var wasConnected = before.filter(each -> state(each).equals(state(connection))).isPresent();
    var now = account.instant();
    var course = new Course(account, connection);
    if (historical) {
      course.askHistorical();
      course.cancel(now);
    }
    if (course.isActive()
        && !course.isRunning()
        && (historical || !wasActive || !wasConnected && isConnected(connection))) {
      course.activated(now);
      course.start(now, historical && wasActive ? "resynced" : "unpaused");
    }
    return keep(course);
  }

  private static String state(JsonNode connection) {
    return connection.path("status").path("setup_state").asText();
  }

  private static boolean isConnected(JsonNode connection) {
    return state(connection).equals("connected");
  }

  /// Syncs now, if it may: not while it is paused, nor before its setup tests passed once.
  ///
  /// @param force whether a running sync is stopped and begun anew
  void sync(AccountData account, ObjectNode connection, boolean force) {
    var course = new Course(account, connection);
    if (course.isActive() && (force || !course.isRunning())) {
      course.cancel(account.instant());
      course.start(account.instant(), "synced");
    }
    keep(course);
  }

  /// Syncs everything or some tables from the start: now, after the running sync, or when the
  /// connection is switched on. False when the running sync cannot be completed.
  boolean resync(AccountData account, ObjectNode connection, Optional<JsonNode> tables) {
    var course = new Course(account, connection);
    if (course.isFailing()) {
      return false;
    }
    if (tables.isPresent()) {
      course.askTables(tables.get());
    } else {
      course.askHistorical();
    }
    if (course.isActive() && !course.isRunning()) {
      course.start(account.instant(), tables.isPresent() ? "tables resynced" : "resynced");
    }
    keep(course);
    return true;
  }

  /// Forgets a connection that was deleted.
  public void forget(AccountData account, String id) {
    account.remove(SyncBook.COLLECTION, id);
  }

  private ObjectNode keep(Course course) {
    course.save().ifPresent(this::wakeAt);
    return course.connection();
  }

  private void wakeAt(Instant due) {
    if (due.isBefore(wake)) {
      wake = due;
    }
  }
}
