package dev.ftctl.sandbox.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.sandbox.config.SetupState;
import dev.ftctl.sandbox.config.StrictConfig;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.store.AccountData;
import java.util.List;
import java.util.Optional;

/// A log service while a request makes, changes or tests it; the node is changed in place.
///
/// @param place in which collection it is kept: of groups, or of the account
record ExternalLog(Call call, String place, ObjectNode node) {

  static ExternalLog created(Call call, String place, String id) {
    var service = call.required("service");
    var facts = facts(call, service);
    if (call.account().find(place, id).isPresent()) {
      throw ApiError.conflict("External logging service with id '" + id + "' already exists");
    }
    var node = JsonNodeFactory.instance.objectNode().put("id", id).put("service", service);
    node.put("enabled", call.bool("enabled").orElse(true));
    node.set("config", StrictConfig.created(facts, config(call)));
    node.set("status", status(SetupState.INCOMPLETE));
    return new ExternalLog(call, place, node);
  }

  /// The one of that id, or 404 with the code that the official provider looks for.
  static ExternalLog existing(Call call, String place, String id) {
    var stored = call.account().find(place, id);
    if (stored.isEmpty()) {
      throw ApiError.notFound(
          "NotFound_LogService", "External logging service with id '" + id + "' does not exist.");
    }
    return new ExternalLog(call, place, whole(id, stored.get()));
  }

  /// With values for what a seed leaves out.
  private static ObjectNode whole(String id, ObjectNode stored) {
    var node = JsonNodeFactory.instance.objectNode().put("id", id);
    node.put("service", "datadog_log").put("enabled", true);
    node.set("status", status(SetupState.CONNECTED));
    node.putObject("config");
    return node.setAll(stored.deepCopy());
  }

  /// Group, service and id stay as they are.
  void change() {
    call.bool("enabled").ifPresent(enabled -> node.put("enabled", enabled));
    var stored = node.withObjectProperty("config");
    node.set("config", StrictConfig.merged(facts(), stored, config(call)));
  }

  /// Keeps it, after its tests where the request asks for them; gives the answer.
  ObjectNode keep() {
    var isTested = call.bool("run_setup_tests").orElse(false);
    var tests = isTested ? test() : JsonNodeFactory.instance.arrayNode();
    call.account().put(place, node.path("id").asText(), node);
    return isTested ? node.deepCopy().set("setup_tests", tests) : node;
  }

  /// Runs its tests and sets its state by them.
  ArrayNode test() {
    var tests = LogTests.of(call.account(), key(), facts(), node);
    var before = node.path("status").path("setup_state").asText(SetupState.INCOMPLETE);
    var failure = LogTests.failure(tests);
    var status = status(SetupState.after(before, failure.isEmpty()));
    failure.ifPresent(why ->
        ((ArrayNode) status.path("tasks"))
            .addObject()
            .put("code", "reconnect_log")
            .put("message", "Reconnect Logging Service")
            .put("details", why));
    node.set("status", status);
    return tests;
  }

  /// As in lists: without config.
  static ObjectNode item(String id, ObjectNode stored) {
    return whole(id, stored).without(List.of("config", "setup_tests"));
  }

  private String key() {
    return place.equals(AccountData.ACCOUNT_LOG_SERVICES) ? "account" : node.path("id").asText();
  }

  private ServiceFacts facts() {
    return facts(call, node.path("service").asText());
  }

  private static ServiceFacts facts(Call call, String service) {
    return call.account()
        .catalog()
        .log(service)
        .orElseThrow(() -> ApiError.invalid("Unsupported service '" + service + "'"));
  }

  private static JsonNode config(Call call) {
    var config = call.body().path("config");
    return Optional.of(config).filter(node -> !node.isNull()).orElseGet(call.body()::objectNode);
  }

  private static ObjectNode status(String state) {
    var status = JsonNodeFactory.instance.objectNode();
    status.putArray("tasks");
    return status.put("setup_state", state);
  }
}
