package dev.ftctl.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.cli.Workbench;
import dev.ftctl.fivetran.api.SchemasApi;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.Value;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import dev.ftctl.testing.Wanted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing that any line of a manifest excludes or hashes is in clear in a connection that a run
/// un-paused, nor in one that ran and that nothing was said against. Many connections of one
/// account are one run, each a case of its own.
class ProtectionPropertyTest {

  private static final int CASES_OF_A_RUN = 50;

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

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
    int cases = Scale.of(80, 10_000);
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

  /// Makes the account that the case begins with, then runs the program on the manifests.
  ///
  /// @return how many connections run in the end
  private int run(Lab lab, Random random, List<String> found) {
    var before = new ArrayList<Resource>(List.of(GROUP, WAREHOUSE));
    var trees = new LinkedHashMap<String, Map<String, Object>>();
    var manifests =
        new ArrayList<Map<String, Object>>(
            List.of(ProtectionWishes.document("Group", "g", Map.of())));
    for (int i = 0; i < CASES_OF_A_RUN; i++) {
      String name = "c" + i;
      int state = random.nextInt(3);
      if (state > 0) {
        before.add(connector(name, state == 2));
      }
      trees.put(name, ProtectionWishes.tree(random));
      manifests.addAll(
          ProtectionWishes.documents(
              name,
              ProtectionWishes.one(random, ProtectionWishes.POLICIES),
              trees.get(name),
              random));
    }
    lab.apply(before.toArray(Resource[]::new));
    touch(lab, random);
    Set<String> ran = running(lab);
    lab.sandbox().control().forgetRequests();
    Workbench bench = bench(lab, manifests);
    Set<String> blocked =
        blocked(
            bench.run(
                "plan",
                "--format",
                "json",
                "--skip-blocked",
                "--api-url",
                lab.sandbox().url().toString(),
                "--credentials",
                "key.json"));
    Workbench.Ran applied =
        bench.run(
            "apply",
            "--auto-approve",
            "--skip-blocked",
            "--api-url",
            lab.sandbox().url().toString(),
            "--credentials",
            "key.json");
    assertThat(applied.code()).as("%s", applied).isIn(0, 5);
    Set<String> runs = running(lab);
    for (String name : runs) {
      boolean isTold = applied.code() != 0 && ran.contains(name) && blocked.contains(name);
      if (!isTold) {
        new InClear(lab, id(lab, name), name, trees.get(name)).add(found);
      }
    }
    found.addAll(protectedTooLate(lab.sandbox().requests()));
    return runs.size();
  }

  /// Connections whose settings were still written after they had been un-paused: what held in the
  /// end may not have held when the first data went out.
  private static List<String> protectedTooLate(List<RequestRecord> history) {
    var started = new HashSet<String>();
    var late = new ArrayList<String>();
    for (RequestRecord request : history) {
      String id = request.path().replaceFirst("^/v1/connections/([^/]+).*", "$1");
      boolean isWrite = !request.method().equals("GET");
      if (isWrite
          && request.body().path("paused").isBoolean()
          && !request.body().path("paused").asBoolean()) {
        started.add(id);
      } else if (isWrite && request.path().contains("/schemas") && started.contains(id)) {
        late.add(request.method() + " " + request.path() + " after it was un-paused");
      }
    }
    return late;
  }

  private Workbench bench(Lab lab, List<Map<String, Object>> manifests) {
    try {
      Path home = Files.createTempDirectory(folder, "run");
      var text = new StringBuilder();
      for (Map<String, Object> document : manifests) {
        text.append("---\n").append(JSON.writeValueAsString(document)).append('\n');
      }
      return new Workbench(home)
          .holding(
              "ftctl.yaml",
              "variables: {users: users, ssn: ssn, mail: '*mail', pub: public}\n"
                  + "limits: {column_reads: 5000, max_resyncs: 1000}\n")
          .holding("manifests/all.yaml", text.toString())
          .holding("password", "harmless-password")
          .holding(
              "key.json",
              "{\"fivetran\": {\"api_key\": \"%s\", \"api_secret\": \"%s\"}}"
                  .formatted(lab.sandbox().apiKey(), lab.sandbox().apiSecret()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Set<String> blocked(Workbench.Ran planned) {
    try {
      var blocked = new HashSet<String>();
      for (JsonNode change : JSON.readTree(planned.out()).path("changes")) {
        if (!change.path("blocks").isEmpty()) {
          blocked.add(change.path("address").asText().replaceFirst("^[^/]*/(c\\d+)@g$", "$1"));
        }
      }
      return blocked;
    } catch (JsonProcessingException noJson) {
      throw new UncheckedIOException(noJson);
    }
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
