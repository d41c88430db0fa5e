package dev.ftctl.sandbox.syncs;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.sandbox.ApiClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When the engine syncs, and what it does when it is asked to while it is busy.
class SyncSchedulesTest {

  private final SyncCase syncs = new SyncCase();
  private final ApiClient api = syncs.api;

  @AfterEach
  void close() {
    syncs.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'sync_frequency':360}                                                        | 12
          {'sync_frequency':1440,'daily_sync_time':'03:00'}                             | 3
          {'sync_frequency':1440}                                                       | 3
          {'schedule_type':'manual'}                                                    | 0
          {'schedule':{'schedule_type':'INTERVAL','interval':720}}                      | 6
          {'schedule':{'schedule_type':'TIME_OF_DAY','time_of_day':'04:30'}}            | 3
          {'schedule':{'schedule_type':'CRON','cron':'0 */8 * * *'}}                    | 9
          {'schedule':{'schedule_type':'MANUAL'}}                                       | 0
          """)
  void syncsAsOftenAsItsScheduleSays(String change, int expected) {
    var path = syncs.active();
    api.patch(path, json(change));
    var before = history(path).size();

    syncs.advance(Duration.ofDays(3));

    assertThat(history(path)).hasSize(before + expected);
    assertThat(api.get(path).data().path("succeeded_at").asText())
        .isEqualTo(history(path).getFirst().path("end_time").asText());
  }

  @Test
  void queuesWhatIsToBeSyncedAgainWhileItIsPaused() {
    var path = syncs.active();
    api.patch(path, json("{'paused':true}"));
    var before = syncs.instant(path, "succeeded_at");

    assertThat(api.post(path + "/schemas/tables/resync", json("{'public':['users']}")).status())
        .isEqualTo(200);
    assertThat(syncs.instant(path, "succeeded_at")).isEqualTo(before);
    api.patch(path, json("{'paused':false}"));

    assertThat(syncs.instant(path, "succeeded_at")).isAfter(before);
    var last = last(syncs.fixture.sandbox.control().account().path("history"));
    assertThat(last.at("/tables/public/0").asText()).isEqualTo("users");
  }

  @Test
  void syncsAgainOnEachOfTheWaysToAskForIt() {
    var path = syncs.active();
    for (var ask :
        List.of(
            (Runnable) () -> api.post(path + "/resync", ""),
            () -> api.post(path + "/resync", json("{'scope':{'public':['users']}}")),
            () -> api.post(path + "/schemas/tables/resync", json("{'public':['users']}")),
            () -> api.post(path + "/schemas/public/tables/users/resync", ""),
            () -> api.patch(path, json("{'is_historical_sync':true}")))) {
      var before = syncs.instant(path, "succeeded_at");

      ask.run();

      assertThat(syncs.instant(path, "succeeded_at")).isAfter(before);
      assertThat(syncs.state(path, "is_historical_sync")).isEqualTo("false");
    }
  }

  @Test
  void stopsTheRunningSyncOnlyWhenForced() {
    var path = syncs.active();
    syncs.next("'seconds':600");
    api.post(path + "/sync", "{}");
    var started = history(path).getFirst().path("start_time");

    api.post(path + "/sync", "{}");
    assertThat(history(path).getFirst().path("start_time")).isEqualTo(started);
    api.post(path + "/sync", json("{'force':true}"));

    assertThat(history(path).get(1).path("status").asText()).isEqualTo("CANCELED");
    assertThat(history(path).getFirst().path("status").asText()).isEqualTo("SUCCESSFUL");
    assertThat(syncs.state(path, "sync_state")).isEqualTo("scheduled");
  }

  @Test
  void reSyncsAfterTheRunningSyncUnlessThatFails() {
    var path = syncs.active();
    syncs.next("'seconds':600");
    api.post(path + "/sync", "{}");
    assertThat(api.post(path + "/resync", "").status()).isEqualTo(200);
    assertThat(syncs.state(path, "is_historical_sync")).isEqualTo("true");
    syncs.advance(Duration.ofSeconds(601));
    assertThat(syncs.state(path, "is_historical_sync")).isEqualTo("false");
    assertThat(history(path).getFirst().path("is_historical_sync").asBoolean()).isTrue();

    syncs.next("'seconds':600,'outcome':'fails'");
    api.post(path + "/sync", "{}");
    assertThat(api.post(path + "/resync", "").line())
        .isEqualTo("409 Conflict: A sync is in progress that cannot be completed");
  }

  @Test
  void letsTheRunningSyncEndWhenItIsPaused() {
    var path = syncs.active();
    syncs.next("'seconds':60");
    api.post(path + "/sync", "{}");

    api.patch(path, json("{'paused':true}"));

    assertThat(syncs.state(path, "sync_state")).isEqualTo("syncing");
    syncs.advance(Duration.ofSeconds(61));
    assertThat(syncs.state(path, "sync_state")).isEqualTo("paused");
  }

  @Test
  void countsDataAsLateBeyondWhatItsSensitivityAllows() {
    var path = syncs.active();
    syncs.next("'outcome':'breaks'");
    api.patch(path, json("{'data_delay_sensitivity':'CUSTOM','data_delay_threshold':30}"));
    api.post(path + "/sync", "{}");

    syncs.advance(Duration.ofHours(6).plusMinutes(29));
    assertThat(syncs.state(path, "update_state")).isEqualTo("on_schedule");
    syncs.advance(Duration.ofMinutes(2));

    assertThat(syncs.state(path, "update_state")).isEqualTo("delayed");
  }

  /// Newest first.
  private List<JsonNode> history(String path) {
    var end =
        Instant.parse(
            last(syncs
                    .fixture
                    .sandbox
                    .control()
                    .account()
                    .path("syncs")
                    .path(path.substring(path.lastIndexOf('/') + 1))
                    .path("records"))
                .path("start_time")
                .asText());
    var query = "?start_time=" + end.minus(Duration.ofDays(6)) + "&end_time=" + end.plusSeconds(1);
    var items = api.get(path + "/sync-history" + query).data().path("items");
    return StreamSupport.stream(items.spliterator(), false).toList();
  }

  private static JsonNode last(JsonNode all) {
    return StreamSupport.stream(all.spliterator(), false).reduce((a, b) -> b).orElseThrow();
  }
}
