package dev.ftctl.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.apply.Outcome;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.kind.Action;
import dev.ftctl.kind.Intent;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.PlannedChange;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Wanted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectorWalkTest {

  static final Resource GROUP = Wanted.of("group/prod", Map.of("name", "prod"));

  static final Resource WAREHOUSE =
      Wanted.of(
          "destination/prod",
          Map.of(
              "group",
              "prod",
              "service",
              "snowflake",
              "region",
              "GCP_US_EAST4",
              "time_zone_offset",
              "-5",
              "config",
              Map.of(
                  "host",
                  "acme.snowflakecomputing.com",
                  "port",
                  443,
                  "database",
                  "RAW",
                  "auth",
                  "PASSWORD",
                  "user",
                  "LOADER",
                  "password",
                  Wanted.secret("env:SNOWFLAKE_PASSWORD", "s3cret-warehouse"))));

  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void appliedPlanIsEmptyAfterwards() {
    Outcomes outcomes =
        lab.apply(
            GROUP,
            WAREHOUSE,
            connector(Map.of()),
            settings(Map.of("ssn", Map.of("enabled", false))));

    Plan after =
        lab.plan(
            GROUP,
            WAREHOUSE,
            connector(Map.of()),
            settings(Map.of("ssn", Map.of("enabled", false))));

    assertThat(outcomes.outcomes())
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Done.class));
    assertThat(after.hasChanges()).as("%s", after.changes()).isFalse();
    assertThat(after.changes()).hasSize(4);
  }

  @Test
  void oneChangedValueIsOnePatchOfThatFieldAlone() {
    lab.apply(GROUP, WAREHOUSE, connector(Map.of()));
    lab.forget();

    lab.apply(GROUP, WAREHOUSE, connector(Map.of("sync_frequency", 15)));

    assertThat(lab.writes()).hasSize(1);
    RequestRecord patch = lab.writes().getFirst();
    assertThat(patch.method()).isEqualTo("PATCH");
    assertThat(patch.body().toString())
        .isEqualTo("{\"sync_frequency\":15,\"run_setup_tests\":false}");
  }

  @Test
  void changedHostSendsItsPasswordAlongAndRunsTheTests() {
    lab.apply(GROUP, WAREHOUSE, connector(Map.of()));
    lab.forget();

    lab.apply(GROUP, WAREHOUSE, connector(Map.of("config", config("db2.internal"))));

    assertThat(lab.writes()).hasSize(1);
    String body = lab.writes().getFirst().body().toString();
    assertThat(body)
        .contains("db2.internal")
        .contains("\"password\":\"******\"")
        .contains("\"run_setup_tests\":true");
    assertThat(body).doesNotContain("\"user\"").doesNotContain("schema_prefix");
  }

  @Test
  void unpausingComesLast() {
    lab.apply(
        GROUP, WAREHOUSE, connector(Map.of()), settings(Map.of("ssn", Map.of("enabled", false))));

    List<String> writes =
        lab.writes().stream()
            .map(request ->
                request.method()
                    + " "
                    + request.path().replaceAll("connections/[^/]+", "connections/ID"))
            .toList();

    assertThat(writes)
        .containsExactly(
            "POST /v1/groups",
            "POST /v1/destinations",
            "POST /v1/connections",
            "POST /v1/connections/ID/test",
            "POST /v1/connections/ID/schemas",
            "POST /v1/connections/ID/schemas/reload",
            "PATCH /v1/connections/ID");
    assertThat(lab.writes().get(2).body().get("paused").asBoolean()).isTrue();
  }

  @Test
  void failedSetupTestsLeaveItPausedAndTheNextPlanFinishesIt() {
    Outcomes outcomes =
        lab.apply(GROUP, WAREHOUSE, connector(Map.of("config", config("unreachable.internal"))));

    Plan next =
        lab.plan(GROUP, WAREHOUSE, connector(Map.of("config", config("unreachable.internal"))));
    assertThat(outcomes.isComplete()).isFalse();
    assertThat(outcomes.outcomes())
        .anySatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Unfinished.class));
    assertThat(next.count(Action.UPDATE)).isEqualTo(1);

    lab.apply(GROUP, WAREHOUSE, connector(Map.of()));
    assertThat(lab.plan(GROUP, WAREHOUSE, connector(Map.of())).hasChanges()).isFalse();
  }

  @Test
  void anotherServiceUnderTheSameNameIsABlockedReplacement() {
    lab.apply(GROUP, WAREHOUSE, connector(Map.of()));

    Plan plan = lab.plan(GROUP, WAREHOUSE, connector(Map.of("service", "mysql")));

    PlannedChange planned = plan.changes().get(2);
    assertThat(planned.change().action()).isEqualTo(Action.REPLACE);
    assertThat(planned.isBlocked()).isTrue();
  }

  @Test
  void allowedReplacementDeletesThenCreates() {
    lab.apply(GROUP, WAREHOUSE, connector(Map.of()));
    lab.forget();

    Outcomes outcomes =
        lab.allowing("replace").apply(GROUP, WAREHOUSE, connector(Map.of("service", "mysql")));

    assertThat(outcomes.isComplete()).as("%s", outcomes).isTrue();
    assertThat(lab.writes().stream().map(RequestRecord::method).limit(2))
        .containsExactly("DELETE", "POST");
    assertThat(lab.plan(GROUP, WAREHOUSE, connector(Map.of("service", "mysql"))).hasChanges())
        .isFalse();
  }

  @Test
  void absentConnectorIsDeletedAndThenGone() {
    lab.apply(GROUP, WAREHOUSE, connector(Map.of()));
    Resource absent = Wanted.absent(connector(Map.of()));

    Outcomes outcomes = lab.apply(GROUP, WAREHOUSE, absent);

    assertThat(outcomes.isComplete()).isTrue();
    assertThat(lab.plan(GROUP, WAREHOUSE, absent).hasChanges()).isFalse();
    assertThat(lab.plan(GROUP, WAREHOUSE, connector(Map.of())).count(Action.CREATE)).isEqualTo(1);
  }

  @Test
  void rotationSendsTheSecretAgain() {
    lab.apply(GROUP, WAREHOUSE, connector(Map.of()));
    lab.forget();

    lab.intending(
            new IntentPatterns(
                List.of(new AddressPattern("connector/*")), List.of(), Intent.SetupTests.AUTO))
        .apply(GROUP, WAREHOUSE, connector(Map.of()));

    assertThat(lab.writes()).hasSize(1);
    assertThat(lab.writes().getFirst().body().get("config").toString())
        .isEqualTo("{\"password\":\"******\"}");
  }

  static Resource connector(Map<String, ?> changed) {
    var spec = new LinkedHashMap<String, Object>();
    spec.put("service", "postgres");
    spec.put("group", "prod");
    spec.put("paused", false);
    spec.put("sync_frequency", 60);
    spec.put("config", config("db.internal"));
    spec.putAll(changed);
    return Wanted.of("connector/orders@prod", spec);
  }

  static Map<String, Object> config(String host) {
    var config = new LinkedHashMap<String, Object>();
    config.put("schema_prefix", "orders");
    config.put("host", host);
    config.put("port", 5432);
    config.put("database", "orders");
    config.put("user", "fivetran");
    config.put("password", Wanted.secret("env:ORDERS_PASSWORD", "s3cret-orders"));
    return config;
  }

  static Resource settings(Map<String, ?> columns) {
    return settings(columns, "ALLOW_COLUMNS");
  }

  static Resource settings(Map<String, ?> columns, String policy) {
    return Wanted.of(
        "schema-settings/orders@prod",
        Map.of(
            "connector",
            "orders@prod",
            "schema_change_handling",
            policy,
            "schemas",
            Map.of(
                "public",
                Map.of("enabled", true, "tables", Map.of("users", Map.of("columns", columns))))));
  }
}
