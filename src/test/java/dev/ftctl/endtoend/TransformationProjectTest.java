package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A dbt project from its creation to its end.
class TransformationProjectTest {

  private static final String FILE = "manifests/project.yaml";

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void describe() {
    workspace =
        new Workspace(folder).reaching(lab.sandbox()).with("SNOWFLAKE_PASSWORD", "sn0wflake");
    Workspace.copy(Path.of("examples/dbt"), folder.resolve("manifests"));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void comesAfterItsDestinationAndIsTestedOnce() {
    workspace.succeed("apply", "--auto-approve");

    assertThat(writes())
        .containsExactly(
            "POST /groups",
            "POST /destinations",
            "POST /transformation-projects",
            "POST /transformation-projects/ID/test");
    assertThat(project().path("status").asText()).isEqualTo("READY");
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  /// Each plan and each apply says which key belongs where, until it is there.
  @Test
  void waitsForItsDeployKey() {
    fails("Permission denied (publickey)", 2);

    Ran first = workspace.run("apply", "--auto-approve");
    Ran planned = workspace.run("plan", "--detailed-exitcode");
    Ran second = workspace.run("apply", "--auto-approve");
    Ran third = workspace.run("apply", "--auto-approve");

    String key = project().path("project_config").path("public_key").asText();
    for (Ran ran : List.of(first, planned, second)) {
      assertThat(ran.out())
          .contains("Permission denied (publickey)")
          .contains("https://github.com/acme/dbt/settings/keys")
          .contains(key);
    }
    assertThat(List.of(first.code(), planned.code(), second.code(), third.code()))
        .containsExactly(0, 0, 0, 0);
    assertThat(writes()).filteredOn(call -> call.endsWith("/test")).hasSize(3);
    assertThat(project().path("status").asText()).isEqualTo("READY");
  }

  @Test
  void eachFieldIsOneWrite() {
    workspace.succeed("apply", "--auto-approve");
    lab.forget();
    workspace.edit(FILE, "git_branch: main", "git_branch: release");

    Ran planned = workspace.run("plan");
    workspace.succeed("apply", "--auto-approve");

    assertThat(planned.changes()).contains("project_config.git_branch \"main\" → \"release\"");
    assertThat(bodies())
        .containsExactly("{\"project_config\":{\"git_branch\":\"release\"},\"run_tests\":false}");
  }

  @Test
  void variablesAreCompleteAndThoseOfTheEnvironmentAreSecret() {
    workspace
        .with("DBT_KEY", "first-k3y")
        .edit(FILE, "{DBT_TARGET: prod}", "{DBT_TARGET: prod, DBT_KEY: \"${env:DBT_KEY}\"}");
    workspace.succeed("apply", "--auto-approve");
    lab.forget();
    workspace.with("DBT_KEY", "second-k3y").edit(FILE, "DBT_TARGET: prod, ", "DBT_N: 3, ");

    Ran planned = workspace.run("plan");
    Ran applied = workspace.succeed("apply", "--auto-approve");

    assertThat(planned.changes())
        .contains(
            "project_config.environment_vars.DBT_KEY (secret) → (env:DBT_KEY)",
            "project_config.environment_vars.DBT_N \"3\"",
            "project_config.environment_vars.DBT_TARGET \"prod\" → (not set)");
    assertThat(planned.out() + applied.out()).doesNotContain("k3y");
    assertThat(project().path("project_config").path("environment_vars"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("DBT_N=3", "DBT_KEY=second-k3y");
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void anotherRepositoryReplacesTheOnlyProjectOfItsGroup() {
    workspace.succeed("apply", "--auto-approve");
    workspace.edit(FILE, "acme/dbt.git", "acme/marts.git");

    Ran planned = workspace.run("plan");

    assertThat(planned.out())
        .contains("replace transformation-project/analytics")
        .contains("replace is not allowed")
        .contains("new deploy key")
        .contains("1 replace, 0 delete, 0 move, 1 blocked");
  }

  private void fails(String error, int times) {
    ObjectNode account = lab.sandbox().control().account();
    account
        .withObjectProperty("project_tests")
        .putObject("*")
        .put("status", "NOT_READY")
        .put("times", times)
        .putArray("errors")
        .add(error);
    lab.sandbox().control().replaceAccount(account);
  }

  private JsonNode project() {
    return lab.sandbox().control().account().path("transformation_projects").elements().next();
  }

  private List<String> writes() {
    return lab.writes().stream()
        .map(request ->
            request.method()
                + " "
                + request.path().replaceFirst("^/v1", "").replaceAll("/[a-z]+_[a-z]+", "/ID"))
        .toList();
  }

  private List<String> bodies() {
    return lab.writes().stream()
        .filter(request -> request.method().equals("PATCH"))
        .map(request -> request.body().toString())
        .toList();
  }
}
