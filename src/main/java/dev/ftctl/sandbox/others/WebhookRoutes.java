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
import dev.ftctl.sandbox.store.Fingerprints;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/// `/webhooks`. Nothing is ever delivered: a URL is taken for reachable unless its host contains
/// `unreachable`.
public final class WebhookRoutes implements Routes {
  /// The API page's full list of events, deprecated ones included; the OpenAPI document has none.
  private static final Set<String> EVENTS =
      Set.of(
          "sync_start",
          "sync_end",
          "status",
          "dbt_run_start",
          "dbt_run_succeeded",
          "dbt_run_failed",
          "transformation_run_start",
          "transformation_run_succeeded",
          "transformation_run_failed",
          "transformation_start",
          "transformation_succeeded",
          "transformation_failed",
          "connection_successful",
          "connection_failure",
          "create_connector",
          "pause_connector",
          "resume_connector",
          "edit_connector",
          "delete_connector",
          "force_update_connector",
          "resync_connector",
          "resync_table");

  @Override
  public void addTo(RouteTable table) {
    table.get("/webhooks", this::list);
    table.post("/webhooks/account", this::createForAccount);
    table.post("/webhooks/group/{groupId}", this::createForGroup);
    table.get("/webhooks/{webhookId}", this::show);
    table.patch("/webhooks/{webhookId}", this::change);
    table.delete("/webhooks/{webhookId}", this::delete);
    table.post("/webhooks/{webhookId}/test", this::test);
  }

  private Reply list(Call call) {
    var hooks = call.account().all(AccountData.WEBHOOKS);
    return Reply.ok("Webhooks retrieved successfully", call.page().of(hooks, Function.identity()));
  }

  private Reply createForAccount(Call call) {
    var hook = JsonNodeFactory.instance.objectNode().put("type", "account");
    return Reply.ok("Account webhook has been created", created(call, hook));
  }

  private Reply createForGroup(Call call) {
    var group = call.param("groupId");
    if (call.account().find(AccountData.GROUPS, group).isEmpty()) {
      throw ApiError.notFound("NotFound_Group", "Group with id '" + group + "' does not exist.");
    }
    var hook = JsonNodeFactory.instance.objectNode();
    hook.put("type", "group").put("group_id", group);
    return Reply.ok("Group webhook has been created", created(call, hook));
  }

  private static ObjectNode created(Call call, ObjectNode hook) {
    var account = call.account();
    hook.put("url", checkedUrl(call.required("url")));
    hook.set("events", checkedEvents(call.body().path("events")));
    hook.put("active", call.bool("active").orElse(true));
    setSecret(call, hook);
    deliverWhenActive(hook);
    var id = account.newId();
    hook.put("id", id).put("created_at", account.now());
    hook.put("created_by", account.userId().orElse(null));
    account.put(AccountData.WEBHOOKS, id, hook);
    return hook;
  }

  private Reply show(Call call) {
    return Reply.ok("Webhook details retrieved successfully", get(call));
  }

  private Reply change(Call call) {
    var before = get(call);
    var hook = before.deepCopy();
    if (call.body().hasNonNull("url")) {
      hook.put("url", checkedUrl(call.required("url")));
    }
    if (call.body().hasNonNull("events")) {
      hook.set("events", checkedEvents(call.body().path("events")));
    }
    call.bool("active").ifPresent(active -> hook.put("active", active));
    setSecret(call, hook);
    if (!before.path("active").asBoolean() || !before.path("url").equals(hook.path("url"))) {
      deliverWhenActive(hook);
    }
    call.account().put(AccountData.WEBHOOKS, call.param("webhookId"), hook);
    return Reply.ok("Webhook has been updated", hook);
  }

  private Reply delete(Call call) {
    get(call);
    var id = call.param("webhookId");
    call.account().remove(AccountData.WEBHOOKS, id);
    return Reply.done("Webhook with id '" + id + "' has been deleted");
  }

  /// Takes any event name: the Terraform provider wraps it in quotation marks (reference 2.10).
  private Reply test(Call call) {
    var reachable = isReachable(get(call).path("url").asText());
    call.required("event");
    var data = JsonNodeFactory.instance.objectNode();
    data.put("succeed", reachable).put("status", reachable ? 200 : 503);
    data.put("message", reachable ? "OK" : "The webhook URL is unreachable");
    return Reply.ok("Webhook test completed successfully", data);
  }

  /// The hook, or 404 with the plain code, as the official provider's end-to-end suite has it.
  private static ObjectNode get(Call call) {
    var id = call.param("webhookId");
    return call.account()
        .find(AccountData.WEBHOOKS, id)
        .orElseThrow(
            () -> ApiError.notFound("NotFound", "Webhook with id '" + id + "' does not exist."));
  }

  /// Keeps the fingerprint of a secret; null or an empty text takes it away.
  private static void setSecret(Call call, ObjectNode hook) {
    if (call.body().has("secret")) {
      var secret = call.text("secret").orElse("");
      hook.put("secret", secret.isEmpty() ? null : Fingerprints.fingerprint(secret));
    }
  }

  private static String checkedUrl(String url) {
    try {
      var parsed = new URI(url);
      if ("https".equalsIgnoreCase(parsed.getScheme()) && parsed.getHost() != null) {
        return url;
      }
    } catch (URISyntaxException malformed) {
      throw ApiError.invalid("Field 'url' is not a valid URL");
    }
    throw ApiError.invalid("Field 'url' must be an https URL");
  }

  private static JsonNode checkedEvents(JsonNode events) {
    if (!events.isArray() || events.isEmpty()) {
      throw ApiError.invalid("Field 'events' is required");
    }
    for (var event : events) {
      if (!EVENTS.contains(event.asText())) {
        throw ApiError.invalid("Unsupported event '" + event.asText() + "'");
      }
    }
    return events;
  }

  /// An active hook must answer the test event that creating it or switching it on sends.
  private static void deliverWhenActive(ObjectNode hook) {
    if (hook.path("active").asBoolean() && !isReachable(hook.path("url").asText())) {
      throw ApiError.invalid("The webhook URL is unreachable");
    }
  }

  private static boolean isReachable(String url) {
    var host = URI.create(url).getHost();
    return host == null || !host.toLowerCase(Locale.ROOT).contains("unreachable");
  }
}
