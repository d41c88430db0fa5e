package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is deleted before it is made anew is held by what stands on it, as what is only deleted is,
/// although nothing describes that and its list is read on demand.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplacedUnderOthersTest {

  private static final String ALL =
      """
      kind: Group
      metadata: {name: g}
      ---
      kind: Destination
      metadata: {name: g}
      spec: {group: g, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "0", config: {host: a.example.com, port: 443, database: RAW, user: u, password: "${env:X:-harmless}"}}
      ---
      kind: SecretsManager
      metadata: {name: vault}
      spec: {type: HASHICORP_VAULT, is_hybrid_deployment: false, config: {vault_address: "https://vault.example", role_id: r, secret_id: "${env:X:-harmless}"}}
      ---
      kind: PrivateLink
      metadata: {name: link}
      spec: {service: SOURCE_AWS, region: AWS_US_EAST_1, config: {connection_service_name: vpce}}
      ---
      kind: ProxyAgent
      metadata: {name: dc, handout: keys}
      spec: {group_region: GCP_US_EAST4}
      ---
      kind: HybridAgent
      metadata: {name: lab, handout: keys}
      spec: {group: g, env_type: DOCKER, auth_type: AUTO, accept_terms: true}
      ---
      kind: Connector
      metadata: {name: stripe}
      spec: {service: stripe, groups: [g], paused: true, config: {schema: stripe, api_key: "${env:X:-harmless}"}}
      ---
      kind: Connector
      metadata: {name: orders}
      spec: {service: postgres, groups: [g], paused: true, networking_method: PrivateLink, private_link: link, external_secrets_manager: vault, config: {schema_prefix: orders, host: db.internal, port: 5432, database: app, user: f, password: "${env:X:-harmless}"}}
      ---
      kind: Connector
      metadata: {name: boats}
      spec: {service: postgres, groups: [g], paused: true, hybrid_deployment_agent: lab, config: {schema_prefix: boats, host: db.internal, port: 5432, database: app, user: f, password: "${env:X:-harmless}"}}
      ---
      kind: Connector
      metadata: {name: cranes}
      spec: {service: postgres, groups: [g], paused: true, networking_method: ProxyAgent, proxy_agent: dc, config: {schema_prefix: cranes, host: db.internal, port: 5432, database: app, user: f, password: "${env:X:-harmless}"}}
      ---
      kind: Transformation
      metadata: {name: stripe}
      spec: {type: QUICKSTART, schedule: {schedule_type: INTEGRATED}, transformation_config: {package_name: stripe, connections: [stripe]}}
      ---
      kind: TransformationProject
      metadata: {name: g}
      spec: {group: g, project_config: {git_remote_url: "git@git.example:dbt.git", dbt_version: 1.9.4, default_schema: marts}}
      ---
      kind: Transformation
      metadata: {name: daily}
      spec: {type: DBT_CORE, schedule: {schedule_type: INTEGRATED, connections: [orders]}, transformation_config: {project: g, steps: [{name: build, command: dbt build}]}}
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
    // Agents that nobody runs let the tests of what goes through them fail.
    assertThat(workspace.run("apply", "--auto-approve").code()).isEqualTo(5);
  }

  @AfterEach
  void open() {
    lab.sandbox().control().faults(new JsonMapper().createArrayNode());
  }

  @AfterAll
  void close() {
    lab.close();
  }

  /// One row for each kind of thing that others stand on, by everything that can.
  ///
  /// @param users documents that are taken away, as patterns of kinds and names
  @ParameterizedTest(name = "{0} {1} under {4}")
  @CsvSource({
    "Connector, stripe, stripe, stripe_test, Transformation stripe, transformation/stripe",
    "Connector, orders, postgres, azure_postgres, Transformation daily, transformation/daily",
    "TransformationProject, g, dbt.git, marts.git, Transformation daily, transformation/daily",
    "Destination, g, snowflake, postgres_rds_warehouse, Connector boats, connector/boats@g",
    "Destination, g, snowflake, postgres_rds_warehouse, 'Transformation daily,"
        + " TransformationProject g', transformation-project/g",
    "SecretsManager, vault, HASHICORP_VAULT, AWS_SECRET_MANAGER, Connector orders,"
        + " connector/orders@g",
    "PrivateLink, link, AWS_US_EAST_1, AWS_US_WEST_2, Connector orders, connector/orders@g",
    "HybridAgent, lab, DOCKER, PODMAN, Connector boats, connector/boats@g",
    "ProxyAgent, dc, GCP_US_EAST4, GCP_US_WEST1, Connector cranes, connector/cranes@g",
  })
  void staysUnderWhatNobodyDescribes(
      String kind, String name, String from, String into, String users, String held) {
    String changed = replaced(kind, name, from, into);
    for (String user : users.split(", ")) {
      changed = without(changed, user.split(" ")[0], user.split(" ")[1]);
    }
    workspace.file("manifests/all.yaml", changed);
    lab.forget();

    Ran applied = workspace.run("apply", "--auto-approve", "--allow=replace");

    assertThat(applied.code()).as("%s", applied).isEqualTo(4);
    assertThat(applied.out())
        .containsPattern("still in use by (.*, )?" + held + "\\b")
        .doesNotContain("as the manifests say");
    assertThat(lab.writes()).isEmpty();
  }

  /// What is described moves, or finds the new one where the old one was; other documents of the
  /// project are described as well where a run plans a part of it.
  @ParameterizedTest
  @CsvSource({
    "TransformationProject, g, dbt.git, marts.git, ''",
    "Destination, g, snowflake, postgres_rds_warehouse, ''",
    "Destination, g, snowflake, postgres_rds_warehouse, --target=destination/g",
  })
  void goesUnderWhatIsDescribed(
      String kind, String name, String from, String into, String narrowing) {
    workspace.file("manifests/all.yaml", replaced(kind, name, from, into));

    Ran plan =
        narrowing.isEmpty()
            ? workspace.run("plan", "--allow=replace")
            : workspace.run("plan", "--allow=replace", narrowing);

    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(plan.out()).contains("-/+ replace", "1 replace, 0 delete, 0 move, 0 blocked");
  }

  /// A document that this run leaves out would refer to what is gone.
  @Test
  void whatARunLeavesOutHoldsWhatItNames() {
    workspace.file(
        "manifests/all.yaml", replaced("Connector", "orders", "postgres", "azure_postgres"));

    Ran plan = workspace.run("plan", "--allow=replace", "--target=connector/orders@g");

    assertThat(plan.code()).as("%s", plan).isEqualTo(4);
    assertThat(plan.out()).contains("still in use by transformation/daily");
  }

  /// Each list above costs one call, where something is made anew and nowhere else.
  @Test
  void readsTheListsAboveOnceAndOnlyThen() {
    String few =
        without(without(ALL, "Transformation", "stripe"), "Transformation", "daily")
            .replaceAll(
                "(?s)---\nkind: (SecretsManager|PrivateLink|ProxyAgent|HybridAgent)\n.*?(?=---)",
                "");
    workspace.file("manifests/all.yaml", few);
    assertThat(calls("/transformations")).isEmpty();

    workspace.file("manifests/all.yaml", few.replace("dbt.git", "marts.git"));

    assertThat(calls("/transformations")).hasSize(1);
    assertThat(calls("/system-keys")).isEmpty();
  }

  /// Neither what goes nor what is made anew is said to be free of others where nobody could look.
  @ParameterizedTest
  @CsvSource({
    "403, replace, true",
    "403, delete, true",
    "404, replace, false",
    "404, delete, false",
  })
  void aClosedListIsTold(int status, String how, boolean isTold) throws IOException {
    String few = without(without(ALL, "Transformation", "stripe"), "Transformation", "daily");
    workspace.file(
        "manifests/all.yaml",
        how.equals("replace")
            ? few.replace("service: stripe", "service: stripe_test")
            : few.replace("{name: stripe}", "{name: stripe, absent: true}"));
    lab.sandbox()
        .control()
        .faults(
            new JsonMapper()
                .readTree(
                    "[{'match': {'path': '^/v1/transformations$'}, 'then': {'status': %d}}]"
                        .formatted(status)
                        .replace('\'', '"')));

    Ran plan = workspace.run("plan", "--allow=replace");

    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(plan.out().contains("whether a transformation stands on it can't be told: GET "))
        .as("%s", plan)
        .isEqualTo(isTold);
  }

  private List<String> calls(String path) {
    lab.forget();
    workspace.run("plan", "--allow=replace");
    return lab.sandbox().requests().stream()
        .map(RequestRecord::path)
        .filter(called -> called.equals("/v1" + path))
        .toList();
  }

  private static String replaced(String kind, String name, String from, String into) {
    int start = ALL.indexOf("kind: " + kind + "\nmetadata: {name: " + name);
    int spec = ALL.indexOf(from, ALL.indexOf("spec:", start));
    String changed = ALL.substring(0, spec) + into + ALL.substring(spec + from.length());
    return into.equals("AWS_SECRET_MANAGER")
        ? changed.replace(
            "{vault_address: \"https://vault.example\", role_id: r, secret_id:"
                + " \"${env:X:-harmless}\"}",
            "{role_arn: \"arn:aws:iam::1:role/r\"}")
        : changed;
  }

  private static String without(String all, String kind, String name) {
    String head = "kind: " + kind + "\nmetadata: {name: " + name;
    assertThat(all).contains(head);
    return List.of(all.split("---\n")).stream()
        .filter(document -> !document.startsWith(head))
        .collect(Collectors.joining("---\n"));
  }
}
