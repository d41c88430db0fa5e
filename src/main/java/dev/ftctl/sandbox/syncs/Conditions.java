package dev.ftctl.sandbox.syncs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// The `tasks` and `warnings` of a connection's status: `{code, message, details?}` each.
public final class Conditions {
  private static final String RECONNECT = "reconnect";

  private Conditions() {}

  /// Says that somebody has to mend the connection, or no longer.
  public static void reconnect(ObjectNode status, boolean broken) {
    if (broken) {
      reconnect(status);
      return;
    }
    var tasks = status.path("tasks").deepCopy();
    var kept = status.putArray("tasks");
    tasks.forEach(task -> {
      if (!task.path("code").asText().equals(RECONNECT)) {
        kept.add(task);
      }
    });
  }

  static void reconnect(ObjectNode status) {
    reconnect(status, false);
    status
        .withArrayProperty("tasks")
        .addObject()
        .put("code", RECONNECT)
        .put("message", "Reconnect")
        .put("details", "The source cannot be reached or doesn't let Fivetran in.");
  }

  static void only(ObjectNode status, String list, Optional<ObjectNode> condition) {
    var array = status.putArray(list);
    condition.ifPresent(given -> {
      if (!given.has("message")) {
        given.put("message", given.path("code").asText());
      }
      array.add(given);
    });
  }
}
