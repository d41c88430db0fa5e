package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a narrowed run needs is created where it is missing, and never changed.
class NeededTest {

  private static final String BEFORE =
      """
      kind: Group
      metadata: {name: main}
      spec: {name: main}
      ---
      kind: Destination
      metadata: {name: main}
      spec: {group: main, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: a.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: L, password: "${env:KEY:-harmless-1}"}}
      ---
      kind: Connector
      metadata: {name: shop}
      spec: {service: postgres, groups: [main], paused: false, sync_frequency: 360, config: {schema_prefix: shop, host: db.internal, port: 5432, database: app, user: f, password: "${env:KEY:-harmless-1}"}}
      ---
      kind: User
      metadata: {name: ana@example.com}
      spec: {given_name: Ana, family_name: Ruiz, role: Account Reviewer, connectors: {shop@main: Connection Collaborator}}
      ---
      kind: Team
      metadata: {name: data, labels: {of: people}}
      spec: {description: old, role: Account Reviewer, users: {ana@example.com: Team Member}}
      """;

  private static final String SETTINGS =
      """
      ---
      kind: SchemaSettings
      metadata: {name: shop}
      spec: {connector: shop, schema_change_handling: POLICY, schemas: {public: {tables: {users: {columns: {ssn: {enabled: false}}}}}}}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void open() {
    workspace = new Workspace(folder).reaching(lab.sandbox());
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @CsvSource({
    "--target schema-settings/shop@main, 1, schema-settings/shop@main",
    "--target schema-settings/shop, 1, schema-settings/shop@main",
    "--target user/ana@example.com, 1, user/ana@example.com",
    "-l of=people, 1, team/data",
    "--target connector/shop, 2, connector/shop@main"
  })
  void whatIsThereIsLeftAsItIs(String narrow, int updates, String asked) {
    applied();
    changed();

    Ran plan = workspace.run(("plan --run-setup-tests always --expand " + narrow).split(" "));
    workspace.succeed(("apply --auto-approve --journal none " + narrow).split(" "));

    assertThat(plan.out())
        .as("%s", plan)
        .containsPattern("~ update +" + asked.replace(".", "\\."))
        .contains("0 create, " + updates + " update, 0 replace, 0 delete, 0 move, 0 blocked");
    assertThat(workspace.run(("plan " + narrow).split(" ")).out())
        .contains("Nothing changes in what was asked for.")
        .doesNotContain("as the manifests say");
  }

  @Test
  void noSetupTestsRunOnWhatIsOnlyNeeded() {
    applied();
    changed();

    workspace.succeed(
        "apply",
        "--auto-approve",
        "--journal",
        "none",
        "--run-setup-tests",
        "always",
        "--target",
        "user/ana@example.com");

    assertThat(lab.writes()).extracting(RequestRecord::method).containsExactly("PATCH");
    assertThat(lab.writes().getFirst().path()).contains("/users/");
  }

  /// A connection without its settings would sync what they exclude.
  @Test
  void whatIsMissingIsCreatedWithItsParts() {
    workspace.file("manifests/all.yaml", BEFORE + SETTINGS.replace("POLICY", "BLOCK_ALL"));

    Ran plan = workspace.run("plan", "--target", "user/ana@example.com");

    assertThat(plan.out())
        .as("%s", plan)
        .contains(
            "group/main",
            "destination/main",
            "connector/shop@main",
            "schema-settings/shop@main",
            "user/ana@example.com",
            "5 create")
        .doesNotContain("team/data");
  }

  @Test
  void whatHadAnotherNameIsNotRenamed() {
    applied();
    workspace.edit(
        "manifests/all.yaml",
        "name: main}\nspec: {name: main}",
        "name: main, moved_from: main}\nspec: {name: lake}");
    workspace.edit("manifests/all.yaml", "given_name: Ana", "given_name: Anna");

    Ran narrowed = workspace.run("plan", "--target", "user/ana@example.com");
    Ran whole = workspace.run("plan");

    assertThat(narrowed.out()).as("%s", narrowed).contains("0 create, 1 update").contains("0 move");
    assertThat(whole.out()).as("%s", whole).contains("1 move");
  }

  private void applied() {
    workspace.file("manifests/all.yaml", BEFORE + SETTINGS.replace("POLICY", "ALLOW_COLUMNS"));
    workspace.succeed("apply", "--auto-approve", "--journal", "none");
    lab.forget();
  }

  private void changed() {
    workspace.file(
        "manifests/all.yaml",
        BEFORE
                .replace("sync_frequency: 360", "sync_frequency: 60")
                .replace("given_name: Ana", "given_name: Anna")
                .replace("description: old", "description: new")
            + SETTINGS.replace("POLICY", "BLOCK_ALL"));
  }
}
