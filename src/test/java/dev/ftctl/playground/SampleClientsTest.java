package dev.ftctl.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The ways in which connectors read such an API, each of which comes to its end: F13-4. Those of
/// pages are in [WalkTest].
final class SampleClientsTest {

  private static final String EVER = "0001-01-01T00:00:00Z";

  /// A clock that is set forward by hand.
  private static final class HandClock extends Clock {
    private Instant now = Practice.NOW;

    private void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final HandClock clock = new HandClock();
  private final Set<String> seen = new HashSet<>();
  private Practice practice = Practice.of(Practice.options().withClock(clock));

  @AfterEach
  void close() {
    practice.close();
  }

  /// Asks again with the last time that came, until nothing comes.
  @Test
  void F13_4_timestampLoopEnds() {
    String since = EVER;
    int calls = 0;
    JsonNode data;
    do {
      data = practice.json("/incremental/timestamp?since=" + since).path("data");
      data.forEach(one -> seen.add(one.path("id").asText()));
      since = data.path(data.size() - 1).path("updatedAt").asText(since);
      calls++;
    } while (!data.isEmpty());

    assertThat(calls).isEqualTo(2);
    assertThat(seen).hasSize(200);
  }

  /// Reads the last hours once more, since what came late has an early time.
  @Test
  void F13_4_replayWindowSeesItsRecordsAgain() {
    JsonNode all = practice.json("/incremental/timestamp").path("data");
    Instant last = Instant.parse(all.path(199).path("updatedAt").asText());

    JsonNode again =
        practice
            .json("/incremental/timestamp?since=" + last.minus(Duration.ofHours(6)))
            .path("data");

    assertThat(again).hasSizeBetween(4, 8);
    assertThat(again.path(again.size() - 1)).isEqualTo(all.path(199));
  }

  @Test
  void F13_4_stepsOfAThousandEnd() {
    int start = 1;
    int calls = 0;
    JsonNode data;
    do {
      data =
          practice
              .json("/incremental/step?start_id=" + start + "&end_id=" + (start + 999))
              .path("data");
      data.forEach(one -> seen.add(one.path("id").asText()));
      start += 1000;
      calls++;
    } while (!data.isEmpty());

    assertThat(calls).isEqualTo(2);
    assertThat(seen).hasSize(200).contains("1", "200");
  }

  @Test
  void F13_4_sessionLogsInAgainAfterItsEnd() {
    practice.close();
    practice = Practice.of(Practice.options().withClock(clock).withTokenSeconds(60));
    String token = login();

    clock.pass(Duration.ofSeconds(60));
    assertThat(data(token).statusCode()).isEqualTo(200);
    clock.pass(Duration.ofSeconds(1));
    HttpResponse<String> refused = data(token);
    String next = login();

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body()).contains("Token has expired");
    assertThat(next).isNotEqualTo(token);
    assertThat(data(next).statusCode()).isEqualTo(200);
  }

  /// Companies, the departments of each, and at the next sync those alone that have changed.
  @Test
  void F13_4_cursorsGiveWhatChangedSinceTheLastSync() {
    String state = sync(EVER);
    assertThat(seen).hasSize(6 + 6 * 4);
    seen.clear();

    clock.pass(Duration.ofHours(1));
    practice.get("/cursors/companies");
    for (int company = 1; company <= 6; company++) {
      practice.get("/cursors/" + company + "/departments");
    }
    String next = sync(clock.instant().toString());

    assertThat(next).isGreaterThan(state).isEqualTo(clock.instant().toString());
    assertThat(seen).hasSizeBetween(1, 29);
  }

  @Test
  void nothingChangesWhereMutationIsOff() {
    try (var still = Practice.of(Practice.options().withClock(clock).withData(200, 6, false))) {
      String before = still.get("/cursors/companies").body();
      String departments = still.get("/cursors/3/departments").body();
      clock.pass(Duration.ofHours(1));

      assertThat(still.get("/cursors/companies").body()).isEqualTo(before);
      assertThat(still.get("/cursors/3/departments").body()).isEqualTo(departments);
    }
  }

  /// A request that is refused is no reading.
  @Test
  void refusedRequestsChangeNothing() {
    String before = practice.get("/cursors/companies?updated_since=" + EVER).body();
    try (var other = Practice.of(Practice.options().withClock(clock))) {
      for (int request = 0; request < 5; request++) {
        other.get("/cursors/companies?updated_since=x");
        other.get("/cursors/1/departments?updated_since=x");
      }
      clock.pass(Duration.ofHours(1));

      assertThat(other.get("/cursors/companies?updated_since=" + EVER).body()).isEqualTo(before);
    }
  }

  /// The last time that came, or the one that was asked with.
  private String sync(String since) {
    String last = since;
    JsonNode companies = practice.json("/cursors/companies?updated_since=" + since).path("data");
    for (JsonNode company : companies) {
      seen.add("company " + company.path("company_id").asInt());
      last = later(last, company);
    }
    for (int company = 1; company <= 6; company++) {
      String path = "/cursors/" + company + "/departments?updated_since=" + since;
      for (JsonNode department : practice.json(path).path("data")) {
        seen.add(company + " " + department.path("department_id").asInt());
        last = later(last, department);
      }
    }
    return last;
  }

  private static String later(String last, JsonNode one) {
    String updated = one.path("updatedAt").asText();
    return updated.compareTo(last) > 0 ? updated : last;
  }

  private String login() {
    var session = practice.playground().credentials().session();
    String body =
        "{\"username\": \"%s\", \"password\": \"%s\"}"
            .formatted(session.username(), session.password());
    HttpResponse<String> answer =
        practice.send(
            "POST", "/auth/session_token/login", body, "Content-Type", "application/json");
    return Practice.read(answer.body()).path("token").asText();
  }

  private HttpResponse<String> data(String token) {
    return practice.get("/auth/session_token/data", "Authorization", "Token " + token);
  }
}
