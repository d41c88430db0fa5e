package dev.ftctl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.crash.Company.Ended;
import dev.ftctl.crash.Incident.Moment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// A crash between the creation of a connection and its un-pausing is an ordinary difference, which
/// the next apply finishes; nothing syncs in between.
@TestInstance(Lifecycle.PER_CLASS)
class BeforeUnpausingTest {

  private Simulator simulator;

  @BeforeAll
  void start() throws IOException {
    simulator = Simulator.start();
  }

  @BeforeEach
  void reset() {
    simulator.reset();
  }

  @AfterAll
  void close() {
    simulator.close();
  }

  @Test
  void connectionThatWasOnlyCreatedIsTestedSetUpAndUnpaused() throws IOException {
    crash("POST /v1/connections/", Moment.BEFORE);
    assertThat(paused()).isNotEmpty().containsOnly(true);

    Ended plan = Company.EXAMPLES.plan(simulator.url());
    Ended next = Company.EXAMPLES.apply(simulator.url(), 8);

    assertThat(plan.code()).as(plan.text()).isEqualTo(2);
    assertThat(next.code()).as(next.text()).isZero();
    assertThat(next.text()).contains(" as the manifests say").doesNotContain("not all is");
    assertThat(paused()).containsOnlyOnce(true);
  }

  @Test
  void connectionThatWasSetUpIsUnpausedWithItsExclusionsInPlace() throws IOException {
    crash("PATCH /v1/connections/", Moment.BEFORE);
    assertThat(paused()).isNotEmpty().containsOnly(true);
    assertThat(simulator.account().path("history")).isEmpty();

    Ended next = Company.EXAMPLES.apply(simulator.url(), 8);

    assertThat(next.code()).as(next.text()).isZero();
    assertThat(excludedBy("orders"))
        .hasSize(2)
        .allSatisfy(excluded ->
            assertThat(excluded)
                .contains("public.users.ssn", "public.users.birth_date", "public.audit_log"));
  }

  @Test
  void unpausingWhoseAnswerIsLostIsNotDoneTwice() throws IOException {
    crash("PATCH /v1/connections/", Moment.AFTER);
    assertThat(paused()).containsOnlyOnce(false);

    Ended next = Company.EXAMPLES.apply(simulator.url(), 8);

    assertThat(next.code()).as(next.text()).isZero();
    assertThat(simulator.account().path("history"))
        .extracting(item -> item.path("connection").asText())
        .doesNotHaveDuplicates();
  }

  private void crash(String call, Moment moment) throws IOException {
    try (var gate = new Gate(simulator.url(), Incident.abort(Incident.first(call), moment))) {
      Ended first = Company.EXAMPLES.apply(gate.url(), 1);
      assertThat(first.code()).as(first.text()).isEqualTo(5);
    }
  }

  private List<Boolean> paused() {
    var paused = new ArrayList<Boolean>();
    simulator
        .account()
        .path("connections")
        .forEach(connection -> paused.add(connection.path("paused").asBoolean()));
    return paused;
  }

  /// What did not sync when the connections of this name began to, a list for each beginning.
  private List<List<String>> excludedBy(String schema) {
    JsonNode account = simulator.account();
    var beginnings = new ArrayList<List<String>>();
    for (JsonNode item : account.path("history")) {
      JsonNode connection = account.path("connections").path(item.path("connection").asText());
      if (connection.path("schema").asText().equals(schema)) {
        var excluded = new ArrayList<String>();
        item.path("excluded").forEach(path -> excluded.add(path.asText()));
        beginnings.add(excluded);
      }
    }
    return beginnings;
  }
}
