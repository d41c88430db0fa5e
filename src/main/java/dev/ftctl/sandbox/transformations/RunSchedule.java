package dev.ftctl.sandbox.transformations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.config.Existing;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.store.AccountData;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A transformation's `schedule`: checked by its type, and replaced whole by what a request sends.
/// What a type has no use for is answered as nothing: `interval: 0`, empty lists.
///
/// @param id of the transformation; empty of one that is just made
/// @param group in which connections have to lie
/// @param takesConnections whether the schedule names connections; those that a Quickstart's
///   schedule names are dropped, as the official provider sends some
record RunSchedule(Call call, String id, String group, boolean takesConnections) {
  private static final List<String> TYPES =
      List.of("INTEGRATED", "TIME_OF_DAY", "INTERVAL", "CRON");
  private static final List<String> DAYS =
      List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");
  private static final Set<String> SMART = Set.of("TIME_OF_DAY", "INTERVAL");

  ObjectNode checked(JsonNode sent) {
    var type = sent.path("schedule_type").asText("");
    if (type.isEmpty()) {
      throw ApiError.invalid("Field 'schedule_type' is required");
    }
    if (!TYPES.contains(type)) {
      throw refused("schedule_type", type);
    }
    var schedule = JsonNodeFactory.instance.objectNode().put("schedule_type", type);
    times(type, sent, schedule);
    var smart = sent.path("smart_syncing").asBoolean(false);
    if (smart && !SMART.contains(type)) {
      throw ApiError.invalid("Field 'smart_syncing' is not supported by schedule type " + type);
    }
    schedule.put("smart_syncing", smart);
    schedule.set("connection_ids", connections(sent));
    schedule.set("transformation_ids", transformations(sent));
    return schedule;
  }

  private static void times(String type, JsonNode sent, ObjectNode schedule) {
    var days = schedule.putArray("days_of_week");
    for (var day : sent.path("days_of_week")) {
      if (!DAYS.contains(day.asText())) {
        throw refused("days_of_week", day.asText());
      }
      days.add(day);
    }
    schedule.put("interval", 0);
    switch (type) {
      case "TIME_OF_DAY" -> {
        var time = sent.path("time_of_day").asText("");
        if (!time.matches("([01]\\d|2[0-3]):(00|30)")) {
          throw time.isEmpty() ? required("time_of_day", type) : refused("time_of_day", time);
        }
        schedule.put("time_of_day", time);
      }
      case "INTERVAL" -> {
        var interval = sent.path("interval").asInt(0);
        if (interval <= 0) {
          throw required("interval", type);
        }
        schedule.put("interval", interval);
      }
      case "CRON" -> {
        if (sent.path("cron").isEmpty()) {
          throw required("cron", type);
        }
        var cron = schedule.putArray("cron");
        for (var each : sent.path("cron")) {
          if (each.asText().trim().split("\\s+").length < 5) {
            throw refused("cron", each.asText());
          }
          cron.add(each);
        }
      }
      default -> {}
    }
  }

  private ArrayNode connections(JsonNode sent) {
    var ids = JsonNodeFactory.instance.arrayNode();
    if (!takesConnections) {
      return ids;
    }
    for (var connection : sent.path("connection_ids")) {
      var found = Existing.connection(call.account(), connection.asText());
      if (!found.path("group_id").asText().equals(group)) {
        throw ApiError.invalid(
            "Connection with id '" + connection.asText() + "' is not in the group of the project");
      }
      ids.add(connection);
    }
    return ids;
  }

  private ArrayNode transformations(JsonNode sent) {
    var ids = JsonNodeFactory.instance.arrayNode();
    for (var other : sent.path("transformation_ids")) {
      TransformationRoutes.existing(call.account(), other.asText());
      if (waitsFor(other.asText())) {
        throw ApiError.invalid(
            "Transformation with id '" + other.asText() + "' depends on this transformation");
      }
      ids.add(other);
    }
    return ids;
  }

  /// Whether another transformation is this one, or waits for it by any number of steps.
  private boolean waitsFor(String other) {
    var open = new ArrayDeque<>(List.of(other));
    var seen = new HashSet<String>();
    while (!open.isEmpty()) {
      var each = open.pop();
      if (each.equals(id)) {
        return true;
      }
      if (seen.add(each)) {
        call.account()
            .find(AccountData.TRANSFORMATIONS, each)
            .ifPresent(node ->
                node.path("schedule")
                    .path("transformation_ids")
                    .forEach(next -> open.push(next.asText())));
      }
    }
    return false;
  }

  private static ApiError required(String field, String type) {
    return ApiError.invalid("Field '" + field + "' is required for schedule type " + type);
  }

  private static ApiError refused(String field, String value) {
    return ApiError.invalid("Invalid value '" + value + "' for field '" + field + "'");
  }
}
