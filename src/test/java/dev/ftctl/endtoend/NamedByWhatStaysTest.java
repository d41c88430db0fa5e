package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A document that was taken out of git while others still name its object: of whichever kind the
/// two are, the object stays, since the next plan would look for it in vain.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamedByWhatStaysTest {

  /// Two of each kind where a row takes one away, so that none was the last of its kind.
  private static final String ALL =
      """
      kind: Group
      metadata: {name: prod}
      ---
      kind: Group
      metadata: {name: spare}
      ---
      kind: Group
      metadata: {name: spare_too}
      ---
      kind: Destination
      metadata: {name: prod}
      spec: {group: prod, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "0", config: {host: a.example.com, port: 443, database: RAW, user: u, password: "${env:X:-harmless}"}}
      ---
      kind: SecretsManager
      metadata: {name: vault}
      spec: {type: HASHICORP_VAULT, config: {vault_address: "https://vault.example", role_id: r, secret_id: "${env:X:-harmless}"}}
      ---
      kind: PrivateLink
      metadata: {name: orders}
      spec: {service: SOURCE_AWS, region: AWS_US_EAST_1, config: {connection_service_name: vpce}}
      ---
      kind: Connector
      metadata: {name: orders}
      spec: {service: postgres, groups: [prod], networking_method: PrivateLink, private_link: orders, external_secrets_manager: vault, paused: true, config: {schema_prefix: orders, host: db.internal, port: 5432, database: app, user: f, password: "${env:X:-harmless}"}}
      ---
      kind: Connector
      metadata: {name: stripe}
      spec: {service: stripe, groups: [prod], paused: true, config: {schema: stripe, api_key: "${env:X:-harmless}"}}
      ---
      kind: Transformation
      metadata: {name: stripe}
      spec: {type: QUICKSTART, schedule: {schedule_type: INTEGRATED}, transformation_config: {package_name: stripe, connections: [stripe@prod]}}
      ---
      kind: User
      metadata: {name: ana@example.com}
      spec: {given_name: Ana, family_name: R, role: Account Reviewer, groups: {spare: Destination Analyst}, connectors: {orders@prod: Connection Collaborator}}
      ---
      kind: User
      metadata: {name: ci}
      spec: {user_type: SERVICE_ACCOUNT, given_name: CI, family_name: Deploy, role: Account Reviewer}
      ---
      kind: ApiKey
      metadata: {name: ci, handout: keys}
      spec: {user: ci, expiration_period_days: 90}
      ---
      kind: Team
      metadata: {name: data}
      spec: {role: Account Reviewer, users: {ana@example.com: Team Member}}
      ---
      kind: SystemKey
      metadata: {name: ci, handout: keys}
      spec: {expiration_period: ONE_MONTH, permissions: [{resource_type: CONNECTOR, access_level: READ, resource_filter: {connections: [stripe@prod], groups: [spare_too]}}]}
      """;

  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeAll
  void apply(@TempDir Path folder) throws IOException, InterruptedException {
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .file("ftctl.yaml", "handouts: {keys: {file: \"out/${slug}.${name}.json\"}}\n")
            .file(".gitignore", "out/\n.ftctl/\n")
            .file("manifests/all.yaml", ALL);
    Repository.commit(folder);
    workspace.succeed("apply", "--auto-approve", "--run-setup-tests=never");
  }

  @AfterAll
  void close() {
    lab.close();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "Group, spare, user/ana@example.com",
    "Group, spare_too, system-key/ci",
    "SecretsManager, vault, connector/orders@prod",
    "PrivateLink, orders, connector/orders@prod",
    "Connector, orders, user/ana@example.com",
    "Connector, stripe, 'system-key/ci, transformation/stripe'",
    "User, ana@example.com, team/data",
    "User, ci, api-key/ci",
  })
  void stays(String kind, String name, String users) {
    workspace.file("manifests/all.yaml", without(kind, name));
    lab.forget();

    Ran planned = workspace.run("apply", "--auto-approve", "--base=HEAD", "--allow=delete");

    assertThat(planned.code()).as("%s", planned).isEqualTo(4);
    assertThat(planned.out()).contains("blocked: still in use by " + users + ";");
    assertThat(lab.writes()).isEmpty();
  }

  private static String without(String kind, String name) {
    List<String> documents = new ArrayList<>(List.of(ALL.split("---\n")));
    boolean isThere =
        documents.removeIf(
            document -> document.contains("kind: " + kind + "\nmetadata: {name: " + name + "}"));
    assertThat(isThere).isTrue();
    return documents.stream().collect(Collectors.joining("---\n"));
  }
}
