package dev.ftctl.sandbox.syncs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a connection's data is later than its sensitivity allows. The API says that there are
/// degrees, not how long they are: these are the simulator's.
final class Lateness {
  private Lateness() {}

  /// @param fresh how old the data is: the end of the last success
  static Optional<Instant> at(JsonNode connection, Instant fresh) {
    return Timetable.of(connection)
        .next(fresh)
        .map(due -> due.plus(allowed(connection, fresh, due)));
  }

  private static Duration allowed(JsonNode connection, Instant fresh, Instant due) {
    return switch (connection.path("data_delay_sensitivity").asText()) {
      case "LOW" -> Duration.ofHours(24);
      case "HIGH" -> Duration.ofHours(1);
      case "CUSTOM" -> Duration.ofMinutes(connection.path("data_delay_threshold").asInt(0));
      case "SYNC_FREQUENCY" -> Duration.between(fresh, due);
      default -> Duration.ofHours(6);
    };
  }
}
