package dev.ftctl.operate.sync;

import dev.ftctl.model.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How the syncs of a connection stand, as one answer of the API tells it. A sync that ended is
/// told by its time alone: `sync_state` is the same before and after (fivetran-quirks 2.4.3).
///
/// @param fields of the connection
public record SyncSight(Value.Mapping fields) {

  private static final Instant NEVER = Instant.MIN;

  /// Whether a sync is under way, be it one that waits for its source's quota.
  public boolean isRunning() {
    return state().equals("syncing") || isRescheduled();
  }

  public boolean isRescheduled() {
    return state().equals("rescheduled");
  }

  /// When it goes on, as the API writes it; empty when it doesn't say.
  public String rescheduledFor() {
    return status().text("rescheduled_for");
  }

  public boolean isPaused() {
    return fields.get("paused").equals(Value.bool(true));
  }

  /// Whether nobody has set it up to its end, so that nothing ever syncs.
  public boolean isIncomplete() {
    return status().text("setup_state").equals("incomplete");
  }

  /// Whether the next sync, or this one, loads everything from the start.
  public boolean isHistorical() {
    return status().get("is_historical_sync").equals(Value.bool(true));
  }

  public boolean hasEndedSince(SyncSight before) {
    return lastEnd().isAfter(before.lastEnd());
  }

  /// Whether one succeeded, be it that a later one failed.
  public boolean hasSucceededSince(SyncSight before) {
    return time("succeeded_at").isAfter(before.time("succeeded_at"));
  }

  public boolean hasFailedLast() {
    return time("failed_at").isAfter(time("succeeded_at"));
  }

  /// Why it failed, in the API's words; empty when it gives no reason.
  String reasons() {
    return String.join("; ", told("tasks"));
  }

  String warnings() {
    return String.join("; ", told("warnings"));
  }

  /// What a person has to do, in the API's words.
  public List<String> tasks() {
    return told("tasks");
  }

  public List<String> warningList() {
    return told("warnings");
  }

  /// When the last sync succeeded; empty when none did.
  public Optional<Instant> succeeded() {
    return Optional.of(time("succeeded_at")).filter(time -> !time.equals(NEVER));
  }

  /// When the last one failed; empty when none did.
  public Optional<Instant> failed() {
    return Optional.of(time("failed_at")).filter(time -> !time.equals(NEVER));
  }

  /// A member of `status`, as the API writes it; empty when it isn't there.
  public String member(String name) {
    return status().text(name);
  }

  private Instant lastEnd() {
    Instant failed = time("failed_at");
    Instant succeeded = time("succeeded_at");
    return failed.isAfter(succeeded) ? failed : succeeded;
  }

  private Instant time(String name) {
    try {
      return Instant.parse(fields.text(name));
    } catch (DateTimeException never) {
      return NEVER;
    }
  }

  private String state() {
    return status().text("sync_state");
  }

  private Value.Mapping status() {
    return fields.mapping("status");
  }

  /// `{code, message, details}` each; not all have all.
  private List<String> told(String list) {
    List<Value> items = status().get(list) instanceof Value.Items told ? told.items() : List.of();
    return items.stream()
        .filter(Value.Mapping.class::isInstance)
        .map(Value.Mapping.class::cast)
        .map(SyncSight::told)
        .filter(words -> !words.isEmpty())
        .toList();
  }

  private static String told(Value.Mapping condition) {
    String code = condition.text("code");
    String message = condition.text("message");
    String details = condition.text("details");
    String words = message.isEmpty() || code.isEmpty() ? code + message : code + ": " + message;
    return details.isEmpty() ? words : words + " (" + details + ")";
  }
}
