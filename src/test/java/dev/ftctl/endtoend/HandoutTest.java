package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever goes wrong with what is told once: it comes to the file that somebody named, or waits
/// in the reserve, or is made anew; and it stands nowhere else.
class HandoutTest {

  @TempDir Path folder;
  @TempDir Path secure;
  private HandoutCase one;

  @BeforeEach
  void describe() {
    one = new HandoutCase(folder, secure);
  }

  @AfterEach
  void close() {
    one.close();
  }

  /// What can't be opened is no reason to make anything.
  @ParameterizedTest
  @ValueSource(strings = {"somebody's", "a link", "a folder", "no folder above", "no reserve"})
  void makesNothingThatCouldNotBeKept(String what) throws IOException {
    switch (what) {
      case "somebody's" -> Files.writeString(one.sink(), "{\"values\": {}}");
      case "a link" -> Files.createSymbolicLink(one.sink(), secure.resolve("elsewhere"));
      case "a folder" -> Files.createDirectory(one.sink());
      case "no folder above" -> {
        Files.delete(secure);
        Files.writeString(secure, "no folder");
      }
      default -> one.workspace.file(".ftctl/handouts", "no folder");
    }

    Ran ran = one.apply();

    assertThat(ran.code()).as("%s", ran).isEqualTo(1);
    assertThat(one.calls()).isEmpty();
    assertThat(one.reserves()).isEmpty();
  }

  /// Whether the lost call was carried out or not: one agent, with the secrets that were handed
  /// out.
  @ParameterizedTest
  @CsvSource({
    "before, 'POST /v1/proxy,POST /v1/proxy'",
    "after, 'POST /v1/proxy,POST /v1/proxy/ID/regenerate-secrets'"
  })
  void hasThemMadeAnewWhereTheAnswerIsLost(String when, String calls) throws IOException {
    one.lab
        .sandbox()
        .control()
        .faults(
            HandoutCase.json(
                "[{\"match\":{\"method\":\"POST\",\"path\":\"/proxy$\",\"times\":1},"
                    + "\"then\":{\"drop\":\""
                    + when
                    + "\"}}]"));

    Ran ran = one.apply();

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(one.calls()).containsExactly(calls.split(","));
    one.assertAgentHasWhatWasHanded();
    one.assertStandsNowhereElse(ran);
  }

  /// What came of a torn answer is not told either.
  @Test
  void tellsNothingOfTornAnswers() throws IOException {
    one.lab
        .sandbox()
        .control()
        .faults(
            HandoutCase.json(
                "[{'match':{'method':'POST','path':'/proxy'},'then':{'tornBody':true}}]"));

    Ran ran = one.apply("-vv", "--log-file", "log.txt", "--log-level", "debug");

    assertThat(ran.code()).as("%s", ran).isEqualTo(5);
    one.assertStandsNowhereElse(ran);
    one.lab.sandbox().control().faults(HandoutCase.json("[]"));
    assertThat(one.apply().code()).isZero();
    one.assertAgentHasWhatWasHanded();
    assertThat(one.reserves()).isEmpty();
  }

