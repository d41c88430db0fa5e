package dev.ftctl.playground.data;

import java.time.Instant;

/// A company of the cursor endpoints.
///
/// @param id from 1
public record Company(int id, String name, Instant createdAt, Instant updatedAt) implements Dated {

  Company updated(Instant now) {
    return new Company(id, name, createdAt, now);
  }
}
