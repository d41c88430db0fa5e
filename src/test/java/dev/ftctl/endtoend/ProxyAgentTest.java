package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Agents from their creation to their end, and the file that their secrets go to.
class ProxyAgentTest {

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

  @Test
  void handsItsSecretsToTheFileAndToNobodyElse() throws IOException {
    Ran ran = one.apply("--report", "report.json", "-vv");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.out()).contains("secrets handed to " + one.sink());
    JsonNode values = one.handed();
    assertThat(values.path("orchestrator_port").asInt()).isEqualTo(443);
    assertThat(values.path("client_private_key").asText()).contains("PRIVATE KEY");
    assertThat(one.calls()).containsExactly("POST /v1/proxy");
    one.assertStandsNowhereElse(ran);
    assertThat(one.reserves()).isEmpty();

    Ran again = one.workspace.run("plan", "--detailed-exitcode");
    assertThat(again.code()).as("%s", again).isZero();
  }

  @Test
  void C22_agentsAreListedAndShown() {
    one.apply();

    Ran listed = one.workspace.succeed("get", "proxy-agents");
    Ran shown = one.workspace.succeed("get", "proxy-agent", "dc1", "--format", "json");

    assertThat(listed.out()).contains("proxy-agent/dc1", "GCP_US_EAST4");
    assertThat(shown.json().at("/items/0/address").asText()).isEqualTo("proxy-agent/dc1");
    assertThat(shown.out()).doesNotContain("PRIVATE KEY", "auth_token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "apply --auto-approve"})
  void isRefusedAtTheDocumentWhereNobodySaysWhereTheyGo(String command) {
    Ran ran = one.workspace.run(command.split(" "));

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err())
        .contains("manifests/dc.yaml:1")
        .contains("--handout proxy-agent/dc1=FILE");
    assertThat(one.calls()).isEmpty();
  }

  @Test
  void planOpensNothing() {
    Ran ran =
        one.workspace.run("plan", "--handout", "proxy-agent/dc1=" + secure.resolve("no/x.json"));

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.out()).contains("+ create   proxy-agent/dc1");
    assertThat(secure.resolve("no")).doesNotExist();
    assertThat(folder.resolve(".ftctl/handouts")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy-agent/dc1", "=x", "proxy-agent/dc1="})
  void isUsedWrongly(String said) {
    assertThat(one.workspace.run("plan", "--handout", said).code()).isEqualTo(64);
  }

  @Test
  void isReplacedOnlyWhileNothingGoesThroughIt() {
    one.apply();
    one.workspace.edit("manifests/dc.yaml", "GCP_US_EAST4", "AWS_EU_NORTH_1");
    Ran free = one.apply("--allow", "replace");
    assertThat(free.code()).as("%s", free).isZero();
    assertThat(one.calls()).endsWith("DELETE /v1/proxy/ID", "POST /v1/proxy");
    assertThat(Files.isRegularFile(one.sink())).isTrue();
  }

  @Test
  void staysInItsRegionWhileSomethingGoesThroughIt() {
    one.apply();
    String id = one.lab.sandbox().control().account().path("proxy_agents").fieldNames().next();
    one.lab
        .sandbox()
        .control()
        .mergeAccount(
            HandoutCase.json(
                "{'groups':{'g':{'id':'g','name':'g'}},'connections':{'c':{'id':'c','group_id':'g',"
                    + "'service':'postgres','schema':'s','proxy_agent_id':'"
                    + id
                    + "'}}}"));
    one.workspace.edit("manifests/dc.yaml", "GCP_US_EAST4", "AWS_EU_NORTH_1");

    assertThat(one.workspace.run("plan").out()).contains("still in use").doesNotContain("--allow");
    Ran ran = one.apply("--allow", "replace");

    assertThat(ran.code()).as("%s", ran).isEqualTo(4);
    assertThat(ran.out()).contains("still in use by connector/s@g");
    assertThat(one.calls()).containsExactly("POST /v1/proxy");
  }

  @Test
  void isNoMoreWithAbsent() {
    one.apply();
    one.workspace.edit("manifests/dc.yaml", "name: dc1", "name: dc1, absent: true");

    assertThat(one.workspace.run("apply", "--auto-approve").code()).isZero();
    assertThat(one.calls()).endsWith("DELETE /v1/proxy/ID");
  }

  @Test
  void isNotMeantByAnotherName() {
    Ran ran = one.apply("--handout", "proxy-agent/dc2=x");

    assertThat(ran.code()).as("%s", ran).isEqualTo(64);
    assertThat(one.calls()).isEmpty();
  }

  /// Whoever writes a plan file does not say where secrets go.
  @Test
  void comesFromTheCommandLineBesideASavedPlan() {
    String flag = "proxy-agent/dc1=" + one.sink();
    Ran saved = one.workspace.succeed("plan", "-o", "plan.json", "--handout", flag);
    assertThat(saved.err()).contains("apply plan.json --handout=" + flag);
    assertThat(one.workspace.read("plan.json")).doesNotContain("handout");

    assertThat(one.workspace.run("apply", "plan.json", "--auto-approve").code()).isEqualTo(65);
    one.workspace.succeed("apply", "plan.json", "--auto-approve", "--handout", flag);
    assertThat(one.calls()).containsExactly("POST /v1/proxy");
  }

  @Test
  void staysOutOfWhatGitTakes() throws IOException, InterruptedException {
    Repository.commit(folder);

    Ran taken = one.workspace.run("plan", "--handout", "proxy-agent/dc1=dc1.json");
    assertThat(taken.code()).as("%s", taken).isEqualTo(65);
    assertThat(taken.err()).contains("git would take it into the repository");
    one.workspace.file(".gitignore", "dc1.json\n");
    one.workspace.succeed("plan", "--handout", "proxy-agent/dc1=dc1.json");
  }

  @Test
  void staysOutOfCheckouts() {
    one.workspace.with("CI", "true").file(".git/HEAD", "ref: refs/heads/main\n");

    Ran ran = one.workspace.run("plan", "--handout", "proxy-agent/dc1=dc1.json");

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err()).contains("a checkout is forgotten where CI is set");
    assertThat(one.apply().err()).contains("if it is killed, give --rotate-secrets=ADDRESS");
  }
}
