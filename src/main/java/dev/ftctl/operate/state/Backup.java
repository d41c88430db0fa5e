package dev.ftctl.operate.state;

import dev.ftctl.address.Named;
import dev.ftctl.model.value.Value;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What is kept of a connection before its state is changed: enough to bring it back, and for a
/// later run to finish what a killed one began.
///
/// @param address that it went by
/// @param time when the run began
/// @param wasPaused whether it was paused before
/// @param state as it was; empty before it is known, and where there was none
public record Backup(
    String address,
    String id,
    Instant time,
    boolean wasPaused,
    Phase phase,
    Optional<Value.Mapping> state) {

  private static final String KIND = "ftctl_state_backup";

  /// How far the run has come.
  public enum Phase {
    /// It is about to pause the connection; the state is not known yet.
    BEGUN,
    /// The state is kept.
    KEPT,
    /// The connection is paused or not, as it was.
    ENDED
  }

  static Backup begun(Named connection, Instant time, boolean wasPaused) {
    return new Backup(
        connection.address().toString(),
        connection.id(),
        time,
        wasPaused,
        Phase.BEGUN,
        Optional.empty());
  }

  Backup with(Optional<Value.Mapping> kept) {
    return new Backup(address, id, time, wasPaused, Phase.KEPT, kept);
  }

  Backup ended() {
    return new Backup(address, id, time, wasPaused, Phase.ENDED, state);
  }

  /// Whether a run that was killed left it.
  public boolean isUnfinished() {
    return phase != Phase.ENDED;
  }

  Value.Mapping asValue() {
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put(KIND, Value.number(1));
    entries.put("address", Value.text(address));
    entries.put("id", Value.text(id));
    entries.put("time", Value.text(time.toString()));
    entries.put("paused", Value.bool(wasPaused));
    entries.put("phase", Value.text(phase.name().toLowerCase(Locale.ROOT)));
    entries.put("state", state.<Value>map(known -> known).orElse(Value.nothing()));
    return Value.Mapping.of(entries);
  }

  static boolean isOne(Value value) {
    return value instanceof Value.Mapping mapping && !mapping.get(KIND).isAbsent();
  }

  /// @throws IOException when it is no backup of this version
  static Backup of(Value value) throws IOException {
    if (!(value instanceof Value.Mapping kept) || !kept.text(KIND).equals("1")) {
      throw new IOException("it is no backup of a state that this ftctl knows");
    }
    try {
      return new Backup(
          kept.text("address"),
          kept.text("id"),
          Instant.parse(kept.text("time")),
          kept.get("paused").equals(Value.bool(true)),
          Phase.valueOf(kept.text("phase").toUpperCase(Locale.ROOT)),
          kept.get("state") instanceof Value.Mapping state ? Optional.of(state) : Optional.empty());
    } catch (DateTimeException | IllegalArgumentException damaged) {
      throw new IOException("the backup is damaged", damaged);
    }
  }
}
