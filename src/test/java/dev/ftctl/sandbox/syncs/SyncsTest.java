package dev.ftctl.sandbox.syncs;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncsTest {
  private final SandboxCase fixture = new SandboxCase();
  private final ApiClient api = fixture.api;

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void endsTheFirstSyncBeforeUnPausingIsAnswered() {
    var path = paused();

    var answer = api.patch(path, json("{'paused':false}")).data();

    assertThat(answer.path("succeeded_at").isTextual()).isTrue();
    assertThat(answer.at("/status/is_historical_sync").asBoolean()).isFalse();
    assertThat(answer.at("/status/sync_state").asText()).isEqualTo("scheduled");
    assertThat(api.get(path).data().path("succeeded_at")).isEqualTo(answer.path("succeeded_at"));
  }

  @Test
  void takesAsLongAsItWasTold() {
    var path = paused();
    next("'seconds':90");

    assertThat(api.patch(path, json("{'paused':false}")).data().at("/status/sync_state").asText())
        .isEqualTo("syncing");
    advance(Duration.ofSeconds(89));
    assertThat(state(path, "sync_state")).isEqualTo("syncing");
    assertThat(api.get(path).data().path("succeeded_at").isNull()).isTrue();
    advance(Duration.ofSeconds(2));

    assertThat(state(path, "sync_state")).isEqualTo("scheduled");
    assertThat(instant(path, "succeeded_at")).isBefore(Instant.now().plusSeconds(91));
  }

  @Test
  void saysWhyASyncFailedUntilOneSucceeds() {
    var path = active();
    next("'outcome':'fails','task':{'code':'table_gone','message':'Table','details':'public.x'}");

    api.post(path + "/sync", "{}");

    var failed = api.get(path).data();
    assertThat(failed.path("failed_at").isTextual()).isTrue();
    assertThat(failed.at("/status/tasks/0/code").asText()).isEqualTo("table_gone");
    assertThat(failed.at("/status/tasks/0/details").asText()).isEqualTo("public.x");
    next("'warning':{'code':'resync_table_warning','details':'public.users'}");
    api.post(path + "/sync", "{}");
    var mended = api.get(path).data();
    assertThat(mended.at("/status/tasks")).isEmpty();
    assertThat(mended.at("/status/warnings/0/details").asText()).isEqualTo("public.users");
    assertThat(mended.path("succeeded_at").asText())
        .isGreaterThan(mended.path("failed_at").asText());
  }

  @Test
  void waitsForTheQuotaOfTheSourceAndGoesOnByItself() {
    var path = active();
    next("'outcome':'rescheduled','resumes_after_seconds':600");

    api.post(path + "/sync", "{}");

    assertThat(state(path, "sync_state")).isEqualTo("rescheduled");
    assertThat(state(path, "rescheduled_for")).isNotEmpty();
    var before = instant(path, "succeeded_at");
    advance(Duration.ofSeconds(601));
    assertThat(state(path, "sync_state")).isEqualTo("scheduled");
    assertThat(api.get(path).data().at("/status/rescheduled_for").isMissingNode()).isTrue();
    assertThat(instant(path, "succeeded_at")).isAfter(before);
  }

  @Test
  void healsWhenForcedAfterTheRepair() {
    var path = active();
    api.patch(path, json("{'config':{'host':'unreachable.example.com'}}"));

    assertThat(state(path, "setup_state")).isEqualTo("broken");
    assertThat(api.get(path).data().at("/status/tasks/0/code").asText()).isEqualTo("reconnect");
    api.post(path + "/sync", "{}");
    assertThat(api.get(path).data().path("failed_at").isTextual()).isTrue();
    api.patch(path, json("{'config':{'host':'db.example.com'},'run_setup_tests':false}"));
    assertThat(state(path, "setup_state")).isEqualTo("broken");

    api.post(path + "/force", "");

    assertThat(state(path, "setup_state")).isEqualTo("connected");
    assertThat(api.get(path).data().at("/status/tasks")).isEmpty();
    assertThat(instant(path, "succeeded_at")).isAfter(instant(path, "failed_at"));
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
  void syncsAsOftenAsItsScheduleSays(String change, int syncs) {
    var path = active();
    api.patch(path, json(change));
    var before = history(path).size();

    advance(Duration.ofDays(3));

    assertThat(history(path)).hasSize(before + syncs);
    assertThat(api.get(path).data().path("succeeded_at").asText())
        .isEqualTo(history(path).getFirst().path("end_time").asText());
  }

  @Test
  void queuesWhatIsToBeSyncedAgainWhileItIsPaused() {
    var path = active();
    api.patch(path, json("{'paused':true}"));
    var before = instant(path, "succeeded_at");

    assertThat(api.post(path + "/schemas/tables/resync", json("{'public':['users']}")).status())
        .isEqualTo(200);
    assertThat(instant(path, "succeeded_at")).isEqualTo(before);
    api.patch(path, json("{'paused':false}"));

    assertThat(instant(path, "succeeded_at")).isAfter(before);
    var last = last(fixture.sandbox.control().account().path("history"));
    assertThat(last.at("/tables/public/0").asText()).isEqualTo("users");
  }

  @Test
  void syncsAgainOnEachOfTheWaysToAskForIt() {
    var path = active();
    for (var ask :
        List.of(
            (Runnable) () -> api.post(path + "/resync", ""),
            () -> api.post(path + "/resync", json("{'scope':{'public':['users']}}")),
            () -> api.post(path + "/schemas/tables/resync", json("{'public':['users']}")),
            () -> api.post(path + "/schemas/public/tables/users/resync", ""),
            () -> api.patch(path, json("{'is_historical_sync':true}")))) {
      var before = instant(path, "succeeded_at");

      ask.run();

      assertThat(instant(path, "succeeded_at")).isAfter(before);
      assertThat(state(path, "is_historical_sync")).isEqualTo("false");
    }
  }

  @Test
  void stopsTheRunningSyncOnlyWhenForced() {
    var path = active();
    next("'seconds':600");
    api.post(path + "/sync", "{}");
    var started = history(path).getFirst().path("start_time");

    api.post(path + "/sync", "{}");
    assertThat(history(path).getFirst().path("start_time")).isEqualTo(started);
    api.post(path + "/sync", json("{'force':true}"));

    assertThat(history(path).get(1).path("status").asText()).isEqualTo("CANCELED");
    assertThat(history(path).getFirst().path("status").asText()).isEqualTo("SUCCESSFUL");
    assertThat(state(path, "sync_state")).isEqualTo("scheduled");
  }

  @Test
  void reSyncsAfterTheRunningSyncUnlessThatFails() {
    var path = active();
    next("'seconds':600");
    api.post(path + "/sync", "{}");
    assertThat(api.post(path + "/resync", "").status()).isEqualTo(200);
    assertThat(state(path, "is_historical_sync")).isEqualTo("true");
    advance(Duration.ofSeconds(601));
    assertThat(state(path, "is_historical_sync")).isEqualTo("false");
    assertThat(history(path).getFirst().path("is_historical_sync").asBoolean()).isTrue();

    next("'seconds':600,'outcome':'fails'");
    api.post(path + "/sync", "{}");
    assertThat(api.post(path + "/resync", "").line())
        .isEqualTo("409 Conflict: A sync is in progress that cannot be completed");
  }

  @Test
  void letsTheRunningSyncEndWhenItIsPaused() {
    var path = active();
    next("'seconds':60");
    api.post(path + "/sync", "{}");

    api.patch(path, json("{'paused':true}"));

    assertThat(state(path, "sync_state")).isEqualTo("syncing");
    advance(Duration.ofSeconds(61));
    assertThat(state(path, "sync_state")).isEqualTo("paused");
  }

  @Test
  void countsDataAsLateBeyondWhatItsSensitivityAllows() {
    var path = active();
    next("'outcome':'breaks'");
    api.patch(path, json("{'data_delay_sensitivity':'CUSTOM','data_delay_threshold':30}"));
    api.post(path + "/sync", "{}");

    advance(Duration.ofHours(6).plusMinutes(29));
    assertThat(state(path, "update_state")).isEqualTo("on_schedule");
    advance(Duration.ofMinutes(2));

    assertThat(state(path, "update_state")).isEqualTo("delayed");
  }

  @Test
  void refusesTablesThatItDoesNotHave() {
    var path = active();
    for (var end : List.of("/resync", "/schemas/tables/resync")) {
      var scope = end.equals("/resync") ? "{'scope':%s}" : "%s";
      assertThat(api.post(path + end, json(scope.formatted("{'nope':['users']}"))).line())
          .isEqualTo("404 NotFound: Table 'nope.users' is not found");
      assertThat(api.post(path + end, json(scope.formatted("{'public':'users'}"))).status())
          .isEqualTo(400);
      assertThat(api.post(path + end, json(scope.formatted("{'public':[7]}"))).status())
          .isEqualTo(400);
    }
  }

  @Test
  void showsTheHistoryOfAtMostAWeek() {
    var path = active();
    advance(Duration.ofHours(6).plusMinutes(1));

    var items = api.get(path + "/sync-history").data().path("items");

    assertThat(items).hasSize(1);
    assertThat(items.at("/0/trigger").asText()).isEqualTo("scheduled");
    assertThat(items.at("/0/load/volume_mb").asInt()).isPositive();
    var window = "?start_time=2026-01-01T00:00:00Z&end_time=";
    assertThat(api.get(path + "/sync-history" + window + "2026-01-08T00:00:01Z").line())
        .isEqualTo("400 InvalidInput: The time range must not be longer than 7 days");
    assertThat(api.get(path + "/sync-history" + window + "2026-01-01T00:00:00Z").status())
        .isEqualTo(400);
    assertThat(api.get(path + "/sync-history?start_time=yesterday").status()).isEqualTo(400);
  }

  @Test
  void leavesConnectionsThatCameWithAnAccountAsTheyAreUntilTheClockMoves() {
    fixture.group("g");
    var path = "/connections/" + fixture.connected("seeded", "postgres", "pg");

    assertThat(api.get(path).data().has("succeeded_at")).isFalse();
    advance(Duration.ofHours(6).plusSeconds(1));

    assertThat(api.get(path).data().path("succeeded_at").isTextual()).isTrue();
  }

  @Test
  void refusesAnOutcomeThatNobodyKnows() {
    assertThat(put("{'connection':'pg','outcome':'explodes'}").status()).isEqualTo(400);
    assertThat(put("{'connection':'pg','secnods':3}").message())
        .isEqualTo("Unknown member 'secnods'; did you mean 'seconds'?");
    assertThat(put("{'seconds':3}").status()).isEqualTo(400);
  }

  private void next(String members) {
    assertThat(put("{'connection':'pg'," + members + "}").status()).isEqualTo(200);
  }

  private ApiClient.Answer put(String body) {
    return api.send("PUT", "/_sandbox/next-sync", json(body));
  }

  private void advance(Duration by) {
    fixture.sandbox.control().advance(by);
  }

  private String state(String path, String member) {
    return api.get(path).data().path("status").path(member).asText();
  }

  private Instant instant(String path, String member) {
    return Instant.parse(api.get(path).data().path(member).asText());
  }

  /// Newest first.
  private List<JsonNode> history(String path) {
    var end =
        Instant.parse(
            last(fixture
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

  private String active() {
    var path = paused();
    api.patch(path, json("{'paused':false}"));
    return path;
  }

  /// A postgres connection that has passed its setup tests and is paused; gives its path.
  private String paused() {
    var group = fixture.group("g");
    api.post(
        "/destinations",
        json(
            "{'group_id':'%s','service':'snowflake','time_zone_offset':'0','config':{"
                    .formatted(group)
                + "'host':'acme.example.com','port':443,'database':'RAW','auth':'PASSWORD',"
                + "'user':'ft','password':'not-a-secret'}}"));
    var created =
        api.post(
            "/connections",
            json(
                "{'group_id':'%s','service':'postgres','paused':true,'config':{".formatted(group)
                    + "'schema_prefix':'pg','host':'db.example.com','port':5432,"
                    + "'database':'app','user':'ft','password':'not-a-secret',"
                    + "'update_method':'QUERY_BASED'}}"));
    assertThat(created.data().at("/status/setup_state").asText()).isEqualTo("connected");
    return "/connections/" + created.data().path("id").asText();
  }
}
