package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Members of schema settings that ftctl can't read back, or does not know.
class NewerSettingsTest {

  private static final String CONNECTION =
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
      ---
      kind: Connector
      metadata: {name: orders}
      spec:
        service: postgres
        groups: [prod]
        paused: false
        config: {schema_prefix: orders, host: db.acme.example, port: 5432, database: shop, user: ftctl, password: "${env:PASSWORD}"}
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
            .file("manifests/all.yaml", CONNECTION);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void lockOfTypesIsSentThoughNoAnswerTellsIt() {
    settings("spec: {connector: orders, is_type_locked: true}");

    workspace.succeed("apply", "--auto-approve");
    Ran planned = workspace.run("plan", "--detailed-exitcode");

    assertThat(locks()).isEqualTo(1);
    assertThat(planned.code()).isZero();
    assertThat(planned.out()).contains("is_type_locked can't be read back");

    workspace.succeed("apply", "--auto-approve", "--reload=connector/orders");

    assertThat(locks()).isEqualTo(2);
  }

  @Test
  void memberThatFivetranDropsIsNamedByApplyAndByEveryPlan() {
    settings(
        "spec: {connector: orders, schemas: {public: {tables: {users: {columns: {email: {masking:"
            + " SHA256}}}}}}}");

    Ran strict = workspace.run("validate", "--strict");
    Ran applied = workspace.succeed("apply", "--auto-approve");
    Ran planned = workspace.run("plan", "--detailed-exitcode");

    assertThat(strict.code()).isEqualTo(65);
    assertThat(applied.out()).contains("Fivetran did not keep public.users.email.masking");
    assertThat(lab.writes())
        .anyMatch(write ->
            write
                .body()
                .at("/schemas/public/tables/users/columns/email/masking")
                .asText()
                .equals("SHA256"));
    assertThat(planned.code()).isEqualTo(2);
    assertThat(planned.out()).contains("public.users.email.masking", "not kept?");
  }

  @Test
  void membersThatADocumentInsistsOnAreNoWarning() {
    workspace.file(
        "manifests/settings.yaml",
        "kind: SchemaSettings\nmetadata: {name: orders, unchecked: [columns.hash]}\nspec:"
            + " {connector: orders, schemas: {public: {tables: {users: {columns: {email: {hash:"
            + " SHA256}}}}}}}\n");

    assertThat(workspace.succeed("validate", "--strict").all()).doesNotContain("hash");
  }

  private void settings(String spec) {
    workspace.file(
        "manifests/settings.yaml",
        "kind: SchemaSettings\nmetadata: {name: orders}\n" + spec + "\n");
  }

  private long locks() {
    return lab.writes().stream()
        .filter(write -> write.body().path("is_type_locked").asBoolean())
        .count();
  }
}
