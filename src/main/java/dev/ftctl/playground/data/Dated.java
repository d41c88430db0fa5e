package dev.ftctl.playground.data;

import java.time.Instant;

/// What is sorted and filtered by its times; both are whole seconds.
public interface Dated {

  Instant createdAt();

  Instant updatedAt();
}
