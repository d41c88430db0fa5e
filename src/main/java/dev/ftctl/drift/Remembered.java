package dev.ftctl.drift;

import java.time.Instant;

/// A difference that was told.
///
/// @param since when it was found first
/// @param kind slug of its subject's kind
/// @param address of its subject
/// @param field as plans show it; empty for an object as a whole
/// @param about what it is about, whatever the account has
public record Remembered(
    Instant since, DriftClass sort, String kind, String address, String field, String about) {

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
