package dev.ftctl.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// People who change an account by hand, one object or several alike. They know nothing of
/// manifests, and type what they like.
final class Clicks {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// What YAML reads otherwise when it is written as it is.
  private static final List<String> ODD =
      List.of(
          "plain",
          "yes",
          "null",
          "0x1F",
          "1e3",
          "012",
          "a: b",
          "a #b",
          "#x",
          "- x",
          "{a}",
          "[b]",
          "ünï ☃",
          "it's",
          "say \"hi\"",
          "back\\slash",
          "*star",
          "&and",
          "!bang",
          "%per",
          "@at",
          "`tick",
          "${var:nobody}",
          "$${x}",
          "a, b",
          "trailing:",
          "~",
          "2026-11-30",
          "=",
          "|",
          ">");

  private static final List<String> COLUMNS =
      List.of(
          "users/email",
          "users/ssn",
          "users/phone",
          "users/given_name",
          "orders/status",
          "orders/total",
          "customers/name",
          "customers/country",
          "payments/method",
          "products/sku");

  private final OtherTool person;
  private final Random random;
  private int numbers;

  Clicks(OtherTool person, Random random) {
    this.person = person;
    this.random = random;
    for (JsonNode connection : person.send("GET", "/connections?limit=1000", "").path("items")) {
      if (hasTables(connection)) {
        String path = "/connections/" + connection.path("id").asText() + "/schemas/reload";
        person.send("POST", path, "{'exclude_mode':'PRESERVE'}");
      }
    }
  }

  private static boolean hasTables(JsonNode connection) {
    return connection.path("service").asText().equals("postgres");
  }

  /// @return how many edits were made
  int some(int count) {
    List<JsonNode> connections = connections();
    int made = 0;
    while (made < count) {
      made +=
          switch (random.nextInt(12)) {
            case 0 -> destination();
            case 1 -> user();
            case 2 -> webhookOrTeam();
            default -> connection(connections);
          };
    }
    return made;
  }

  /// In an order that does not depend on which was made first.
  private List<JsonNode> connections() {
    var names = new TreeMap<String, String>();
    sorted("groups", "name")
        .forEach(group -> names.put(group.path("id").asText(), group.path("name").asText()));
    var sorted = new ArrayList<>(sorted("connections", "schema"));
    sorted.sort(
        Comparator.comparing((JsonNode one) -> one.path("schema").asText())
            .thenComparing(one -> names.getOrDefault(one.path("group_id").asText(), "")));
    return sorted;
  }

  private List<JsonNode> sorted(String collection, String field) {
    var all = new ArrayList<JsonNode>();
    person.send("GET", "/" + collection + "?limit=1000", "").path("items").forEach(all::add);
    all.sort(Comparator.comparing(one -> one.path(field).asText()));
    return all;
  }

  /// The same of one connection, of all of its name, or of all of its service.
  private int connection(List<JsonNode> connections) {
    JsonNode first = connections.get(random.nextInt(connections.size()));
    String alike =
        switch (random.nextInt(10)) {
          case 0 -> "service";
          case 1, 2, 3 -> "schema";
          default -> "id";
        };
    boolean isSettings = hasTables(first) && chance(40);
    ObjectNode body = isSettings ? settings() : fields(first);
    int made = 0;
    for (JsonNode connection : connections) {
      if (connection.path(alike).equals(first.path(alike))) {
        String path = "/connections/" + connection.path("id").asText();
        send("PATCH", isSettings ? path + "/schemas" : path, body);
        made++;
      }
    }
    return made;
  }

  private ObjectNode fields(JsonNode connection) {
    ObjectNode body = JSON.objectNode().put("run_setup_tests", false);
    if (chance(45)) {
      return schedule(body);
    }
    ObjectNode config = body.putObject("config");
    switch (connection.path("service").asText()) {
      case "postgres" -> database(config);
      case "google_ads" -> {
        if (chance(70)) {
          ArrayNode accounts = config.putArray("accounts");
          some("1112223333", "4445556666", "7778889999", "1230001111").forEach(accounts::add);
        } else {
          config.put("conversion_window_size", chance(50) ? 60 : 90);
        }
      }
      default -> files(config);
    }
    return body;
  }

