package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One apply for many accounts.
@TestInstance(Lifecycle.PER_CLASS)
class FleetApplyTest {

  @TempDir Path folder;

  private FleetAccounts accounts;
  private Workspace workspace;

  @BeforeAll
  void start() {
    accounts = new FleetAccounts(4);
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

  private long writes(String name) {
    return accounts.sandbox(name).requests().stream()
        .filter(request -> !request.method().equals("GET"))
        .count();
  }

  private long requests() {
    return accounts.names().stream()
        .mapToLong(name -> accounts.sandbox(name).requests().size())
        .sum();
  }

  @Test
  void nobodyIsAskedOnATerminalNeither() {
    Ran piped = workspace.run("fleet", "apply");
    Ran ran = workspace.typing("yes\nyes\nyes\nyes\n").runOnTerminal("fleet", "apply");

    assertThat(piped.code()).isEqualTo(4);
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.err()).contains("--auto-approve");
    assertThat(requests()).isZero();
  }

  @Test
  void oneThatIsNotWellStopsNoOtherAndMakesItPartial() throws IOException {
    workspace.file(
        "manifests/one.yaml",
        "kind: Group\nmetadata: {name: wrong, environments: [a02]}\nspec: {nome: x}\n");

    Ran ran = workspace.run("fleet", "apply", "--auto-approve", "--report", "report.json");

    assertThat(ran.code()).as("%s", ran).isEqualTo(5);
    assertThat(List.of("a00", "a01", "a03")).allMatch(name -> writes(name) == 1);
    assertThat(writes("a02")).isZero();
    assertThat(ran.out())
        .endsWith("Fleet apply: 4 accounts, 3 ended with 0 (3 changed), 1 with 65 (a02).\n");
    var report = new JsonMapper().readTree(workspace.read("report.json"));
    assertThat(report.path("exit_code").asInt()).isEqualTo(5);
    assertThat(report.at("/accounts/2/exit_code").asInt()).isEqualTo(65);
    assertThat(report.at("/accounts/0/report/counts/writes").asInt()).isEqualTo(1);
    assertThat(report.at("/accounts/2/report/error").asText()).isNotEmpty();
  }

  @Test
  void eachAccountHasItsJournal() throws IOException {
    workspace.succeed("fleet", "apply", "--auto-approve");

    try (Stream<Path> files = Files.list(folder.resolve(".ftctl/journal"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("a00.jsonl", "a01.jsonl", "a02.jsonl", "a03.jsonl");
    }
    assertThat(workspace.read(".ftctl/journal/a01.jsonl").lines())
        .hasSize(2)
        .allMatch(line -> line.contains("account_a01"));
  }

  @Test
  void savedPlansAreCarriedOutExactly() {
    workspace.succeed("fleet", "plan", "-o", "plans");

    Ran ran = workspace.run("fleet", "apply", "plans/");
    Ran again = workspace.run("fleet", "apply", "plans");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(accounts.names()).allMatch(name -> writes(name) == 1);
    assertThat(again.code()).as("%s", again).isEqualTo(6);
  }

  @Test
  void planThatIsMissingIsRefusedBeforeAnyCall() throws IOException {
    workspace.succeed("fleet", "plan", "-o", "plans");
    Files.delete(folder.resolve("plans/a02.json"));
    long before = requests();

    Ran ran = workspace.run("fleet", "apply", "plans");
    Ran chosen = workspace.run("fleet", "apply", "plans", "--envs", "a00,a01");

    assertThat(ran.code()).as("%s", ran).isEqualTo(64);
    assertThat(ran.err()).contains("no saved plan in plans for a02");
    assertThat(chosen.code()).as("%s", chosen).isZero();
    assertThat(writes("a00") + writes("a01")).isEqualTo(2);
    assertThat(before).isPositive();
    assertThat(writes("a03")).isZero();
  }

  @Test
  void planOfYesterdayNeverStandsForOneThatFailedToday() {
    workspace.succeed("fleet", "plan", "-o", "plans");
    workspace.file(
        "manifests/one.yaml",
        "kind: Group\nmetadata: {name: wrong, environments: [a02]}\nspec: {nome: x}\n");

    Ran ran = workspace.run("fleet", "plan", "-o", "plans");

    assertThat(ran.code()).isEqualTo(65);
    assertThat(folder.resolve("plans/a01.json")).exists();
    assertThat(folder.resolve("plans/a02.json")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apply --auto-approve --handout group/x=file",
        "apply no-such-folder",
        "plan --env a00",
        "plan --sandbox",
        "plan --envs nobody",
        "plan --jobs 0",
        "drift --accept",
        "status --watch",
      })
  void whatMeansOneAccountIsRefused(String line) {
    Ran ran = workspace.run(("fleet " + line).split(" "));

    assertThat(ran.code()).as("%s", ran).isEqualTo(64);
    assertThat(requests()).isZero();
  }

  @Test
  void simulatorIsToldToBeOneAccount() {
    assertThat(workspace.run("fleet", "plan", "--sandbox").err())
        .contains("The simulator is one account: ftctl plan --sandbox --env NAME.");
  }
}
