package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.SchemaCheck;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// A small company in an account that people click in, over its HTTP API.
final class DriftingMill implements AutoCloseable {

  static final String FILE = "manifests/mill.yaml";

  private static final String COMPANY =
      """
      kind: Group
      metadata: {name: mill}
      ---
      kind: Destination
      metadata: {name: mill}
      spec:
        group: mill
        service: snowflake
        region: GCP_US_EAST4
        time_zone_offset: "-5"
        config: {host: mill.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: a-warehouse-password}
      ---
      kind: Connector
      metadata: {name: grain, owners: ["@acme/grain"]}
      spec:
        service: postgres
        groups: [mill]
        paused: true
        sync_frequency: 360
        config: {schema_prefix: grain, host: grain.db.internal, port: 5432, database: grain, user: fivetran, password: a-database-password}
      ---
      kind: SchemaSettings
      metadata: {name: grain}
      spec:
        connector: grain
        schema_change_handling: ALLOW_ALL
        schemas: {public: {tables: {users: {columns: {ssn: {enabled: false}, email: {hashed: true}}}}}}
      ---
      kind: Connector
      metadata: {name: flour}
      spec:
        service: postgres
        groups: [mill]
        paused: true
        sync_frequency: 360
        config: {schema_prefix: flour, host: flour.db.internal, port: 5432, database: flour, user: fivetran, password: a-database-password}
      """;

  private static final JsonMapper JSON = new JsonMapper();
  private static final SchemaCheck SCHEMA = new SchemaCheck("drift.schema.json");

  private final Lab lab = new Lab();
  private final Workspace workspace;
  private final Map<String, String> ids = new HashMap<>();

  /// With everything applied.
  DriftingMill(Path folder) {
    workspace = new Workspace(folder).reaching(lab.sandbox()).file(FILE, COMPANY);
    workspace.succeed("apply", "--auto-approve", "-q", "--journal", "none");
    for (JsonNode group : call("GET", "groups", "").path("items")) {
      ids.put(group.path("name").asText(), group.path("id").asText());
    }
    for (JsonNode one : call("GET", "connections", "").path("items")) {
      ids.put(one.path("schema").asText(), one.path("id").asText());
    }
  }

  Workspace workspace() {
    return workspace;
  }

  Lab lab() {
    return lab;
  }

  /// Of the group or the connection with that name.
  String id(String name) {
    return Objects.requireNonNull(ids.get(name), name);
  }

  /// Somebody clicks; gives what was answered as `data`.
  ///
  /// @param path below `/v1/`; `{grain}` is the id of what is called so
  JsonNode call(String method, String path, String body) {
    String at = path;
    for (var id : ids.entrySet()) {
      at = at.replace("{" + id.getKey() + "}", id.getValue());
    }
    try (var tool = new OtherTool(lab.sandbox())) {
      return tool.send(method, "/" + at, body);
    }
  }

  /// What `drift` prints as JSON, which fits its schema.
  JsonNode drift(int code, String... arguments) {
    Ran ran =
        workspace.run(
            Stream.concat(Stream.of("drift", "--format", "json"), Arrays.stream(arguments))
                .toArray(String[]::new));
    assertThat(ran.code()).as("%s", ran).isEqualTo(code);
    try {
      JsonNode json = JSON.readTree(ran.out());
      assertThat(SCHEMA.faults(json)).isEmpty();
      assertThat(json.path("exit_code").asInt()).isEqualTo(code);
      return json;
    } catch (JsonProcessingException none) {
      throw new IllegalStateException(ran.toString(), none);
    }
  }

  @Override
  public void close() {
    lab.close();
  }
}
