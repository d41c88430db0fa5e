package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Of whichever kind it is, a plan says which of the fields that changed force a replacement, and
/// what is lost by it; not of those that would have been an update.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForcesReplacementTest {

  private static final String ALL =
      """
      kind: Group
      metadata: {name: prod}
      ---
      kind: Destination
      metadata: {name: prod}
      spec: {group: prod, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "0", config: {host: a.example.com, port: 443, database: RAW, user: u, password: "${env:X:-harmless}"}}
      ---
      kind: ExternalLog
      metadata: {name: logs}
      spec: {group: prod, service: datadog_log, enabled: true, config: {region: US1, api_key: "${env:X:-harmless}"}}
      ---
      kind: AccountLog
      metadata: {name: account}
      spec: {service: datadog_log, enabled: true, config: {region: US1, api_key: "${env:X:-harmless}"}}
      ---
      kind: PrivateLink
      metadata: {name: orders}
      spec: {service: SOURCE_AWS, region: AWS_US_EAST_1, config: {connection_service_name: vpce}}
      ---
      kind: ProxyAgent
      metadata: {name: dc, handout: keys}
      spec: {group_region: GCP_US_EAST4}
      ---
      kind: HybridAgent
      metadata: {name: lab, handout: keys}
      spec: {group: prod, env_type: DOCKER, auth_type: AUTO, accept_terms: true}
      ---
      kind: SecretsManager
      metadata: {name: vault}
      spec: {type: HASHICORP_VAULT, is_hybrid_deployment: false, config: {vault_address: "https://vault.example", role_id: r, secret_id: "${env:X:-harmless}"}}
      ---
      kind: Connector
      metadata: {name: orders}
      spec: {service: postgres, groups: [prod], sync_frequency: 60, paused: true, config: {schema_prefix: orders, host: db.internal, port: 5432, database: app, user: f, password: "${env:X:-harmless}"}}
      ---
      kind: TransformationProject
      metadata: {name: dbt}
      spec: {group: prod, project_config: {git_remote_url: "git@git.example:dbt.git", dbt_version: 1.9.4, default_schema: marts, threads: 4}}
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
    workspace.succeed("apply", "--auto-approve");
    lab.forget();
  }

  @AfterAll
  void close() {
    lab.close();
  }

  /// @param and what changes beside it and would be an update alone
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "external-log/logs, datadog_log, new_relic_log, 'region: US1, ', '', : events in between are"
        + " lost",
    "account-log/account, datadog_log, new_relic_log, 'region: US1, ', '', : events in between are"
        + " lost",
    "private-link/orders, AWS_US_EAST_1, AWS_US_WEST_2, vpce, other, ''",
    "proxy-agent/dc, group_region: GCP_US_EAST4, group_region: GCP_US_WEST1, '', '', : new secrets",
    "hybrid-agent/lab, DOCKER, PODMAN, '', '', : new secrets",
    "secrets-manager/vault, is_hybrid_deployment: false, is_hybrid_deployment: true, role_id: r,"
        + " role_id: s, ''",
    "connector/orders@prod, service: postgres, service: mysql, sync_frequency: 60, sync_frequency:"
        + " 15, : full historical re-sync",
    "transformation-project/dbt, default_schema: marts, default_schema: lake, threads: 4, threads:"
        + " 8, ''",
  })
  void isSaidOfTheFieldThatDoes(
      String address, String from, String into, String and, String becoming, String lost) {
    String slug = address.substring(0, address.indexOf('/'));
    int start = ALL.indexOf(from, kindAt(slug));
    String changed = ALL.substring(0, start) + into + ALL.substring(start + from.length());
    int beside = and.isEmpty() ? 0 : changed.indexOf(and, kindAt(slug));
    workspace.file(
        "manifests/all.yaml",
        and.isEmpty()
            ? changed
            : changed.substring(0, beside) + becoming + changed.substring(beside + and.length()));

    Ran planned = workspace.run("plan");

    List<String> rows = planned.out().lines().toList();
    assertThat(rows).as("%s", planned).anyMatch(row -> row.startsWith("-/+ replace " + address));
    List<String> forcing = rows.stream().filter(row -> row.contains("forces replacement")).toList();
    assertThat(forcing).as("%s", planned).hasSize(1);
    assertThat(forcing.getFirst()).endsWith("forces replacement" + lost).contains(" → ");
    assertThat(planned.code()).isEqualTo(4);
  }

  private static int kindAt(String slug) {
    String kind =
        java.util.Arrays.stream(slug.split("-"))
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(java.util.stream.Collectors.joining());
    return ALL.indexOf("kind: " + kind + "\n");
  }
}
