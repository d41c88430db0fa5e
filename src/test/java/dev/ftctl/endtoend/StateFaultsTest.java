package dev.ftctl.endtoend;

import static dev.ftctl.endtoend.StateCompany.OLD;
import static dev.ftctl.endtoend.StateCompany.failing;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each step of a change of state fails: what is left, what is said, what it ends with.
class StateFaultsTest {

  private static final String NEW = "{\"cursor\":\"2025\"}";
  private static final String PAUSE = "paused {\"paused\":true}";
  private static final String UPDATE = "state {\"state\":" + NEW + "}";
  private static final String RESUME = "paused {\"paused\":false}";

  private static final String SYNCING =
      """
      {"match": {"method": "GET", "path": "/connections/[a-z_]+$", "times": %d},
       "then": {"status": 200, "body": {"code": "Success", "data": {"id": "%s", "paused": false,
        "status": {"sync_state": "syncing"}}}}}
      """;

  @TempDir Path folder;
  private StateCompany company;
  private Workspace workspace;

  @BeforeEach
  void open() {
    company = new StateCompany(folder);
    workspace = company.workspace();
  }

  @AfterEach
  void close() {
    company.close();
  }

  private String syncing(int looks) {
    return SYNCING.formatted(looks, company.id("orders"));
  }

  private Ran set() {
    return workspace.run("state", "set", "orders", NEW, "--yes");
  }

