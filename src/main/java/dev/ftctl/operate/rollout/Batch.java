package dev.ftctl.operate.rollout;

import dev.ftctl.model.value.Value;
import dev.ftctl.operate.sync.SyncSight;
import java.util.List;
import java.util.Locale;

/// Some pieces that are switched on at once, and how far they have come.
///
/// @param succeeded when the connection had last succeeded before the batch's sync, as the API
///   tells it; empty for never, and before that was looked at
/// @param failed the same of its last failure
/// @param ended when the batch's own sync ended, as the API tells it
public record Batch(
    List<String> pieces, Phase phase, String succeeded, String failed, String ended) {

  /// How far a batch has come.
  public enum Phase {
    /// It is about to be switched on, or was; the account tells.
    SWITCHING,
    /// It is on, no sync ran after that, and one is asked for, or was.
    SYNCING,
    /// A sync that began after it was on has succeeded.
    SYNCED,
    /// That sync failed.
    FAILED;

    String written() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Batch {
    pieces = List.copyOf(pieces);
  }

  static Batch begun(List<String> pieces) {
    return new Batch(pieces, Phase.SWITCHING, "", "", "");
  }

  Batch of(List<String> some) {
    return new Batch(some, phase, succeeded, failed, ended);
  }

  /// It is on, and that is how the connection stood then.
  Batch on(SyncSight base) {
    return new Batch(
        pieces, Phase.SYNCING, base.fields().text(SUCCEEDED), base.fields().text(FAILED), "");
  }

  Batch ended(Phase end, SyncSight now) {
    String when = now.fields().text(end == Phase.SYNCED ? SUCCEEDED : FAILED);
    return new Batch(pieces, end, succeeded, failed, when);
  }

  /// How the connection stood when the batch was on and nothing ran.
  SyncSight base() {
    return new SyncSight(
        Value.Mapping.EMPTY
            .with(SUCCEEDED, Value.text(succeeded))
            .with(FAILED, Value.text(failed)));
  }

  public boolean isDone() {
    return phase == Phase.SYNCED;
  }

  private static final String SUCCEEDED = "succeeded_at";
  private static final String FAILED = "failed_at";

  Value asValue() {
    return Value.Mapping.EMPTY
        .with("pieces", Value.items(pieces.stream().map(Value::text).toList()))
        .with("phase", Value.text(phase.written()))
        .with(SUCCEEDED, Value.text(succeeded))
        .with(FAILED, Value.text(failed))
        .with("ended_at", Value.text(ended));
  }

  /// @throws IllegalArgumentException when it is none
  static Batch of(Value value) {
    if (!(value instanceof Value.Mapping kept)) {
      throw new IllegalArgumentException("no batch");
    }
    return new Batch(
        Progress.texts(kept.get("pieces")),
        Phase.valueOf(kept.text("phase").toUpperCase(Locale.ROOT)),
        kept.text(SUCCEEDED),
        kept.text(FAILED),
        kept.text("ended_at"));
  }
}
