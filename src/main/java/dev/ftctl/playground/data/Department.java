package dev.ftctl.playground.data;

import java.time.Instant;

/// A department of a company.
///
/// @param id from 1, within its company
public record Department(int id, int companyId, String name, Instant createdAt, Instant updatedAt)
    implements Dated {

  Department updated(Instant now) {
    return new Department(id, companyId, name, createdAt, now);
  }
}
