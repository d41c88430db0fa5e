package dev.ftctl.render.status;

import dev.ftctl.model.shown.Inert;
import dev.ftctl.model.shown.Visible;
import dev.ftctl.operate.status.ConnectionStatus;
import dev.ftctl.operate.status.Fleet;
import dev.ftctl.operate.status.Health;
import dev.ftctl.operate.status.History;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Connections as OpenMetrics text, version 1.0. Everything is a gauge, so that readers of the
/// older Prometheus text format (the textfile collector) take it as well.
public final class StatusMetrics {

  private final StringBuilder text = new StringBuilder();

  private StatusMetrics() {}

  public static String of(Fleet fleet) {
    var metrics = new StatusMetrics();
    metrics.read(fleet.at(), true);
    metrics.counts(fleet);
    metrics.connections(fleet);
    if (fleet.window().isPresent()) {
      metrics.histories(fleet.connections());
    }
    return metrics.text.append("# EOF\n").toString();
  }

  /// Where nothing is known: an alert can tell that from a good day.
  public static String unread(Instant at) {
    var metrics = new StatusMetrics();
    metrics.read(at, false);
    return metrics.text.append("# EOF\n").toString();
  }

  private void read(Instant at, boolean isRead) {
    family("fivetran_up", "", "Whether the connections could be read (1) or not (0).");
    sample("fivetran_up", "", isRead ? 1 : 0);
    family("fivetran_looked_at_timestamp_seconds", "seconds", "When that was tried.");
    sample("fivetran_looked_at_timestamp_seconds", "", at.getEpochSecond());
  }

  private void counts(Fleet fleet) {
    family("fivetran_connections", "", "Connections by what they count as.");
    fleet
        .counts()
        .forEach((health, count) ->
            sample("fivetran_connections", label("health", health.key()), count));
  }

  private void connections(Fleet fleet) {
    List<ConnectionStatus> all = fleet.connections();
    family("fivetran_connection_health", "", "1 for what a connection counts as.");
    all.forEach(
        each -> sample("fivetran_connection_health", of(each, "health", each.health().key()), 1));
    family("fivetran_connection_condition", "", "1 for each thing that a connection is.");
    for (ConnectionStatus each : all) {
      for (Health condition : each.conditions()) {
        sample("fivetran_connection_condition", of(each, "condition", condition.key()), 1);
      }
    }
    family("fivetran_connection_paused", "", "Whether a connection is paused.");
    all.forEach(each -> sample("fivetran_connection_paused", of(each), each.isPaused() ? 1 : 0));
    times(
        all,
        "fivetran_connection_last_success_timestamp_seconds",
        "When the last sync succeeded; not there when none did.",
        each -> each.succeeded().map(Instant::getEpochSecond));
    times(
        all,
        "fivetran_connection_last_failure_timestamp_seconds",
        "When the last sync failed; not there when none did.",
        each -> each.failed().map(Instant::getEpochSecond));
    times(
        all,
        "fivetran_connection_schedule_seconds",
        "The longest time between two syncs by the schedule.",
        each -> each.schedule().longest().map(Duration::toSeconds));
    times(
        all,
        "fivetran_connection_freshness_target_seconds",
        "How old the data may become, where a target is written down.",
        each -> each.target().map(Duration::toSeconds));
  }

  private void times(
      List<ConnectionStatus> all,
      String name,
      String help,
      Function<ConnectionStatus, Optional<Long>> seconds) {
    family(name, "seconds", help);
    all.forEach(each -> seconds.apply(each).ifPresent(value -> sample(name, of(each), value)));
  }

  private void histories(List<ConnectionStatus> all) {
    family("fivetran_connection_window_syncs", "", "Syncs that began in the window, by outcome.");
    for (ConnectionStatus each : all) {
      Look.read(each)
          .ifPresent(read -> {
            outcome(each, "succeeded", read.succeeded());
            outcome(each, "failed", read.failed());
            outcome(each, "other", read.runs() - read.succeeded() - read.failed());
          });
    }
    times(
        all,
        "fivetran_connection_window_median_seconds",
        "The median of how long successful syncs of the window took.",
        each -> Look.read(each).flatMap(History.Read::median).map(Duration::toSeconds));
  }

  private void outcome(ConnectionStatus each, String outcome, long count) {
    sample("fivetran_connection_window_syncs", of(each, "outcome", outcome), count);
  }

  /// @param unit empty for none; the name ends in it
  private void family(String name, String unit, String help) {
    text.append("# TYPE ").append(name).append(" gauge\n");
    if (!unit.isEmpty()) {
      text.append("# UNIT ").append(name).append(' ').append(unit).append('\n');
    }
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
  }

  private void sample(String name, String labels, long value) {
    text.append(name);
    if (!labels.isEmpty()) {
      text.append('{').append(labels).append('}');
    }
    text.append(' ').append(value).append('\n');
  }

  private static String of(ConnectionStatus each, String name, String value) {
    return of(each) + "," + label(name, value);
  }

  private static String of(ConnectionStatus each) {
    return label("connection", each.address().toString())
        + ","
        + label("id", each.id())
        + ","
        + label("group", each.group())
        + ","
        + label("service", each.service());
  }

  private static String label(String name, String value) {
    // What acts is shown first: a backslash that came later would be an escape of its own.
    String shown = Inert.text(Visible.text(value));
    String escaped = shown.replace("\\", "\\\\").replace("\"", "\\\"");
    return name + "=\"" + escaped + "\"";
  }
}
