package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Connections are synced now and followed to their ends, as a person or a crontab asks for it.
class SyncTest {

  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ ";

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
  void C16_beginsWithoutAQuestionAndFollowsToTheEnd() {
    company.next("pg", "'seconds':90");

    Ran ran = workspace.succeed("sync", "pg", "--wait");

    assertThat(ran.out()).matches(TIME + "connector/pg@prod: synced in 1 min \\d+ s\n");
    assertThat(ran.err()).matches(TIME + "connector/pg@prod: sync began\n");
    assertThat(company.writes()).containsExactly("POST /sync {\"force\":false}");
  }

  /// The seed's own line but for the program's name: one line for each event, with its time, and
  /// nothing that moves or is coloured.
  @Test
  void R05_R06_R07_lineOfTheCrontabWorksAndWarns() {
    String id = company.id("pg");
    var sandbox = company.lab.sandbox();
    var cron =
        new Workspace(folder.resolve("elsewhere"))
            .file("empty", "")
            .with("FIVETRAN_API_URL", sandbox.url().toString());

    Ran ran =
        cron.succeed(
            ("sync --api_key %s --api_secret %s --connector_id %s --if-idle --wait"
                    + " --log-file cron.log")
                .formatted(sandbox.apiKey(), sandbox.apiSecret(), id)
                .split(" "));

    assertThat(ran.out()).matches(TIME + "connector/pg@prod: synced\n");
    assertThat(ran.err().lines()).allMatch(line -> line.matches(TIME + "\\P{Cntrl}+"));
    assertThat(ran.err()).contains("show in process lists").contains("an id needs no flag");
    assertThat(ran.all()).doesNotContain(sandbox.apiSecret());
    assertThat(cron.read("cron.log")).contains("/sync").doesNotContain(sandbox.apiSecret());
    assertThat(cron.run("sync", "--api_key", "alone", id).code()).isEqualTo(64);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'outcome':'fails','task':{'code':'table_gone','message':'No table','details':'public.x'} | its sync failed: table_gone: No table (public.x)
          'outcome':'fails'                                                                        | Fivetran tells no reason
          'outcome':'breaks','seconds':40                                                          | its sync failed in
          """)
  void R08_failureIsToldWithItsReason(String next, String said) {
    company.next("pg", next);

    Ran ran = workspace.run("sync", "connector/pg@prod", "--wait");

    assertThat(ran.code()).as("%s", ran).isEqualTo(1);
    assertThat(ran.err()).contains("error: connector/pg@prod: ").contains(said);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void R09_oneThatSyncsIsLeftAloneOrAFailure() {
    company.next("pg", "'seconds':6000");
    workspace.succeed("sync", "pg");
    company.lab.forget();

    assertThat(workspace.succeed("sync", "pg", "--if-idle", "--wait").out())
        .endsWith("connector/pg@prod: already syncing, left alone\n");
    assertThat(workspace.succeed("sync", "pg", "--overlap", "skip").out())
        .contains("already syncing");
    Ran refused = workspace.run("sync", "pg", "--overlap", "fail");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("already syncing");
    assertThat(workspace.run("sync", "pg", "--overlap", "nonsense").code()).isEqualTo(64);
    assertThat(workspace.run("sync", "pg", "--force", "--if-idle").code()).isEqualTo(64);
    assertThat(company.writes()).isEmpty();
    assertThat(workspace.succeed("sync", "pg", "--wait").out())
        .contains("connector/pg@prod: synced in 1 h 40 min");
  }

  @Test
  void forceStopsTheRunningSync() {
    company.next("pg", "'seconds':6000");
    workspace.succeed("sync", "pg");
    company.next("pg", "'seconds':60");

    Ran ran = workspace.succeed("sync", "pg", "--force", "--wait");

    assertThat(ran.out()).containsPattern("synced in (1 min|59 s|1 min \\d+ s)\n");
    assertThat(company.lab.sandbox().control().account().path("syncs").toString())
        .contains("CANCELED");
  }

  @Test
  void pausedIsRefusedWithBothWaysOut() {
    workspace.succeed("pause", "old");
    int before = company.syncs("old");

    Ran refused = workspace.run("sync", "old");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("ftctl resume connector/old@prod").contains("--unpause");
    assertThat(company.syncs("old")).isEqualTo(before);
    Ran ran = workspace.succeed("sync", "old", "--unpause", "--wait");
    assertThat(ran.out()).contains("connector/old@prod: synced");
    assertThat(company.syncs("old")).isEqualTo(before + 1);
  }

  @Test
  void whatCouldNotBeSyncedIsPausedAgain() {
    workspace.succeed("pause", "old");
    company.next("old", "'outcome':'rescheduled','resumes_after_seconds':0");
    company.faults(
        "[{'match':{'method':'GET','path':'/connections/[a-z_]+$','nth':2},"
            + "'then':{'status':400,'body':{'code':'Nope','message':'no'}}}]");

    Ran ran = workspace.run("sync", "old", "--unpause");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("could not be synced, and is paused again");
    assertThat(workspace.succeed("get", "connector", "old", "--fields", "paused").out())
        .contains("true");
  }
}
