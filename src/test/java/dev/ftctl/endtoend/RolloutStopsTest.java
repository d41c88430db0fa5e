package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Stop;
import dev.ftctl.fivetran.pacing.Sleeper;
import dev.ftctl.testing.Golden;
import dev.ftctl.testing.RolloutAccount;
import dev.ftctl.testing.SchemaCheck;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// What stops a rollout, what it leaves with, and that the command that it prints goes on.
@TestInstance(Lifecycle.PER_CLASS)
class RolloutStopsTest {

  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";

  private Path folder;
  private RollingCompany company;
  private Workspace workspace;

  @BeforeAll
  void open(@TempDir Path some) {
    folder = some;
    company = new RollingCompany(folder);
    workspace = company.workspace;
  }

  @BeforeEach
  void reset() {
    company.reset();
  }

  @AfterAll
  void close() {
    company.close();
  }

  @Test
  void failedSyncStopsItWith5AndTheSameCommandGoesOn() {
    company.next(
        ",'outcome':'fails','seconds':40,'task':{'code':'no_key','message':'No primary key'}");

    Ran failed = company.roll(RollingCompany.SHOP);

    assertThat(failed.code()).as("%s", failed).isEqualTo(5);
    assertThat(company.deeds()).containsExactly("on a b", "sync");
    assertThat(company.on()).isEqualTo("a b");
    Ran status = workspace.succeed("rollout", "status", RollingCompany.SHOP);
    Golden.check("rollout/failed.txt", shown(failed) + shown(status));

    Ran ran = goingOn(failed);

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(company.deeds())
        .containsExactly("on a b", "sync", "sync", "on c d", "sync", "on e", "sync");
  }

  private Ran goingOn(Ran stopped) {
    String line =
        stopped
            .err()
            .lines()
            .filter(each -> each.contains("ftctl rollout run "))
            .findFirst()
            .orElseThrow()
            .replaceFirst(".*ftctl ", "");
    return workspace.run(line.split(" "));
  }

  /// Somebody pauses it while the first batch syncs, which lets that sync end.
  @Test
  void pausedMeanwhileIs7AndTheCommandResumesIt() {
    company.next(",'seconds':60");
    var clock = new AccountClock(company.lab);
    workspace.waitingBy(
        new Sleeper() {
          @Override
          public long nanoTime() {
            return clock.nanoTime();
          }

          @Override
          public void sleep(Duration duration) {
            company
                .lab
                .sandbox()
                .control()
                .mergeAccount(RolloutAccount.json("{'connections':{'c_shop':{'paused':true}}}"));
            clock.sleep(duration);
          }
        });

    Ran left = company.roll(RollingCompany.SHOP);

    assertThat(left.code()).as("%s", left).isEqualTo(7);
    assertThat(company.on()).isEqualTo("a b");
    Golden.check("rollout/left-paused.txt", shown(left));
    workspace.waitingBy(clock);
    assertThat(goingOn(left).code()).isZero();
    assertThat(company.on()).isEqualTo("a b c d e");
    assertThat(company.connection("c_shop").path("paused").asBoolean()).isFalse();
  }

  @Test
  void documentOfAStoppedRunHasTheCommandThatGoesOn() {
    company.next(",'outcome':'fails'");

    Ran ran = company.roll(RollingCompany.SHOP, "--format", "json");

    assertThat(new SchemaCheck("rollout-progress.schema.json").faults(ran.json())).isEmpty();
    assertThat(ran.json().path("result").asText()).isEqualTo("sync failed");
    assertThat(ran.json().path("next").asText())
        .isEqualTo("ftctl rollout run rollouts/shop.yaml --yes");
    assertThat(ran.json().path("exit_code").asInt()).isEqualTo(5).isEqualTo(ran.code());
  }

  @Test
  void pausedIsRefusedWithBothWaysOutBeforeAnything() {
    pause();

    Ran refused = company.roll(RollingCompany.SHOP);

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("ftctl resume connector/shop@prod").contains("--unpause");
    assertThat(company.deeds()).isEmpty();
    Ran ran = company.roll(RollingCompany.SHOP, "--unpause");
    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(company.deeds()).startsWith("on a b", "paused false").contains("on e");
    assertThat(company.syncs("SUCCESSFUL")).isEqualTo(3);
  }

  private void pause() {
    company.edit(account -> account.withObject("/connections/c_shop").put("paused", true));
  }

