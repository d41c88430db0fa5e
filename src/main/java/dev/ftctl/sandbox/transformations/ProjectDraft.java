package dev.ftctl.sandbox.transformations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.config.Existing;
import dev.ftctl.sandbox.config.Keys;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.Nodes;
import dev.ftctl.sandbox.store.Steered;
import java.util.List;

/// A transformation project while a request makes, changes or tests it; the node is changed in
/// place.
///
/// Its test fails where the remote contains `unreachable`, and goes as the account's collection
/// `project_tests` says, by the project's id, its group's, or `*`: `{"status": "NOT_READY",
/// "errors": ["…"], "times": 2}`.
record ProjectDraft(Call call, ObjectNode node) {
  private static final String CONFIG = "project_config";
  private static final List<String> FIXED =
      List.of("dbt_version", "default_schema", "git_remote_url");
  private static final List<String> TEXTS = List.of("folder_path", "git_branch", "target_name");

  static ProjectDraft created(Call call) {
    var account = call.account();
    var group = call.required("group_id");
    Existing.group(account, group);
    var type = call.required("type");
    // The older name of the type is still what an official client sends.
    if (!List.of(TransformationDraft.DBT, "DBT_GIT").contains(type)) {
      throw ApiError.invalid("Invalid value '" + type + "' for field 'type'");
    }
    if (account
        .find(AccountData.DESTINATIONS, group)
        .filter(each -> each.path("setup_status").asText().equals("connected"))
        .isEmpty()) {
      throw ApiError.invalid("Destination must be CONNECTED");
    }
    var node = JsonNodeFactory.instance.objectNode();
    node.put("id", account.newId()).put("type", type).put("status", "NOT_READY");
    node.putArray("errors");
    node.put("created_at", account.now()).put("created_by_id", account.actorId());
    node.put("group_id", group);
    var config = node.putObject(CONFIG);
    for (var field : FIXED) {
      config.put(field, required(call.body().path(CONFIG), field));
    }
    config.put("public_key", Keys.sshPublicKey(node.path("id").asText()));
    var draft = new ProjectDraft(call, node);
    draft.change();
    return draft;
  }

  /// Version, schema, remote, group and type stay; null clears the rest.
  void change() {
    var sent = call.body().path(CONFIG);
    var config = node.withObjectProperty(CONFIG);
    for (var field : TEXTS) {
      if (sent.has(field)) {
        Nodes.text(sent, field)
            .filter(text -> !text.isEmpty())
            .ifPresentOrElse(text -> config.put(field, text), () -> config.remove(field));
      }
    }
    if (sent.has("threads")) {
      config.set("threads", threads(sent.path("threads")));
    }
    if (sent.has("environment_vars")) {
      var variables = config.putArray("environment_vars");
      for (var variable : sent.path("environment_vars")) {
        if (!variable.asText().matches("(?s)DBT_[A-Z0-9_.-]*=.*")) {
          throw ApiError.invalid(
              "Environment variable '"
                  + variable.asText().replaceAll("(?s)=.*", "")
                  + "' must be DBT_NAME=value");
        }
        variables.add(variable);
      }
    }
  }

  /// Sets status and errors by what its tests find; gives a copy with their results.
  ObjectNode tested() {
    var group = node.path("group_id").asText();
    var said = new Steered(call.account(), "project_tests").take(node.path("id").asText(), group);
    var remote = node.path(CONFIG).path("git_remote_url").asText();
    var errors = node.putArray("errors");
    said.path("errors").forEach(errors::add);
    if (remote.contains("unreachable")) {
      errors.add("Could not reach " + remote);
    }
    var passed = errors.isEmpty() && said.path("status").asText("READY").equals("READY");
    var status = said.path("status").asText("ERROR");
    node.put("status", passed ? "READY" : status.equals("READY") ? "ERROR" : status);
    var answer = node.deepCopy();
    answer
        .putArray("setup_tests")
        .addObject()
        .put("title", "Cloning the repository")
        .put("status", passed ? "PASSED" : "FAILED")
        .put(
            "message", passed ? "" : errors.path(0).asText("Add the public key to the repository"));
    return answer;
  }

  private static JsonNode threads(JsonNode sent) {
    var number = sent.asInt(-1);
    if (!sent.isNull() && (number < 1 || number > 32)) {
      throw ApiError.invalid("Invalid value '" + sent.asText() + "' for field 'threads'");
    }
    return sent;
  }

  private static String required(JsonNode object, String field) {
    return Nodes.text(object, field)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> ApiError.invalid("Field '" + field + "' is required"));
  }
}
