package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.testing.SchemaCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The workflows that `ftctl init` writes: what they may, and that their scripts do what they say.
class InitWorkflowsTest {

  private static final String ALL = "plan, apply, drift";

  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void write() {
    workspace = new Workspace(folder);
    workspace.succeed("init");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "apply", "drift"})
  void takeNoMoreThanTheyNeed(String name) {
    JsonNode workflow = workflow(name);
    JsonNode job = workflow.path("jobs").path(name);

    assertThat(workflow.path("permissions")).isEmpty();
    assertThat(workflow.path("concurrency").path("group").asText()).startsWith("ftctl-" + name);
    assertThat(workflow.path("on").has("pull_request_target")).isFalse();
    assertThat(job.path("timeout-minutes").asInt()).isPositive();
    assertThat(job.path("env").isMissingNode()).as("secrets for one step alone").isTrue();
    for (JsonNode step : job.path("steps")) {
      String uses = step.path("uses").asText();
      assertThat(uses).matches("|\\./\\.ftctl/action|[a-z-]+/[a-z-]+@[0-9a-f]{40}");
      if (uses.startsWith("actions/checkout@")) {
        assertThat(step.path("with").path("persist-credentials").asText()).isEqualTo("false");
      }
      if (uses.startsWith("actions/upload-artifact@")) {
        assertThat(step.path("with").path("path").asText()).doesNotContain(".ftctl").isNotBlank();
      }
      // Whatever others write comes by the environment, never as a part of the script.
      assertThat(step.path("run").asText()).doesNotContain("${{");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "plan, pull-requests, pull_request",
    "apply, '', push",
    "drift, issues, schedule",
  })
  void eachHasItsOneRight(String name, String right, String event) {
    JsonNode rights = workflow(name).path("jobs").path(name).path("permissions");

    assertThat(rights.path("contents").asText()).isEqualTo("read");
    assertThat(rights).hasSize(right.isEmpty() ? 1 : 2);
    assertThat(right.isEmpty() || rights.path(right).asText().equals("write")).isTrue();
    assertThat(workflow(name).path("on").has(event)).isTrue();
  }

  /// Without the variables `actions/checkout` would take this very repository.
  @ParameterizedTest
  @CsvSource({
    "'', '', '', 1",
    "acme/ftctl, main, 1.2.3, 1",
    "ftctl, 3d3c42e5aac5ba805825da76410c181273ba90b1, 1.2.3, 1",
    "acme/ftctl, 3d3c42e5aac5ba805825da76410c181273ba90b1, '', 1",
    "acme/ftctl, 3d3c42e5aac5ba805825da76410c181273ba90b1, 1.2.3, 0",
  })
  void stopWithASentenceWhereNobodySaidWhereFtctlIs(
      String repository, String commit, String version, int code) throws Exception {
    for (String name : ALL.split(", ")) {
      Ran ran =
          script(
              step(name, "Where ftctl comes from"),
              Map.of(
                  "FTCTL_REPOSITORY", repository,
                  "FTCTL_COMMIT", commit,
                  "FTCTL_VERSION", version));

      assertThat(ran.code()).as("%s", ran).isEqualTo(code);
      assertThat(ran.out().contains("::error title=ftctl::Set the variables")).isEqualTo(code == 1);
    }
  }

  /// Runs of forks get no variables: who writes the values into `env` has said it for them, too.
  @ParameterizedTest
  @ValueSource(strings = {"plan", "apply", "drift"})
  void askVariablesInOnePlaceAlone(String name) {
    JsonNode workflow = workflow(name);

    for (String variable : List.of("FTCTL_REPOSITORY", "FTCTL_COMMIT", "FTCTL_VERSION")) {
      assertThat(workflow.path("env").path(variable).asText())
          .isEqualTo("${{ vars." + variable + " }}");
    }
    assertThat(workflow.path("env")).hasSize(3);
    assertThat(workflow.path("jobs").toString()).contains("env.FTCTL_COMMIT");
    assertThat(workflow.path("jobs").toString()).doesNotContain("vars.");
  }

  /// One issue, opened, kept or closed; green where none may be written.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true  |    | list;create",
        "true  | 17 | list;edit 17",
        "false | 17 | list;close 17",
        "false |    | list",
        "''    | 17 | list",
        "true  | no | list",
      })
  void keepsOneIssue(String hasDrift, String open, String calls) throws Exception {
    String answer = open == null ? "" : open;
    fakeGh(
        answer.equals("no")
            ? "exit 1"
            : "[ \"$2\" = list ] && printf '%s' \"" + answer + "\"; true");
    Files.writeString(folder.resolve("body.md"), "drift\n");

    Ran ran =
        script(
            step("drift", "Keep one issue up to date"),
            Map.of("HAS_DRIFT", hasDrift, "BODY", "body.md", "RUN", "https://example.com/1"));

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(Files.readString(folder.resolve("calls.txt")).strip().replace("\n", ";"))
        .isEqualTo(calls);
    assertThat(ran.out().contains("::notice")).isEqualTo(answer.equals("no"));
  }

  @Test
  void issueThatMayNotBeWrittenIsNoFailure() throws Exception {
    fakeGh("[ \"$2\" = list ] || exit 4");

    Ran ran =
        script(
            step("drift", "Keep one issue up to date"),
            Map.of("HAS_DRIFT", "true", "BODY", "body.md", "RUN", "x"));

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.out()).contains("::notice title=ftctl drift::No issue is kept");
  }

  /// Notes which calls there were, and answers as told.
  private void fakeGh(String answers) throws IOException {
    Path gh = folder.resolve("bin/gh");
    Files.createDirectories(gh.getParent());
    String number = "case $3 in --*) ;; *) printf ' %s' \"$3\" >>calls.txt ;; esac";
    Files.writeString(
        gh,
        "#!/bin/sh\nprintf '%s' \"$2\" >>calls.txt\n"
            + number
            + "\necho >>calls.txt\n"
            + answers
            + "\n");
    Files.setPosixFilePermissions(gh, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private String step(String workflow, String name) {
    for (JsonNode step : workflow(workflow).path("jobs").path(workflow).path("steps")) {
      if (step.path("name").asText().equals(name)) {
        return step.path("run").asText();
      }
    }
    throw new AssertionError(workflow + " has no step " + name);
  }

  private JsonNode workflow(String name) {
    return SchemaCheck.documents(workspace.read(".github/workflows/ftctl-" + name + ".yml"))
        .getFirst();
  }

  /// As a runner runs it.
  private Ran script(String text, Map<String, String> environment) throws Exception {
    var command =
        new ArrayList<>(List.of("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"));
    command.add(text);
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    builder
        .environment()
        .merge("PATH", folder.resolve("bin").toString(), (path, own) -> own + ":" + path);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), out, err);
  }
}
