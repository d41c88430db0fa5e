package dev.ftctl.sandbox.transformations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.store.AccountData;
import java.util.Map;
import java.util.function.Function;

/// `/transformations`. A seed of the collection `transformations` says what matters, the rest has
/// defaults; `_group_id` is the group that the list can be asked for, [Runs] has the members that
/// say how runs go.
public final class TransformationRoutes implements Routes {
  private static final String ALL = "/transformations";
  private static final String ONE = "/transformations/{transformationId}";

  @Override
  public void addTo(RouteTable table) {
    table.get(ALL, this::list);
    table.post(ALL, this::create);
    table.get(ONE, this::details);
    table.patch(ONE, this::change);
    table.delete(ONE, this::delete);
    table.post(ONE + "/run", this::run);
    table.post(ONE + "/cancel", this::cancel);
    table.post(ONE + "/upgrade", this::upgrade);
  }

  private Reply list(Call call) {
    var account = call.account();
    var found =
        account.entries(AccountData.TRANSFORMATIONS).keySet().stream()
            .map(id -> existing(account, id))
            .filter(each -> fits(call, "group_id", each.path("_group_id")))
            .filter(each -> fits(call, "project_id", config(each).path("project_id")))
            .filter(each -> fits(call, "type", each.path("type")))
            .map(each -> shown(account, each))
            .toList();
    return Reply.ok(
        "Transformations list retrieved successfully", call.page().of(found, Function.identity()));
  }

  private static boolean fits(Call call, String parameter, JsonNode value) {
    return call.query(parameter).map(value.asText()::equals).orElse(true);
  }

  private Reply create(Call call) {
    var node = TransformationDraft.created(call).node();
    keep(call, node);
    return Reply.created("Transformation created successfully", shown(call.account(), node));
  }

  private Reply details(Call call) {
    return Reply.ok(
        "Transformation details retrieved successfully", shown(call.account(), existing(call)));
  }

  private Reply change(Call call) {
    var node = existing(call);
    new TransformationDraft(call, node).change();
    keep(call, node);
    return Reply.ok("Transformation updated successfully", shown(call.account(), node));
  }

  /// One that others wait for stays.
  private Reply delete(Call call) {
    var id = existing(call).path("id").asText();
    for (var other : call.account().all(AccountData.TRANSFORMATIONS)) {
      if (Packages.has(other.path("schedule").path("transformation_ids"), id)) {
        throw ApiError.conflict(
            "Transformation with id '"
                + id
                + "' is in the schedule of transformation with id '"
                + other.path("id").asText()
                + "'");
      }
    }
    call.account().remove(AccountData.TRANSFORMATIONS, id);
    return Reply.done("Transformation with id '" + id + "' has been deleted");
  }

  private Reply run(Call call) {
    var node = existing(call);
    Runs.start(call.account(), node, call.bool("full_refresh").orElse(false));
    keep(call, node);
    return Reply.done("Transformation with id '" + id(node) + "' has been started");
  }

  private Reply cancel(Call call) {
    var node = existing(call);
    Runs.cancel(call.account(), node);
    keep(call, node);
    return Reply.done("Transformation with id '" + id(node) + "' has been canceled");
  }

  private Reply upgrade(Call call) {
    var node = existing(call);
    var metadata =
        Packages.find(call.account(), config(node).path("package_name").asText())
            .orElseThrow(() -> ApiError.notFound("NotFound", "Transformation Package not found"));
    node.set("_version", metadata.path("version"));
    keep(call, node);
    return Reply.done("Transformation package has been upgraded");
  }

  private static void keep(Call call, ObjectNode node) {
    call.account().put(AccountData.TRANSFORMATIONS, id(node), node);
  }

  private static ObjectNode existing(Call call) {
    return existing(call.account(), call.param("transformationId"));
  }

  /// A copy with its defaults, as it stands at the account's time; or 404.
  static ObjectNode existing(AccountData account, String id) {
    var stored =
        account
            .find(AccountData.TRANSFORMATIONS, id)
            .orElseThrow(() ->
                ApiError.notFound("NotFound", "Transformation with id '" + id + "' is not found"));
    var node = fresh(account, id).<ObjectNode>setAll(stored.deepCopy());
    Runs.endWhatIsOver(account, node);
    return node;
  }

  private static ObjectNode fresh(AccountData account, String id) {
    var node = JsonNodeFactory.instance.objectNode();
    node.put("id", id).put("status", "NEW").put("type", TransformationDraft.DBT);
    node.put("paused", false);
    node.putObject("schedule").put("schedule_type", "INTERVAL").put("interval", 60);
    node.put("created_at", "2026-01-01T00:00:00.000000Z");
    node.put("created_by_id", account.userId().orElse("sandbox"));
    node.putArray("output_model_names");
    node.putObject("transformation_config").put("name", id);
    return node;
  }

  /// Without what only the simulator knows, and with what a newer package would bring.
  private static ObjectNode shown(AccountData account, ObjectNode node) {
    var copy = node.deepCopy();
    if (node.hasNonNull("_version")) {
      var newest = Packages.find(account, config(node).path("package_name").asText());
      copy.withObjectProperty("transformation_config")
          .put(
              "upgrade_available",
              newest.isPresent() && !newest.get().path("version").equals(node.path("_version")));
    }
    return copy.remove(
        copy.properties().stream()
            .map(Map.Entry::getKey)
            .filter(name -> name.startsWith("_"))
            .toList());
  }

  private static JsonNode config(ObjectNode node) {
    return node.path("transformation_config");
  }

  private static String id(ObjectNode node) {
    return node.path("id").asText();
  }
}
