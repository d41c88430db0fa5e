package dev.ftctl.render.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.operate.status.ConnectionStatus;
import dev.ftctl.operate.status.Fleet;
import dev.ftctl.operate.status.Health;
import dev.ftctl.operate.status.History;
import dev.ftctl.render.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Connections as JSON, `schemas/status.schema.json`. The shape changes only together with the
/// version in `format`.
public final class StatusJson {

  public static final String FORMAT = "ftctl-status/v1";

  private StatusJson() {}

  public static String of(Fleet fleet, int exitCode) {
    ObjectNode json = Json.object().put("kind", "connector").put("format", FORMAT);
    json.put("at", fleet.at().toString()).put("account", fleet.account());
    ObjectNode counts = json.putObject("counts");
    fleet.counts().forEach((health, count) -> counts.put(health.key(), count));
    fleet.window().ifPresent(window -> json.put("history_seconds", window.length().toSeconds()));
    var items = json.putArray("items");
    fleet.connections().forEach(each -> items.add(item(each, fleet)));
    return Json.text(json.put("exit_code", exitCode));
  }

  private static ObjectNode item(ConnectionStatus each, Fleet fleet) {
    ObjectNode item = Json.object().put("address", each.address().toString()).put("id", each.id());
    item.put("group", each.group()).put("service", each.service());
    item.put("health", each.health().key());
    item.set("conditions", Json.texts(each.conditions().stream().map(Health::key).toList()));
    item.set("reasons", Json.texts(each.reasons()));
    item.set("notes", Json.texts(each.notes()));
    item.put("setup_state", each.setupState()).put("sync_state", each.syncState());
    item.put("update_state", each.updateState()).put("paused", each.isPaused());
    item.put("is_historical_sync", each.isHistorical());
    put(item, "succeeded_at", each.succeeded());
    put(item, "failed_at", each.failed());
    seconds(item, "age_seconds", each.succeeded().map(then -> age(then, fleet)));
    item.put("schedule", each.schedule().text());
    seconds(item, "schedule_seconds", each.schedule().longest());
    seconds(item, "freshness_seconds", each.target());
    each.history().ifPresent(history -> item.set("history", history(history)));
    return item;
  }

  private static Duration age(Instant then, Fleet fleet) {
    Duration age = Duration.between(then, fleet.at());
    return age.isNegative() ? Duration.ZERO : age;
  }

  private static void put(ObjectNode item, String name, Optional<Instant> time) {
    item.put(name, time.map(Instant::toString).orElse(null));
  }

  private static void seconds(ObjectNode item, String name, Optional<Duration> time) {
    item.put(name, time.map(Duration::toSeconds).orElse(null));
  }

  private static ObjectNode history(History history) {
    ObjectNode json = Json.object();
    switch (history) {
      case History.Unread unread -> json.put("error", String.valueOf(unread.why().getMessage()));
      case History.Read read -> {
        json.put("syncs", read.runs()).put("succeeded", read.succeeded());
        json.put("failed", read.failed());
        json.put("success_percent", read.rate().orElse(null));
        seconds(json, "median_seconds", read.median());
        seconds(json, "longest_seconds", read.longest());
        json.put("loaded_megabytes", read.megabytes().orElse(null));
      }
    }
    return json;
  }
}
