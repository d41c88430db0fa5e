package dev.ftctl.sandbox.connections;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// When a connection syncs: frequencies, times and schedules, and what is asked for by hand.
class ConnectionScheduleTest {

  private final ConnectionCase connections = new ConnectionCase();
  private final ApiClient api = connections.api;

  @AfterEach
  void close() {
    connections.close();
  }

  @Test
  void takesOnlyTheFrequenciesThatExistAlsoAsText() {
    var path = "/connections/" + connections.id(connections.postgres());

    assertThat(api.patch(path, json("{'sync_frequency':7}")).line())
        .isEqualTo("400 InvalidInput: Invalid value '7' for field 'sync_frequency'");
    assertThat(
            api.patch(path, json("{'sync_frequency':'15','paused':'true'}"))
                .data()
                .path("sync_frequency")
                .asInt())
        .isEqualTo(15);
  }

  @Test
  void keepsADailyTimeOnlyBesideADailyFrequency() {
    var path = "/connections/" + connections.id(connections.postgres());

    var hourly = api.patch(path, json("{'sync_frequency':60,'daily_sync_time':'03:00'}"));
    var daily = api.patch(path, json("{'sync_frequency':1440,'daily_sync_time':'03:00'}"));

    assertThat(hourly.data().has("daily_sync_time")).isFalse();
    assertThat(daily.data().path("daily_sync_time").asText()).isEqualTo("03:00");
    assertThat(api.patch(path, json("{'daily_sync_time':'03:30'}")).status()).isEqualTo(400);
  }

  @Test
  void bringsAScheduleToOneForm() {
    var path = "/connections/" + connections.id(connections.postgres());

    var daily =
        api.patch(path, json("{'schedule':{'schedule_type':'TIME_OF_DAY','time_of_day':'15'}}"));
    var schedule = daily.data().path("schedule");

    assertThat(schedule.path("time_of_day").asText()).isEqualTo("15:00");
    assertThat(schedule.path("days_of_week")).hasSize(7);
    assertThat(daily.data().path("sync_frequency").asInt()).isEqualTo(1440);
    assertThat(
            api.patch(path, json("{'schedule':{'schedule_type':'MANUAL'}}"))
                .data()
                .path("schedule_type")
                .asText())
        .isEqualTo("manual");
  }

  @ParameterizedTest
  @CsvSource({"7, 07:00, 200", "15:30, '', 200", "15:00, 15:00, 200", "15:15, '', 400"})
  void scheduleTakesHalfHoursThatTheOlderFieldLacks(String time, String older, int status) {
    var path = "/connections/" + connections.id(connections.postgres());

    var daily =
        api.patch(
            path,
            json("{'schedule':{'schedule_type':'TIME_OF_DAY','time_of_day':'" + time + "'}}"));

    assertThat(daily.status()).isEqualTo(status);
    assertThat(api.get(path).data().path("daily_sync_time").asText()).isEqualTo(older);
  }

  @Test
  void readsAsPausedAtOnce() {
    var id = connections.id(connections.create("github", "{'schema':'git'}", ""));

    var paused = api.patch("/connections/" + id, json("{'paused':true}"));

    assertThat(paused.data().path("status").path("sync_state").asText()).isEqualTo("paused");
  }

  @Test
  void syncsUnderBothNamesAndSaysSo() {
    var id =
        connections.id(
            connections.create("github", "{'schema':'git'}", ",'auth':{'refresh_token':'x'}"));
    api.post("/connections/" + id + "/test", "{}");
    var line =
        "200 Success: Sync has been successfully triggered for connection with id '" + id + "'";

    assertThat(api.post("/connections/" + id + "/sync", "").line()).isEqualTo(line);
    assertThat(api.post("/connectors/" + id + "/force", "").line()).isEqualTo(line);
    assertThat(api.post("/connections/" + id + "/resync", "").line()).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'schedule_type':'INTERVAL','interval':7}",
        "{'schedule_type':'INTERVAL','interval':'often'}",
        "{'schedule_type':'CRON'}",
        "{'schedule_type':'CRON','cron':'* * *'}",
        "{'schedule_type':'CRON','cron':'61 * * * *'}",
        "{'schedule_type':'CRON','cron':['0 * * * *']}",
        "{'schedule_type':'SOMETIMES'}"
      })
  void refusesAScheduleThatNobodyCanKeep(String schedule) {
    var path = "/connections/" + connections.id(connections.postgres());

    assertThat(api.patch(path, json("{'schedule':" + schedule + "}")).line())
        .startsWith("400 InvalidInput: Invalid value '");
  }

  @Test
  void refusesToResyncAnEmptyScope() {
    var path = "/connections/" + connections.id(connections.postgres()) + "/resync";
    var sheet =
        "/connections/"
            + connections.id(connections.create("google_sheets", "{'schema':'a','table':'b'}", ""))
            + "/resync";

    assertThat(api.post(path, json("{'scope':{}}")).status()).isEqualTo(400);
    assertThat(api.post(path, json("{'scope':{'public':[]}}")).status()).isEqualTo(400);
    assertThat(api.post(path, json("{'scope':null}")).status()).isEqualTo(200);
    assertThat(api.post(sheet, json("{'scope':{'a':['b']}}")).status()).isEqualTo(400);
  }
}
