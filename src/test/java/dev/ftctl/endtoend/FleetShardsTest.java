package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.testing.judge.Comment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A fleet shared by several runs that know nothing of each other, and their reports joined.
@TestInstance(Lifecycle.PER_CLASS)
class FleetShardsTest {

  private static final int SHARDS = 8;

  @TempDir Path folder;

  private FleetAccounts accounts;
  private Workspace workspace;

  @BeforeAll
  void start() {
    accounts = new FleetAccounts(10);
  }

  @AfterAll
  void close() {
    accounts.close();
  }

  @BeforeEach
  void project() {
    accounts.names().forEach(name -> accounts.sandbox(name).control().reset());
    workspace =
        accounts
            .workspace(folder)
            .file("manifests/all.yaml", "kind: Group\nmetadata: {name: analytics}\n");
  }

  private List<String> shards(String... line) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, SHARDS).boxed().toList());
    Collections.shuffle(order, new Random(7));
    order.forEach(index -> {
      var words = new ArrayList<>(List.of(line));
      words.add("--shard=" + index + "/" + SHARDS);
      words.add("--report=report-" + index + ".json");
      workspace.succeed(words.toArray(String[]::new));
    });
    return order.stream().map(index -> "report-" + index + ".json").toList();
  }

  private Ran merge(List<String> reports, String... more) {
    var words = new ArrayList<>(List.of("fleet", "merge"));
    words.addAll(reports);
    words.addAll(List.of(more));
    return workspace.run(words.toArray(String[]::new));
  }

  @Test
  void togetherDoEachAccountExactlyOnceInAnyOrder() {
    List<String> reports = shards("fleet", "apply", "--auto-approve");

    Ran merged = merge(reports, "--format", "json");

    for (String name : accounts.names()) {
      Stream<String> writes =
          accounts.sandbox(name).requests().stream()
              .filter(request -> !request.method().equals("GET"))
              .map(request -> request.method() + " " + request.path());
      assertThat(writes).as(name).containsExactly("POST /v1/groups");
    }
    assertThat(merged.code()).as("%s", merged).isZero();
    List<String> told = new ArrayList<>();
    for (JsonNode account : merged.json().path("accounts")) {
      told.add(account.path("environment").asText());
      assertThat(account.path("has_writes").asBoolean()).isTrue();
      assertThat(account.at("/report/counts/writes").asInt()).isEqualTo(1);
    }
    assertThat(told).isEqualTo(accounts.names());
  }

  @Test
  void mergeNamesTheShardThatIsMissing() {
    List<String> reports = new ArrayList<>(shards("fleet", "plan", "--format", "markdown"));
    reports.remove("report-5.json");

    Ran text = merge(reports);
    Ran comment = merge(reports, "--format", "markdown");

    assertThat(text.code()).as("%s", text).isEqualTo(1);
    assertThat(text.out()).contains("No report of shard 5/8.");
    assertThat(comment.code()).isEqualTo(1);
    assertThat(comment.out())
        .startsWith("<!-- ftctl:fleet-plan account=- environment=- -->\n")
        .contains("No report of shard 5/8", "<details><summary>", "`Company a0");
    assertThat(Comment.faults(comment.out())).isEmpty();
  }

  @Test
  void mergeTakesOnlyPartsOfOneRun() {
    List<String> reports = shards("fleet", "validate");
    workspace.succeed("fleet", "validate", "--envs", "a00,a01", "--report", "other.json");
    workspace.file("cut.json", workspace.read("report-1.json").substring(0, 200));

    assertThat(merge(List.of("report-1.json", "report-1.json")).code()).isEqualTo(64);
    assertThat(merge(List.of("report-1.json", "other.json")).code()).isEqualTo(64);
    assertThat(merge(List.of("none.json")).code()).isEqualTo(64);
    assertThat(merge(List.of("cut.json")).code()).isEqualTo(65);
    assertThat(merge(List.of("ftctl.yaml")).code()).isEqualTo(65);
    assertThat(merge(reports).code()).isZero();
  }

  @Test
  void matrixHasEachEnvironmentOnce() {
    Ran plain = workspace.succeed("fleet", "matrix");
    Ran shared = workspace.succeed("fleet", "matrix", "--shards", "8");

    assertThat(plain.out()).hasLineCount(1);
    assertThat(plain.json().path("include").findValuesAsText("environment"))
        .isEqualTo(accounts.names());
    List<String> all = new ArrayList<>();
    for (JsonNode job : shared.json().path("include")) {
      job.path("environments").forEach(name -> all.add(name.asText()));
    }
    assertThat(shared.json().path("include").findValuesAsText("shard"))
        .startsWith("0/8")
        .endsWith("7/8")
        .hasSize(8);
    assertThat(all).containsExactlyInAnyOrderElementsOf(accounts.names());
  }

  /// By a name's hash: another way to take it would leave accounts to two machines, or to none,
  /// while they are being upgraded.
  @ParameterizedTest
  @CsvSource({"a00, 7", "a01, 2", "a02, 6", "prod, 6", "eu_prod, 1"})
  void shardOfANameNeverChanges(String name, int shard) {
    assertThat(new dev.ftctl.render.fleet.Shard(shard, SHARDS).takes(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8/8", "-1/8", "1", "a/b", "1/0", "1/2/3", "/"})
  void shardThatIsNoneIsRefused(String shard) {
    Ran ran = workspace.run("fleet", "plan", "--shard", shard);

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains("the first is 0/8, the last 7/8");
  }
}
