package dev.ftctl.sandbox.others;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.Nodes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// `/transformations`: lists, details, runs and cancels what the account's collection
/// `transformations` holds; makes none. A seed says what matters, the rest has defaults:
///
/// - `_group_id`: the group that the list can be asked for
/// - `_next_run`: how the next run goes, as `{"seconds": 60, "status": "FAILED"}`; without it a run
///   takes no time and succeeds
///
/// `_full_refresh` tells afterwards whether the last run was one.
public final class TransformationRoutes implements Routes {
  private static final String COLLECTION = "transformations";
  private static final String ONE = "/transformations/{transformationId}";
  private static final String RUNNING = "RUNNING";
  private static final String ENDS = "_ends_at";
  private static final String NEXT = "_next_run";

  @Override
  public void addTo(RouteTable table) {
    table.get("/transformations", this::list);
    table.get(ONE, this::details);
    table.post(ONE + "/run", this::run);
    table.post(ONE + "/cancel", this::cancel);
  }

  private Reply list(Call call) {
    var found =
        call.account().entries(COLLECTION).keySet().stream()
            .map(id -> now(call.account(), id))
            .filter(each -> fits(call, "group_id", each.path("_group_id")))
            .filter(each ->
                fits(call, "project_id", each.path("transformation_config").path("project_id")))
            .filter(each -> fits(call, "type", each.path("type")))
            .map(TransformationRoutes::shown)
            .toList();
    return Reply.ok(
        "Transformations list retrieved successfully", call.page().of(found, Function.identity()));
  }

  private static boolean fits(Call call, String parameter, JsonNode value) {
    return call.query(parameter).map(value.asText()::equals).orElse(true);
  }

  private Reply details(Call call) {
    return Reply.ok("Transformation details retrieved successfully", shown(existing(call)));
  }

  private Reply run(Call call) {
    var node = existing(call);
    var id = call.param("transformationId");
    if (node.path("status").asText().equals(RUNNING)) {
      throw ApiError.conflict("Transformation with id '" + id + "' is already running");
    }
    var next = node.remove(NEXT);
    var seconds = next == null ? 0 : next.path("seconds").asLong(0);
    var started = call.account().instant();
    node.put("status", RUNNING).put("last_started_at", AccountData.timestamp(started));
    node.put("_full_refresh", call.bool("full_refresh").orElse(false));
    node.put(ENDS, AccountData.timestamp(started.plus(Duration.ofSeconds(seconds))));
    node.put("_ends_as", next == null ? "SUCCEEDED" : next.path("status").asText("SUCCEEDED"));
    call.account().put(COLLECTION, id, node);
    return Reply.done("Transformation with id '" + id + "' has been started");
  }

  private Reply cancel(Call call) {
    var node = existing(call);
    var id = call.param("transformationId");
    if (!node.path("status").asText().equals(RUNNING)) {
      throw ApiError.conflict("Transformation with id '" + id + "' is not running");
    }
    node.put("status", "CANCELED").put("last_ended_at", call.account().now());
    node.remove(List.of(ENDS, "_ends_as"));
    call.account().put(COLLECTION, id, node);
    return Reply.done("Transformation with id '" + id + "' has been canceled");
  }

  private static ObjectNode existing(Call call) {
    var id = call.param("transformationId");
    if (call.account().find(COLLECTION, id).isEmpty()) {
      throw ApiError.notFound("NotFound", "Transformation with id '" + id + "' is not found");
    }
    return now(call.account(), id);
  }

  /// A copy with its defaults, as it stands at the account's time: a run that has ended has ended.
  private static ObjectNode now(AccountData account, String id) {
    var node = fresh(account, id);
    account.find(COLLECTION, id).ifPresent(stored -> node.setAll(stored.deepCopy()));
    var ends = Nodes.text(node, ENDS).map(Instant::parse);
    if (ends.isPresent() && !ends.get().isAfter(account.instant())) {
      node.put("status", node.path("_ends_as").asText());
      node.set("last_ended_at", node.path(ENDS));
      node.remove(List.of(ENDS, "_ends_as"));
    }
    return node;
  }

  private static ObjectNode fresh(AccountData account, String id) {
    var node = JsonNodeFactory.instance.objectNode();
    node.put("id", id).put("status", "NEW").put("type", "DBT_CORE").put("paused", false);
    node.putObject("schedule").put("schedule_type", "INTERVAL").put("interval", 60);
    node.put("created_at", "2026-01-01T00:00:00.000000Z");
    node.put("created_by_id", account.userId().orElse("sandbox"));
    node.putArray("output_model_names");
    node.putObject("transformation_config").put("name", id);
    return node;
  }

  private static ObjectNode shown(ObjectNode node) {
    var copy = node.deepCopy();
    return copy.remove(
        copy.properties().stream()
            .map(java.util.Map.Entry::getKey)
            .filter(name -> name.startsWith("_"))
            .toList());
  }
}
