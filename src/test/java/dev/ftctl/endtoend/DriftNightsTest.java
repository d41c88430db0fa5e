package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Scale;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many nights in which people click, take it back, and some reads fail: each difference is told
/// once, and once when it is gone.
class DriftNightsTest {

  private static final Instant FIRST = Instant.parse("2026-01-01T03:17:00Z");

  /// What people click: the call, its body with the value in place of `$`, the values, the one of
  /// the manifests (or of the policy) first.
  private record Click(String path, String body, List<String> values) {}

  private static final Map<String, Click> CLICKS =
      Map.of(
          "connector/grain@mill sync_frequency",
          new Click("connections/{grain}", "{\"sync_frequency\": $}", List.of("360", "720", "60")),
          "connector/flour@mill sync_frequency",
          new Click("connections/{flour}", "{\"sync_frequency\": $}", List.of("360", "1440")),
          "connector/grain@mill config.host",
          new Click(
              "connections/{grain}",
              "{\"config\": {\"host\": \"$\"}}",
              List.of("grain.db.internal", "db-1.internal", "db-2.internal")),
          "schema-settings/grain@mill public.users.email",
          new Click(
              "connections/{grain}/schemas/public/tables/users/columns/email",
              "{\"hashed\": $}",
              List.of("true", "false")),
          "schema-settings/grain@mill public.users.ssn",
          new Click(
              "connections/{grain}/schemas/public/tables/users/columns/ssn",
              "{\"enabled\": $}",
              List.of("false", "true")),
          "schema-settings/grain@mill public.orders",
          new Click(
              "connections/{grain}/schemas/public/tables/orders",
              "{\"enabled\": $}",
              List.of("true", "false")));

  @TempDir Path folder;

  private final long seed = Long.getLong("ftctl.test.seed", System.nanoTime());
  private final Random random = new Random(seed);

  /// What the account has otherwise, by what it is about; the value is what it has.
  private final Map<String, String> live = new TreeMap<>();

  /// What was told and when first.
  private final Map<String, Instant> told = new HashMap<>();

  private int messages;

  @Test
  void eachIsToldOnceAndOnceWhenItIsGone() {
    int nights = Scale.of(30, 1000);
    try (var mill = new DriftingMill(folder)) {
      mill.drift(0, "--since", "memory.json", "--now", FIRST.toString());
      for (int night = 1; night <= nights; night++) {
        clicks(mill);
        Instant now = FIRST.plus(night, ChronoUnit.DAYS);
        if (random.nextInt(4) == 0) {
          unreadable(mill, now);
        } else {
          readable(mill, now, night);
        }
      }
    }
    assertThat(messages).as("seed %s", seed).isGreaterThan(nights / 4);
  }

  private void clicks(DriftingMill mill) {
    List<String> names = CLICKS.keySet().stream().sorted().toList();
    for (int i = random.nextInt(3); i > 0; i--) {
      String name = names.get(random.nextInt(names.size()));
      Click click = Objects.requireNonNull(CLICKS.get(name));
      String value = click.values().get(random.nextInt(click.values().size()));
      mill.call("PATCH", click.path(), click.body().replace("$", value));
      if (value.equals(click.values().getFirst())) {
        live.remove(name);
      } else {
        live.put(name, value);
      }
    }
    if (random.nextInt(5) == 0) {
      group(mill);
    }
  }

  /// One that nobody described comes, or goes.
  private void group(DriftingMill mill) {
    String name = "group/clicked ";
    String id = live.remove(name);
    if (id == null) {
      JsonNode made = mill.call("POST", "groups", "{\"name\": \"clicked\"}");
      live.put(name, made.path("id").asText());
    } else {
      mill.call("DELETE", "groups/" + id, "");
    }
  }

  private void readable(DriftingMill mill, Instant now, int night) {
    boolean breaks =
        live.keySet().stream()
            .anyMatch(name -> !name.startsWith("group/") && !name.endsWith("public.orders"));
    JsonNode report = mill.drift(breaks ? 2 : 0, "--since", "memory.json", "--now", now.toString());
    Set<String> expected = new HashSet<>();
    live.forEach((name, value) -> expected.add(name + " = " + value));
    Set<String> fresh = new HashSet<>(expected);
    fresh.removeAll(told.keySet());
    Set<String> gone = new HashSet<>();
    told.keySet().stream()
        .map(key -> key.substring(0, key.indexOf(" = ")))
        .filter(name -> !live.containsKey(name))
        .forEach(gone::add);
    told.keySet().retainAll(expected);
    fresh.forEach(key -> told.put(key, now));

    assertThat(withStatus(report, "new")).as("seed %s night %s", seed, night).isEqualTo(fresh);
    Set<String> still = new HashSet<>(expected);
    still.removeAll(fresh);
    assertThat(withStatus(report, "still")).as("seed %s night %s", seed, night).isEqualTo(still);
    Set<String> saidGone = new HashSet<>();
    report
        .path("gone")
        .forEach(
            one -> saidGone.add(one.path("address").asText() + " " + one.path("field").asText()));
    assertThat(saidGone).as("seed %s night %s", seed, night).isEqualTo(gone);
    messages += fresh.size() + gone.size();
  }

  /// Each with the time at which it was told first, which is checked here.
  private Set<String> withStatus(JsonNode report, String status) {
    Set<String> found = new HashSet<>();
    for (JsonNode one : report.path("drift")) {
      String address = one.path("address").asText();
      if (one.path("status").asText().equals(status) && !address.startsWith("user/")) {
        String value = one.has("live") ? one.path("live").asText() : one.path("id").asText();
        String key = address + " " + one.path("field").asText() + " = " + value;
        found.add(key);
        assertThat(one.path("since").asText())
            .as("seed %s %s", seed, key)
            .isEqualTo(told.getOrDefault(key, Instant.MIN).toString());
      }
    }
    return found;
  }

  /// Says nothing that a readable night would have to say again.
  private void unreadable(DriftingMill mill, Instant now) {
    String before = mill.workspace().read("memory.json");
    List<String> paths =
        List.of(
            "/v1/connections$",
            "/v1/connections/" + mill.id("grain") + "$",
            "/v1/connections/" + mill.id("flour") + "/schemas$",
            "/v1/groups$");
    String path = paths.get(random.nextInt(paths.size()));
    mill.lab().sandbox().control().faults(fault(path));

    Ran ran =
        mill.workspace()
            .run("drift", "--since", "memory.json", "--now", now.toString(), "--format", "json");

    assertThat(ran.code()).as("seed %s %s %s", seed, path, ran).isIn(4, 77);
    assertThat(ran.out()).doesNotContain("\"status\" : \"new\"");
    assertThat(mill.workspace().read("memory.json")).isEqualTo(before);
    mill.lab().sandbox().control().faults(JsonNodeFactory.instance.arrayNode());
  }

  private static ArrayNode fault(String path) {
    ArrayNode rules = JsonNodeFactory.instance.arrayNode();
    ObjectNode rule = rules.addObject();
    rule.putObject("match").put("method", "GET").put("path", "^" + path);
    rule.putObject("then").put("status", 403);
    return rules;
  }
}
