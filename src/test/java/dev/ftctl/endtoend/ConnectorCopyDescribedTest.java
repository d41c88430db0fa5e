package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A copy of a connection that a manifest describes keeps what its document says.
class ConnectorCopyDescribedTest {

  private static final String GROUPS =
      """
      kind: Group
      metadata: {name: prod}
      ---
      kind: Group
      metadata: {name: eu}
      ---
      kind: Group
      metadata: {name: us}
      ---
      kind: Template
      metadata: {name: database}
      spec: {service: postgres, sync_frequency: 60, config: {port: 5432, user: fivetran}}
      """;

  private static final String ORDERS =
      """
      # What the shop sells.
      kind: Connector
      metadata: {name: orders_db, labels: {team: commerce}, moved_from: prod/old, rotation: 2}
      spec:
        template: database
        groups: [prod, eu]
        paused: true
        config:
          schema_prefix: orders
          host: "${var:host}"
          database: app
          password: "${env:ORDERS_PASSWORD}"
        overrides:
          eu: {sync_frequency: 360, config: {host: eu.internal}}
      """;

  private static final String[] APPLY = {
    "apply", "--auto-approve", "--run-setup-tests", "never", "--allow", "replace"
  };

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void apply() {
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .with("ORDERS_PASSWORD", "harmless-value")
            .file("ftctl.yaml", "variables: {host: db.internal}\n")
            .file("manifests/groups.yaml", GROUPS)
            .file("manifests/orders.yaml", ORDERS);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void itsTemplateVariablesAndLabelsStay() {
    workspace.succeed(APPLY);
    lab.forget();

    Ran copy = workspace.succeed("connector", "copy", "connector/orders_db@eu", "--to", "us");

    assertThat(copy.out())
        .isEqualTo(
            """
            kind: Connector
            metadata: {name: orders_db_us, labels: {team: commerce}}
            spec:
              template: database
              groups: [us]
              paused: true
              config:
                schema_prefix: orders
                host: eu.internal
                database: app
                password: "${env:ORDERS_PASSWORD}"
              sync_frequency: 360
            """);
    assertThat(copy.err())
        .contains("It reads env:ORDERS_PASSWORD, as the original does")
        .contains("add us to its groups at manifests/orders.yaml:2.")
        .doesNotContain("duplicate");
    workspace.file("manifests/copy.yaml", copy.out()).succeed(APPLY);
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
    assertThat(lab.writes()).noneMatch(write -> write.method().equals("PATCH"));
  }

  @Test
  void settingsOfItsOwnDocumentAreAsTheyAreWritten() {
    workspace
        .file(
            "manifests/settings.yaml",
            """
            kind: SchemaSettings
            metadata: {name: orders_db}
            spec:
              connector: orders_db
              schema_change_handling: BLOCK_ALL
              schemas: {public: {tables: {users: {columns: {"*mail*": {hashed: true}}}}}}
            """)
        .succeed(APPLY);

    Ran copy =
        workspace.succeed(
            "connector", "copy", "connector/orders_db@prod", "--to", "us", "--with-schema");

    assertThat(copy.out())
        .contains("    host: \"${var:host}\"\n")
        .contains("\"*mail*\": {hashed: true}")
        .contains("    schema_change_handling: BLOCK_ALL\n");
  }

  @Test
  void literalSecretBecomesAVariable() {
    workspace
        .edit("manifests/orders.yaml", "\"${env:ORDERS_PASSWORD}\"", "hidden-text")
        .succeed(APPLY);

    Ran copy = workspace.succeed("connector", "copy", "connector/orders_db@prod", "--to", "us");

    assertThat(copy.out()).contains("password: \"${env:ORDERS_DB_US_PASSWORD}\"");
    assertThat(copy.err()).contains("ORDERS_DB_US_PASSWORD= # connector/orders_db_us");
    assertThat(copy.all()).doesNotContain("hidden-text");
  }

  /// What an overlay says is of the original's name alone.
  @Test
  void whatTheDocumentDoesNotSayIsTakenFromTheAccount() {
    workspace
        .file(
            "ftctl.yaml",
            """
            variables: {host: db.internal}
            default_environment: prod
            environments: {prod: {account: %s, overlays: overlays}}
            """
                .formatted(lab.account(false).info().id()))
        .file(
            "overlays/orders.yaml",
            "kind: Connector\nmetadata: {name: orders_db}\nspec: {sync_frequency: 15}\n");
    workspace.succeed(APPLY);

    Ran copy = workspace.succeed("connector", "copy", "connector/orders_db@prod", "--to", "us");

    assertThat(copy.out())
        .contains("  sync_frequency: 15\n", "password: \"${env:ORDERS_PASSWORD}\"\n");
    assertThat(copy.err())
        .contains("Not all that the original says stands in manifests/orders.yaml:2");
  }

  @Test
  void rowOfManyIsCopiedFromTheAccount() {
    workspace
        .file(
            "manifests/feeds.yaml",
            """
            kind: Connector
            for_each: {list: [{name: a}, {name: b}]}
            metadata: {name: "feed_${each.name}"}
            spec:
              template: database
              groups: [prod]
              paused: true
              config: {schema_prefix: "feed_${each.name}", host: h, database: d, password: "${env:ORDERS_PASSWORD}"}
            """)
        .succeed(APPLY);

    Ran copy = workspace.succeed("connector", "copy", "connector/feed_a@prod", "--to", "us");

    assertThat(copy.out()).contains("schema_prefix: feed_a\n", "\"${env:ORDERS_PASSWORD}\"");
    assertThat(copy.err()).contains("manifests/feeds.yaml:1 stands for many");
  }

  @Test
  void filesThatItNamesAreFoundFromWhereItIsWritten() {
    workspace
        .file("manifests/keys/orders.txt", "harmless-value")
        .edit("manifests/orders.yaml", "${env:ORDERS_PASSWORD}", "${file:keys/orders.txt}")
        .succeed(APPLY);
    String[] line = {"connector", "copy", "connector/orders_db@prod", "--to", "us", "-o", ""};

    line[6] = "manifests/us/copy.yaml";
    Ran elsewhere = workspace.run(line);
    line[6] = "manifests/copy.yaml";
    workspace.succeed(line);

    assertThat(elsewhere.code()).isEqualTo(64);
    assertThat(elsewhere.err()).contains("-o manifests/orders_db_us.yaml");
    workspace.succeed(APPLY);
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void fileBesideTheManifestsIsTold() {
    workspace.succeed(APPLY);

    Ran copy =
        workspace.succeed(
            "connector", "copy", "connector/orders_db@prod", "--to", "us", "-o", "copy.yaml");

    assertThat(copy.err()).contains("No manifest of the project lies there");
  }
}
