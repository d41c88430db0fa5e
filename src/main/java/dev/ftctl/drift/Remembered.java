package dev.ftctl.drift;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A difference that was told.
///
/// @param since when it was found first, to the second
/// @param kind slug of its subject's kind
/// @param address of its subject
/// @param field as plans show it; empty for an object as a whole
/// @param about what it is about, whatever the account has
public record Remembered(
    Instant since, DriftClass sort, String kind, String address, String field, String about) {

  public Remembered {
    since = since.truncatedTo(ChronoUnit.SECONDS);
  }

  static Remembered of(Drift drift, Instant since) {
    return new Remembered(
        since,
        drift.sort(),
        drift.subject().address().kind(),
        drift.subject().address().toString(),
        drift.path().toString(),
        drift.about());
  }
}
