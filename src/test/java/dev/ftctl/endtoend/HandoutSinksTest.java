package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Sinks of the project file: files and commands, by name.
class HandoutSinksTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  @TempDir Path secure;
  private HandoutCase one;

  @BeforeEach
  void describe() {
    one = new HandoutCase(folder, secure);
    one.workspace.edit("manifests/dc.yaml", "name: dc1", "name: dc1, handout: agents");
  }

  @AfterEach
  void close() {
    one.close();
  }

  private void sinks(String text) {
    one.workspace.file("ftctl.yaml", "handouts:\n  " + text + "\n");
  }

  private void files() {
    sinks("agents: {file: \"" + secure + "/${slug}.${name}.json\"}");
  }

  /// A program that does what the lines say, in the project's folder.
  private void command(String lines) throws IOException {
    Path program = folder.resolve("bin/put");
    Files.createDirectories(program.getParent());
    Files.writeString(program, "#!/bin/sh\n" + lines + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    sinks("agents: {exec: [bin/put, an argument]}");
  }

  private Ran apply(String... more) {
    return one.workspace.run(
        Stream.concat(Stream.of("apply", "--auto-approve"), Stream.of(more))
            .toArray(String[]::new));
  }

  private JsonNode handed(Path file) throws IOException {
    return JSON.readTree(file.toFile());
  }

  @Test
  void isAFileOfTheObjectsName() throws IOException {
    files();

    Ran ran = apply();

    assertThat(ran.code()).as("%s", ran).isZero();
    Path file = secure.resolve("proxy-agent.dc1.json");
    assertThat(ran.out()).contains("secrets handed to " + file);
    assertThat(handed(file).at("/values/orchestrator_port").asInt()).isEqualTo(443);
    assertThat(one.reserves()).isEmpty();
  }

  @Test
  void noNameLeadsOutOfTheFolder() {
    files();
    one.workspace.edit("manifests/dc.yaml", "name: dc1", "name: ../dc 1");

    assertThat(apply().code()).isZero();

    assertThat(secure.resolve("proxy-agent...%2Fdc%201.json")).isRegularFile();
  }

  @Test
  void isACommandThatIsGivenOneDocument() throws IOException {
    command(
        "cat > kept.json; printf '%s|%s|%s' \"$FTCTL_ADDRESS\" \"$FTCTL_ID\" \"$1\" > told;"
            + " cat kept.json; cat kept.json >&2");

    Ran ran = apply("-vv", "--log-file", "log.txt", "--log-level", "debug", "--report", "r.json");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.out()).contains("secrets handed to agents");
    assertThat(folder.resolve("told")).hasContent("proxy-agent/dc1||an argument");
    JsonNode kept = handed(folder.resolve("kept.json"));
    assertThat(kept.path("address").asText()).isEqualTo("proxy-agent/dc1");
    assertThat(kept.at("/values/client_private_key").asText()).contains("PRIVATE KEY");
    Files.delete(folder.resolve("kept.json"));
    one.assertStandsNowhereElse(ran);
    assertThat(one.reserves()).isEmpty();
  }

  @Test
  void aCommandKnowsWhoseSecretsWereMadeAnew() throws IOException {
    command("cat > kept.json; printf '%s' \"$FTCTL_ID\" > told");
    apply();

    assertThat(apply("--rotate-secrets=proxy-agent/dc1").code()).isZero();

    String id = handed(folder.resolve("kept.json")).path("id").asText();
    assertThat(id).isNotEmpty();
    assertThat(folder.resolve("told")).hasContent(id);
  }

  /// What can't take them is no reason to make anything.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"exit 3|ended with exit code 3", "true|ended with exit code 0"})
  void aCommandThatEndsAtOnceIsToldNothing(String lines, String why) throws IOException {
    command(lines);

    Ran ran = apply();

    assertThat(ran.code()).as("%s", ran).isEqualTo(1);
    assertThat(ran.out() + ran.err()).contains(why);
    assertThat(one.calls()).isEmpty();
    assertThat(one.reserves()).isEmpty();
  }

  @Test
  void aProgramThatIsMissingIsToldNothing() throws IOException {
    sinks("agents: {exec: [bin/none]}");

    Ran ran = apply();

    assertThat(ran.code()).as("%s", ran).isEqualTo(1);
    assertThat(ran.out() + ran.err()).contains("there is no program bin/none");
    assertThat(one.calls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cat > /dev/null; exit 7|it ended with exit code 7",
        "exec <&-; sleep 0.3; exit 0|before it had taken them"
      })
  void whatACommandDoesNotKeepWaitsForTheNextApply(String lines, String why) throws IOException {
    command(lines);
    Ran failed = apply();
    assertThat(failed.code()).as("%s", failed).isEqualTo(5);
    assertThat(failed.out() + failed.err())
        .contains(why)
        .contains(one.reserves().getFirst().toString());
    assertThat(one.workspace.run("plan").out()).contains("apply hands them on");
    command("cat > kept.json");

    Ran ran = apply();

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(one.calls()).containsExactly("POST /v1/proxy");
    assertThat(handed(folder.resolve("kept.json")).path("values")).hasSize(5);
    assertThat(one.reserves()).isEmpty();
  }

  /// A command that waits for its input sees no end of it, so that it keeps nothing.
  @Test
  void aCommandThatIsToldNothingIsEndedBeforeItsInputIs() throws IOException {
    command("cat > /dev/null; echo kept > kept.json");
    one.workspace.file(".ftctl/handouts", "no folder");

    assertThat(apply().code()).isEqualTo(1);

    assertThat(folder.resolve("kept.json")).doesNotExist();
  }

  @Test
  void theCommandLineWins() throws IOException {
    command("exit 1");

    assertThat(one.apply().code()).isZero();

    one.assertAgentHasWhatWasHanded();
  }

  /// A plan file names no sink: that of the checkout counts.
  @Test
  void servesASavedPlan() {
    files();
    one.workspace.succeed("plan", "-o", "plan.json");

    assertThat(one.workspace.run("apply", "plan.json", "--auto-approve").code()).isZero();
    assertThat(one.workspace.read("plan.json")).doesNotContain(secure.toString());
  }

  @Test
  void onlyApplyStartsIt() throws IOException {
    command("touch started; cat > /dev/null");

    assertThat(one.workspace.run("plan").code()).isZero();
    assertThat(one.workspace.run("validate").code()).isZero();

    assertThat(folder.resolve("started")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vault: {exec: [x]}|manifests/dc.yaml:2:32: |names 'agents'",
        "agent: {exec: [x]}|manifests/dc.yaml:2:32: |did you mean 'agent'",
        "agents: {}|ftctl.yaml:2:3: |says not where to",
        "agents: {exec: [x], file: y}|ftctl.yaml:2:3: |is a file and a command",
        "agents: {exec: []}|ftctl.yaml:2:18: |names no program",
        "agents: {file: /secure/all.json}|ftctl.yaml:2:18: |of several objects",
        "agents: {command: x}|ftctl.yaml:2:12: |unknown field 'command'"
      })
  void wrongOnesAreFoundOffline(String text, String place, String why) {
    sinks(text);

    Ran ran = one.workspace.run("validate");

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err()).contains(why);
    assertThat(ran.err()).contains(place.strip());
    assertThat(ran.err().lines().filter(line -> line.startsWith("error: "))).hasSize(1);
  }

  @Test
  void isNotOneFileForAllEnvironments() {
    one.workspace.file(
        "ftctl.yaml",
        "environments: {dev: {account: a}, prod: {account: b}}\nhandouts: {agents: {file:"
            + " \"/s/${slug}.${name}.json\"}}\n");

    Ran ran = one.workspace.run("validate", "--env", "dev");

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err()).contains("is the same file in every environment");
  }

  @Test
  void saysNothingOfKindsThatTellNothing() {
    files();
    one.workspace.file("manifests/g.yaml", "kind: Group\nmetadata: {name: g, handout: agents}\n");

    Ran ran = one.workspace.run("validate");

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err()).contains("Fivetran tells none of a Group");
  }

  @Test
  void staysOutOfWhatGitTakesAndOfCheckouts() throws IOException, InterruptedException {
    sinks("agents: {file: \"out/${slug}.${name}.json\"}");
    Repository.commit(folder);

    Ran taken = one.workspace.run("plan");
    assertThat(taken.code()).as("%s", taken).isEqualTo(65);
    assertThat(taken.err()).contains("manifests/dc.yaml:1", "git would take it");
    one.workspace.file(".gitignore", "out/\n");
    assertThat(one.workspace.run("plan").code()).isZero();
    one.workspace.with("CI", "true");
    Ran forgotten = one.workspace.run("plan");
    assertThat(forgotten.code()).as("%s", forgotten).isEqualTo(65);
    assertThat(forgotten.err()).contains("a checkout is forgotten where CI is set");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kept", "../elsewhere"})
  void theReserveIsWhereTheProjectSays(String reserve) throws IOException, InterruptedException {
    one.workspace.file(
        "ftctl.yaml",
        "handouts: {reserve: "
            + (reserve.equals("kept") ? reserve : secure.resolve("r"))
            + ", agents: {exec: [sh, -c, 'cat > /dev/null; exit 1']}}\n");
    Repository.commit(folder);

    Ran ran = apply();

    if (reserve.equals("kept")) {
      assertThat(ran.code()).as("%s", ran).isEqualTo(65);
      assertThat(ran.err()).contains("handouts.reserve is");
    } else {
      assertThat(ran.code()).as("%s", ran).isEqualTo(5);
      assertThat(Files.list(secure.resolve("r"))).hasSize(1);
      one.workspace.with("CI", "true");
      assertThat(apply().err()).doesNotContain("CI is set");
    }
  }
}
