package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.cli.process.Stop;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Transformations are run, cancelled and looked at by whatever a user calls them.
class TransformationTest {

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void seed() {
    workspace =
        new Workspace(folder).reaching(lab.sandbox()).waitingBy(new AccountClock(lab)).onTerminal();
    merge(
        "{'groups':{'prod_id':{'id':'prod_id','name':'prod'}},'transformations':{"
            + "'daily_id':{'_group_id':'prod_id','transformation_config':{'name':'daily'}},"
            + "'hourly_id':{'transformation_config':{'name':'hourly'},'schedule':{"
            + "'schedule_type':'TIME_OF_DAY','time_of_day':'06:30','days_of_week':['MONDAY']}},"
            + "'st_one':{'type':'QUICKSTART','transformation_config':{'package_name':'stripe'}},"
            + "'st_two':{'type':'QUICKSTART','transformation_config':{'package_name':'stripe'}}}}");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void C09_oneByItsNameRunsWithoutAQuestion() {
    next("daily_id", 60, "SUCCEEDED");

    assertThat(workspace.succeed("transformation", "run", "daily").out())
        .isEqualTo("transformation/daily: run began\n");
    assertThat(writes()).containsExactly("POST /transformations/daily_id/run {}");
    lab.forget();
    Ran waited = workspace.succeed("transformation", "run", "transformation/daily", "--wait");

    assertThat(waited.err()).contains("transformation/daily: is running already\n");
    assertThat(waited.out()).matches("transformation/daily: succeeded in 1 min( \\d s)?\n");
    assertThat(writes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FAILED, its run failed in 31 s",
    "PARTIALLY_SUCCEEDED, its run succeeded in part only",
    "CANCELED, its run was cancelled",
    "BLOCKED, its run ended as blocked",
  })
  void C09_endThatIsNoneIsAFailure(String status, String said) {
    next("daily_id", 30, status);

    Ran ran = workspace.run("transformation", "run", "daily_id", "--wait");

    assertThat(ran.code()).as("%s", ran).isEqualTo(1);
    assertThat(told(ran)).contains("error: transformation/daily: " + said);
  }

  @Test
  void manyNeedAYesAndEndEachForItself() {
    next("daily_id", 60, "FAILED");
    next("st_one", 600, "SUCCEEDED");
    workspace.offTerminal();
    assertThat(workspace.run("transformation", "run", "transformation/*").code()).isEqualTo(4);
    assertThat(writes()).isEmpty();

    Ran late = workspace.run("transformation", "run", "transformation/*", "--yes", "--wait=5m");
    assertThat(late.code()).as("%s", late).isEqualTo(8);
    assertThat(late.err())
        .contains("transformation/stripe~st_one: still runs after 5 min")
        .contains("2 done, 0 needed nothing, 1 failed, 1 not ended.");
    Ran ran = workspace.run("transformation", "run", "*", "--yes", "--wait", "--format", "json");
    assertThat(ran.code()).as("%s", ran).isZero();
    next("daily_id", 0, "FAILED");
    assertThat(workspace.run("transformation", "run", "*", "--yes", "--wait").code()).isEqualTo(5);
  }

  @Test
  void fullRefreshIsNoRunThatGoesOnAlready() {
    next("daily_id", 60, "SUCCEEDED");
    workspace.succeed("transformation", "run", "daily");
    Ran refused = workspace.run("transformation", "run", "daily", "--full-refresh");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(told(refused))
        .contains("no full refresh can begin beside it", "cancel transformation/daily");
    lab.forget();

    assertThat(workspace.succeed("transformation", "run", "hourly", "--full-refresh").out())
        .isEqualTo("transformation/hourly: full refresh began\n");
    assertThat(writes())
        .containsExactly("POST /transformations/hourly_id/run {\"full_refresh\":true}");
  }

  @Test
  void cancellingAsksAndEndsARun() {
    next("daily_id", 60, "SUCCEEDED");
    workspace.succeed("transformation", "run", "daily");
    workspace.offTerminal();
    Ran refused = workspace.run("transformation", "cancel", "daily");
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err()).contains("--yes");

    Ran ran = workspace.succeed("transformation", "cancel", "daily", "hourly", "--yes", "--wait");

    assertThat(ran.out())
        .contains("transformation/daily: cancelled\n")
        .contains("transformation/hourly: is not running (new)\n");
    assertThat(workspace.succeed("transformation", "cancel", "daily", "--yes").out())
        .contains("transformation/daily: is not running (cancelled)\n");
    assertThat(writes().stream().filter(write -> write.contains("/cancel"))).hasSize(1);
  }

