package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A dbt project that is replaced under what runs in it.
class MovedTransformationsTest {

  private static final String FILE = "manifests/project.yaml";
  private static final String DAILY =
      """
      kind: Transformation
      metadata: {name: daily}
      spec:
        type: DBT_CORE
        paused: false
        schedule: {schedule_type: TIME_OF_DAY, time_of_day: "06:30"}
        transformation_config: {project: analytics, steps: [{name: build, command: dbt build}]}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void describe() {
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .with("SNOWFLAKE_PASSWORD", "sn0wflake")
            .file(FILE, example())
            .file("manifests/daily.yaml", DAILY);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void theNewProjectIsMadeFirstAndTheOldOneGoesLast() {
    replaced();

    Ran applied = workspace.succeed("apply", "--auto-approve", "--allow=replace");

    assertThat(writes())
        .as("%s", applied)
        .containsExactly(
            "POST /transformation-projects",
            "POST /transformation-projects/ID/test",
            "PATCH /transformations/ID",
            "DELETE /transformation-projects/ID");
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  /// It runs on where it is, and is not made a second time.
  @Test
  void withoutItsKeyNothingMovesYet() {
    replaced();
    tests("NOT_READY");

    Ran waiting = workspace.run("apply", "--auto-approve", "--allow=replace");
    List<String> first = writes();
    tests("READY");
    lab.forget();
    Ran moved = workspace.succeed("apply", "--auto-approve");

    assertThat(waiting.code()).as("%s", waiting).isEqualTo(5);
    assertThat(waiting.out())
        .contains("skipped      transformation/daily: update (waits for transformation-project/");
    assertThat(first)
        .containsExactly("POST /transformation-projects", "POST /transformation-projects/ID/test");
    assertThat(writes())
        .as("%s", moved)
        .containsExactly("POST /transformation-projects/ID/test", "PATCH /transformations/ID");
    assertThat(account().path("transformations")).hasSize(1);
    assertThat(workspace.succeed("plan", "--show-unmanaged").out())
        .contains("Nothing changes", "transformation-project/analytics_dbt");
  }

  @Test
  void whatIsNotReadyHoldsBackWhatRunsInIt() {
    tests("NOT_READY");

    Ran first = workspace.run("apply", "--auto-approve");
    Ran again = workspace.run("apply", "--auto-approve");
    tests("READY");
    Ran done = workspace.succeed("apply", "--auto-approve");

    assertThat(first.code()).as("%s", first).isEqualTo(5);
    assertThat(again.out()).contains("transformation/daily: create (waits for");
    assertThat(done.out()).contains("2 done");
  }

  @Test
  void noProjectGoesUnderWhatNoManifestDescribes() {
    replaced();
    assertThat(folder.resolve("manifests/daily.yaml").toFile().delete()).isTrue();
    workspace.edit(FILE, "{name: analytics}", "{name: analytics, absent: true}");
    workspace.edit(FILE, "acme/marts.git", "acme/dbt.git");

    Ran planned = workspace.run("plan", "--allow=delete");

    assertThat(planned.out())
        .as("%s", planned)
        .contains("still in use by transformation/daily", "1 blocked");
  }

  private void replaced() {
    workspace.succeed("apply", "--auto-approve");
    workspace.edit(FILE, "acme/dbt.git", "acme/marts.git");
    lab.forget();
  }

  private static String example() {
    return new Workspace(Path.of("examples/dbt")).read("project.yaml");
  }

  private void tests(String status) {
    ObjectNode account = account();
    account.withObjectProperty("project_tests").putObject("*").put("status", status);
    lab.sandbox().control().replaceAccount(account);
  }

  private ObjectNode account() {
    return lab.sandbox().control().account();
  }

  private List<String> writes() {
    return lab.writes().stream()
        .map(request ->
            request.method()
                + " "
                + request.path().replaceFirst("^/v1", "").replaceAll("/[a-z]+_[a-z]+", "/ID"))
        .toList();
  }
}
