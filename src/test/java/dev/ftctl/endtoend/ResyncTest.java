package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// History is loaded again, never without a yes.
class ResyncTest {

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
  void C06_tableIsLoadedAgainAfterAYes() {
    Ran asked = workspace.run("resync", "pg", "--table", "public.users");

    assertThat(asked.code()).isEqualTo(4);
    assertThat(asked.err()).contains("loaded again from the start").contains("--yes");
    assertThat(company.writes()).isEmpty();
    company.next("pg", "'seconds':90");
    Ran ran =
        workspace.succeed(
            "resync", "pg", "--table", "public.users,public.orders", "--yes", "--wait");
    assertThat(ran.out()).contains("connector/pg@prod: re-synced in 1 min");
    assertThat(company.writes())
        .containsExactly("POST /resync {\"scope\":{\"public\":[\"users\",\"orders\"]}}");
  }

  @Test
  void wholeConnectionIsLoadedAgain() {
    company.next("pg", "'seconds':90");

    assertThat(workspace.succeed("resync", "pg", "--yes", "--wait").out())
        .contains("re-synced in 1 min");
    assertThat(company.writes()).containsExactly("POST /resync {}");
  }

  /// The end of the sync that runs is not that of the re-sync which follows it.
  @Test
  void waitsBeyondTheRunningSync() {
    company.next("pg", "'seconds':600");
    workspace.succeed("sync", "pg");
    company.next("pg", "'seconds':300");

    Ran ran = workspace.succeed("resync", "pg", "--yes", "--wait");

    assertThat(ran.err()).contains("re-sync follows the running sync");
    assertThat(ran.out()).containsPattern("re-synced in 15 min");
    assertThat(company.syncs("pg")).isEqualTo(3);
  }

  @Test
  void whatCanNotBeDoneIsSaid() {
    assertThat(workspace.run("resync", "pg", "--yes", "--table", "users").code()).isEqualTo(64);
    Ran unknown = workspace.run("resync", "pg", "--yes", "--table", "public.nope");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("public.nope");
    company.next("pg", "'seconds':600,'outcome':'fails'");
    workspace.succeed("sync", "pg");
    Ran busy = workspace.run("resync", "pg", "--yes");
    assertThat(busy.code()).isEqualTo(1);
    assertThat(busy.err()).contains("409").contains("cannot be completed");
  }

  @Test
  void pausedIsQueuedAndNotWaitedFor() {
    workspace.succeed("pause", "old");

    Ran waiting = workspace.run("resync", "old", "--yes", "--wait");

    assertThat(waiting.code()).isEqualTo(1);
    assertThat(waiting.err()).contains("waiting would not end");
    assertThat(workspace.succeed("resync", "old", "--yes").out())
        .contains("is paused; re-sync begins when it is resumed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'status':503,'commit':false}",
        "{'status':503,'commit':true}",
        "{'drop':'before'}",
        "{'drop':'after'}",
      })
  void everyOneIsDoneOnceUnderFaults(String then) {
    company.next("pg", "'seconds':30");
    company.faults("[{'match':{'method':'POST','path':'/resync$','times':1},'then':" + then + "}]");

    assertThat(workspace.succeed("resync", "pg", "--yes", "--wait").out()).contains("re-synced");
    assertThat(company.syncs("pg")).isEqualTo(2);
  }
}
