package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The environment of dbt: what may stand in it, and what of it is never printed.
class ProjectVariablesTest {

  private static final String FILE = "manifests/project.yaml";
  private static final String SAID = "environment_vars: {DBT_TARGET: prod}";

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{DBT_A: a, TARGET: b} | 'TARGET' does not begin with DBT_ | 23:34:",
        "[DBT_A=a, TARGET=b]   | 'TARGET' does not begin with DBT_ | 23:33:",
        "[DBT_A]               | is NAME=value                     | 23:24:",
      },
      quoteCharacter = '"')
  void wrongOnesAreToldOfflineAtTheirPlaces(String variables, String message, String place) {
    workspace.edit(FILE, SAID, "environment_vars: " + variables);

    Ran ran = workspace.run("validate");

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err()).contains(message).contains("project.yaml:" + place);
  }

  /// The list of the API and a mapping are the same, and so are numbers and texts.
  @Test
  void formsMakeNoDifference() {
    workspace.edit(FILE, SAID, "environment_vars: [DBT_A=1, \"DBT_B=x=y\", DBT_C=true]");
    workspace.succeed("apply", "--auto-approve");
    workspace.edit(
        FILE, "[DBT_A=1, \"DBT_B=x=y\", DBT_C=true]", "{DBT_C: true, DBT_A: 1, DBT_B: \"x=y\"}");

    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plan",
        "plan --format json",
        "drift",
        "drift --format json",
        "drift --accept --unmanaged --diff transformation-project/analytics",
        "get transformation-project analytics --format yaml",
        "get transformation-project analytics --format json",
        "export -o out"
      })
  void whatIsCalledLikeASecretIsNotPrinted(String command) {
    workspace.succeed("apply", "--auto-approve");
    ObjectNode account = lab.sandbox().control().account();
    var config =
        (ObjectNode)
            account
                .withObjectProperty("transformation_projects")
                .elements()
                .next()
                .path("project_config");
    config.withArray("environment_vars").add("DBT_ENV_SECRET_TOKEN=cl1cked-t0ken");
    lab.sandbox().control().replaceAccount(account);

    Ran ran = workspace.run(command.split(" "));

    assertThat(ran.all()).isNotEmpty().doesNotContain("cl1cked-t0ken");
  }

  /// A secret source is a program, or a file, that only an apply asks.
  @Test
  void secretsOfASourceAreSentAndNotCompared() {
    workspace
        .file("dbt-key", "from-a-s0urce\n")
        .file("ftctl.yaml", "manifests: [manifests]\nsecrets: {dbt_key: {file: dbt-key}}\n")
        .edit(FILE, SAID, "environment_vars: {DBT_KEY: \"${secret:dbt_key}\"}");

    Ran applied = workspace.run("apply", "--auto-approve");
    Ran planned = workspace.run("plan", "--detailed-exitcode");

    assertThat(applied.code()).as("%s", applied).isZero();
    assertThat(applied.all() + planned.all()).doesNotContain("from-a-s0urce");
    assertThat(planned.code()).as("%s", planned).isZero();
    assertThat(lab.sandbox().control().account().path("transformation_projects").toString())
        .contains("DBT_KEY=from-a-s0urce");
  }
}
