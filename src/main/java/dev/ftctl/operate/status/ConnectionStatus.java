package dev.ftctl.operate.status;

import dev.ftctl.address.Named;
import dev.ftctl.model.address.Address;
import dev.ftctl.operate.sync.SyncSight;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How a connection is.
///
/// @param conditions all that it is; never empty
/// @param reasons why, in words, for what needs somebody
/// @param notes what else Fivetran tells of it: its warnings
/// @param target how old its data may become, where somebody has written that
/// @param history what became of its last syncs, where that was asked for
public record ConnectionStatus(
    Named connection,
    Set<Health> conditions,
    List<String> reasons,
    List<String> notes,
    SyncSight sight,
    Schedule schedule,
    Optional<Duration> target,
    Optional<History> history) {

  public ConnectionStatus {
    conditions = EnumSet.copyOf(conditions);
    reasons = List.copyOf(reasons);
    notes = List.copyOf(notes);
  }

  /// What it counts as.
  public Health health() {
    return conditions.iterator().next();
  }

  public Address address() {
    return connection.address();
  }

  public String id() {
    return connection.id();
  }

  /// By its name, or by its id where the list of groups lacks it.
  public String group() {
    return connection.standsOn().stream()
        .filter(address -> address.kind().equals("group"))
        .map(Address::name)
        .findFirst()
        .orElseGet(() -> connection.live().fields().text("group_id"));
  }

  public String service() {
    return connection.live().fields().text("service");
  }

  /// As the API writes it: `connected`, `incomplete`, `broken`.
  public String setupState() {
    return sight.member("setup_state");
  }

  /// As the API writes it: `scheduled`, `syncing`, `paused`, `rescheduled`.
  public String syncState() {
    return sight.member("sync_state");
  }

  /// As the API writes it: `on_schedule`, `delayed`.
  public String updateState() {
    return sight.member("update_state");
  }

  public boolean isPaused() {
    return sight.isPaused();
  }

  /// Whether its next sync, or the running one, loads everything from the start.
  public boolean isHistorical() {
    return sight.isHistorical();
  }

  public Optional<Instant> succeeded() {
    return sight.succeeded();
  }

  public Optional<Instant> failed() {
    return sight.failed();
  }

  /// Whether somebody should look at it.
  public boolean needsAttention() {
    return health().needsAttention();
  }

  /// Whether Fivetran tells something of it although nothing is wrong.
  public boolean isOnlyNoted() {
    return !needsAttention() && !notes.isEmpty();
  }

  ConnectionStatus with(History read) {
    return new ConnectionStatus(
        connection, conditions, reasons, notes, sight, schedule, target, Optional.of(read));
  }
}
