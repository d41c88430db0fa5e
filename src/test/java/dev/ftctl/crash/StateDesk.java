package dev.ftctl.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.Ftctl;
import dev.ftctl.cli.process.Console;
import dev.ftctl.cli.process.Stop;
import dev.ftctl.crash.Company.Ended;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A simulator with one connection that keeps a state, and a folder in which its state is changed.
///
/// @param account as it is before each trial
record StateDesk(Path folder, Simulator simulator, ObjectNode account) {

  static final String OLD = "{\"cursor\":\"2024\"}";
  static final String NEW = "{\"cursor\":\"2025\"}";

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
      metadata: {name: orders}
      spec: {service: connector_sdk, groups: [prod], paused: false, config: {schema: orders}}
      """;

  private static final Map<String, String> KEY =
      Map.of(
          "FIVETRAN_API_KEY", "sandbox_key",
          "FIVETRAN_API_SECRET", "sandbox_secret",
          "FTCTL_QUOTAS", "none");

  static StateDesk open(Path folder) throws IOException {
    var simulator = Simulator.inProcess();
    Files.writeString(folder.resolve("all.yaml"), MANIFESTS);
    var desk = new StateDesk(folder, simulator, new JsonMapper().createObjectNode());
    Ended applied = desk.run(simulator.url(), "apply", "--auto-approve", "all.yaml");
    if (applied.code() != 0) {
      throw new IllegalStateException(applied.text());
    }
    Files.delete(folder.resolve("all.yaml"));
    return new StateDesk(folder, simulator, (ObjectNode) simulator.account());
  }

  /// A connection with the old state, nothing kept of it, no faults.
  void reset(boolean isPaused) {
    ObjectNode fresh = account.deepCopy();
    fresh
        .path("connections")
        .forEach(node -> ((ObjectNode) node).put("paused", isPaused).set("_state", json(OLD)));
    simulator.replaceAccount(fresh);
    simulator.faults("");
    simulator.forgetRequests();
  }

  String id() {
    return account.path("connections").fieldNames().next();
  }

  String state() {
    return connection().path("_state").toString();
  }

  boolean isPaused() {
    return connection().path("paused").asBoolean();
  }

  private JsonNode connection() {
    return simulator.account().path("connections").iterator().next();
  }

  /// In this process.
  Ended run(URI url, String... arguments) {
    return run(new Stop(), url, arguments);
  }

  Ended run(Stop stop, URI url, String... arguments) {
    var text = new StringWriter();
    var writer = new PrintWriter(text);
    var console =
        new Console(
            writer,
            writer,
            new BufferedReader(new StringReader("")),
            KEY,
            folder,
            Console.Terminals.NONE);
    int code = Ftctl.run(words(url, arguments).toArray(String[]::new), console, stop);
    stop.ended(code);
    return new Ended(code, text.toString());
  }

  /// In a process of its own.
  Process start(URI url, String... arguments) throws IOException {
    return Child.start(KEY, folder, words(url, arguments).toArray(String[]::new));
  }

  static Ended ended(Process process) throws IOException, InterruptedException {
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), text);
  }

  private static List<String> words(URI url, String... arguments) {
    var words = new ArrayList<>(List.of(arguments));
    words.add("--api-url=" + url);
    return words;
  }

  private static JsonNode json(String text) {
    try {
      return new JsonMapper().readTree(text);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(text, malformed);
    }
  }
}
