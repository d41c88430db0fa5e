package dev.ftctl.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Times `ftctl status` over 3,000 connections in 40 groups, against the simulator in a process of
/// its own, beside a run that does nothing (`ftctl version`), in turn.
///
///     src/bench/status.sh [RUNS [LATENCY]]
///
/// Exits 1 when more than four lists are read.
final class Fleet {
  private static final int CONNECTIONS = 3_000;
  private static final int GROUPS = 40;
  private static final int MOST_LISTS = 4;
  private static final List<String> FORMATS =
      List.of("text", "json", "markdown", "html", "openmetrics");

  private Fleet() {}

  public static void main(String... words) throws Exception {
    Path home = Path.of(System.getProperty("ftctl.home", ".")).toAbsolutePath();
    int runs = words.length > 0 ? Integer.parseInt(words[0]) : 5;
    int latency = words.length > 1 ? Integer.parseInt(words[1]) : 50;
    Path folder = Files.createTempDirectory("ftctl-fleet");
    Path data = folder.resolve("account.json");
    try (Simulator simulator = Simulator.start(home, data, latency)) {
      simulator.replaceAccount(account());
      System.out.printf("%d connections, %d ms before each answer%n", CONNECTIONS, latency);
      System.out.printf("%-12s %6s %8s %8s %8s%n", "", "lists", "seconds", "x bare", "peak MB");
      var bare = new ArrayList<Program>();
      var timed = new ArrayList<List<Program>>();
      FORMATS.forEach(format -> timed.add(new ArrayList<>()));
      for (int run = 0; run < runs; run++) {
        bare.add(run(home, folder, simulator, List.of("version")));
        for (int i = 0; i < FORMATS.size(); i++) {
          var line = List.of("status", "--format", FORMATS.get(i));
          timed.get(i).add(run(home, folder, simulator, line));
        }
      }
      print("bare run", 0, bare, bare);
      for (int i = 0; i < FORMATS.size(); i++) {
        print(FORMATS.get(i), lists(home, folder, simulator, FORMATS.get(i)), timed.get(i), bare);
      }
    } finally {
      Files.deleteIfExists(data);
      try (var left = Files.newDirectoryStream(folder)) {
        for (Path file : left) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static Program run(Path home, Path folder, Simulator simulator, List<String> line)
      throws Exception {
    return Program.run(home, folder, simulator.environment(), Duration.ZERO, line).ended(0);
  }

  private static int lists(Path home, Path folder, Simulator simulator, String format)
      throws Exception {
    simulator.forgetRequests();
    run(home, folder, simulator, List.of("status", "--format", format));
    int lists = 0;
    for (JsonNode request : simulator.requests()) {
      lists += request.path("path").asText().matches(".*/(groups|connections)") ? 1 : 0;
    }
    if (lists > MOST_LISTS) {
      throw new IllegalStateException(lists + " lists are read");
    }
    return lists;
  }

  private static void print(String what, int lists, List<Program> runs, List<Program> bare) {
    double seconds = median(runs);
    long peak = runs.stream().mapToLong(Program::peak).max().orElse(0);
    System.out.printf(
        "%-12s %6d %8.2f %8.2f %8d%n", what, lists, seconds, seconds / median(bare), peak);
  }

  private static double median(List<Program> runs) {
    double[] seconds = runs.stream().mapToDouble(run -> run.wall().toNanos() / 1e9).toArray();
    Arrays.sort(seconds);
    return seconds[seconds.length / 2];
  }

  /// One in twenty fails, is paused or waits for somebody.
  private static ObjectNode account() {
    ObjectNode account = JsonNodeFactory.instance.objectNode();
    ObjectNode groups = account.putObject("groups");
    for (int i = 0; i < GROUPS; i++) {
      groups.putObject("group_" + i).put("id", "group_" + i).put("name", "group" + i);
    }
    ObjectNode connections = account.putObject("connections");
    Instant now = Instant.now();
    for (int i = 0; i < CONNECTIONS; i++) {
      ObjectNode connection = connections.putObject("connection_" + i);
      connection.put("id", "connection_" + i).put("group_id", "group_" + i % GROUPS);
      connection.put("service", "postgres").put("schema", "db" + i).put("paused", i % 60 == 1);
      connection.put("sync_frequency", 360).put("schedule_type", "auto");
      connection.put("created_at", now.minus(Duration.ofDays(90)).toString());
      connection.put("succeeded_at", now.minus(Duration.ofMinutes(i % 300 + 10)).toString());
      if (i % 60 == 2) {
        connection.put("failed_at", now.minus(Duration.ofMinutes(1)).toString());
      }
      ObjectNode status = connection.putObject("status");
      status.put("setup_state", i % 60 == 3 ? "incomplete" : "connected");
      status.put("sync_state", i % 60 == 1 ? "paused" : "scheduled");
      status.put("update_state", "on_schedule").put("is_historical_sync", false);
      status.putArray("tasks");
      status.putArray("warnings");
    }
    return account;
  }
}
