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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is replaced under others: a dbt project under what runs in it, a Quickstart under what
/// waits for it.
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

  /// Two connections, and a Quickstart on the first.
  private static final String STRIPE =
      """
      kind: Connector
      for_each: {list: [stripe, billing]}
      metadata: {name: "${each.value}"}
      spec: {service: stripe, groups: [GROUP], paused: true, config: {schema: "${each.value}", api_key: "${env:X:-harmless}"}}
      ---
      kind: Transformation
      metadata: {name: stripe}
      spec:
        type: QUICKSTART
        schedule: {schedule_type: INTEGRATED}
        transformation_config: {package_name: stripe, connections: [stripe]}
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

  @Test
  void theNewQuickstartIsMadeFirstAndTheOldOneGoesLast() {
    String pin = pinned();

    Ran applied = workspace.run("apply", "--auto-approve", "--allow=replace");

    assertThat(applied.out()).contains("take `id` out of the document once this was applied");
    assertThat(writes())
        .as("%s", applied)
        .containsExactly(
            "POST /transformations", "PATCH /transformations/ID", "DELETE /transformations/ID");
    workspace.edit("manifests/stripe.yaml", pin, "");
    assertThat(workspace.succeed("plan", "--detailed-exitcode").out())
        .contains("Nothing changes: the account is as the manifests say.");
  }

  /// It goes first, so that no run that is killed can end with both.
  @Test
  void aQuickstartThatNothingWaitsForIsReplacedAtOnce() {
    pinned();
    workspace.edit("manifests/daily.yaml", "[stripe]", "[]");
    workspace.succeed("apply", "--auto-approve", "--target=transformation/daily");
    lab.forget();

    Ran applied = workspace.run("apply", "--auto-approve", "--allow=replace");

    assertThat(writes())
        .as("%s", applied)
        .containsExactly("DELETE /transformations/ID", "POST /transformations");
  }

  /// Another set of connections is another Quickstart, unless the object is pinned.
  @Test
  void otherConnectionsAreADuplicateOrAReplacement() {
    String pin = pinned();
    Ran replaced = workspace.run("plan");
    workspace.edit("manifests/stripe.yaml", pin, "");
    Ran duplicate = workspace.run("plan");

    assertThat(replaced.out()).contains("-/+ replace transformation/stripe");
    assertThat(duplicate.out())
        .contains("+ create   transformation/stripe")
        .contains("looks like the same transformation")
        .contains(pin.strip());
  }

  /// Of either type: Fivetran refuses it, so the plan does.
  @ParameterizedTest
  @CsvSource({
    "stripe, 'connections: [stripe]', 'connections: [stripe, far]', is built on"
        + " connector/far@other",
    "daily, '\"06:30\"', '\"06:30\", connections: [far]', waits for connector/far@other",
  })
  void nothingSpansTwoGroups(String name, String from, String into, String why) {
    String group = example().replaceAll("(?s).*\\bgroup: ([a-z_]+).*", "$1");
    workspace
        .file("manifests/stripe.yaml", STRIPE.replace("GROUP", group))
        .file(
            "manifests/far.yaml",
            "kind: Group\nmetadata: {name: other}\n---\n"
                + STRIPE
                    .split("---\n")[0]
                    .replace("GROUP", "other")
                    .replace("[stripe, billing]", "[far]"))
        .edit("manifests/" + name + ".yaml", from, into);

    Ran planned = workspace.run("apply", "--auto-approve");

    assertThat(planned.code()).as("%s", planned).isEqualTo(65);
    assertThat(planned.err()).contains("transformation/" + name + ": " + why, "which is not in");
    assertThat(writes()).isEmpty();
  }

  /// Nor under a document that leaves what it waits for to others.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noQuickstartIsReplacedUnderWhatDoesNotMove(boolean isDescribed) {
    pinned();
    if (isDescribed) {
      workspace.edit("manifests/daily.yaml", ", transformations: [stripe]", "");
    } else {
      assertThat(folder.resolve("manifests/daily.yaml").toFile().delete()).isTrue();
    }

    Ran applied = workspace.run("apply", "--auto-approve", "--allow=replace");

    assertThat(applied.code()).as("%s", applied).isEqualTo(4);
    assertThat(applied.out()).contains("blocked: still in use by transformation/daily");
    assertThat(writes()).isEmpty();
  }

  /// A Quickstart for which another waits, and that is to be built on two connections.
  ///
  /// @return what pins it
  private String pinned() {
    String group = example().replaceAll("(?s).*\\bgroup: ([a-z_]+).*", "$1");
    workspace
        .file("manifests/stripe.yaml", STRIPE.replace("GROUP", group))
        .edit("manifests/daily.yaml", "\"06:30\"", "\"06:30\", transformations: [stripe]")
        .succeed("apply", "--auto-approve");
    String id =
        account()
            .path("transformations")
            .valueStream()
            .filter(each -> each.path("type").asText().equals("QUICKSTART"))
            .map(each -> each.path("id").asText())
            .findFirst()
            .orElseThrow();
    String pin = "\n  id: " + id;
    workspace
        .edit("manifests/stripe.yaml", "[stripe]}\n", "[stripe, billing]}\n")
        .edit("manifests/stripe.yaml", "type: QUICKSTART", "type: QUICKSTART" + pin);
    lab.forget();
    return pin;
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
