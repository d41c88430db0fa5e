package dev.ftctl.operate.transformation;

import dev.ftctl.model.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/// How the runs of a transformation stand, as one answer of the API tells it (fivetran-quirks
/// 2.13).
///
/// @param fields of the transformation
public record RunSight(Value.Mapping fields) {

  private static final Set<String> RUNNING = Set.of("RUNNING", "TERMINATING");

  /// Of one that was asked to run, and has not begun.
  private static final String SCHEDULING = "SCHEDULING";

  private static final Instant NEVER = Instant.MIN;

  /// `SUCCEEDED`, `RUNNING`, …
  public String status() {
    return fields.text("status").toUpperCase(Locale.ROOT);
  }

  /// `partially succeeded`.
  String words() {
    return status().toLowerCase(Locale.ROOT).replace('_', ' ').replace("canceled", "cancelled");
  }

  public boolean isRunning() {
    return RUNNING.contains(status());
  }

  boolean hasBegunSince(RunSight before) {
    return started().isAfter(before.started()) || isRunning() && !before.isRunning();
  }

  /// A run that was under way before, or one that began since.
  boolean hasEndedSince(RunSight before) {
    return !isRunning()
        && !status().equals(SCHEDULING)
        && (before.isRunning()
            || started().isAfter(before.started())
            || ended().isAfter(before.ended()));
  }

  /// [Instant#MIN] for one that never ran.
  public Instant started() {
    return time("last_started_at");
  }

  /// Of the run before, while one runs.
  public Instant ended() {
    return time("last_ended_at");
  }

  private Instant time(String name) {
    try {
      return Instant.parse(fields.text(name));
    } catch (DateTimeException never) {
      return NEVER;
    }
  }
}