  @Test
  void ifIdleBeginsNothingBesideASync() {
    company.next(",'seconds':6000");
    workspace.succeed("sync", "shop");
    company.lab.forget();

    Ran ran = company.roll(RollingCompany.SHOP, "--if-idle");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).endsWith("connector/shop@prod: already syncing, left alone\n");
    assertThat(company.deeds()).isEmpty();
    Ran waiting = company.roll(RollingCompany.SHOP);
    assertThat(waiting.code()).as("%s", waiting).isZero();
    assertThat(waiting.err()).contains("syncs now, and is let end first");
    assertThat(company.deeds()).containsExactly("on a b", "sync", "on c d", "sync", "on e", "sync");
  }

  @Test
  void outOfTimeIs8AndTheNextRunFollowsTheSameSync() {
    company.next(",'seconds':6000");

    Ran late = company.roll(RollingCompany.SHOP, "--wait=10m");

    assertThat(late.code()).as("%s", late).isEqualTo(8);
    assertThat(late.err()).contains("still syncs after 10 min").contains("ftctl rollout run");
    Ran ran = company.roll(RollingCompany.SHOP);
    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(company.deeds()).containsExactly("on a b", "sync", "on c d", "sync", "on e", "sync");
  }

  /// A signal while a sync is waited for: the sync goes on, and the next run follows it.
  @Test
  void signalEndsItAndTheNextRunGoesOn() {
    company.next(",'seconds':60");
    var clock = new AccountClock(company.lab);
    stopAtTheFirstPause(clock);

    Ran stopped = company.roll(RollingCompany.SHOP);

    assertThat(stopped.code()).as("%s", stopped).isEqualTo(143);
    assertThat(stopped.err()).contains("stopped at batch 1 of 3");
    workspace.stoppedBy(new Stop()).waitingBy(clock);
    assertThat(goingOn(stopped).code()).isZero();
    assertThat(company.deeds()).containsExactly("on a b", "sync", "on c d", "sync", "on e", "sync");
  }

  private void stopAtTheFirstPause(AccountClock clock) {
    var stop = new Stop();
    workspace
        .stoppedBy(stop)
        .waitingBy(
            new Sleeper() {
              @Override
              public long nanoTime() {
                return clock.nanoTime();
              }

              @Override
              public void sleep(Duration duration) {
                stop.pass(ExitCode.TERMINATED);
              }
            });
  }

  @Test
  void signalBeforeTheFirstBatchBeginsNothing() {
    var stop = new Stop();
    stop.pass(ExitCode.INTERRUPTED);
    workspace.stoppedBy(stop);

    Ran stopped = company.roll(RollingCompany.SHOP);

    assertThat(stopped.code()).as("%s", stopped).isEqualTo(130);
    workspace.stoppedBy(new Stop());
    assertThat(company.deeds()).isEmpty();
    assertThat(goingOn(stopped).code()).isZero();
  }

  /// Nothing of a file acts on the terminal, and none is read through a link that leads away.
  @Test
  void hostileFilesAreHarmless(@TempDir Path elsewhere) throws Exception {
    workspace.edit(RollingCompany.SHOP, "sales.a", "\"sales.\\e[31m::warning::a\"");
    Ran ran = workspace.runOnTerminal("rollout", "status", RollingCompany.SHOP);
    assertThat(ran.all()).contains("sales.").doesNotContain("\u001b[31m");
    Path secret = Files.writeString(elsewhere.resolve("secret"), "canary: 1\n");
    Files.createSymbolicLink(folder.resolve("rollouts/link.yaml"), secret);

    Ran link = company.roll("rollouts/link.yaml");

    assertThat(link.code()).isEqualTo(64);
    assertThat(link.err()).contains("a link leads out of this folder").doesNotContain("canary");
    assertThat(company.roll("rollouts").code()).isEqualTo(64);
    assertThat(company.roll("none.yaml").err()).contains("there is no none.yaml");
  }

  @Test
  void withoutATerminalOrAYesNothingBegins() {
    Ran ran = workspace.run("rollout", "run", RollingCompany.SHOP);

    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.err())
        .contains("batch 1: sales.a, sales.b")
        .contains("Give --yes to do it without a question.")
        .contains("batch 3: sales.e")
        .contains("--yes");
    assertThat(company.deeds()).isEmpty();
    Ran asked = workspace.typing("yes\n").runOnTerminal("rollout", "run", RollingCompany.SHOP);
    assertThat(asked.code()).as("%s", asked).isZero();
  }

  /// A batch that Fivetran refuses is no part of the progress: the file decides anew.
  @Test
  void refusedBatchIsFormedAnew() {
    company.faults(
        "{'match':{'method':'PATCH','path':'/schemas$','nth':2},'then':{'status':400,"
            + "'body':{'code':'Invalid','message':'no such thing'}}}");

    Ran refused = company.roll(RollingCompany.SHOP);

    assertThat(refused.code()).as("%s", refused).isEqualTo(5);
    assertThat(refused.err()).contains("no such thing");
    workspace.edit(RollingCompany.SHOP, "sales.c, ", "");
    assertThat(goingOn(refused).code()).isZero();
    assertThat(company.on()).isEqualTo("a b d e");
  }

  @Test
  void secondRunInTheFolderIsRefused() throws Exception {
    var own = folder.resolve(".ftctl/rollout");
    Files.createDirectories(own);
    try (var channel =
            FileChannel.open(
                own.resolve("shop.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      Ran ran = company.roll(RollingCompany.SHOP);
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.err()).contains("another ftctl is at this rollout: shop");
    }
    assertThat(company.deeds()).isEmpty();
  }

  private static String shown(Ran ran) {
    return ran.toString().replaceAll(TIME, "TIME");
  }
}
