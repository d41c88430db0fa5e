package dev.ftctl.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.apply.Outcome;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.kind.Action;
import dev.ftctl.model.Resource;
import dev.ftctl.plan.Plan;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Wanted;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a connection loads, and that nothing is loaded that was to be excluded.
class ConnectorSettingsWalkTest {

  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void hashingAColumnIsOnePatchOfThatColumn() {
    lab.apply(
        ConnectorWalkTest.GROUP,
        ConnectorWalkTest.WAREHOUSE,
        ConnectorWalkTest.connector(Map.of()),
        ConnectorWalkTest.settings(Map.of("ssn", Map.of("enabled", false))));
    lab.forget();

    lab.apply(
        ConnectorWalkTest.GROUP,
        ConnectorWalkTest.WAREHOUSE,
        ConnectorWalkTest.connector(Map.of()),
        ConnectorWalkTest.settings(
            Map.of("ssn", Map.of("enabled", false), "email", Map.of("hashed", true))));

    assertThat(lab.writes()).hasSize(1);
    assertThat(lab.writes().getFirst().body().toString())
        .isEqualTo(
            "{\"schemas\":{\"public\":{\"tables\":{\"users\":{\"columns\":{\"email\":{\"hashed\":true}}}}}}}");
  }

  @Test
  void columnThatTheSourceLacksIsPendingAndNoChange() {
    Resource settings =
        ConnectorWalkTest.settings(
            Map.of("ssn", Map.of("enabled", false), "no_such_column", Map.of("enabled", false)),
            "BLOCK_ALL");
    lab.apply(
        ConnectorWalkTest.GROUP,
        ConnectorWalkTest.WAREHOUSE,
        ConnectorWalkTest.connector(Map.of()),
        settings);

    Plan plan =
        lab.plan(
            ConnectorWalkTest.GROUP,
            ConnectorWalkTest.WAREHOUSE,
            ConnectorWalkTest.connector(Map.of()),
            settings);
    Outcomes outcomes =
        lab.apply(
            ConnectorWalkTest.GROUP,
            ConnectorWalkTest.WAREHOUSE,
            ConnectorWalkTest.connector(Map.of()),
            settings);

    assertThat(plan.hasChanges()).isFalse();
    assertThat(plan.changes().get(3).change().findings().gaps()).isEmpty();
    assertThat(outcomes.isComplete()).isTrue();
  }

  @Test
  void connectionStaysPausedWhileADeclaredExclusionIsNotLive() {
    Resource settings =
        ConnectorWalkTest.settings(Map.of("no_such_column", Map.of("enabled", false)));

    Outcomes outcomes =
        lab.apply(
            ConnectorWalkTest.GROUP,
            ConnectorWalkTest.WAREHOUSE,
            ConnectorWalkTest.connector(Map.of()),
            settings);

    assertThat(outcomes.isComplete()).isFalse();
    assertThat(outcomes.outcomes())
        .anySatisfy(outcome ->
            assertThat(outcome)
                .isInstanceOfSatisfying(
                    Outcome.Held.class,
                    held ->
                        assertThat(held.why())
                            .endsWith(
                                "public.users.no_such_column: the source has no such column")));
    assertThat(
            lab.apply(
                    ConnectorWalkTest.GROUP,
                    ConnectorWalkTest.WAREHOUSE,
                    ConnectorWalkTest.connector(Map.of()),
                    settings)
                .isComplete())
        .isFalse();
    assertThat(
            lab.apply(
                    ConnectorWalkTest.GROUP,
                    ConnectorWalkTest.WAREHOUSE,
                    ConnectorWalkTest.connector(Map.of()),
                    ConnectorWalkTest.settings(Map.of()))
                .isComplete())
        .isTrue();
  }

  @Test
  void settingsThatWaitForTheFirstCaptureCanBeChanged() {
    Resource unreachable =
        ConnectorWalkTest.connector(
            Map.of("config", ConnectorWalkTest.config("unreachable.internal")));
    lab.apply(
        ConnectorWalkTest.GROUP,
        ConnectorWalkTest.WAREHOUSE,
        unreachable,
        ConnectorWalkTest.settings(Map.of("ssn", Map.of("enabled", false))));
    Resource more =
        ConnectorWalkTest.settings(
            Map.of("ssn", Map.of("enabled", false), "email", Map.of("hashed", true)));

    Outcomes outcomes =
        lab.apply(ConnectorWalkTest.GROUP, ConnectorWalkTest.WAREHOUSE, unreachable, more);

    assertThat(outcomes.outcomes())
        .filteredOn(outcome -> outcome.step().address().kind().equals("schema-settings"))
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Done.class));
    assertThat(
            lab.plan(ConnectorWalkTest.GROUP, ConnectorWalkTest.WAREHOUSE, unreachable, more)
                .count(Action.UPDATE))
        .isEqualTo(1);
  }

  @Test
  void looserPolicyIsBlockedAsExposing() {
    lab.apply(
        ConnectorWalkTest.GROUP,
        ConnectorWalkTest.WAREHOUSE,
        ConnectorWalkTest.connector(Map.of()),
        policy("BLOCK_ALL"));

    Plan plan =
        lab.plan(
            ConnectorWalkTest.GROUP,
            ConnectorWalkTest.WAREHOUSE,
            ConnectorWalkTest.connector(Map.of()),
            policy("ALLOW_ALL"));

    assertThat(plan.isBlocked()).isTrue();
    assertThat(plan.changes().get(3).blocks().getFirst().fix())
        .contains("--allow expose:schema-settings/orders@prod");
  }

  private static Resource policy(String policy) {
    return Wanted.of(
        "schema-settings/orders@prod",
        Map.of("connector", "orders@prod", "schema_change_handling", policy));
  }
}
