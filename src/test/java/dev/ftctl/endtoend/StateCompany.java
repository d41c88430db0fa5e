package dev.ftctl.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Connections that keep a state, `orders` and `events`, and `billing`, which doesn't; no
/// manifests.
final class StateCompany implements AutoCloseable {

  /// The state that `orders` and `events` begin with.
  static final String OLD = "{\"cursor\":\"2024-01-01\",\"n\":1}";

  private static final JsonMapper JSON = new JsonMapper();

  private static final String MANIFESTS =
      """
      kind: Group
      metadata: {name: prod}
      ---
      kind: Destination
      metadata: {name: prod}
      spec: {group: prod, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: acme.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: harmless1}}
      ---
      kind: Connector
      for_each: [orders, events]
      metadata: {name: "${each.value}"}
      spec: {service: connector_sdk, groups: [prod], paused: false, config: {schema: "${each.value}"}}
      ---
      kind: Connector
      metadata: {name: billing}
      spec: {service: stripe, groups: [prod], paused: false, config: {schema: billing, api_key: harmless1}}
      """;

  private final Lab lab = new Lab();
  private final Workspace workspace;

  StateCompany(Path folder) {
    workspace = new Workspace(folder).reaching(lab.sandbox()).file("all.yaml", MANIFESTS);
    workspace.succeed("apply", "--auto-approve", "--journal=none", "all.yaml");
    edit("orders", node -> node.set("_state", json(OLD)).isObject());
    edit("events", node -> node.set("_state", json(OLD)).isObject());
    lab.forget();
  }

  Workspace workspace() {
    return workspace;
  }

  Lab lab() {
    return lab;
  }

  /// What a change of a node does.
  interface Edit {
    boolean of(ObjectNode node);
  }

  void edit(String name, Edit edit) {
    ObjectNode account = lab.sandbox().control().account();
    for (JsonNode node : account.path("connections")) {
      if (node.path("schema").asText().equals(name)) {
        edit.of((ObjectNode) node);
      }
    }
    lab.sandbox().control().replaceAccount(account);
  }

  private JsonNode node(String name) {
    for (JsonNode node : lab.sandbox().control().account().path("connections")) {
      if (node.path("schema").asText().equals(name)) {
        return node;
      }
    }
    throw new AssertionError("there is no " + name);
  }

  String id(String name) {
    return node(name).path("id").asText();
  }

  String state(String name) {
    return node(name).path("_state").toString();
  }

  boolean isPaused(String name) {
    return node(name).path("paused").asBoolean();
  }

  void pause(String name) {
    edit(name, node -> !node.put("paused", true).isEmpty());
  }

  /// A rule for PATCH of what matches, the nth of them, or each for 0.
  static String failing(String path, int nth, String then) {
    String which = nth == 0 ? "" : ", \"nth\": " + nth;
    return "{\"match\": {\"method\": \"PATCH\", \"path\": \"%s\"%s}, \"then\": {%s}}"
        .formatted(path, which, then);
  }

  /// Fault rules as JSON, without the brackets.
  void faults(String rules) {
    lab.sandbox().control().faults(json("[" + rules + "]"));
  }

  /// Each write as `paused {"paused":true}` or `state {"state":…}`.
  List<String> writes() {
    return lab.writes().stream().map(StateCompany::write).toList();
  }

  private static String write(RequestRecord request) {
    return (request.path().endsWith("/state") ? "state " : "paused ") + request.body();
  }

  /// What is kept, the oldest first.
  List<JsonNode> backups() {
    Path folder = workspace.folder().resolve(".ftctl/state");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(file -> json(workspace.read(workspace.folder().relativize(file).toString())))
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException malformed) {
      throw new AssertionError(text, malformed);
    }
  }

  @Override
  public void close() {
    lab.close();
  }
}
