package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Between the last look at an object and the first write to it lie at most five minutes, in a run
/// whose every write takes six: each step looks again, and what changed meanwhile is not begun.
class OldLookTest {

  private static final CallBudgetTest.Size SIZE = new CallBudgetTest.Size(2, 2, 3, 2, 2, 2, 2, 4);

  @TempDir Path folder;
  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  /// What the run did itself is no reason to stop: creations, updates, deletions of every kind.
  @Test
  void runOfHoursGoesToItsEndAndLooksBeforeEachObject() {
    Workspace workspace =
        workspace(writes -> {}).file("manifests/all.yaml", Company.manifests(SIZE));

    applied(workspace);
    workspace.file(
        "manifests/all.yaml",
        Company.manifests(SIZE)
            .replace("paused: false", "paused: true")
            .replace("hashed: true", "enabled: false")
            .replace("Account Reviewer", "Account Analyst")
            .replace("region: GCP_US_EAST4", "region: GCP_US_WEST1"));
    applied(workspace);
    workspace.file(
        "manifests/all.yaml",
        Company.manifests(SIZE)
            .replaceAll("(kind: (Team|Webhook|User)\\nmetadata: \\{)", "$1absent: true, "));
    applied(workspace);
  }

  @Test
  void whatSomebodyChangedMeanwhileIsNotWritten() {
    String three = Company.manifests(new CallBudgetTest.Size(1, 1, 3, 0, 0, 0, 0, 0));
    Workspace workspace = workspace(writes -> {}).file("manifests/all.yaml", three);
    workspace.succeed("apply", "--auto-approve");
    workspace.file("manifests/all.yaml", three.replace("paused: false", "paused: true"));
    lab.forget();
    workspace.at(
        clock(writes -> {
          if (writes == 1) {
            someoneChanges("c2");
          }
        }));

    Ran applied = workspace.run("apply", "--auto-approve", "--parallelism", "1");

    assertThat(applied.code()).as("%s", applied).isEqualTo(5);
    assertThat(applied.out())
        .contains("connector/c2@g0: update", "has changed since it was planned");
    // Of ftctl two, and the other's.
    assertThat(lab.writes()).hasSize(3);
  }

  @Test
  void nothingWrittenIsStale() {
    String one = Company.manifests(new CallBudgetTest.Size(1, 1, 1, 0, 0, 0, 0, 0));
    Workspace workspace = workspace(writes -> {}).file("manifests/all.yaml", one);
    workspace.succeed("apply", "--auto-approve");
    workspace.file("manifests/all.yaml", one.replace("paused: false", "paused: true"));
    lab.forget();
    var asked = new int[1];
    Instant begin = Instant.now();
    workspace.at(
        ticking(() -> {
          // After the account was read, and before the first step.
          if (lab.sandbox().requests().isEmpty() || asked[0]++ == 0) {
            return begin;
          }
          if (asked[0] == 2) {
            someoneChanges("c0");
          }
          return begin.plus(Duration.ofMinutes(6));
        }));

    Ran applied = workspace.run("apply", "--auto-approve", "--journal", "none");

    assertThat(applied.code()).as("%s", applied).isEqualTo(6);
    assertThat(lab.writes()).hasSize(1);
  }

  private void applied(Workspace workspace) {
    lab.forget();
    String before = lab.sandbox().control().account().toString();
    Ran applied =
        workspace.run(
            "apply",
            "--auto-approve",
            "--parallelism",
            "1",
            "--allow",
            "revoke",
            "--max-deletes=9");

    assertThat(applied.code()).as("%s", applied).isZero();
    int looks = 0;
    var begun = new HashSet<String>();
    for (RequestRecord request : lab.sandbox().requests()) {
      String id = request.path().replaceFirst("^/v1/[a-z-]+/?([^/]*).*", "$1");
      if (request.method().equals("GET")) {
        looks++;
      } else {
        // What this run made, or began, is as it left it.
        boolean isOwn = !id.isEmpty() && !before.contains(id) || begun.contains(id);
        assertThat(isOwn || looks > 0).as("%s %s", request.method(), request.path()).isTrue();
        if (!id.isEmpty()) {
          begun.add(id);
        }
        looks = 0;
      }
    }
  }

  private void someoneChanges(String connection) {
    try (var other = new OtherTool(lab.sandbox())) {
      other.send(
          "PATCH",
          "/connections/" + other.idOf("connections", "schema", connection),
          "{'sync_frequency':1440}");
    }
  }

  private Workspace workspace(IntConsumer seen) {
    return new Workspace(folder).reaching(lab.sandbox()).at(clock(seen));
  }

  /// Six minutes for each write.
  private Clock clock(IntConsumer seen) {
    Instant begin = Instant.now();
    var isSeen = new boolean[1];
    return ticking(() -> {
      int writes = lab.writes().size();
      if (writes > 0 && !isSeen[0]) {
        isSeen[0] = true;
        seen.accept(writes);
      }
      return begin.plus(Duration.ofMinutes(6L * writes));
    });
  }

  private interface Ticking {
    Instant now();
  }

  private static Clock ticking(Ticking ticking) {
    return new Clock() {
      @Override
      public Instant instant() {
        return ticking.now();
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }
}
