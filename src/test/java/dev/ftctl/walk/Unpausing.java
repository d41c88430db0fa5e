package dev.ftctl.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.Value;
import dev.ftctl.sandbox.Sandbox;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// Searches the history of a simulator for connections that were un-paused before everything that
/// is declared as excluded or hashed was so. What is live in the end was live at the un-pausing
/// when no write of schema settings came after it.
final class Unpausing {

  private static final JsonMapper JSON = new JsonMapper();

  private final Sandbox sandbox;
  private final JsonNode account;
  private final HttpClient http;
  private final List<String> found = new ArrayList<>();
  private boolean blocks;

  private Unpausing(Sandbox sandbox, HttpClient http) {
    this.sandbox = sandbox;
    this.http = http;
    this.account = sandbox.control().account();
  }

  /// What came too early; empty when nothing did.
  static List<String> tooEarly(Lab lab, Resource... wanted) {
    List<RequestRecord> history = lab.sandbox().requests();
    try (var http = HttpClient.newHttpClient()) {
      var search = new Unpausing(lab.sandbox(), http);
      for (int i = 0; i < history.size(); i++) {
        if (isUnpausing(history.get(i))) {
          search.look(id(history.get(i)), history.subList(i + 1, history.size()), List.of(wanted));
        }
      }
      return search.found;
    }
  }

  static boolean isUnpausing(RequestRecord request) {
    return !request.method().equals("GET")
        && request.path().matches("/v1/connections(/[^/]+)?")
        && request.status() / 100 == 2
        && request.body().path("paused").isBoolean()
        && !request.body().path("paused").asBoolean();
  }

  private static String id(RequestRecord request) {
    return request.path().replaceAll("/v1/connections/?", "");
  }

  private void look(String id, List<RequestRecord> after, List<Resource> wanted) {
    if (id.isEmpty()) {
      found.add("a connection was created un-paused");
      return;
    }
    after.stream()
        .filter(request -> !request.method().equals("GET") && request.status() / 100 == 2)
        .filter(request -> request.path().startsWith("/v1/connections/" + id + "/schemas"))
        .forEach(
            late -> found.add(late.method() + " " + late.path() + " came after the un-pausing"));
    JsonNode connection = account.path("connections").path(id);
    String group =
        account.path("groups").path(connection.path("group_id").asText()).path("name").asText();
    wanted.stream()
        .filter(resource -> resource.address().kind().equals("schema-settings"))
        .filter(resource -> resource.address().instance().equals(group))
        .filter(resource -> resource.address().name().equals(connection.path("schema").asText()))
        .forEach(settings -> requireLive(id, settings.spec().mapping("schemas")));
  }

  private void requireLive(String id, Value.Mapping schemas) {
    JsonNode configuration = get("/v1/connections/" + id + "/schemas");
    blocks = configuration.path("schema_change_handling").asText().equals("BLOCK_ALL");
    JsonNode live = configuration.path("schemas");
    schemas
        .entries()
        .forEach((schema, wish) ->
            ((Value.Mapping) wish)
                .mapping("tables")
                .entries()
                .forEach((table, of) ->
                    table(id, schema, table, (Value.Mapping) of, live.path(schema))));
  }

  private void table(String id, String schema, String table, Value.Mapping wish, JsonNode live) {
    JsonNode there = live.path("tables").path(table);
    if (isOff(wish) && !table.contains("*") && there.path("enabled").asBoolean(true)) {
      found.add(id + ": " + schema + "." + table + " syncs");
    }
    Value.Mapping columns = wish.mapping("columns");
    if (columns.entries().isEmpty()) {
      return;
    }
    JsonNode known =
        get("/v1/connections/" + id + "/schemas/" + schema + "/tables/" + table + "/columns")
            .path("columns");
    for (Map.Entry<String, Value> column : columns.entries().entrySet()) {
      var wanted = (Value.Mapping) column.getValue();
      JsonNode is = known.path(column.getKey());
      // What the source gets later is kept out by a policy that blocks everything new.
      if (isOff(wanted) && is.path("enabled").asBoolean(!blocks)) {
        found.add(id + ": " + table + "." + column.getKey() + " syncs");
      }
      if (isOn(wanted.get("hashed")) && !is.path("hashed").asBoolean(false)) {
        found.add(id + ": " + table + "." + column.getKey() + " is not hashed");
      }
    }
  }

  private static boolean isOff(Value.Mapping wish) {
    return wish.get("enabled") instanceof Value.Bool enabled && !enabled.flag();
  }

  private static boolean isOn(Value value) {
    return value instanceof Value.Bool flag && flag.flag();
  }

  private JsonNode get(String path) {
    String key = sandbox.apiKey() + ":" + sandbox.apiSecret();
    String token = Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(sandbox.url().resolve(path))
            .header("Authorization", "Basic " + token)
            .build();
    try {
      return JSON.readTree(http.send(request, BodyHandlers.ofString()).body()).path("data");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