  /// What is so between the look and the call.
  @Test
  void refusalThatSomebodyElseWasFasterIsNoFailure() {
    next("daily_id", 60, "SUCCEEDED");
    fault("run", "{'status':409,'commit':true,'body':{'code':'Conflict','message':'runs'}}");
    assertThat(workspace.succeed("transformation", "run", "daily").out())
        .contains("is running already");

    fault("cancel", "{'status':409,'commit':true,'body':{'code':'Conflict','message':'idle'}}");
    assertThat(workspace.succeed("transformation", "cancel", "daily", "--yes").out())
        .contains("is not running (cancelled)");

    fault("run", "{'status':409,'body':{'code':'Conflict','message':'not now'}}");
    Ran refused = workspace.run("transformation", "run", "daily");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("Conflict: not now");
  }

  /// Whatever becomes of the call: it is carried out once, and told as it is.
  @ParameterizedTest
  @MethodSource("dev.ftctl.endtoend.LostAnswers#all")
  void everyOneIsDoneOrNotUnderFaults(String then) {
    next("daily_id", 30, "SUCCEEDED");
    fault("run", then);
    assertThat(workspace.succeed("transformation", "run", "daily").out()).contains("run began");
    assertThat(status()).isEqualTo("RUNNING");

    fault("cancel", then);
    assertThat(workspace.succeed("transformation", "cancel", "daily", "--yes").out())
        .contains("transformation/daily: cancelled");
    assertThat(status()).isEqualTo("CANCELED");
  }

  @Test
  void lostAnswerThatNobodyCanLookAfterIsSaid() {
    faults(
        "{'match':{'method':'POST','path':'/run$'},'then':{'status':503,'commit':true}},"
            + "{'match':{'method':'GET','path':'/daily_id$','nth':2},"
            + "'then':{'status':400,'body':{'code':'Nope','message':'no'}}}");

    Ran ran = workspace.run("transformation", "run", "daily");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(told(ran)).contains("the account can't be asked whether it began");
  }

  @Test
  void signalEndsTheWaitingAndNothingElse() {
    next("daily_id", 600, "SUCCEEDED");
    var stop = new Stop();
    stop.ask();

    Ran ran = workspace.stoppedBy(stop).run("transformation", "run", "daily", "--wait");

    assertThat(ran.code()).isEqualTo(130);
    assertThat(ran.err()).contains("transformation/daily: not begun");
    assertThat(writes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "transformation run, nothing is named",
    "transformation run stripe, stripe may mean 2 objects",
    "transformation run dialy, did you mean 'daily'?",
    "transformation run nonsense, ftctl transformation status lists what there is",
    "transformation run connector/daily, is of the kind connector",
    "transformation run --group prd, did you mean 'prod'?",
    "transformation, 'say what to do: transformation run, cancel, upgrade or status'",
  })
  void wrongNamesAreErrors(String line, String said) {
    Ran ran = workspace.run(line.split(" "));

    assertThat(ran.code()).as("%s", ran).isEqualTo(64);
    assertThat(ran.err()).contains(said);
    assertThat(writes()).isEmpty();
  }

  @Test
  void statusIsATableOrJson() {
    next("daily_id", 90, "SUCCEEDED");
    workspace.succeed("transformation", "run", "daily", "--wait");
    lab.forget();

    Ran table = workspace.succeed("transformation", "status");
    assertThat(table.out().lines().map(line -> line.split(" ")[0]))
        .containsExactly(
            "ADDRESS",
            "transformation/daily",
            "transformation/hourly",
            "transformation/stripe~st_one",
            "transformation/stripe~st_two");
    assertThat(table.out())
        .containsPattern("daily +daily_id +DBT_CORE +SUCCEEDED +false +20\\S+Z +90 s +every 60 min")
        .containsPattern("hourly_id +DBT_CORE +NEW +false +- +- +at 06:30 on MONDAY");
    assertThat(lab.sandbox().requests()).hasSize(2);
    Ran json = workspace.succeed("transformation", "status", "--group", "prod", "--format", "json");
    assertThat(json.json().path("items")).hasSize(1);
    assertThat(json.json().at("/items/0/transformation_config/name").asText()).isEqualTo("daily");
    assertThat(json.json().at("/items/0/address").asText()).isEqualTo("transformation/daily");
  }

  /// As one line, since lines of a terminal are wrapped.
  private static String told(Ran ran) {
    return ran.err().replaceAll("\\s+", " ");
  }

  private void next(String id, int seconds, String status) {
    merge(
        "{'transformations':{'%s':{'_next_run':{'seconds':%d,'status':'%s'}}}}"
            .formatted(id, seconds, status));
  }

  private String status() {
    return workspace
        .succeed("transformation", "status", "daily", "--format", "json")
        .json()
        .at("/items/0/status")
        .asText();
  }

  private void merge(String account) {
    lab.sandbox().control().mergeAccount(SyncingCompany.json(account));
  }

  private void fault(String call, String then) {
    faults("{'match':{'method':'POST','path':'/" + call + "$','times':1},'then':" + then + "}");
  }

  private void faults(String rules) {
    lab.sandbox().control().faults(SyncingCompany.json("[" + rules + "]"));
  }

  private List<String> writes() {
    return lab.writes().stream()
        .map(write ->
            write.method() + " " + write.path().replaceFirst("^/v1", "") + " " + write.body())
        .toList();
  }
}
