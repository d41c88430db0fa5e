package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.cli.process.Stop;
import dev.ftctl.fivetran.pacing.Sleeper;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Syncs that are waited for: many at once, faults and signals meanwhile, and how it is told.
class SyncWaitingTest {

  @TempDir Path folder;
  private SyncingCompany company;
  private Workspace workspace;

  @BeforeEach
  void open() {
    company = new SyncingCompany(folder);
    workspace = company.workspace;
  }

  @AfterEach
  void close() {
    company.close();
  }

  @Test
  void outOfTimeIsItsOwnEnd() {
    company.next("pg", "'seconds':600");
    company.next("crm", "'outcome':'rescheduled','resumes_after_seconds':60000");

    Ran ran = workspace.run("sync", "pg", "crm", "shop", "--yes", "--wait=5m");

    assertThat(ran.code()).as("%s", ran).isEqualTo(8);
    assertThat(ran.err())
        .contains("error: connector/pg@prod: still syncs after 5 min")
        .contains("connector/crm@prod: waits for the quota of its source, goes on at 20")
        .contains("1 done, 0 needed nothing, 0 failed, 2 not ended.");
    assertThat(ran.out()).contains("connector/shop@prod: synced\n");
  }

  @Test
  void waitedForAreManyAtOnceByTheListAlone() {
    company.next("pg", "'seconds':300");
    company.next("crm", "'seconds':300,'outcome':'fails'");
    company.next("shop", "'seconds':300");

    Ran ran = workspace.run("sync", "-l", "team=data", "--yes", "--wait");

    assertThat(ran.code()).as("%s", ran).isEqualTo(5);
    assertThat(ran.err()).contains("3 done, 0 needed nothing, 1 failed.");
    long details =
        company.lab.sandbox().requests().stream()
            .filter(request ->
                request.method().equals("GET")
                    && request.path().matches("(/v1)?/connections/[a-z_]+"))
            .count();
    // One look at each before it is asked.
    assertThat(details).isEqualTo(4);
    assertThat(company.lab.sandbox().requests()).hasSizeLessThan(30);
  }

  @Test
  void allThatFailIsOne() {
    company.next("pg", "'outcome':'fails'");
    company.next("crm", "'outcome':'fails'");

    assertThat(workspace.run("sync", "pg", "crm", "--yes", "--wait").code()).isEqualTo(1);
    assertThat(workspace.run("sync", "connector/*", "--wait").code()).isEqualTo(4);
    assertThat(workspace.run("sync").code()).isEqualTo(64);
  }

  @Test
  void whoIsPausedOrDeletedMeanwhileIsNotWaitedForInVain() {
    company.next("pg", "'outcome':'rescheduled'");
    company.next("crm", "'seconds':600");
    Sleeper meddling = new Meddling();
    workspace.waitingBy(meddling);

    Ran ran = workspace.run("sync", "pg", "crm", "--yes", "--wait");

    assertThat(ran.code()).as("%s", ran).isEqualTo(1);
    assertThat(ran.err())
        .contains("connector/pg@prod: was paused before its sync ended")
        .contains("connector/crm@prod: was deleted before its sync ended");
  }

  /// Whatever becomes of the call that asks: it is carried out once, and told as it is.
  @ParameterizedTest
  @MethodSource("dev.ftctl.endtoend.LostAnswers#all")
  void everyOneIsDoneOrNotUnderFaults(String then) {
    int before = company.syncs("pg");
    company.next("pg", "'seconds':30");
    company.faults("[{'match':{'method':'POST','path':'/sync$','times':1},'then':" + then + "}]");

    Ran ran = workspace.succeed("sync", "pg", "--wait");

    assertThat(ran.out()).contains("connector/pg@prod: synced");
    assertThat(company.syncs("pg")).isEqualTo(before + 1);
  }

  @Test
  void lostAnswerThatNobodyCanLookAfterIsSaid() {
    company.faults(
        "[{'match':{'method':'POST','path':'/sync$'},'then':{'status':503,'commit':true}},"
            + "{'match':{'method':'GET','path':'/connections/[a-z_]+$','nth':2},"
            + "'then':{'status':400,'body':{'code':'Nope','message':'no'}}}]");

    Ran ran = workspace.run("sync", "pg");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("the account can't be asked whether it began");
  }

  @Test
  void failedLookIsNoEnd() {
    company.next("pg", "'seconds':60");
    company.faults(
        "[{'match':{'method':'GET','path':'/connections/[a-z_]+$','nth':3},"
            + "'then':{'status':400,'body':{'code':'Nope','message':'no'}}}]");

    Ran ran = workspace.succeed("sync", "pg", "--wait");

    assertThat(ran.err()).contains("can't look how it goes, and tries again");
    assertThat(ran.out()).contains("synced in 1 min");
  }

  @Test
  void signalEndsTheWaitingAndNothingElse() {
    company.next("pg", "'seconds':600");
    var stop = new Stop();
    workspace.stoppedBy(stop).waitingBy(new Interrupting(stop));

    Ran ran = workspace.run("sync", "pg", "--wait");
    stop.ended(ran.code());

    assertThat(ran.code()).isEqualTo(130);
    assertThat(ran.err()).contains("still syncs; not waited for, since the run was stopped");
  }

  @Test
  void onATerminalLinesHaveNoTime() {
    Ran ran = workspace.onTerminal().succeed("sync", "pg", "--wait");

    assertThat(ran.out()).isEqualTo("connector/pg@prod: synced\n");
  }

  @Test
  void jsonIsOneDocument() {
    Ran ran = workspace.succeed("sync", "pg", "--wait", "--format", "json");

    assertThat(ran.json().at("/items/0/text").asText()).isEqualTo("synced");
    assertThat(ran.json().path("exit_code").asInt()).isZero();
  }

  /// Pauses one connection and deletes another while somebody waits for them.
  private final class Meddling implements Sleeper {
    private long nanos;

    @Override
    public long nanoTime() {
      return nanos;
    }

    @Override
    public void sleep(Duration duration) {
      nanos += duration.toNanos();
      var ids =
          SyncingCompany.json(
              "{'connections':{'"
                  + company.id("pg")
                  + "':{'paused':true,"
                  + "'status':{'sync_state':'paused'}},'"
                  + company.id("crm")
                  + "':null}}");
      company.lab.sandbox().control().mergeAccount(ids);
    }
  }

  /// A signal comes while somebody waits.
  private record Interrupting(Stop stop) implements Sleeper {

    @Override
    public long nanoTime() {
      return 0;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
      Thread.ofVirtual().start(stop::ask);
      Thread.currentThread().join();
    }
  }
}
