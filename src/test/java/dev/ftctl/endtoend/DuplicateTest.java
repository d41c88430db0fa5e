package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A connection that a document would create beside what looks like the same one.
class DuplicateTest {

  private static final String GROUPS =
      """
      kind: Group
      metadata: {name: prod}
      ---
      kind: Group
      metadata: {name: eu}
      ---
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  /// What is there and not described any more afterwards: `orders` in `prod`.
  @BeforeEach
  void seed() {
    workspace = new Workspace(folder).reaching(lab.sandbox());
    describe("prod", "postgres", "orders", "db.internal", "shop");
    workspace.succeed("apply", "--auto-approve", "--run-setup-tests", "never");
    lab.forget();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @CsvSource({
    "eu, postgres, orders, other.internal, other, true", // the group was changed
    "prod, postgres, orders_v2, db.internal, shop, true", // the schema name was
    "prod, postgres, orders_v2, DB.internal, shop, true",
    "prod, postgres, ORDERS, other.internal, other, true",
    "prod, postgres, orders_v2, db.internal, other, false",
    "eu, postgres, orders_v2, db.internal, shop, false",
    "eu, mysql, orders, db.internal, shop, false",
  })
  void isTheRiskDuplicate(
      String group, String service, String schema, String host, String database, boolean isRisk) {
    describe(group, service, schema, host, database);

    Ran plan = workspace.run("plan", "--detailed-exitcode");

    assertThat(plan.code()).as("%s", plan).isEqualTo(isRisk ? 4 : 2);
    if (isRisk) {
      assertThat(plan.out())
          .contains(
              "! blocked: duplicate is not allowed (connector/orders@prod looks like the same"
                  + " connection); another schema name or group is another connection; to move that"
                  + " one there, write `moved_from: prod/orders` in its metadata; else allow it"
                  + " with --allow duplicate:connector/c@"
                  + group);
      assertThat(workspace.run("apply", "--auto-approve").code()).isEqualTo(4);
      assertThat(lab.writes()).isEmpty();
    }
    workspace.succeed(
        "apply", "--auto-approve", "--allow", "duplicate", "--run-setup-tests", "never");
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  /// Nothing in their configuration says where they read from, but who logs in.
  @Test
  void servicesWithoutAPlaceAreAlikeInOneGroup() {
    for (String name : List.of("first", "second")) {
      workspace.file(
          "manifests/c.yaml",
          GROUPS
              + """
              kind: Connector
              metadata: {name: %s}
              spec:
                service: stripe
                groups: [prod]
                paused: true
                config: {schema: %s, secret_key: k-%s}
              """
                  .formatted(name, name, name));
      if (name.equals("first")) {
        workspace.succeed("apply", "--auto-approve", "--run-setup-tests", "never");
      }
    }

    Ran plan = workspace.run("plan", "--format", "json");

    assertThat(plan.code()).as("%s", plan).isEqualTo(4);
    assertThat(plan.out()).contains("connector/first@prod looks like the same connection");
  }

  /// What it suggests is what works.
  @Test
  void isNoneOnceTheDocumentSaysWhereItComesFrom() {
    describe("prod", "postgres", "orders_v2", "db.internal", "shop");
    workspace.file(
        "manifests/c.yaml",
        workspace
            .read("manifests/c.yaml")
            .replace("{name: c}", "{name: c, moved_from: prod/orders}"));

    Ran plan = workspace.run("plan");

    assertThat(plan.out())
        .contains(
            "replace is not allowed (moves from prod/orders: historical data is loaded again)")
        .doesNotContain("duplicate");
  }

  /// Also when a run is narrowed to one of the two.
  @Test
  void whatADocumentDescribesIsNoDuplicate() {
    String first = workspace.read("manifests/c.yaml");
    describe("eu", "postgres", "orders", "db.internal", "shop");
    String second = workspace.read("manifests/c.yaml").substring(GROUPS.length());
    workspace.file("manifests/c.yaml", first + "---\n" + second.replace("name: c", "name: d"));

    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isEqualTo(2);
    assertThat(workspace.run("plan", "--detailed-exitcode", "--target", "connector/d@eu").code())
        .isEqualTo(2);
  }

  private void describe(String group, String service, String schema, String host, String database) {
    workspace.file(
        "manifests/c.yaml",
        GROUPS
            + """
            kind: Connector
            metadata: {name: c}
            spec:
              service: %s
              groups: [%s]
              paused: true
              config: {schema_prefix: %s, host: %s, port: 5432, database: %s, user: u, update_method: %s}
            """
                .formatted(
                    service,
                    group,
                    schema,
                    host,
                    database,
                    service.equals("mysql") ? "TELEPORT" : "QUERY_BASED"));
  }
}
