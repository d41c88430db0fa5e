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
    workspace.file(FILE, new Workspace(Path.of("examples/dbt")).read("project.yaml"));
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

  @Test
  void whereNothingRunsInItTheOldOneGoesFirst() {
    workspace.succeed("apply", "--auto-approve");
    lab.forget();
    fails("Permission denied (publickey)", 1);
    workspace.edit(FILE, "acme/dbt.git", "acme/marts.git");

    Ran applied = workspace.succeed("apply", "--auto-approve", "--allow=replace");

    assertThat(applied.out()).contains("https://github.com/acme/marts/settings/keys");
    assertThat(writes())
        .containsExactly(
            "DELETE /transformation-projects/ID",
            "POST /transformation-projects",
            "POST /transformation-projects/ID/test");
    assertThat(project().at("/project_config/git_remote_url").asText())
        .isEqualTo("git@github.com:acme/marts.git");
  }

  @Test
  void anotherFolderOfTheRepositoryIsAnUpdate() {
    workspace.succeed("apply", "--auto-approve");
    workspace.edit(FILE, "git_branch: main", "git_branch: main\n    folder_path: marts");

    assertThat(workspace.run("plan").changes()).contains("project_config.folder_path \"marts\"");
  }

  @Test
  void anotherVersionIsRefusedWithTheOtherWay() {
    workspace.succeed("apply", "--auto-approve");
    workspace.edit(FILE, "1.9.4", "1.10.1");

    assertThat(workspace.run("plan").out())
        .contains("change the version in Fivetran")
        .contains("ftctl drift --accept");
  }

  @Test
  void whatFivetranChangedIsAccepted() {
    workspace.succeed("apply", "--auto-approve");
    ObjectNode account = lab.sandbox().control().account();
    ObjectNode config =
        (ObjectNode)
            account
                .withObjectProperty("transformation_projects")
                .elements()
                .next()
                .path("project_config");
    config.put("dbt_version", "1.10.1").put("git_branch", "release");
    config.putArray("environment_vars").add("DBT_TARGET=stage").add("DBT_NEW=1");
    lab.sandbox().control().replaceAccount(account);

    Ran drift =
        workspace.run("drift", "--accept", "--unmanaged", "transformation-project/analytics");

    assertThat(workspace.read(FILE))
        .as("%s", drift)
        .contains(
            "dbt_version: \"1.10.1\"", "git_branch: release", "DBT_TARGET: stage", "DBT_NEW: ");
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void aDestinationThatIsNotConnectedBlocksIt() {
    workspace.edit(FILE, "acme.snowflakecomputing.com", "unreachable.snowflakecomputing.com");

    Ran failed = workspace.run("apply", "--auto-approve");
    Ran blocked = workspace.run("plan", "--run-setup-tests=never");

    assertThat(failed.code()).as("%s", failed).isEqualTo(5);
    assertThat(writes())
        .containsExactly("POST /groups", "POST /destinations", "POST /destinations/ID/test");
    assertThat(failed.out()).contains("waits for destination/analytics_dbt");
    assertThat(blocked.out())
        .contains("Fivetran takes no project before it is connected")
        .contains("ftctl test destination/analytics_dbt");
  }

  @Test
  void aGroupWithoutADestinationBlocksIt() {
    String text = workspace.read(FILE);
    int destination = text.indexOf("kind: Destination");
    String without =
        text.substring(0, destination)
            + text.substring(text.indexOf("kind: TransformationProject"));
    workspace.file(FILE, without);

    Ran planned = workspace.run("plan");

    assertThat(planned.code()).as("%s", planned).isEqualTo(4);
    assertThat(planned.out()).contains("blocked: there is no destination of group/analytics_dbt");
  }

  @Test
  void anExportIsAPlanWithoutChanges() {
    workspace
        .with("DBT_TOKEN", "a-t0ken")
        .edit(FILE, "{DBT_TARGET: prod}", "{DBT_TARGET: prod, DBT_TOKEN: \"${env:DBT_TOKEN}\"}");
    workspace.succeed("apply", "--auto-approve");

    Ran exported = workspace.succeed("export", "-o", "out");
    String document = workspace.read("out/manifests/transformation-project/analytics_dbt.yaml");

    assertThat(exported.out() + document).doesNotContain("a-t0ken");
    assertThat(document)
        .contains("DBT_TOKEN: \"${env:ANALYTICS_DBT_DBT_TOKEN}\"", "DBT_TARGET: prod");
  }

  @Test
  void isTestedByItsAddress() {
    workspace.succeed("apply", "--auto-approve");
    fails("Permission denied (publickey)", 1);

    Ran failed = workspace.run("test", "transformation-project/analytics");
    Ran passed = workspace.run("test", "transformation-project/analytics");
    Ran told = workspace.run("outputs", "transformation-project/analytics");

    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err()).contains("ftctl outputs transformation-project/analytics");
    assertThat(passed.code()).isZero();
    assertThat(told.out())
        .contains(project().at("/project_config/public_key").asText())
        .contains("https://github.com/acme/dbt/settings/keys");
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
