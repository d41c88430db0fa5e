package dev.ftctl.endtoend;

import static dev.ftctl.endtoend.StateCompany.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The state of a connection, changed by somebody at a terminal and by a script: of
/// docs/seeds.md, but for what fails on the way ([StateFaultsTest]).
class StateTest {

  private static final String CURSOR = "\"cursor\": \"2025-03-06 20:20:20\"";
  static final String NEW = "{\"cursor\":\"2025-03-06 20:20:20\"}";
  private static final String PAUSE = "paused {\"paused\":true}";
  private static final String UPDATE = "state {\"state\":" + NEW + "}";
  private static final String RESUME = "paused {\"paused\":false}";

  @TempDir Path folder;
  private StateCompany company;
  private Workspace workspace;

  @BeforeEach
  void open() {
    company = new StateCompany(folder);
    workspace = company.workspace();
  }

  @AfterEach
  void close() {
    company.close();
  }

  /// the seed's own way, all of it typed.
  @Test
  void atATerminalEverythingIsAskedFor() {
    workspace.typing("orders\n" + CURSOR + "\nyes\n");

    Ran ran = workspace.runOnTerminal("state", "set");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.err())
        .contains("\u001b[36m=== Getting current connection state ===\u001b[0m\n")
        .contains("{\n    \"cursor\": \"2024-01-01\",\n    \"n\": 1\n}\n")
        .contains("{\"cursor\": \"2025-03-06 20:20:20\"}")
        .contains("Taken as\n{\n    \"cursor\": \"2025-03-06 20:20:20\"\n}\n")
        .contains("\u001b[33m\"2024-01-01\" → \"2025-03-06 20:20:20\"\u001b[0m")
        .containsSubsequence(
            "=== Pausing connection ===",
            "=== Backing up the state ===",
            "=== Updating connection state ===",
            "=== Verifying updated state ===",
            "=== Resuming connection ===",
            "=== Looking at the state once more ===");
    assertThat(ran.out()).contains("\u001b[32mstate updated and verified\u001b[0m");
    assertThat(company.writes()).containsExactly(PAUSE, UPDATE, RESUME);
    assertThat(company.state("orders")).isEqualTo(NEW);
  }

  ///
  @Test
  void withoutATerminalNothingIsAskedFor() {
    Ran nothing = workspace.run("state", "set");
    Ran noState = workspace.run("state", "set", "orders");
    Ran noAnswer = workspace.run("state", "set", "orders", NEW);

    assertThat(List.of(nothing.code(), noState.code(), noAnswer.code())).containsExactly(64, 64, 4);
    assertThat(noAnswer.err()).contains("--yes").contains("\"2024-01-01\" → \"2025");
    assertThat(company.writes()).isEmpty();
  }

  ///
  @Test
  void enterKeepsTheState() {
    workspace.typing("\n");

    Ran ran = workspace.runOnTerminal("state", "edit", "orders");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEqualTo("\u001b[33mNo changes made to state.\u001b[0m\n");
    assertThat(company.writes()).isEmpty();
  }

  /// also without a terminal.
  @ParameterizedTest
  @ValueSource(
      strings = {"5", "\"x\"", "[1]", "null", "{", "cursor: 2025", "{\"a\":1}}", "{'a':1}"})
  void whatIsNoObjectIsRefused(String text) {
    Ran given = workspace.run("state", "set", "orders", text, "--yes");
    workspace.typing(text + "\n");
    Ran typed = workspace.runOnTerminal("state", "set", "orders");

    for (Ran ran : List.of(given, typed)) {
      assertThat(ran.code()).as("%s", ran).isEqualTo(65);
      assertThat(ran.err()).contains("State update cancelled.");
    }
    assertThat(company.writes()).isEmpty();
  }

  /// with and without braces the same is sent.
  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1,\"b\":2}", "\"a\":1,\"b\":2", "  \"a\" : 1 , \"b\" : 2 "})
  void bracesMayBeMissing(String text) {
    workspace.succeed("state", "set", "orders", text, "--yes");

    assertThat(company.writes()).contains("state {\"state\":{\"a\":1,\"b\":2}}");
  }

  /// the order of all calls.
  @Test
  void stepsComeInTheirOrder() {
    workspace.succeed("state", "set", company.id("orders"), NEW, "--yes");

    List<String> calls =
        company.lab().sandbox().requests().stream()
            .map(call -> call.method() + " " + call.path())
            .filter(call -> call.contains(company.id("orders")))
            .map(call -> call.replaceAll("/v1/connections/[a-z_]+", "connection"))
            .toList();
    assertThat(calls)
        .containsExactly(
            "GET connection/state", // shown and compared
            "GET connection",
            "GET connection/state", // checked
            "PATCH connection", // paused
            "GET connection", // idle
            "GET connection/state", // backed up
            "PATCH connection/state",
            "GET connection/state", // verified
            "PATCH connection", // resumed
            "GET connection/state"); // for information
  }

  ///
  @Test
  void pausedConnectionStaysPaused() {
    company.pause("orders");

    workspace.succeed("state", "set", "orders", NEW, "--yes");

    assertThat(company.writes()).containsExactly(UPDATE);
    assertThat(company.isPaused("orders")).isTrue();
  }

  ///
  @Test
  void backupBringsTheStateBack() throws IOException {
    Ran ran = workspace.succeed("state", "set", "orders", NEW, "--yes");

    Path kept = onlyFile();
    assertThat(ran.err()).contains("kept in " + folder.relativize(kept));
    assertThat(company.backups().getFirst().path("state").toString()).isEqualTo(OLD);
    if (kept.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
          .isEqualTo("rw-------");
    }
    workspace.succeed("state", "restore", "orders", folder.relativize(kept).toString(), "--yes");
    assertThat(company.state("orders")).isEqualTo(OLD);
    assertThat(company.isPaused("orders")).isFalse();
    workspace.succeed("state", "restore", "orders", "--yes");
    assertThat(company.state("orders")).isEqualTo(NEW);
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(".ftctl/state"))) {
      return files.filter(file -> file.toString().endsWith(".json")).findFirst().orElseThrow();
    }
  }

  /// nothing is begun that could not be undone.
  @Test
  void withoutABackupNothingIsChanged() {
    workspace.file(".ftctl/state", "a file where the folder should be");

    Ran ran = workspace.run("state", "set", "orders", NEW, "--yes");

    assertThat(ran.code()).as("%s", ran).isEqualTo(1);
    assertThat(ran.err()).contains("can't write ");
    assertThat(company.writes()).isEmpty();
  }

  ///
  @Test
  void backupIsTakenAndComparedWithoutAnyWrite() {
    Ran backup = workspace.succeed("state", "backup", "orders");
    String file = backup.out().strip();

    Ran same = workspace.succeed("state", "diff", "orders", "--file", file);
    Ran other = workspace.run("state", "diff", "orders", "{\"cursor\":\"2024-01-01\",\"m\":[]}");

    assertThat(same.out()).isEqualTo("connector/orders@prod: no differences\n");
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.out())
        .isEqualTo("connector/orders@prod\n    m  (not set) → []\n    n  1 → (not set)\n");
    assertThat(workspace.run("state", "restore", "events", file, "--yes").code()).isEqualTo(64);
    assertThat(company.writes()).isEmpty();
  }

  /// the seed's file of credentials, its mistakes, and plain HTTP.
  @Test
  void credentialsAreThoseOfTheSeed() {
    String key = company.lab().sandbox().apiKey();
    String secret = company.lab().sandbox().apiSecret();
    String pair = "{\"fivetran\": {\"api_key\": \"%s\", \"api_secret\": \"%s\"}}";
    workspace.file("config.json", pair.formatted(key, secret));
    workspace.file("lacking.json", "{\"fivetran\": {\"api_key\": \"abcdefgh\"}}");
    workspace.file("broken.json", "{\"fivetran\": ");
    var lonely =
        new Workspace(folder)
            .with("FIVETRAN_API_URL", company.lab().sandbox().url().toString())
            .with("FTCTL_QUOTAS", "none");

    assertThat(lonely.run("state", "get", "orders", "--credentials", "config.json").code())
        .isZero();
    int calls = company.lab().sandbox().requests().size();
    assertThat(lonely.run("state", "get", "orders", "--credentials", "none.json").all())
        .contains("none.json");
    assertThat(lonely.run("state", "get", "orders", "--credentials", "lacking.json").all())
        .contains("api_secret")
        .doesNotContain("abcdefgh");
    assertThat(lonely.run("state", "get", "orders", "--credentials", "broken.json").all())
        .contains("broken.json");
    lonely.with("FIVETRAN_API_URL", "http://api.fivetran.com");
    assertThat(lonely.run("state", "get", "orders", "--credentials", "config.json").code())
        .isEqualTo(64);
    assertThat(company.lab().sandbox().requests()).hasSize(calls);
  }
}
