package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Hybrid deployment agents from the consent to their end.
class HybridAgentTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String AGENT =
      """
      kind: Group
      metadata: {name: g}
      ---
      kind: HybridAgent
      metadata: {name: onprem, handout: agents}
      spec: {group: g, env_type: DOCKER, auth_type: AUTO, accept_terms: true}
      """;

  @TempDir Path folder;
  @TempDir Path secure;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void describe() {
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .file("manifests/agent.yaml", AGENT)
            .file(
                "ftctl.yaml",
                "handouts: {agents: {file: \"" + secure + "/${slug}.${name}.json\"}}\n");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private Ran run(String... more) {
    return workspace.run(
        Stream.concat(Stream.of("apply", "--auto-approve"), Stream.of(more))
            .toArray(String[]::new));
  }

  private void apply(String... more) {
    Ran ran = run(more);
    assertThat(ran.code()).as("%s", ran).isZero();
  }

  private JsonNode handed() throws IOException {
    return JSON.readTree(secure.resolve("hybrid-agent.onprem.json").toFile()).path("values");
  }

  private List<String> writes() {
    return lab.writes().stream()
        .filter(write -> write.path().contains("hybrid"))
        .map(write ->
            write.method() + write.path().replaceAll("/v1/hybrid-deployment-agents(/[^/]+)?", ""))
        .toList();
  }

  @Test
  void isHandedItsToken() throws IOException {
    apply();

    assertThat(handed().properties()).hasSize(1);
    assertThat(handed().path("token").asText()).isNotEmpty().doesNotEndWith("=");
    Ran again = workspace.run("plan", "--detailed-exitcode");
    assertThat(again.code()).as("%s", again).isZero();
    assertThat(workspace.succeed("get", "hybrid-agents").out())
        .contains("hybrid-agent/onprem", "DOCKER");
  }

  @Test
  void isHandedItsFilesAsText() throws IOException {
    workspace.edit("manifests/agent.yaml", "AUTO", "MANUAL");

    apply();

    assertThat(handed().path("auth.json").asText()).contains("\"secret\"");
    assertThat(handed().path("config.json").asText()).contains("agent_id");
    assertThat(handed().path("docker-compose.yaml").asText()).contains("services:");
    assertThat(handed().properties()).hasSize(3);
  }

  /// What is only sent says nothing of the account.
  @ParameterizedTest
  @CsvSource({"AUTO, MANUAL", "', accept_terms: true', ''"})
  void whatIsOnlySentIsNoDifference(String before, String after) {
    apply();
    workspace.edit("manifests/agent.yaml", before, after);

    Ran again = workspace.run("plan", "--detailed-exitcode");

    assertThat(again.code()).as("%s", again).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", accept_terms: false"})
  void isNotMadeWithoutConsent(String said) {
    workspace.edit("manifests/agent.yaml", ", accept_terms: true", said);

    Ran ran = run();

    assertThat(ran.code()).as("%s", ran).isNotZero();
    assertThat(ran.all()).contains("nobody accepted the licence");
    assertThat(writes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"template", "defaults", "variable", "overlay"})
  void nobodyConsentsElsewhere(String where) {
    if (!where.equals("variable")) {
      workspace.edit("manifests/agent.yaml", ", accept_terms: true", "");
    }
    switch (where) {
      case "template" -> {
        workspace.edit("manifests/agent.yaml", "group: g,", "group: g, template: t,");
        workspace.file(
            "manifests/t.yaml",
            "kind: Template\nmetadata: {name: t}\nspec: {accept_terms: true}\n");
      }
      case "defaults" ->
          workspace.edit(
              "ftctl.yaml",
              "handouts:",
              "defaults: {HybridAgent: {accept_terms: true}}\nhandouts:");
      case "overlay" -> {
        workspace.edit("ftctl.yaml", secure + "/", secure + "/${var:stage}/");
        workspace.edit(
            "ftctl.yaml",
            "handouts:",
            "environments: {dev: {account: a, overlays: overlays, variables: {stage: dev}}}\n"
                + "handouts:");
        workspace.file(
            "overlays/a.yaml",
            "kind: HybridAgent\nmetadata: {name: onprem}\nspec: {accept_terms: true}\n");
      }
      default -> {
        workspace.edit("manifests/agent.yaml", "accept_terms: true", "accept_terms: \"${var:t}\"");
        workspace.edit("ftctl.yaml", "handouts:", "variables: {t: true}\nhandouts:");
      }
    }

    Ran ran =
        where.equals("overlay")
            ? workspace.run("validate", "--env", "dev")
            : workspace.run("validate");

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err()).contains("is not written in the document itself");
  }

  @Test
  void logsInAnewWhereSomebodyAsks() throws IOException {
    apply();
    String old = handed().path("token").asText();

    apply("--rotate-secrets=hybrid-agent/onprem");

    assertThat(handed().path("token").asText()).isNotEqualTo(old);
    assertThat(writes()).containsExactly("POST", "PATCH/re-auth");
  }

  @Test
  void isReplacedOnlyWhileNothingGoesThroughIt() {
    apply();
    workspace.edit("manifests/agent.yaml", "DOCKER", "PODMAN");
    attach();

    Ran used = run("--allow", "replace");

    assertThat(used.code()).as("%s", used).isEqualTo(4);
    assertThat(used.out()).contains("still in use by connector/s@g");
    lab.sandbox().control().mergeAccount(HandoutCase.json("{'connections':{'c':null}}"));
    apply("--allow", "replace");
    assertThat(writes()).containsExactly("POST", "DELETE", "POST");
  }

  /// Who is cut off is told with the rotation.
  @Test
  void namesHowManyGoThroughIt() {
    apply();
    attach();

    Ran ran = workspace.run("plan", "--rotate-secrets=hybrid-agent/onprem");

    assertThat(ran.out()).contains("its old credentials stop working; 1 connection uses it");
  }

  private void attach() {
    JsonNode account = lab.sandbox().control().account();
    String group = account.path("groups").fieldNames().next();
    String agent = account.path("hybrid_deployment_agents").fieldNames().next();
    lab.sandbox()
        .control()
        .mergeAccount(
            HandoutCase.json(
                "{'connections':{'c':{'id':'c','group_id':'"
                    + group
                    + "','service':'postgres','schema':'s','hybrid_deployment_agent_id':'"
                    + agent
                    + "'}}}"));
  }

  @Test
  void isNoMoreWithAbsent() {
    apply();
    workspace.edit(
        "manifests/agent.yaml", "name: onprem, handout: agents", "name: onprem, absent: true");

    apply();

    assertThat(writes()).containsExactly("POST", "DELETE");
  }
}
