package dev.ftctl.sandbox.transformations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.config.Existing;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import java.util.List;

/// A transformation while a request makes or changes it; the node is changed in place. `_group_id`
/// is the group that it belongs to, `_version` the version of a Quickstart's package.
record TransformationDraft(Call call, ObjectNode node) {
  private static final String CONFIG = "transformation_config";
  static final String DBT = "DBT_CORE";
  static final String QUICKSTART = "QUICKSTART";

  static TransformationDraft created(Call call) {
    var account = call.account();
    var type = call.required("type");
    if (!type.equals(DBT) && !type.equals(QUICKSTART)) {
      throw ApiError.invalid("Invalid value '" + type + "' for field 'type'");
    }
    if (!call.body().path("schedule").isObject()) {
      throw ApiError.invalid("Field 'schedule' is required");
    }
    var node = JsonNodeFactory.instance.objectNode();
    node.put("id", account.newId()).put("type", type).put("status", "NEW");
    node.put("paused", call.bool("paused").orElse(false)).put("created_at", account.now());
    node.put("created_by_id", account.actorId());
    node.putNull("last_started_at").putNull("last_ended_at");
    var draft = new TransformationDraft(call, node);
    var config = call.body().path(CONFIG);
    if (type.equals(DBT)) {
      draft.dbt(config);
    } else {
      draft.checkMembers(
          config, "package_name", "connection_ids", "excluded_models", "configurable_variables");
      draft.connections(config);
      draft.quickstart(config);
    }
    draft.schedule();
    return draft;
  }

  /// Its type stays, and so do a Quickstart's package and connections.
  void change() {
    call.bool("paused").ifPresent(paused -> node.put("paused", paused));
    var config = call.body().path(CONFIG);
    if (node.path("type").asText().equals(QUICKSTART)) {
      quickstart(config);
    } else if (config.isObject()) {
      var whole = node.withObjectProperty(CONFIG).deepCopy();
      checkMembers(config, "project_id", "name", "steps");
      whole.setAll((ObjectNode) config);
      dbt(whole);
    }
    if (call.body().path("schedule").isObject()) {
      schedule();
    }
  }

  private void schedule() {
    var isDbt = node.path("type").asText().equals(DBT);
    var schedule =
        new RunSchedule(call, node.path("id").asText(), node.path("_group_id").asText(), isDbt);
    node.set("schedule", schedule.checked(call.body().path("schedule")));
  }

  private void dbt(JsonNode config) {
    checkMembers(config, "project_id", "name", "steps");
    var project = ProjectRoutes.existing(call.account(), required(config, "project_id"));
    var isNew = !node.path(CONFIG).path("project_id").equals(project.path("id"));
    if (isNew && !project.path("status").asText().equals("READY")) {
      throw new ApiError(
          409,
          "IllegalState",
          "Transformation project with id '" + project.path("id").asText() + "' is not ready");
    }
    var kept = node.putObject(CONFIG);
    kept.set("project_id", project.path("id"));
    kept.put("name", required(config, "name"));
    var steps = kept.putArray("steps");
    for (var step : config.path("steps")) {
      steps
          .addObject()
          .put("name", required(step, "name"))
          .put("command", required(step, "command"));
    }
    if (steps.isEmpty()) {
      throw ApiError.invalid("Field 'steps' is required");
    }
    node.set("_group_id", project.path("group_id"));
    node.putArray("output_model_names");
  }

  /// Connections of one group that the package takes; without a name of a package that of the first
  /// connection's service.
  private void connections(JsonNode config) {
    var kept = node.putObject(CONFIG);
    var ids = kept.putArray("connection_ids");
    if (config.path("connection_ids").isEmpty()) {
      throw ApiError.invalid("Field 'connection_ids' is required");
    }
    for (var id : config.path("connection_ids")) {
      var connection = Existing.connection(call.account(), id.asText());
      var service = connection.path("service").asText();
      if (ids.isEmpty()) {
        kept.put("package_name", packageName(config, service));
        node.set("_group_id", connection.path("group_id"));
      }
      if (!Packages.takes(metadata(), service)) {
        throw ApiError.invalid(
            "Package '" + name() + "' doesn't support connections of service '" + service + "'");
      }
      if (!connection.path("group_id").equals(node.path("_group_id"))) {
        throw ApiError.invalid("All connections must be in the same group");
      }
      ids.add(id);
    }
    node.set("_version", metadata().path("version"));
  }

  private String packageName(JsonNode config, String service) {
    var asked = config.path("package_name").asText("");
    var found =
        asked.isEmpty()
            ? Packages.ofService(call.account(), service)
            : Packages.find(call.account(), asked);
    return found
        .orElseThrow(() ->
            ApiError.invalid(
                asked.isEmpty()
                    ? "No package supports connections of service '" + service + "'"
                    : "Package '" + asked + "' does not exist"))
        .path("name")
        .asText();
  }

  private void quickstart(JsonNode config) {
    var kept = node.withObjectProperty(CONFIG);
    var models = metadata().path("output_model_names");
    if (config.has("excluded_models") || !kept.has("excluded_models")) {
      var excluded = kept.putArray("excluded_models");
      for (var model : config.path("excluded_models")) {
        if (!Packages.has(models, model.asText())) {
          throw unknown("model", model.asText());
        }
        excluded.add(model);
      }
    }
    if (config.has("configurable_variables") || !kept.has("configurable_variables")) {
      var variables = kept.putObject("configurable_variables");
      for (var variable : config.path("configurable_variables").properties()) {
        checkVariable(variable.getKey(), variable.getValue());
        variables.set(variable.getKey(), variable.getValue());
      }
    }
    var left = node.putArray("output_model_names");
    models.forEach(model -> {
      if (!Packages.has(kept.path("excluded_models"), model.asText())) {
        left.add(model);
      }
    });
  }

  private void checkVariable(String name, JsonNode value) {
    var declared = metadata().path("configurable_variables").path(name);
    if (declared.isMissingNode()) {
      throw unknown("variable", name);
    }
    var fits =
        switch (declared.path("type").asText()) {
          case "BOOLEAN" -> value.isBoolean();
          case "INTEGER" -> value.isIntegralNumber();
          case "FLOAT", "NUMBER" -> value.isNumber();
          case "LIST" -> value.isArray();
          case "DICTIONARY", "OBJECT" -> value.isObject();
          default -> value.isTextual();
        };
    var allowed = declared.path("allowed_values");
    if (!fits || (!allowed.isEmpty() && !Packages.has(allowed, value.asText()))) {
      throw ApiError.invalid("Invalid value " + value + " for variable '" + name + "'");
    }
  }

  /// A package that is gone has nothing any more.
  private JsonNode metadata() {
    return Packages.find(call.account(), name()).orElseGet(JsonNodeFactory.instance::objectNode);
  }

  private String name() {
    return node.path(CONFIG).path("package_name").asText();
  }

  private ApiError unknown(String what, String name) {
    return ApiError.invalid("Package '" + name() + "' has no " + what + " '" + name + "'");
  }

  private void checkMembers(JsonNode config, String... known) {
    for (var member : config.properties()) {
      if (!member.getValue().isNull() && !List.of(known).contains(member.getKey())) {
        throw ApiError.invalid(
            "Field '"
                + member.getKey()
                + "' is not supported by transformations of type "
                + node.path("type").asText());
      }
    }
  }

  private static String required(JsonNode object, String field) {
    var text = object.path(field).asText("");
    if (text.isBlank()) {
      throw ApiError.invalid("Field '" + field + "' is required");
    }
    return text;
  }
}
