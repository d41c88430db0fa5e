package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.SchemaCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A company whose manifests say values in every place that there is, in an account that people
/// click in.
final class AcceptMill implements AutoCloseable {

  static final String HEAD =
      """
      # Where it all goes.
      kind: Group
      metadata: {name: eu}
      ---
      kind: Group
      metadata: {name: us}
      ---
      kind: Destination
      metadata: {name: eu}
      spec: {group: eu, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: h, port: 443, database: d, auth: PASSWORD, user: u, password: a-warehouse-password}}
      ---
      kind: Destination
      metadata: {name: us}
      spec: {group: us, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: h, port: 443, database: d, auth: PASSWORD, user: u, password: a-warehouse-password}}
      """;

  private static final JsonMapper JSON = new JsonMapper();
  private static final SchemaCheck SCHEMA = new SchemaCheck("accept.schema.json");

  private final Lab lab = new Lab();
  private final Workspace workspace;
  private final List<String> environment = new ArrayList<>();
  private final Map<String, String> ids = new HashMap<>();
  private Map<String, JsonNode> rendered = Map.of();

  AcceptMill(Path folder) {
    workspace = new Workspace(folder).reaching(lab.sandbox()).file("manifests/head.yaml", HEAD);
  }

  AcceptMill in(String name) {
    environment.addAll(List.of("--env", name));
    return this;
  }

  AcceptMill file(String name, String text) {
    workspace.file(name, text);
    return this;
  }

  /// Applied, and committed.
  AcceptMill applied() {
    workspace.succeed(with("apply", "--auto-approve", "-q", "--journal", "none"));
    try {
      Repository.commit(workspace.folder());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
    for (JsonNode group : call("GET", "groups", "").path("items")) {
      ids.put(group.path("name").asText(), group.path("id").asText());
    }
    for (JsonNode one : call("GET", "connections?limit=1000", "").path("items")) {
      String group = one.path("group_id").asText();
      String name =
          ids.entrySet().stream()
              .filter(entry -> entry.getValue().equals(group))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse("");
      ids.put(one.path("schema").asText() + "@" + name, one.path("id").asText());
    }
    rendered = render();
    return this;
  }

  Workspace workspace() {
    return workspace;
  }

  Lab lab() {
    return lab;
  }

  String[] with(String... arguments) {
    return Stream.concat(Arrays.stream(arguments), environment.stream()).toArray(String[]::new);
  }

  /// Of the group, or the connection `schema@group`.
  String id(String name) {
    return Objects.requireNonNull(ids.get(name), name);
  }

  /// Every resource as the manifests say it, by its address.
  Map<String, JsonNode> render() {
    Ran ran = workspace.run(with("render", "--format", "json"));
    assertThat(ran.code()).as("%s", ran).isZero();
    Map<String, JsonNode> all = new TreeMap<>();
    for (JsonNode one : read(ran.out()).path("resources")) {
      all.put(one.path("address").asText(), one.path("manifest"));
    }
    assertThat(all).isNotEmpty();
    return all;
  }

  /// Asserts that nothing but some resources is said otherwise than before.
  void onlyChanged(String... addresses) {
    Map<String, JsonNode> now = render();
    List<String> changed =
        Stream.concat(rendered.keySet().stream(), now.keySet().stream())
            .distinct()
            .filter(one -> !Objects.equals(rendered.get(one), now.get(one)))
            .toList();
    assertThat(changed).containsExactlyInAnyOrder(addresses);
  }

  /// Somebody clicks; gives what was answered as `data`.
  ///
  /// @param path below `/v1/`; `{orders@eu}` is the id of what is called so
  JsonNode call(String method, String path, String body) {
    String at = path;
    for (var id : ids.entrySet()) {
      at = at.replace("{" + id.getKey() + "}", id.getValue());
    }
    try (var tool = new OtherTool(lab.sandbox())) {
      return tool.send(method, "/" + at, body);
    }
  }

  AcceptMill clicked(String connection, String body) {
    call("PATCH", "connections/{" + connection + "}", body);
    return this;
  }

  /// What `drift --accept` says as JSON, which fits its schema.
  JsonNode accept(int code, String... arguments) {
    String[] all =
        Stream.concat(Stream.of("drift", "--accept", "--format", "json"), Arrays.stream(arguments))
            .toArray(String[]::new);
    lab.forget();
    Ran ran = workspace.run(with(all));
    assertThat(ran.code()).as("%s", ran).isEqualTo(code);
    assertThat(lab.writes()).isEmpty();
    JsonNode json = read(ran.out());
    assertThat(SCHEMA.faults(json)).isEmpty();
    assertThat(json.path("exit_code").asInt()).isEqualTo(code);
    return json;
  }

  /// Asserts that a plan changes nothing.
  void planIsEmpty() {
    Ran ran = workspace.run(with("plan", "--detailed-exitcode"));
    assertThat(ran.code()).as("%s", ran).isZero();
  }

  /// `address field where`.
  static List<String> accepted(JsonNode report) {
    var all = new ArrayList<String>();
    for (JsonNode one : report.path("accepted")) {
      all.add(
          one.path("address").asText()
              + " "
              + one.path("field").asText()
              + ": "
              + one.path("where").asText());
    }
    return all;
  }

  /// `address field: why`.
  static List<String> left(JsonNode report) {
    var all = new ArrayList<String>();
    for (JsonNode one : report.path("left")) {
      all.add(
          (one.path("address").asText() + " " + one.path("field").asText()).strip()
              + ": "
              + one.path("why").asText());
    }
    return all;
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException none) {
      return JSON.createObjectNode().put("no_json", text);
    }
  }

  @Override
  public void close() {
    lab.close();
  }
}
