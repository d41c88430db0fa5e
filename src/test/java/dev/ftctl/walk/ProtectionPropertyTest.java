package dev.ftctl.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.fivetran.api.SchemasApi;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.Value;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.PlannedChange;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import dev.ftctl.testing.Wanted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Nothing that any line of a manifest excludes or hashes is in clear in a connection that a run
/// un-paused, nor in one that ran and that nothing was said against. Many connections of one
/// account are one run, each a case of its own.
class ProtectionPropertyTest {

  private static final int CASES_OF_A_RUN = 50;
  private static final List<String> POLICIES =
      List.of("", "ALLOW_ALL", "ALLOW_COLUMNS", "BLOCK_ALL");
  private static final List<String> SCHEMAS =
      List.of("public", "public", "pub*", "Public", "later");
  private static final List<String> TABLES =
      List.of("users", "Users", "customers", "orders", "pay*", "*", "c?stomers", "ghost", "usres");
  private static final List<String> COLUMNS =
      List.of("ssn", "snn", "SSN", "s*", "*mail", "email", "emial", "card_*", "*", "vat_number");

  private static final Resource GROUP = Wanted.of("group/g", Map.of("name", "g"));

  private static final Resource WAREHOUSE =
      Wanted.of(
          "destination/g",
          Map.of(
              "group",
              "g",
              "service",
              "big_query",
              "region",
              "GCP_US_EAST4",
              "time_zone_offset",
              "0",
              "config",
              Map.of("project_id", "acme", "data_set_location", "US")));

  @Test
  void nothingProtectedIsInClearWhereARunStartedIt() {
    int cases = Scale.of(500, 10_000);
    var found = new ArrayList<String>();
    int running = 0;
    for (int first = 0; first < cases; first += CASES_OF_A_RUN) {
      try (var lab = new Lab()) {
        running += run(lab, new Random(20261129L + first), found);
      }
    }

    assertThat(found).isEmpty();
    assertThat(running).as("connections that run in the end").isGreaterThan(cases / 4);
  }

  /// How many connections run in the end.
  private static int run(Lab lab, Random random, List<String> found) {
    List<String> names = IntStream.range(0, CASES_OF_A_RUN).mapToObj(i -> "c" + i).toList();
    var before = new ArrayList<Resource>(List.of(GROUP, WAREHOUSE));
    var after = new ArrayList<Resource>(before);
    var trees = new LinkedHashMap<String, Map<String, Object>>();
    for (String name : names) {
      int state = random.nextInt(3);
      if (state > 0) {
        before.add(connector(name, state == 2));
      }
      after.add(connector(name, false));
      Map<String, Object> tree = tree(random);
      trees.put(name, tree);
      after.add(settings(name, one(random, POLICIES), tree));
    }
    lab.apply(before.toArray(Resource[]::new));
    touch(lab, random);
    Set<String> ran = running(lab);
    Plan plan = lab.plan(after.toArray(Resource[]::new));
    Set<String> blocked = new HashSet<>();
    plan.changes().stream()
        .filter(PlannedChange::isBlocked)
        .forEach(planned -> blocked.add(planned.change().address().name()));
    lab.applyAllowed(plan);
    Set<String> runs = running(lab);
    for (String name : runs) {
      if (!ran.contains(name) || !blocked.contains(name)) {
        new InClear(lab, id(lab, name), name, trees.get(name)).add(found);
      }
    }
    return runs.size();
  }

  /// Somebody looked at some sources, so that their configuration is there before ftctl comes.
  private static void touch(Lab lab, Random random) {
    for (String name : running(lab)) {
      if (random.nextBoolean()) {
        lab.account(true)
            .api(SchemasApi.class)
            .reload(
                id(lab, name), Value.Mapping.of(Map.of("exclude_mode", Value.text("PRESERVE"))));
      }
    }
  }

  private static Map<String, Object> tree(Random random) {
    var tree = new LinkedHashMap<String, Object>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      var tables = new LinkedHashMap<String, Object>();
      for (int j = random.nextInt(3); j > 0; j--) {
        var columns = new LinkedHashMap<String, Object>();
        for (int k = random.nextInt(3); k > 0; k--) {
          columns.put(one(random, COLUMNS), wish(random, true));
        }
        Map<String, Object> table =
            random.nextInt(4) == 0 ? wish(random, false) : new LinkedHashMap<>();
        table.put("columns", columns);
        tables.put(one(random, TABLES), table);
      }
      Map<String, Object> schema =
          random.nextInt(8) == 0 ? wish(random, false) : new LinkedHashMap<>();
      schema.put("tables", tables);
      tree.put(one(random, SCHEMAS), schema);
    }
    return tree;
  }

  private static Map<String, Object> wish(Random random, boolean isColumn) {
    var wish = new LinkedHashMap<String, Object>();
    int kind = random.nextInt(isColumn ? 5 : 3);
    if (kind > 2) {
      wish.put("hashed", true);
    } else {
      wish.put("enabled", kind == 2);
    }
    if (random.nextInt(6) == 0) {
      wish.put("optional", true);
    }
    return wish;
  }

  private static String one(Random random, List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static Resource connector(String name, boolean isPaused) {
    return Wanted.of(
        "connector/" + name + "@g",
        Map.of(
            "service",
            "postgres",
            "group",
            "g",
            "paused",
            isPaused,
            "config",
            Map.of(
                "schema_prefix",
                name,
                "host",
                name + ".internal",
                "port",
                5432,
                "database",
                name,
                "user",
                "fivetran",
                "password",
                Wanted.secret("env:P", "harmless-password"))));
  }

  private static Resource settings(String name, String policy, Map<String, Object> tree) {
    var spec = new LinkedHashMap<String, Object>();
    spec.put("connector", name + "@g");
    if (!policy.isEmpty()) {
      spec.put("schema_change_handling", policy);
    }
    spec.put("schemas", tree);
    return Wanted.of("schema-settings/" + name + "@g", spec);
  }

  private static Set<String> running(Lab lab) {
    var running = new HashSet<String>();
    ObjectNode account = lab.sandbox().control().account();
    account
        .path("connections")
        .forEach(connection -> {
          if (!connection.path("paused").asBoolean()
              && connection.path("schema").asText().startsWith("c")) {
            running.add(connection.path("schema").asText());
          }
        });
    return running;
  }

  private static String id(Lab lab, String name) {
    JsonNode connections = lab.sandbox().control().account().path("connections");
    for (JsonNode connection : connections) {
      if (connection.path("schema").asText().equals(name)) {
        return connection.path("id").asText();
      }
    }
    throw new IllegalStateException(name);
  }
}
