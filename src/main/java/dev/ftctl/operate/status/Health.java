package dev.ftctl.operate.status;

import java.util.Locale;

/// What can be said of a connection, what needs somebody most first. A connection may be several of
/// these; the first of them is what it counts as.
public enum Health {
  /// Its setup does not work any more, or its last sync failed.
  BROKEN,
  /// Fivetran tells something of it that ftctl can't judge.
  UNKNOWN,
  /// Nobody has set it up to its end.
  INCOMPLETE,
  /// Later than the threshold that Fivetran keeps for it.
  DELAYED,
  /// Its data are older than they may become.
  STALE,
  PAUSED,
  NEVER_SYNCED,
  SYNCING,
  FINE;

  /// For people: `never synced`.
  public String words() {
    return key().replace('_', ' ');
  }

  /// For programs: `never_synced`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether somebody should look at it.
  public boolean needsAttention() {
    return compareTo(STALE) <= 0;
  }
}
