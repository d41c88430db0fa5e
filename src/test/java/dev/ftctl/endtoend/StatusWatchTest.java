package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.cli.process.Stop;
import dev.ftctl.fivetran.pacing.Sleeper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looking again and again: a window that is redrawn, or a log of what changes.
class StatusWatchTest {

  private static final String TIME = "2026-11-20T12:00:00Z ";

  @TempDir Path folder;
  private final Stop stop = new Stop();
  private final List<Duration> pauses = new ArrayList<>();
  private WatchedFleet fleet;

  @BeforeEach
  void open() {
    fleet = new WatchedFleet(folder, "good eu {}", "idle us {'paused':true}");
    fleet.workspace.stoppedBy(stop);
  }

  @AfterEach
  void close() {
    fleet.close();
  }

  /// Between two looks one of these happens; then somebody presses Ctrl-C.
  private Workspace meanwhile(Runnable... events) {
    var left = new ArrayList<>(List.of(events));
    return fleet.workspace.waitingBy(
        new Sleeper() {
          @Override
          public long nanoTime() {
            return System.nanoTime();
          }

          @Override
          public void sleep(Duration duration) throws InterruptedException {
            pauses.add(duration);
            if (left.isEmpty()) {
              Thread.ofVirtual().start(StatusWatchTest.this.stop::ask);
              Thread.currentThread().join();
            }
            left.removeFirst().run();
          }
        });
  }

  @Test
  void withoutAWindowEachChangeIsALine() {
    Ran ran =
        meanwhile(
                () -> {},
                () -> fleet.put("good eu {'failed_at':'-1m'}"),
                () -> fleet.put("good eu {}", "more eu {}"),
                () ->
                    fleet
                        .lab
                        .sandbox()
                        .control()
                        .mergeAccount(SyncingCompany.json("{'connections':{'id_idle':null}}")))
            .run("status", "--watch");

    assertThat(ran.code()).as("%s", ran).isEqualTo(130);
    assertThat(ran.out().lines())
        .containsExactly(
            TIME
                + "2 connections in 2 groups: 0 broken, 0 unknown, 0 incomplete, 0 delayed, 0"
                + " stale, 1 paused, 0 never synced, 0 syncing, 1 fine.",
            TIME + "connector/idle@us: paused",
            TIME
                + "connector/good@eu: fine → broken: its last sync failed 60 s ago; Fivetran tells"
                + " no reason",
            TIME + "connector/good@eu: broken → fine",
            TIME + "connector/more@eu: fine",
            TIME + "connector/idle@us: gone");
    assertThat(pauses).hasSize(5).containsOnly(Duration.ofSeconds(30));
    assertThat(fleet.lists()).isEqualTo(10);
  }

  @Test
  void windowIsWrittenOverAndGivenBack() {
    Ran ran =
        meanwhile(() -> fleet.put("good eu {'failed_at':'-1m'}"))
            .runOnTerminal("status", "--watch=5m", "--no-color");

    assertThat(ran.code()).as("%s", ran).isEqualTo(130);
    assertThat(ran.out())
        .startsWith("\u001b[?1049h\u001b[?25l\u001b[H")
        .endsWith("\u001b[?25h\u001b[?1049l")
        .doesNotContain("\u001b[2J");
    String[] looks = ran.out().split("\u001b\\[H");
    assertThat(looks).hasSize(3);
    assertThat(looks[1]).contains("every 300 s").contains("✓ fine").doesNotContain("✗");
    assertThat(looks[2]).contains("✗ broken").contains("Ctrl-C ends it.");
    assertThat(looks[1].split("\n").length).isLessThanOrEqualTo(24);
  }

  @Test
  void windowHoldsNoMoreThanItsLines() {
    String[] many = new String[60];
    for (int i = 0; i < many.length; i++) {
      many[i] = "c" + i + " eu {}";
    }
    fleet.put(many);

    Ran ran = meanwhile().runOnTerminal("status", "--watch");

    assertThat(ran.out().split("\n")).hasSizeLessThanOrEqualTo(24);
    assertThat(ran.out()).contains("more lines");
  }

  @Test
  void endsWithWhatTheJobFailsFor() {
    Workspace workspace =
        meanwhile(() -> {}, () -> fleet.put("good eu {'status':{'setup_state':'broken'}}"));

    Ran ran = workspace.run("status", "--watch", "--fail-on", "broken");

    assertThat(ran.code()).as("%s", ran).isEqualTo(3);
    assertThat(ran.err()).contains("--fail-on broken: 1 connection: connector/good@eu (broken)");
  }

  @Test
  void goesOnWhenItCannotLookOnce() {
    String fault =
        "[{'match':{'path':'/connections$'},'then':{'status':400,'body':{'code':'No','message':'not"
            + " now'}}}]";

    Ran ran =
        meanwhile(
                () -> fleet.faults(fault),
                () -> {},
                () -> fleet.faults("[]"),
                () -> fleet.put("good eu {'paused':true}"))
            .run("status", "--watch=1m");

    assertThat(ran.code()).as("%s", ran).isEqualTo(130);
    assertThat(ran.err()).containsOnlyOnce("can't look, and tries again: ").contains("not now");
    assertThat(ran.out()).contains("connector/good@eu: fine → paused");
  }

  @Test
  void endsWhenItMayNotLookAnyMore() {
    String fault = "[{'match':{'path':'/connections$'},'then':{'status':403}}]";

    Ran ran = meanwhile(() -> fleet.faults(fault)).runOnTerminal("status", "--watch");

    assertThat(ran.code()).as("%s", ran).isEqualTo(77);
    assertThat(ran.out()).endsWith("\u001b[?25h\u001b[?1049l");
  }

  @Test
  void leavesMostOfTheQuotaToOthers() {
    fleet.workspace.with("FTCTL_QUOTAS", "requests=500/1h");

    Ran ran = meanwhile().run("status", "--watch=10s");

    assertThat(pauses).containsExactly(Duration.ofSeconds(145));
    assertThat(ran.err()).contains("Looks every 145s, not every 10s");
  }
}