  /// A-12, also where nobody knows whether the pause was carried out.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "status": 400                  ; 1 ; 1
          "status": 500                  ; 1 ; 1
          "status": 403                  ; 77; 1
          "drop": "before"               ; 1 ; 1
          """)
  void pauseThatFailsIsAllThatIsTried(String then, int code, int writes) {
    company.faults(failing("/connections/[a-z_]+$", 0, then));

    Ran ran = set();

    assertThat(ran.code()).as("%s", ran).isEqualTo(code);
    assertThat(ran.err())
        .contains("Failed to pause connection.")
        .contains("The state is as it was.")
        .doesNotContain("LEFT PAUSED");
    assertThat(company.writes()).hasSize(writes).containsOnly(PAUSE);
    assertThat(company.isPaused("orders")).isFalse();
    assertThat(company.backups()).isEmpty();
  }

  /// a call whose answer was lost is looked after, at each of the three.
  @Test
  void lostAnswersOfWhatWasCarriedOutFailNothing() {
    company.faults(
        failing("/connections/[a-z_]+$", 0, "\"drop\": \"after\"")
            + ","
            + failing("/state$", 0, "\"drop\": \"after\""));

    Ran ran = set();

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(company.writes()).containsExactly(PAUSE, UPDATE, RESUME);
    assertThat(company.state("orders")).isEqualTo(NEW);
    assertThat(company.isPaused("orders")).isFalse();
  }

  ///
  @Test
  void runningSyncIsWaitedFor() {
    company.faults(syncing(3));

    Ran ran = set();

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.err()).contains("=== Waiting until the running sync has ended ===");
    assertThat(company.writes()).containsExactly(PAUSE, UPDATE, RESUME);
  }

  /// the API may say `paused` of it already.
  @Test
  void updateThatASyncForbidsIsTriedAgain() {
    company.faults(failing("/state$", 1, "\"status\": 409"));

    Ran ran = set();

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(company.writes()).containsExactly(PAUSE, UPDATE, UPDATE, RESUME);
  }

  ///
  @Test
  void syncThatDoesNotEndLeavesEverythingAsItWas() {
    company.faults(syncing(1000));

    Ran ran = workspace.run("state", "set", "orders", NEW, "--yes", "--wait-idle=300ms");

    assertThat(ran.code()).as("%s", ran).isEqualTo(8);
    assertThat(ran.err()).contains("a sync still runs").contains("--wait-idle");
    assertThat(company.writes()).containsExactly(PAUSE, RESUME);
    assertThat(company.state("orders")).isEqualTo(OLD);
  }

  ///
  @ParameterizedTest
  @CsvSource({"400, true", "400, false", "500, true", "500, false"})
  void updateThatFailsIsUndone(int status, boolean wasPaused) {
    if (wasPaused) {
      company.pause("orders");
    }
    company.faults(failing("/state$", 0, "\"status\": " + status));

    Ran ran = set();

    assertThat(ran.code()).as("%s", ran).isEqualTo(1);
    assertThat(ran.err())
        .contains("Failed to update connection state.")
        .contains("Injected fault: HTTP " + status)
        .contains("The state is as it was.");
    assertThat(company.state("orders")).isEqualTo(OLD);
    assertThat(company.isPaused("orders")).isEqualTo(wasPaused);
  }

  ///
  @Test
  void whatCanNotBeResumedIsNamedWithWhatMendsIt() {
    company.faults(
        failing("/state$", 0, "\"status\": 500")
            + ",{\"match\": {\"method\": \"PATCH\", \"path\": \"/connections/[a-z_]+$\", \"nth\":"
            + " 1}, \"then\": {\"latencyMillis\": 1}},"
            + failing("/connections/[a-z_]+$", 0, "\"status\": 500"));

    Ran ran = set();

    assertThat(ran.code()).as("%s", ran).isEqualTo(7);
    assertThat(ran.err())
        .contains(
            "connection LEFT PAUSED: connector/orders@prod. Resume it with:\n"
                + "  ftctl resume connector/orders@prod\n");
    assertThat(company.isPaused("orders")).isTrue();
    company.faults("");
    workspace.succeed("resume", "connector/orders@prod");
    assertThat(company.isPaused("orders")).isFalse();
  }

  /// what a run left paused the next one resumes.
  @Test
  void nextRunResumesWhatWasLeftPaused() {
    company.faults(
        "{\"match\": {\"method\": \"PATCH\", \"path\": \"/connections/[a-z_]+$\", \"nth\": 1},"
            + " \"then\": {\"latencyMillis\": 1}},"
            + failing("/connections/[a-z_]+$", 0, "\"status\": 500"));
    assertThat(set().code()).isEqualTo(7);
    company.faults("");

    Ran again = set();

    assertThat(again.code()).as("%s", again).isZero();
    assertThat(again.err()).contains("did not end; it will be resumed");
    assertThat(again.out()).contains("No changes made to state. It is resumed.");
    assertThat(company.isPaused("orders")).isFalse();
    assertThat(company.backups()).allMatch(kept -> kept.path("phase").asText().equals("ended"));
  }

  ///
  @Test
  void otherStateThanTheOneThatWasSentIsShownAndNotHidden() {
    company.faults(
        "{\"match\": {\"method\": \"PATCH\", \"path\": \"/state$\"}, \"then\":"
            + " {\"status\": 200, \"body\": {\"code\": \"Success\"}}}");

    Ran ran = set();

    assertThat(ran.code()).as("%s", ran).isEqualTo(5);
    assertThat(ran.err())
        .contains("the state that was read back is not the one that was sent")
        .contains("    cursor  \"2025\" → \"2024-01-01\"\n")
        .contains("  ftctl state restore connector/orders@prod .ftctl/state/");
    assertThat(company.isPaused("orders")).isFalse();
  }

  /// keys have no order.
  @Test
  void orderOfKeysIsNoDifference() {
    workspace.run("state", "set", "orders", "{\"b\":1,\"a\":{\"y\":1,\"x\":2}}", "--yes");
    company.edit(
        "orders",
        node ->
            node.set("_state", StateCompany.json("{\"a\":{\"x\":2,\"y\":1},\"b\":1.0}"))
                .isObject());

    assertThat(
            workspace.succeed("state", "diff", "orders", "{\"b\":1,\"a\":{\"y\":1,\"x\":2}}").out())
        .contains("no differences");
  }

  ///
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          orders ; 401 ; 77 ; 401
          orders ; 403 ; 77 ; 403
          orders ; 500 ; 69 ; 500
          orders ; 429 ; 69 ; 429
          nosuch ; 0   ; 64 ; nothing in the account is called nosuch
          billing; 0   ; 64 ; which keeps no state
          """)
  void eachFailureHasWordsOfItsOwn(String name, int status, int code, String words) {
    if (status > 0) {
      company.faults(
          "{\"match\": {\"path\": \"/state$\"}, \"then\": {\"status\": %d, \"retryAfter\": 400}}"
              .formatted(status));
    }

    Ran ran = workspace.run("state", "set", name, NEW, "--yes");

    assertThat(ran.code()).as("%s", ran).isEqualTo(code);
    assertThat(ran.err()).contains(words);
    assertThat(company.writes()).isEmpty();
  }

  /// a sync of the simulator's own, which forbids the update until it has ended.
  @Test
  void syncThatRunsIsWaitedFor() {
    company
        .lab()
        .sandbox()
        .control()
        .nextSync(StateCompany.json("{\"connection\": \"orders\", \"seconds\": 2}"));
    workspace.succeed("api", "POST", "connections/" + company.id("orders") + "/sync", "--yes");
    company.lab().forget();

    Ran ran = set();

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(company.state("orders")).isEqualTo(NEW);
    assertThat(company.isPaused("orders")).isFalse();
  }
}
