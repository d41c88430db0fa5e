package dev.ftctl.sandbox.syncs;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SyncsTest {

  private final SyncCase syncs = new SyncCase();
  private final ApiClient api = syncs.api;

  @AfterEach
  void close() {
    syncs.close();
  }

  @Test
  void endsTheFirstSyncBeforeUnPausingIsAnswered() {
    var path = syncs.paused();

    var answer = api.patch(path, json("{'paused':false}")).data();

    assertThat(answer.path("succeeded_at").isTextual()).isTrue();
    assertThat(answer.at("/status/is_historical_sync").asBoolean()).isFalse();
    assertThat(answer.at("/status/sync_state").asText()).isEqualTo("scheduled");
    assertThat(api.get(path).data().path("succeeded_at")).isEqualTo(answer.path("succeeded_at"));
  }

  @Test
  void takesAsLongAsItWasTold() {
    var path = syncs.paused();
    syncs.next("'seconds':90");

    assertThat(api.patch(path, json("{'paused':false}")).data().at("/status/sync_state").asText())
        .isEqualTo("syncing");
    syncs.advance(Duration.ofSeconds(89));
    assertThat(syncs.state(path, "sync_state")).isEqualTo("syncing");
    assertThat(api.get(path).data().path("succeeded_at").isNull()).isTrue();
    syncs.advance(Duration.ofSeconds(2));

    assertThat(syncs.state(path, "sync_state")).isEqualTo("scheduled");
    assertThat(syncs.instant(path, "succeeded_at")).isBefore(Instant.now().plusSeconds(91));
  }

  @Test
  void saysWhyASyncFailedUntilOneSucceeds() {
    var path = syncs.active();
    syncs.next(
        "'outcome':'fails','task':{'code':'table_gone','message':'Table','details':'public.x'}");

    api.post(path + "/sync", "{}");

    var failed = api.get(path).data();
    assertThat(failed.path("failed_at").isTextual()).isTrue();
    assertThat(failed.at("/status/tasks/0/code").asText()).isEqualTo("table_gone");
    assertThat(failed.at("/status/tasks/0/details").asText()).isEqualTo("public.x");
    syncs.next("'warning':{'code':'resync_table_warning','details':'public.users'}");
    api.post(path + "/sync", "{}");
    var mended = api.get(path).data();
    assertThat(mended.at("/status/tasks")).isEmpty();
    assertThat(mended.at("/status/warnings/0/details").asText()).isEqualTo("public.users");
    assertThat(mended.path("succeeded_at").asText())
        .isGreaterThan(mended.path("failed_at").asText());
  }

  @Test
  void waitsForTheQuotaOfTheSourceAndGoesOnByItself() {
    var path = syncs.active();
    syncs.next("'outcome':'rescheduled','resumes_after_seconds':600");

    api.post(path + "/sync", "{}");

    assertThat(syncs.state(path, "sync_state")).isEqualTo("rescheduled");
    assertThat(syncs.state(path, "rescheduled_for")).isNotEmpty();
    var before = syncs.instant(path, "succeeded_at");
    syncs.advance(Duration.ofSeconds(601));
    assertThat(syncs.state(path, "sync_state")).isEqualTo("scheduled");
    assertThat(api.get(path).data().at("/status/rescheduled_for").isMissingNode()).isTrue();
    assertThat(syncs.instant(path, "succeeded_at")).isAfter(before);
  }

  @Test
  void healsWhenForcedAfterTheRepair() {
    var path = syncs.active();
    api.patch(path, json("{'config':{'host':'unreachable.example.com'}}"));

    assertThat(syncs.state(path, "setup_state")).isEqualTo("broken");
    assertThat(api.get(path).data().at("/status/tasks/0/code").asText()).isEqualTo("reconnect");
    api.post(path + "/sync", "{}");
    assertThat(api.get(path).data().path("failed_at").isTextual()).isTrue();
    api.patch(path, json("{'config':{'host':'db.example.com'},'run_setup_tests':false}"));
    assertThat(syncs.state(path, "setup_state")).isEqualTo("broken");

    api.post(path + "/force", "");

    assertThat(syncs.state(path, "setup_state")).isEqualTo("connected");
    assertThat(api.get(path).data().at("/status/tasks")).isEmpty();
    assertThat(syncs.instant(path, "succeeded_at")).isAfter(syncs.instant(path, "failed_at"));
  }

  @Test
  void refusesTablesThatItDoesNotHave() {
    var path = syncs.active();
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
    var path = syncs.active();
    syncs.advance(Duration.ofHours(6).plusMinutes(1));

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
    syncs.fixture.group("g");
    var path = "/connections/" + syncs.fixture.connected("seeded", "postgres", "pg");

    assertThat(api.get(path).data().has("succeeded_at")).isFalse();
    syncs.advance(Duration.ofHours(6).plusSeconds(1));

    assertThat(api.get(path).data().path("succeeded_at").isTextual()).isTrue();
  }

  @Test
  void refusesAnOutcomeThatNobodyKnows() {
    assertThat(syncs.put("{'connection':'pg','outcome':'explodes'}").status()).isEqualTo(400);
    assertThat(syncs.put("{'connection':'pg','secnods':3}").message())
        .isEqualTo("Unknown member 'secnods'; did you mean 'seconds'?");
    assertThat(syncs.put("{'seconds':3}").status()).isEqualTo(400);
  }
}
