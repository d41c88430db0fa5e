package dev.ftctl.sandbox.store;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.Sandbox;
import dev.ftctl.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFileTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("deep").resolve("sandbox.json");
  }

  private Sandbox open(Path file) throws IOException {
    return Sandbox.start(SandboxOptions.keptIn(file));
  }

  private static void addGroup(Sandbox sandbox, String name) {
    try (var api = new ApiClient(sandbox.url())) {
      assertThat(api.post("/groups", json("{'name':'" + name + "'}")).status()).isEqualTo(201);
    }
  }

  private static java.util.List<String> groups(Sandbox sandbox) {
    return sandbox.control().account().path("groups").findValuesAsText("name");
  }

  /// Copies the files as a killed process would leave them.
  private Path killed() throws IOException {
    var copy = Files.createTempDirectory(folder, "killed");
    try (var files = Files.list(file().getParent())) {
      for (var each : files.toList()) {
        Files.copy(each, copy.resolve(each.getFileName()));
      }
    }
    return copy.resolve("sandbox.json");
  }

  @Test
  void keepsTheAccountOverACloseAndCompactsItsLog() throws IOException {
    try (var sandbox = open(file())) {
      addGroup(sandbox, "a");
      addGroup(sandbox, "b");
    }

    assertThat(Files.size(file().resolveSibling("sandbox.json.log"))).isZero();
    try (var sandbox = open(file())) {
      assertThat(groups(sandbox)).containsExactly("a", "b");
      addGroup(sandbox, "c");
      assertThat(sandbox.control().account().path("groups")).hasSize(3);
    }
  }

  @Test
  void losesNoAnsweredWriteWhenKilled() throws IOException {
    try (var sandbox = open(file())) {
      addGroup(sandbox, "a");
      addGroup(sandbox, "b");

      try (var reopened = open(killed())) {
        assertThat(groups(reopened)).containsExactly("a", "b");
        assertThat(reopened.control().account()).isEqualTo(sandbox.control().account());
      }
    }
  }

  @Test
  void ignoresALastLineThatIsTorn() throws IOException {
    try (var sandbox = open(file())) {
      addGroup(sandbox, "a");
      var copy = killed();
      Files.writeString(
          copy.resolveSibling("sandbox.json.log"),
          "{\"changes\":[{\"put\":\"gro",
          StandardOpenOption.APPEND);

      try (var reopened = open(copy)) {
        addGroup(reopened, "b");
        assertThat(groups(reopened)).containsExactly("a", "b");
      }
      try (var again = open(copy)) {
        assertThat(groups(again)).containsExactly("a", "b");
      }
    }
  }

  @Test
  void replaysALogThatItsSnapshotAlreadyHolds() throws IOException {
    Path copy;
    try (var sandbox = open(file())) {
      addGroup(sandbox, "a");
      addGroup(sandbox, "b");
      copy = killed();
    }
    Files.copy(
        file(),
        copy.resolveSibling("sandbox.json"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    try (var reopened = open(copy)) {
      assertThat(groups(reopened)).containsExactly("a", "b");
    }
  }

  @Test
  void keepsTheRequestsOfEarlierRuns() throws IOException {
    try (var sandbox = open(file())) {
      addGroup(sandbox, "a");
    }

    try (var sandbox = open(file())) {
      addGroup(sandbox, "b");
      assertThat(sandbox.requests())
          .extracting(request -> request.body().path("name").asText())
          .containsExactly("a", "b");
    }
  }

  @Test
  void forgetsEverythingOnReset() throws IOException {
    try (var sandbox = open(file())) {
      addGroup(sandbox, "a");
      sandbox.control().reset();
      assertThat(sandbox.requests()).isEmpty();
    }

    try (var sandbox = open(file())) {
      assertThat(groups(sandbox)).isEmpty();
      assertThat(sandbox.requests()).isEmpty();
    }
  }

  @Test
  void letsASecondOneWaitAndSaysSo()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    var notices = new ConcurrentLinkedQueue<String>();
    var first = open(file());
    addGroup(first, "a");

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var second =
          CompletableFuture.supplyAsync(
              () -> {
                try (var sandbox =
                    Sandbox.start(SandboxOptions.keptIn(file()).withNotice(notices::add))) {
                  return groups(sandbox);
                } catch (IOException failed) {
                  throw new java.io.UncheckedIOException(failed);
                }
              },
              threads);
      Awaitility.await().until(() -> !notices.isEmpty());
      assertThat(second.isDone()).isFalse();
      first.close();

      assertThat(second.get(10, TimeUnit.SECONDS)).containsExactly("a");
    }
    assertThat(notices).containsExactly("waiting: another ftctl uses " + file());
  }

  @Test
  void keepsNoSecretInClear() throws IOException {
    try (var sandbox = open(file());
        var api = new ApiClient(sandbox.url())) {
      var group = api.post("/groups", json("{'name':'a'}")).data().path("id").asText();
      api.post(
          "/connections",
          json(
              "{'group_id':'%s','service':'postgres','config':{'schema_prefix':'p','password':'pa55'}}"
                  .formatted(group)));

      try (var files = Files.list(killed().getParent())) {
        for (var each : files.toList()) {
          assertThat(Files.readString(each)).doesNotContain("pa55");
        }
      }
    }
  }

  @Test
  void keepsItsClockWhereItWasMoved() throws IOException {
    var start =
        java.time.Clock.fixed(
            java.time.Instant.parse("2026-01-05T08:00:00Z"), java.time.ZoneOffset.UTC);
    var options = SandboxOptions.keptIn(file()).withClock(start);
    try (var sandbox = Sandbox.start(options)) {
      sandbox.control().advance(java.time.Duration.ofHours(3));
    }

    try (var sandbox = Sandbox.start(options)) {
      addGroup(sandbox, "a");
      assertThat(sandbox.control().account().path("groups").findValuesAsText("created_at"))
          .containsExactly("2026-01-05T11:00:00.000000Z");
    }
  }

  @Test
  void letsGoOfTheFileWhenThePortIsTaken() throws IOException {
    try (var other = Sandbox.start(SandboxOptions.inMemory())) {
      var taken = SandboxOptions.keptIn(file()).withPort(other.url().getPort());

      assertThatThrownBy(() -> Sandbox.start(taken))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("in use");
    }
    try (var sandbox = open(file())) {
      assertThat(groups(sandbox)).isEmpty();
    }
  }

  @Test
  void takesManyWritersAtOnce() throws IOException {
    try (var sandbox = open(file());
        var api = new ApiClient(sandbox.url())) {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var i = 0; i < 100; i++) {
          var name = "g" + i;
          threads.execute(() -> api.post("/groups", json("{'name':'" + name + "'}")));
        }
      }

      try (var reopened = open(killed())) {
        assertThat(groups(reopened)).hasSize(100).doesNotHaveDuplicates();
      }
    }
  }
}