  @Test
  void keepsThemInTheReserveUntilTheSinkTakesThem() throws IOException {
    Ran ran = one.through(HandoutCase.fullFor("dc1.json"), 5);

    Path reserve = one.reserves().getFirst();
    assertThat(ran.out() + ran.err()).contains(reserve.toString());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(reserve)))
        .isEqualTo("rw-------");
    assertThat(one.sink()).doesNotExist();
    assertThat(one.workspace.run("plan").out()).contains("its secrets wait in " + reserve);
    assertThat(one.apply().code()).isZero();
    assertThat(one.calls()).containsExactly("POST /v1/proxy");
    one.assertAgentHasWhatWasHanded();
    assertThat(one.reserves()).isEmpty();
  }

  @Test
  void handsThemOnWithoutAReserve() throws IOException {
    one.through(HandoutCase.fullAfter("proxy-agent.dc1.", 100), 0);

    one.assertAgentHasWhatWasHanded();
    assertThat(one.reserves()).isEmpty();
  }

  @Test
  void hasNewOnesMadeWhereNeitherKeptThem() throws IOException {
    Ran ran =
        one.through(
            (file, out) ->
                HandoutCase.fullFor("dc1.json")
                    .through(
                        file, HandoutCase.fullAfter("proxy-agent.dc1.", 100).through(file, out)),
            5);
    assertThat(ran.out()).contains("the next apply has new ones made");

    Ran again = one.apply();

    assertThat(again.code()).as("%s", again).isZero();
    assertThat(one.calls())
        .containsExactly("POST /v1/proxy", "POST /v1/proxy/ID/regenerate-secrets");
    one.assertAgentHasWhatWasHanded();
    one.assertStandsNowhereElse(again);
    assertThat(one.reserves()).isEmpty();
  }

  /// A run that was killed leaves its reserve; that of another account means nothing here.
  @ParameterizedTest
  @CsvSource({
    "sandbox_account, NOT_CONNECTED, 1",
    "other, NOT_CONNECTED, 0",
    "sandbox_account, CONNECTED, 0"
  })
  void endsWhatAKilledRunBegan(String account, String status, int renewals) throws IOException {
    one.lab
        .sandbox()
        .control()
        .mergeAccount(
            HandoutCase.json(
                "{\"proxy_agents\":{\"a\":{\"display_name\":\"dc1\",\"region\":\"GCP_US_EAST4\",\"status\":\""
                    + status
                    + "\"}}}"));
    one.workspace.file(
        ".ftctl/handouts/proxy-agent.dc1.20260101T000000.000Z.json",
        account + " proxy-agent/dc1\n{\"addr");

    assertThat(one.apply().code()).isZero();

    assertThat(one.calls()).hasSize(renewals);
    assertThat(one.reserves()).hasSize(1 - renewals);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--rotate-secrets=proxy-agent/dc1", "--rotate-secrets=proxy-agent/*"})
  void makesNewOnesWhereSomebodyAsks(String flag) throws IOException {
    one.apply();
    String old = one.handed().path("auth_token").asText();
    assertThat(one.workspace.run("plan", flag).code()).isEqualTo(65);

    Ran ran = one.apply(flag);

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.out())
        .contains("! proxy-agent/dc1: its old credentials stop working")
        .containsPattern("secrets +made anew +asked by --rotate-secrets");
    assertThat(one.calls())
        .containsExactly("POST /v1/proxy", "POST /v1/proxy/ID/regenerate-secrets");
    assertThat(one.handed().path("auth_token").asText()).isNotEqualTo(old);
    one.assertAgentHasWhatWasHanded();
    one.assertStandsNowhereElse(ran);
  }

  @Test
  void makesNewOnesWhereTheDocumentsRotationWasRaised() throws IOException, InterruptedException {
    Repository.commit(folder);
    one.apply();
    one.workspace.edit("manifests/dc.yaml", "name: dc1", "name: dc1, rotation: 1");

    Ran ran = one.apply("--base", "HEAD");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.out()).contains("asked by metadata.rotation: 0 → 1");
    assertThat(one.calls()).endsWith("POST /v1/proxy/ID/regenerate-secrets");
    one.assertAgentHasWhatWasHanded();
  }

  @Test
  void leavesThemAloneWhereAllSecretsAreSentAgain() {
    one.apply();

    assertThat(one.apply("--rotate-secrets").code()).isZero();

    assertThat(one.calls()).containsExactly("POST /v1/proxy");
  }

  /// The old ones go on, so nothing is left to do.
  @Test
  void leavesThemInForceWhereNewOnesAreRefused() throws IOException {
    one.apply();
    one.lab
        .sandbox()
        .control()
        .faults(HandoutCase.json("[{'match':{'path':'regenerate'},'then':{'status':403}}]"));

    Ran ran = one.apply("--rotate-secrets=proxy-agent/dc1");

    assertThat(ran.code()).as("%s", ran).isNotZero();
    assertThat(one.reserves()).isEmpty();
    one.assertAgentHasWhatWasHanded();
  }
}
