package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fleets in processes of their own, as a job's machines run them.
class FleetProcessesTest {

  private static final List<String> QUICK_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx192m");

  private static final int SHARDS = 8;

  /// Of each account.
  private static final int GROUPS = 8;

  @TempDir Path folder;

  /// Each on a machine of its own, all at the same time. Eight processes are many for the plain
  /// build, in which `FleetShardsTest` runs them in one.
  @Test
  void shardsDoEachAccountExactlyOnceAndAMissingOneIsNamed() throws Exception {
    assumeTrue(Scale.of(0, 1) == 1, "skipped: it is of the nightly build");
    try (var accounts = new FleetAccounts(12)) {
      Map<Integer, Process> shards = new LinkedHashMap<>();
      for (int index : shuffled()) {
        Path machine = folder.resolve("machine-" + index);
        accounts.workspace(machine).file("manifests/all.yaml", groups(1));
        String shard = "--shard=" + index + "/" + SHARDS;
        shards.put(index, apply(accounts, machine, shard, "--report=report.json"));
      }
      for (Process shard : shards.values()) {
        Ran ran = Alone.ended(shard);
        assertThat(ran.code()).as("%s", ran).isZero();
      }

      List<String> reports =
          new ArrayList<>(
              shards.keySet().stream().map(index -> "machine-" + index + "/report.json").toList());
      Ran all = merge(reports);
      reports.remove("machine-5/report.json");
      Ran others = merge(reports);

      for (String name : accounts.names()) {
        assertThat(writes(accounts, name)).as(name).containsExactly("POST /v1/groups");
      }
      assertThat(all.code()).as("%s", all).isZero();
      assertThat(all.json().path("accounts").findValuesAsText("environment"))
          .isEqualTo(accounts.names());
      assertThat(others.code()).as("%s", others).isEqualTo(5);
      assertThat(others.json().at("/missing").toString()).isEqualTo("[\"5/8\"]");
    }
  }

  private static List<Integer> shuffled() {
    List<Integer> order = new ArrayList<>(IntStream.range(0, SHARDS).boxed().toList());
    Collections.shuffle(order, new Random(17));
    return order;
  }

  private Ran merge(List<String> reports) {
    var words = new ArrayList<>(List.of("fleet", "merge", "--format=json"));
    words.addAll(reports);
    return new Workspace(folder).run(words.toArray(String[]::new));
  }

  /// The runner takes the job's machine away while the second account is asked to make something.
  @Test
  void terminatedApplyLeavesReportAndJournalsAndTheNextOneFinishes() throws Exception {
    try (var accounts = new FleetAccounts(List.of("a00", "a01", "a02"), Duration.ofMillis(20))) {
      var process = new CompletableFuture<Process>();
      var isAsked = new AtomicBoolean();
      accounts.arrivals((name, method) -> {
        if (name.equals("a01") && method.equals("POST") && isAsked.compareAndSet(false, true)) {
          process.join().toHandle().destroy();
        }
      });
      Workspace workspace = accounts.workspace(folder).file("manifests/all.yaml", groups(GROUPS));
      process.complete(
          apply(accounts, folder, "--jobs=1", "--parallelism=2", "--report=report.json"));

      Ran ran = Alone.ended(process.join());

      assertThat(ran.code()).as("%s", ran).isEqualTo(143);
      assertThat(ran.out()).contains("1 not begun (a02)");
      JsonNode report = new JsonMapper().readTree(workspace.read("report.json"));
      for (String name : List.of("a00", "a01")) {
        long writes = writes(accounts, name).count();
        JsonNode told = report.path("accounts").path(accounts.names().indexOf(name));
        assertThat(writes).as(name).isPositive();
        assertThat(told.at("/report/counts/writes").asLong()).as(name).isEqualTo(writes);
        assertThat(journalled(workspace, name)).as(name).isEqualTo(writes);
      }
      assertThat(writes(accounts, "a02")).isEmpty();

      workspace.succeed("fleet", "apply", "--auto-approve");

      for (String name : accounts.names()) {
        assertThat(writes(accounts, name)).as(name).hasSize(GROUPS);
      }
    }
  }

  private static String groups(int count) {
    var manifests = new StringBuilder();
    for (int number = 0; number < count; number++) {
      manifests.append("kind: Group\nmetadata: {name: g").append(number).append("}\n---\n");
    }
    return manifests.toString();
  }

  /// Writes that were answered.
  private static long journalled(Workspace workspace, String name) throws IOException {
    var mapper = new JsonMapper();
    long writes = 0;
    for (String line : workspace.read(".ftctl/journal/" + name + ".jsonl").lines().toList()) {
      writes += mapper.readTree(line).path("event").asText().equals("ended") ? 1 : 0;
    }
    return writes;
  }

  private static Stream<String> writes(FleetAccounts accounts, String name) {
    return accounts.sandbox(name).requests().stream()
        .filter(request -> !request.method().equals("GET"))
        .map(request -> request.method() + " " + request.path());
  }

  private static Process apply(FleetAccounts accounts, Path folder, String... more)
      throws IOException {
    var environment = new LinkedHashMap<>(accounts.variables());
    environment.put("FIVETRAN_API_URL", accounts.url());
    environment.put("FTCTL_QUOTAS", "none");
    var words = new ArrayList<>(List.of("fleet", "apply", "--auto-approve"));
    words.addAll(List.of(more));
    return Alone.start(folder, QUICK_START, environment, words.toArray(String[]::new));
  }
}
