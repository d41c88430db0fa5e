package dev.ftctl.sandbox;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What public clients do to a connection and wait for, call by call, so that each comes to its
/// end. The clients themselves are no part of the build.
class PublicClientsTest {
  private static final int PATIENCE = 10;

  private final SandboxCase fixture = new SandboxCase();
  private final ApiClient api = fixture.api;
  private String path = "";

  @BeforeEach
  void have() {
    fixture.group("g");
    api.post(
        "/destinations",
        json(
            "{'group_id':'g','service':'snowflake','time_zone_offset':'0','config':{"
                + "'host':'acme.example.com','port':443,'database':'RAW','auth':'PASSWORD',"
                + "'user':'ft','password':'not-a-secret'}}"));
    var created =
        api.post(
            "/connectors/",
            json(
                "{'group_id':'g','service':'postgres','paused':true,'config':{'schema_prefix':'pg',"
                    + "'host':'db.example.com','port':5432,'database':'app','user':'ft',"
                    + "'password':'not-a-secret','update_method':'QUERY_BASED'}}"));
    path = "/connectors/" + created.data().path("id").asText();
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  /// Airflow: the operator checks and prepares, starts, and the trigger polls for a later end.
  @ParameterizedTest
  @CsvSource({"succeeds, succeeded_at", "fails, failed_at", "rescheduled, succeeded_at"})
  void airflowWaitsForTheEndOfTheSyncThatItStarted(String outcome, String end) {
    api.patch(path, json("{'schedule_type':'manual','paused':false}"));
    var before = Instant.parse(details().path("succeeded_at").asText());
    next("'seconds':120,'outcome':'" + outcome + "','resumes_after_seconds':60");

    api.post(path + "/force", "");

    assertThat(details().at("/status/sync_state").asText()).isEqualTo("syncing");
    var ended =
        polled(
            end,
            before,
            () -> {
              // A manual schedule waits to be asked once the quota is there again.
              if (details().at("/status/sync_state").asText().equals("rescheduled")) {
                api.post(path + "/force", "");
              }
            });
    assertThat(ended).isAfter(before);
  }

  /// Airflow's operator on one that never ran: un-pausing it begins its sync already.
  @Test
  void airflowStartsOneThatNeverRan() {
    api.patch(path, json("{'schedule_type':'manual'}"));
    assertThat(details().path("succeeded_at").isNull()).isTrue();
    assertThat(details().at("/status/setup_state").asText()).isEqualTo("connected");
    next("'seconds':120");
    var asked = Instant.parse(details().path("created_at").asText());

    api.patch(path, json("{'paused':false}"));
    assertThat(api.post(path + "/force", "").status()).isEqualTo(200);

    assertThat(polled("succeeded_at", asked, () -> {})).isAfter(asked);
  }

  /// Dagster: `sync_and_poll` and `resync_and_poll` compare the later of both ends.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          /force                        |
          /resync                       |
          /schemas/tables/resync        | {'public':['users','orders']}
          /schemas/tables/resync        | {'public':['users']}
          /resync                       | {'scope':{'public':['users']}}
          """)
  void dagsterSeesEveryWayToSyncEnd(String call, String body) {
    api.patch(path, json("{'paused':false}"));
    assertThat(api.get(path + "/schemas").status()).isEqualTo(200);
    var before = Instant.parse(details().path("succeeded_at").asText());
    next("'seconds':120");

    var answer = api.post(path + call, body == null ? "" : json(body));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(polled("succeeded_at", before, () -> {})).isAfter(before);
  }

  /// Airflow's sensor without a start: waits for what the schedule does.
  @Test
  void sensorSeesTheScheduleFire() {
    api.patch(path, json("{'paused':false,'sync_frequency':5}"));
    var before = Instant.parse(details().path("succeeded_at").asText());

    assertThat(polled("succeeded_at", before, () -> {})).isAfter(before);
  }

  /// Asks once a minute, as time goes by.
  private Instant polled(String end, Instant before, Runnable meanwhile) {
    for (var i = 0; i < PATIENCE; i++) {
      var at = Optional.of(details().path(end)).filter(JsonNode::isTextual).map(JsonNode::asText);
      if (at.isPresent() && Instant.parse(at.get()).isAfter(before)) {
        return Instant.parse(at.get());
      }
      fixture.sandbox.control().advance(Duration.ofSeconds(61));
      meanwhile.run();
    }
    throw new AssertionError("polls for " + end + " without end: " + details());
  }

  private JsonNode details() {
    return api.get(path).data();
  }

  private void next(String members) {
    var body = json("{'connection':'pg'," + members + "}");
    assertThat(api.send("PUT", "/_sandbox/next-sync", body).status()).isEqualTo(200);
  }
}
