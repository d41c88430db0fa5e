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
import org.junit.jupiter.params.provider.ValueSource;

/// What is not set up yet, or not any more: it is told in every plan, and tested no oftener than
/// that tells something.
class WaitingTest {

  private static final String IN_ORDER = "the account is as the manifests say";

  private static final String WAREHOUSE =
      """
      kind: Group
      metadata: {name: prod}
      ---
      kind: Destination
      metadata: {name: prod}
      spec:
        group: prod
        service: snowflake
        region: GCP_US_EAST4
        time_zone_offset: "0"
        config: {host: acme.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: "${env:PASSWORD}"}
      """;

  private static final String ORDERS =
      """
      kind: Connector
      metadata: {name: orders}
      spec:
        service: postgres
        groups: [prod]
        paused: false
        config: {schema_prefix: orders, host: %s, port: 5432, database: shop, user: ftctl, password: "${env:PASSWORD}"}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void reach() {
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .with("PASSWORD", "pw-of-orders")
            .file("manifests/warehouse.yaml", WAREHOUSE);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "always"})
  void nothingIsTestedUntilAPersonHasEnteredTheCredentials(String tests) {
    byHand("paused: false");

    Ran applied = workspace.succeed("apply", "--auto-approve", "--run-setup-tests", tests);
    Ran planned = workspace.run("plan", "--detailed-exitcode", "--run-setup-tests", "auto");
    workspace.succeed("apply", "--auto-approve");

    assertThat(applied.out()).containsPattern("(?m)^waiting +connector/spend@prod: create");
    assertThat(planned.code()).as("%s", planned).isZero();
    assertThat(planned.out())
        .contains("connector/spend@prod", "waiting for a person", "1 resource is not in order")
        .doesNotContain(IN_ORDER)
        .doesNotContain("Cost ");
    assertThat(tests("connections")).isEmpty();
  }

  @Test
  void onceTheyAreEnteredItIsUnpausedLikeAnyOther() {
    byHand("paused: false");
    workspace.succeed("apply", "--auto-approve");
    changed(connection -> connection.withObjectProperty("status").put("setup_state", "connected"));

    Ran planned = workspace.run("plan", "--detailed-exitcode");
    workspace.succeed("apply", "--auto-approve");

    assertThat(planned.code()).isEqualTo(2);
    assertThat(connection().path("paused").asBoolean()).isFalse();
    assertThat(workspace.succeed("plan").out()).contains(IN_ORDER);
  }

  @Test
  void changeOfItsConfigIsNotTestedBeforeThat() {
    byHand("paused: true");
    workspace.succeed("apply", "--auto-approve");
    workspace.edit("manifests/spend.yaml", "schema: spend", "schema: spend, instance: acme");

    workspace.run("apply", "--auto-approve");

    assertThat(lab.writes().stream().filter(write -> write.path().contains("/connections")))
        .isNotEmpty()
        .noneMatch(write -> write.body().path("run_setup_tests").asBoolean());
    assertThat(tests("connections")).isEmpty();
  }

  @Test
  void destinationWaitsForAPersonToo() {
    workspace.edit(
        "manifests/warehouse.yaml",
        "metadata: {name: prod}\nspec",
        "metadata: {name: prod, setup: by-hand}\nspec");
    workspace.edit("manifests/warehouse.yaml", ", password: \"${env:PASSWORD}\"", "");

    Ran applied = workspace.succeed("apply", "--auto-approve");
    Ran planned = workspace.succeed("plan");

    assertThat(applied.out()).containsPattern("(?m)^waiting +destination/prod: create");
    assertThat(planned.out()).contains("waiting for a person").doesNotContain("Cost ");
    assertThat(tests("destinations")).isEmpty();
  }

  @Test
  void setupOfWhatHasNoneIsRefusedAndSoIsAnotherWay() {
    workspace.file(
        "manifests/team.yaml",
        "kind: Team\nmetadata: {name: data, setup: by-hand}\nspec: {role: Account Reviewer}\n");
    workspace.file(
        "manifests/spend.yaml",
        "kind: Connector\n"
            + "metadata: {name: spend, setup: later}\n"
            + "spec: {service: coupa, groups: [prod], paused: true, config: {schema: spend}}\n");

    Ran refused = workspace.run("validate");

    assertThat(refused.code()).isEqualTo(65);
    assertThat(refused.all())
        .contains("a Team needs no setup")
        .contains("'setup' is 'later'", "write setup: by-hand");
  }

  @Test
  void missingCredentialsAreNotLookedForASecondTime() {
    workspace.file(
        "manifests/spend.yaml",
        "kind: Connector\n"
            + "metadata: {name: spend}\n"
            + "spec: {service: coupa, groups: [prod], paused: true, config: {schema: spend}}\n");

    Ran applied = workspace.run("apply", "--auto-approve");
    Ran planned = workspace.run("plan", "--detailed-exitcode");

    assertThat(applied.code()).isEqualTo(5);
    assertThat(applied.out()).contains("setup: by-hand");
    assertThat(tests("connections")).hasSize(1);
    assertThat(planned.code()).isZero();
    assertThat(planned.out())
        .contains("incomplete", "Cost ", "No field changes; apply goes on")
        .doesNotContain("Nothing changes");
  }

  @Test
  void brokenConnectionIsToldAsLongAsItIsBroken() {
    workspace.file("manifests/orders.yaml", ORDERS.formatted("db.acme.example"));
    workspace.succeed("apply", "--auto-approve");
    workspace.edit("manifests/orders.yaml", "db.acme.example", "unreachable.acme.example");
    Ran applied = workspace.run("apply", "--auto-approve");
    lab.forget();

    Ran planned = workspace.run("plan", "--detailed-exitcode");

    assertThat(applied.code()).isEqualTo(5);
    assertThat(planned.code()).isZero();
    assertThat(planned.out())
        .contains("connector/orders@prod", "broken: ")
        .doesNotContain(IN_ORDER);
    assertThat(lab.writes()).isEmpty();
  }

  @Test
  void brokenConnectionThatShallRunIsTestedBeforeItIsGivenUp() {
    workspace.file("manifests/orders.yaml", ORDERS.formatted("db.acme.example"));
    workspace.succeed("apply", "--auto-approve");
    changed(connection -> {
      connection.put("paused", true);
      connection.withObjectProperty("status").put("setup_state", "broken");
    });

    Ran planned = workspace.run("plan", "--detailed-exitcode");
    Ran applied = workspace.succeed("apply", "--auto-approve");

    assertThat(planned.code()).isEqualTo(2);
    assertThat(planned.out()).contains("apply runs its setup tests");
    assertThat(applied.all()).contains("connector/orders@prod: test");
    assertThat(connection().path("paused").asBoolean()).isFalse();
  }

  @Test
  void groupWithoutADestinationIsToldBeforeTestsFailForIt() {
    workspace.file("manifests/warehouse.yaml", "kind: Group\nmetadata: {name: prod}\n");
    workspace.file("manifests/orders.yaml", ORDERS.formatted("db.acme.example"));

    Ran planned = workspace.succeed("plan");
    workspace.file("manifests/warehouse.yaml", WAREHOUSE);
    Ran complete = workspace.succeed("plan");

    assertThat(planned.out()).contains("no destination of group/prod is known");
    assertThat(complete.out()).doesNotContain("no destination");
  }

  @Test
  void destinationThatNoManifestDescribesIsEnough() {
    workspace.succeed("apply", "--auto-approve");
    workspace.file("manifests/warehouse.yaml", "kind: Group\nmetadata: {name: prod}\n");
    workspace.file("manifests/orders.yaml", ORDERS.formatted("db.acme.example"));

    assertThat(workspace.succeed("plan").out()).doesNotContain("no destination");
  }

  @Test
  void lockedElementKeepsItsConnectionPausedAndIsToldOnce() {
    workspace.file(
        "manifests/orders.yaml",
        ORDERS.formatted("db.acme.example")
            + "  schema_settings: {schemas: {public: {tables: {users: {columns: {id: {enabled:"
            + " false}, ssn: {enabled: false}}}}}}}\n");

    Ran first = workspace.run("apply", "--auto-approve");
    Ran second = workspace.run("apply", "--auto-approve", "--skip-blocked");

    assertThat(first.code()).isEqualTo(5);
    assertThat(second.code()).as("%s", second).isNotZero();
    assertThat(second.out())
        .containsOnlyOnce("! blocked: public.users.id can't be excluded")
        .doesNotContain(IN_ORDER);
    assertThat(connection().path("paused").asBoolean()).isTrue();
  }

  private void byHand(String paused) {
    workspace.file(
        "manifests/spend.yaml",
        "kind: Connector\nmetadata: {name: spend, setup: by-hand}\nspec: {service: coupa, groups:"
            + " [prod], "
            + paused
            + ", config: {schema: spend}}\n");
  }

  private List<String> tests(String collection) {
    return lab.writes().stream()
        .map(write -> write.path())
        .filter(path -> path.contains("/" + collection + "/") && path.endsWith("/test"))
        .toList();
  }

  private ObjectNode connection() {
    return (ObjectNode) lab.sandbox().control().account().path("connections").elements().next();
  }

  private void changed(java.util.function.Consumer<ObjectNode> change) {
    ObjectNode account = lab.sandbox().control().account();
    change.accept((ObjectNode) account.path("connections").elements().next());
    lab.sandbox().control().replaceAccount(account);
  }
}
