package dev.ftctl.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.apply.Outcome;
import dev.ftctl.model.Resource;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Written;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What belongs to a connection that is replaced ends with it, and is made again with the new one
/// in the same run.
class ReplacedOwnerTest {

  private final Lab lab = new Lab().allowing("replace");

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void settingsAndMembershipsAreMadeAgain() {
    lab.apply(company("mysql"));
    lab.forget();

    var outcomes = lab.apply(company("sql_server"));

    assertThat(outcomes.outcomes()).hasOnlyElementsOfType(Outcome.Done.class);
    assertThat(
            lab.writes().stream()
                .map(ReplacedOwnerTest::call)
                .filter(call -> call.contains("/schemas") || call.contains("/users")))
        .containsExactlyInAnyOrder(
            "POST /v1/connections/ID/schemas",
            "POST /v1/connections/ID/schemas/reload",
            "POST /v1/users/ID/connections");
    assertThat(lab.plan(company("sql_server")).hasChanges()).isFalse();
  }

  private static String call(RequestRecord request) {
    return request.method() + " " + request.path().replaceAll("(connections|users)/[^/]+", "$1/ID");
  }

  private static Resource[] company(String service) {
    String schema = service.equals("mysql") ? "app" : "dbo";
    return Written.resources(
        List.of(
                """
                kind: Group
                metadata: {name: prod}
                """,
                """
                kind: Destination
                metadata: {name: prod}
                spec:
                  group: prod
                  service: snowflake
                  region: GCP_US_EAST4
                  time_zone_offset: "-5"
                  config: {host: acme.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: "${env:X:-harmless}"}
                """,
                """
                kind: Connector
                metadata: {name: shop}
                spec:
                  service: %s
                  groups: [prod]
                  paused: false
                  config: {schema_prefix: shop, host: db.internal, port: 3306, database: app, user: fivetran, password: "${env:X:-harmless}"}
                """
                    .formatted(service),
                """
                kind: SchemaSettings
                metadata: {name: shop}
                spec:
                  connector: shop
                  schemas: {%s: {tables: {users: {columns: {ssn: {enabled: false}}}}}}
                """
                    .formatted(schema),
                """
                kind: User
                metadata: {name: ana@acme.example}
                spec:
                  given_name: Ana
                  family_name: Ruiz
                  role: Account Reviewer
                  connectors: {shop@prod: View Connection}
                """)
            .stream()
            .reduce((one, other) -> one + "---\n" + other)
            .orElseThrow());
  }
}
