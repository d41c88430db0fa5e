package dev.ftctl.sandbox.connections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.syncs.CronTimes;
import java.util.List;

/// The `schedule` object of connections: not in the OpenAPI document, known from go-fivetran 1.2.8
/// and later. It takes precedence over the older fields and is brought to one form; it cannot be
/// unset, only replaced.
final class SyncSchedule {
  private static final int DEFAULT_MINUTES = 360;
  private static final List<String> TYPES = List.of("INTERVAL", "TIME_OF_DAY", "CRON", "MANUAL");
  private static final List<String> DAYS =
      List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");

  private SyncSchedule() {}

  /// Takes a request's schedule, if it has one, into a connection and carries it over to the older
  /// fields.
  static void take(JsonNode body, ObjectNode connection) {
    var sent = body.path("schedule");
    if (sent.isMissingNode() || sent.isNull()) {
      return;
    }
    var type = sent.path("schedule_type").asText();
    if (!TYPES.contains(type)) {
      throw ApiError.invalid("Invalid value '" + type + "' for field 'schedule.schedule_type'");
    }
    var schedule = JsonNodeFactory.instance.objectNode().put("schedule_type", type);
    connection.put("schedule_type", type.equals("MANUAL") ? "manual" : "auto");
    switch (type) {
      case "INTERVAL" -> {
        schedule.put("interval", interval(sent.path("interval")));
        connection.put("sync_frequency", schedule.path("interval").asInt());
      }
      case "TIME_OF_DAY" -> {
        schedule.put("time_of_day", time(sent.path("time_of_day").asText("00:00")));
        schedule.set("days_of_week", days(sent.path("days_of_week")));
        connection.put("sync_frequency", 1440);
        carryOver(schedule.path("time_of_day").asText(), connection);
      }
      case "CRON" -> schedule.put("cron", cron(sent.path("cron")));
      default -> {}
    }
    connection.set("schedule", schedule);
  }

  private static int interval(JsonNode sent) {
    var minutes = sent.isMissingNode() || sent.isNull() ? DEFAULT_MINUTES : sent.asInt(-1);
    if (!ConnectionDraft.FREQUENCIES.contains(minutes)) {
      throw ApiError.invalid("Invalid value '" + sent.asText() + "' for field 'schedule.interval'");
    }
    return minutes;
  }

  private static String cron(JsonNode sent) {
    if (!sent.isTextual() || !CronTimes.isCron(sent.asText())) {
      throw ApiError.invalid("Invalid value '" + sent.asText() + "' for field 'schedule.cron'");
    }
    return sent.asText();
  }

  /// The older field knows full hours only, so a half hour is not in it.
  private static void carryOver(String time, ObjectNode connection) {
    if (time.endsWith(":00")) {
      connection.put("daily_sync_time", time);
    } else {
      connection.remove("daily_sync_time");
    }
  }

  /// `15` becomes `15:00`; half hours are fine, as the official provider's end-to-end suite has
  /// them.
  private static String time(String sent) {
    var time = sent.matches("\\d{1,2}") ? "%02d:00".formatted(Integer.parseInt(sent)) : sent;
    if (!time.matches("([01]\\d|2[0-3]):[03]0")) {
      throw ApiError.invalid("Invalid value '" + sent + "' for field 'schedule.time_of_day'");
    }
    return time;
  }

  /// In the order of the week; none means every day.
  private static JsonNode days(JsonNode sent) {
    var days = JsonNodeFactory.instance.arrayNode();
    var asked = new java.util.HashSet<String>();
    sent.forEach(day -> asked.add(day.asText()));
    if (!DAYS.containsAll(asked)) {
      throw ApiError.invalid("Invalid value for field 'schedule.days_of_week'");
    }
    DAYS.stream().filter(day -> asked.isEmpty() || asked.contains(day)).forEach(days::add);
    return days;
  }
}
