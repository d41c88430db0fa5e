package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An element that Fivetran has locked and a manifest wants otherwise: everything else of the
/// connection is set, and once nothing is left to set, nothing is sent.
class LockedElementTest {

  private static final String ALONE = "id: {enabled: false}";
  private static final String BESIDE_OTHERS = "id: {enabled: false}, ssn: {enabled: false}";

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void describe() {
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .file(
                "manifests/prod.yaml",
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
                  time_zone_offset: "-5"
                  config: {host: acme.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: "${env:P}"}
                """)
            .with("P", "a-long-password");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  /// How the connection is before, what its settings say, the code of the first apply, and whether
  /// it sends anything.
  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    "new, alone, 5, true",
    "new, beside others, 5, true",
    "never read, alone, 5, true",
    "never synced, alone, 4, false",
    "never synced, beside others, 5, true",
    "paused, alone, 4, false",
    "paused, beside others, 5, true",
    "running, alone, 4, false",
    "running, beside others, 5, true",
  })
  void blocksAndSendsNothingOnceTheRestIsSet(
      String before, String beside, int code, boolean isSending) {
    prepare(before);
    settings(beside.equals("alone") ? ALONE : BESIDE_OTHERS);
    lab.forget();

    Ran first = workspace.run("apply", "--auto-approve", "--skip-blocked");
    boolean hasSent = !lab.writes().isEmpty();
    lab.forget();
    Ran second = workspace.run("apply", "--auto-approve", "--skip-blocked");
    int planned = workspace.run("plan").code();

    assertThat(first.code()).as("%s", first).isEqualTo(code);
    assertThat(hasSent).as("%s", first).isEqualTo(isSending);
    assertThat(lab.writes()).as("%s", second).isEmpty();
    assertThat(second.code()).as("%s", second).isEqualTo(4);
    assertThat(planned).isEqualTo(4);
    assertThat(isPaused()).isNotEqualTo(before.equals("running"));
  }

  private void prepare(String before) {
    if (!before.equals("new")) {
      connector(before.equals("never read"));
      if (!before.equals("never read")) {
        settings("email: {enabled: true}");
      }
      workspace.succeed("apply", "--auto-approve");
    }
    ObjectNode account = lab.sandbox().control().account();
    account.path("connections").forEach(connection -> change((ObjectNode) connection, before));
    lab.sandbox().control().replaceAccount(account);
    connector(false);
  }

  private static void change(ObjectNode connection, String before) {
    connection.put("paused", !before.equals("running"));
    if (before.equals("paused")) {
      connection.put("succeeded_at", "2026-01-01T00:00:00Z");
    }
  }

  private void connector(boolean isPaused) {
    workspace.file(
        "manifests/orders.yaml",
        """
        kind: Connector
        metadata: {name: orders}
        spec:
          service: postgres
          groups: [prod]
          paused: %s
          config: {schema_prefix: orders, host: db.internal, port: 5432, database: shop, user: fivetran, password: "${env:P}"}
        """
            .formatted(isPaused));
  }

  private void settings(String columns) {
    workspace.file(
        "manifests/settings.yaml",
        """
        kind: SchemaSettings
        metadata: {name: orders}
        spec: {connector: orders, schemas: {public: {tables: {users: {columns: {%s}}}}}}
        """
            .formatted(columns));
  }

  private boolean isPaused() {
    return lab.sandbox()
        .control()
        .account()
        .path("connections")
        .iterator()
        .next()
        .path("paused")
        .asBoolean();
  }
}
