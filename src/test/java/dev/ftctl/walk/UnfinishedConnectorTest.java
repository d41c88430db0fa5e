package dev.ftctl.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.apply.Outcome;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.model.Resource;
import dev.ftctl.plan.Plan;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Wanted;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A connection that a run created and did not come to test, of a service that takes OAuth: the
/// manifest can't tell whether it waits for a person, only its setup tests can.
class UnfinishedConnectorTest {

  private static final Resource GROUP = Wanted.of("group/prod", Map.of("name", "prod"));

  private static final Resource WAREHOUSE =
      Wanted.of(
          "destination/prod",
          Map.of(
              "group",
              "prod",
              "service",
              "big_query",
              "region",
              "GCP_US_EAST4",
              "time_zone_offset",
              "0",
              "config",
              Map.of(
                  "project_id",
                  "acme",
                  "data_set_location",
                  "US",
                  "secret_key",
                  Wanted.secret("env:KEY", "s3cret-key"))));

  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void isUnpausedByTheNextApplyWhenItsTestsPass() {
    Resource sheet = sheet("ServiceAccount");
    leaveUntested(sheet);

    Outcomes outcomes = lab.apply(GROUP, WAREHOUSE, sheet);

    assertThat(outcomes.outcomes())
        .filteredOn(outcome -> outcome.step().address().kind().equals("connector"))
        .hasSize(2)
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Done.class));
    assertThat(connection().path("paused").asBoolean()).isFalse();
    assertThat(lab.plan(GROUP, WAREHOUSE, sheet).hasChanges()).isFalse();
  }

  @Test
  void staysPausedAndIsNoChangeWhenAPersonMustAuthoriseIt() {
    Resource sheet = sheet("OAuth");
    leaveUntested(sheet);

    Outcomes outcomes = lab.apply(GROUP, WAREHOUSE, sheet);

    Plan plan = lab.plan(GROUP, WAREHOUSE, sheet);
    assertThat(outcomes.isComplete()).as("%s", outcomes).isTrue();
    assertThat(outcomes.outcomes()).hasAtLeastOneElementOfType(Outcome.Waiting.class);
    assertThat(connection().path("paused").asBoolean()).isTrue();
    assertThat(plan.hasChanges()).isFalse();
    assertThat(plan.changes().getLast().change().findings().notes())
        .anyMatch(note -> note.startsWith("waiting for a person"));
  }

  /// As a run leaves it that ends right after the creation.
  private void leaveUntested(Resource sheet) {
    lab.apply(GROUP, WAREHOUSE, sheet);
    ObjectNode account = lab.sandbox().control().account();
    account
        .path("connections")
        .forEach(connection -> {
          ((ObjectNode) connection).put("paused", true).putNull("succeeded_at");
          ((ObjectNode) connection.path("status")).put("setup_state", "incomplete");
        });
    lab.sandbox().control().replaceAccount(account);
  }

  private JsonNode connection() {
    return lab.sandbox().control().account().path("connections").iterator().next();
  }

  private static Resource sheet(String login) {
    return Wanted.of(
        "connector/budget@prod",
        Map.of(
            "service",
            "google_sheets",
            "group",
            "prod",
            "paused",
            false,
            "config",
            Map.of(
                "schema",
                "planning",
                "table",
                "budget",
                "auth_type",
                login,
                "sheet_id",
                "https://docs.google.com/spreadsheets/d/x/edit",
                "named_range",
                "all")));
  }
}
