package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One fault is told once, and nothing is told that isn't so.
class PlanWordsTest {

  private static final String BO =
      """
      kind: User
      metadata: {name: Bo@Example.com}
      spec: {given_name: Bo, family_name: Li, role: Account Reviewer}
      """;

  private static final String SHOP =
      """
      kind: Group
      metadata: {name: prod}
      ---
      kind: Connector
      metadata: {name: shop}
      spec:
        service: postgres
        groups: [prod]
        paused: true
        config: {schema_prefix: shop, host: db.example.com, port: 5432, database: shop, user: u, password: "${env:P}", update_method: QUERY_BASED}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void seed() {
    workspace = new Workspace(folder).reaching(lab.sandbox()).with("P", "harmless-password");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void missingObjectThatMustExistIsOneError() {
    workspace.file("manifests/all.yaml", BO);
    workspace.succeed("apply", "--auto-approve");
    workspace.file(
        "manifests/all.yaml",
        """
        kind: User
        metadata: {name: bob@example.com, existing: true}
        spec: {role: Account Analyst}
        """);

    Ran plan = workspace.run("plan");

    assertThat(plan.code()).isEqualTo(65);
    assertThat(plan.err())
        .contains("says `existing: true`, but the account has no such object", "1 error in 1 file")
        .contains("did you mean 'Bo@Example.com'?");
  }

  @Test
  void personIsTheSameInAnyLetterCase() {
    workspace.file(
        "manifests/all.yaml",
        BO
            + """
            ---
            kind: Team
            metadata: {name: night}
            spec: {role: Account Reviewer, users: {bo@example.COM: Team Member}}
            """);

    workspace.succeed("validate", "--strict");
    workspace.succeed("apply", "--auto-approve");

    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void personOfTheAccountAloneIsTheSameInAnyLetterCase() {
    workspace.file("manifests/all.yaml", BO);
    workspace.succeed("apply", "--auto-approve");
    workspace.file(
        "manifests/all.yaml",
        """
        kind: Team
        metadata: {name: night}
        spec: {role: Account Reviewer, users: {bo@example.COM: Team Member}}
        """);

    workspace.succeed("apply", "--auto-approve");

    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void addressBehindABlankIsNoPath() {
    workspace.file("manifests/all.yaml", SHOP);

    Ran plan = workspace.run("plan", "--rotate-secrets", "connector/shop");

    assertThat(plan.code()).isEqualTo(64);
    assertThat(plan.err())
        .contains("write --rotate-secrets=connector/shop for that resource alone");
    assertThat(workspace.run("plan", "--rotate-secrets", "manifests").code()).isZero();
  }

  @Test
  void secretsThatNobodyComparesAreCounted() {
    workspace.file("manifests/all.yaml", SHOP);
    workspace.succeed("apply", "--auto-approve", "--run-setup-tests", "never");

    Ran plan = workspace.run("plan", "--run-setup-tests", "never");

    assertThat(plan.out()).contains("Not compared: 1 secret (");
    assertThat(
            workspace
                .run("plan", "--format", "json")
                .json()
                .at("/counts/secrets_not_compared")
                .asInt())
        .isEqualTo(1);
  }

  /// The setup tests of an incomplete connection are still to be run.
  @Test
  void planThatHasStepsNeverSaysThatNothingChanges() {
    workspace.file("manifests/all.yaml", SHOP);
    workspace.succeed("apply", "--auto-approve", "--run-setup-tests", "never");

    Ran plan = workspace.run("plan");

    assertThat(plan.out())
        .contains("Cost   ", "No field changes; apply goes on with what is not finished")
        .doesNotContain("Nothing changes");
    assertThat(workspace.run("plan", "--format", "markdown").out())
        .contains("ftctl plan: apply goes on with what is not finished")
        .doesNotContain("nothing changes");
  }

  @Test
  void nameThatIsTakenIsNoFaultOfTheManifest() throws IOException {
    workspace.file("manifests/all.yaml", BO);
    lab.sandbox()
        .control()
        .faults(
            new JsonMapper()
                .readTree(
                    "[{\"match\":{\"method\":\"POST\",\"path\":\"/v1/users$\"},"
                        + "\"then\":{\"status\":409,\"body\":{\"code\":\"Conflict\","
                        + "\"message\":\"exists\"}}}]"));

    Ran apply = workspace.run("apply", "--auto-approve");

    assertThat(apply.code()).as("%s", apply).isEqualTo(1);
    assertThat(apply.all()).contains("The name is taken").doesNotContain("Mend the manifest");
  }

  @ParameterizedTest
  @CsvSource({
    "'data_delay_threshold: null', write another sensitivity",
    "'config: {tunnel_port: null}', write Directly",
  })
  void nullNamesTheFieldThatEndsIt(String line, String advice) {
    workspace.file(
        "manifests/all.yaml",
        """
        kind: Connector
        metadata: {name: shop}
        spec:
          service: postgres
          groups: [prod]
          %s
        """
            .formatted(line));

    assertThat(workspace.run("validate").all()).contains("can't clear it", advice);
  }
}