  private ObjectNode schedule(ObjectNode body) {
    switch (random.nextInt(5)) {
      case 0 -> body.put("data_delay_sensitivity", one("LOW", "NORMAL", "HIGH"));
      case 1 -> body.put("schedule_type", one("auto", "manual"));
      case 2 -> body.put("sync_frequency", 1440).put("daily_sync_time", one("03:00", "14:00"));
      default -> body.put("sync_frequency", List.of(5, 15, 60, 120, 480).get(random.nextInt(5)));
    }
    return body;
  }

  private void database(ObjectNode config) {
    switch (random.nextInt(4)) {
      case 0 -> config.put("port", 7000 + numbers++);
      case 1 -> config.put("user", chance(50) ? "clicker" + numbers++ : odd());
      case 2 -> config.put("database", chance(50) ? "clicked" + numbers++ : odd());
      default -> config.put("host", chance(80) ? "ui" + numbers++ + ".internal" : odd());
    }
  }

  private void files(ObjectNode config) {
    switch (random.nextInt(3)) {
      case 0 -> config.put("compression", one("gzip", "zip", "uncompressed"));
      case 1 -> config.put("prefix", chance(50) ? "clicked/" + numbers++ : odd());
      default -> {
        ArrayNode files = config.putArray("files");
        some("pages", "searches", "visits")
            .forEach(table ->
                files
                    .addObject()
                    .put("table_name", table)
                    .put("file_pattern", chance(50) ? table + "/.*" : "clicked/" + numbers++));
      }
    }
  }

  private ObjectNode settings() {
    ObjectNode body = JSON.objectNode();
    if (chance(12)) {
      return body.put("schema_change_handling", one("ALLOW_ALL", "ALLOW_COLUMNS", "BLOCK_ALL"));
    }
    ObjectNode tables = body.putObject("schemas").putObject("public").putObject("tables");
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      String[] names = one(COLUMNS.toArray(String[]::new)).split("/", -1);
      ObjectNode table = tables.withObjectProperty(names[0]);
      if (chance(25)) {
        table.put("enabled", chance(50));
      } else if (chance(15)) {
        table.put("sync_mode", one("SOFT_DELETE", "HISTORY"));
      } else {
        table
            .withObjectProperty("columns")
            .withObjectProperty(names[1])
            .put(chance(50) ? "enabled" : "hashed", chance(50));
      }
    }
    return body;
  }

  private int destination() {
    List<JsonNode> groups = sorted("groups", "name");
    ObjectNode body = JSON.objectNode().put("run_setup_tests", false);
    if (chance(70)) {
      body.putObject("config").put("database", chance(50) ? "CLICKED" + numbers++ : odd());
    } else {
      body.put("time_zone_offset", one("-5", "0", "+2"));
    }
    String id = groups.get(random.nextInt(groups.size())).path("id").asText();
    send("PATCH", "/destinations/" + id, body);
    return 1;
  }

  private int user() {
    String id = person.idOf("users", "email", one("ana@acme.example", "ben@acme.example"));
    ObjectNode body = JSON.objectNode();
    switch (random.nextInt(3)) {
      case 0 -> body.put("role", one("Account Reviewer", "Account Analyst", "Account Billing"));
      case 1 -> body.put("given_name", odd());
      default -> body.put("family_name", odd());
    }
    send("PATCH", "/users/" + id, body);
    return 1;
  }

  private int webhookOrTeam() {
    if (chance(50)) {
      String id = person.idOf("teams", "name", "data");
      send("PATCH", "/teams/" + id, JSON.objectNode().put("description", odd()));
      return 1;
    }
    List<JsonNode> hooks = sorted("webhooks", "url");
    ObjectNode body = JSON.objectNode();
    if (chance(50)) {
      body.put("active", chance(50));
    } else {
      ArrayNode events = body.putArray("events");
      some("sync_start", "sync_end", "connection_failure").forEach(events::add);
    }
    String id = hooks.get(random.nextInt(hooks.size())).path("id").asText();
    send("PATCH", "/webhooks/" + id, body);
    return 1;
  }

  private void send(String method, String path, ObjectNode body) {
    person.send(method, path, body.toString().replace("'", "\\u0027"));
  }

  private String odd() {
    return ODD.get(random.nextInt(ODD.size()));
  }

  private List<String> some(String... all) {
    var chosen = new ArrayList<String>(List.of(all));
    IntStream.range(0, random.nextInt(all.length))
        .forEach(i -> chosen.remove(random.nextInt(chosen.size())));
    return chosen;
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
