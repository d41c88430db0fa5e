package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// What a log has of a run. How it rolls is the rolling log's own test.
@TestInstance(Lifecycle.PER_CLASS)
class LogTest {

  private static final String LINE =
      "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z (INFO   |WARNING|ERROR  |DEBUG  )"
          + " [0-9a-f]{8} \\S.*";

  @TempDir static Path folder;
  private SyncingCompany company;
  private Workspace workspace;

  @BeforeAll
  void open() {
    company = new SyncingCompany(folder);
    workspace = company.workspace;
  }

  @AfterAll
  void close() {
    company.close();
  }

  @BeforeEach
  void noFaults() {
    company.faults("[]");
    workspace.with("FTCTL_LOG_FILE", "").at(Clock.systemUTC());
  }

  @Test
  void L01_fileIsNamedByAFlagOrAVariableAndItsFolderIsMade() {
    workspace.succeed("pause", "old", "--log-file", "logs/of/flag.log");
    workspace.with("FTCTL_LOG_FILE", "logs/of/variable.log").succeed("resume", "old");
    workspace.succeed("pause", "old", "--log-file", "logs/of/flag.log");

    assertThat(workspace.read("logs/of/flag.log").lines().filter(line -> line.endsWith(" begins")))
        .hasSize(2)
        .allMatch(line -> line.endsWith(" ftctl pause begins"));
    assertThat(workspace.read("logs/of/variable.log"))
        .contains("connector/old@prod: resumed")
        .endsWith(" ended with exit code 0\n");
    assertThat(workspace.run("pause", "old", "--log-file", "").code()).isEqualTo(64);
  }

  @Test
  void L02_sizeAndNumberAreSettable() {
    for (int run = 0; run < 4; run++) {
      workspace.succeed(
          "pause old --log-file small/log --log-max-bytes 1KiB --log-backups 2".split(" "));
    }

    Map<String, String> files = ExportTest.files(folder.resolve("small"));
    assertThat(files).containsOnlyKeys("log", "log.1", "log.2");
    assertThat(files.values()).allMatch(text -> text.length() < 1024);
    for (String wrong : List.of("--log-max-bytes=much", "--log-backups=-1", "--log-level=loud")) {
      assertThat(workspace.run("pause", "old", "--log-file", "x", wrong).code())
          .as(wrong)
          .isEqualTo(64);
    }
  }

  @Test
  void L06_levelHoldsBackWhatMattersLess() {
    company.faults("[{'match':{'method':'PATCH','times':1},'then':{'status':429,'retryAfter':0}}]");
    workspace.succeed("resume", "old");
    workspace.succeed("pause", "old", "--log-file", "info.log");
    workspace.succeed("resume", "old", "--log-file", "debug.log", "--log-level", "debug");
    company.faults("[{'match':{'method':'PATCH','times':1},'then':{'status':429,'retryAfter':0}}]");
    workspace.succeed("pause", "old", "--log-file", "warning.log", "--log-level", "WARNING");
    workspace.run("pause", "nope", "--log-file", "error.log", "--log-level", "error");

    assertThat(workspace.read("info.log")).contains(" INFO ").doesNotContain("DEBUG", "Sending");
    assertThat(workspace.read("debug.log")).contains(" DEBUG ").contains("Sending PATCH request");
    assertThat(workspace.read("warning.log").lines())
        .singleElement()
        .asString()
        .contains(" WARNING ", "Request failed: PATCH ", ": 429 ", "attempt 1");
    assertThat(workspace.read("error.log").lines())
        .singleElement()
        .asString()
        .matches(".* ERROR   \\w+ nothing in the account is called nope");
  }

  @Test
  void L07_lineForEachRequestInTheSeedsWords() {
    workspace.succeed("resume", "old");
    company.lab.forget();
    String url = company.lab.sandbox().url() + "/v1/connections/" + company.id("old");

    workspace.succeed("pause", "old", "--log-file", "seven.log");

    String log = workspace.read("seven.log");
    assertThat(log.lines()).allMatch(line -> line.matches(LINE));
    assertThat(log)
        .containsPattern(
            "Successful PATCH request to " + url + " \\(200 Success, \\d+ ms, attempt 1\\)\n");
    assertThat(log.lines().filter(line -> line.contains(" request to ")))
        .hasSameSizeAs(company.lab.sandbox().requests());
    company.faults("[{'match':{'method':'PATCH'},'then':{'status':400,'body':{'code':'Nope'}}}]");
    workspace.run("resume", "old", "--log-file", "seven.log");
    assertThat(workspace.read("seven.log"))
        .contains("Request failed: PATCH " + url + ": 400 Nope")
        .endsWith(" ended with exit code 1\n");
  }

  @Test
  void L07_jsonIsAnObjectALine() {
    workspace.run("resume", "old", "pg", "--yes", "--log-file", "j.log", "--log-format", "json");
    workspace.run("pause", "old", "--format", "json", "--log-file=j.log", "--log-format=json");

    List<JsonNode> lines = workspace.read("j.log").lines().map(SyncingCompany::json).toList();
    assertThat(lines)
        .allMatch(line -> line.hasNonNull("time") && line.hasNonNull("run"))
        .anyMatch(line ->
            line.path("method").asText().equals("PATCH")
                && line.path("status").asInt() == 200
                && line.path("code").asText().equals("Success")
                && line.path("attempt").asInt() == 1
                && line.path("millis").isInt())
        .anyMatch(line -> line.path("message").asText().equals("connector/old@prod: paused"));
    assertThat(lines.stream().map(line -> line.path("run").asText()).distinct()).hasSize(2);
  }

  @Test
  void L08_neitherSecretsNorBodies() {
    String secret = company.lab.sandbox().apiSecret();

    workspace.run(
        "api",
        "PATCH",
        "connections/" + company.id("crm"),
        "config.password=canary-7",
        "--yes",
        "--log-file",
        "eight.log",
        "--log-level",
        "debug");
    workspace.run(
        "api", "GET", "groups", "name==" + secret, "--log-file", "eight.log", "--log-level=debug");

    assertThat(workspace.read("eight.log"))
        .contains("Successful PATCH request")
        .doesNotContain("canary-7", secret, "Basic ", "Authorization");
  }

  @Test
  void L10_logThatCanNotBeWrittenIsKnownBeforeAnyRequest() throws IOException {
    Files.createDirectories(folder.resolve("taken"));
    company.lab.forget();

    Ran ran = workspace.run("pause", "old", "--log-file", "taken");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("can't write the log taken: it is a folder");
    assertThat(company.lab.sandbox().requests()).isEmpty();
  }

  /// The file is taken away in the middle, by a folder in its place.
  @Test
  void L10_logThatFailsLaterIsToldOnceAndStopsNothing() {
    workspace.succeed("resume", "connector/*", "--yes");
    workspace.at(new Taking(folder.resolve("ten.log")));

    Ran ran = workspace.run("pause", "connector/*", "--yes", "--log-file", "ten.log");

    assertThat(ran.err()).containsOnlyOnce("error: the log ten.log can't be written");
    assertThat(ran.out().lines().filter(line -> line.endsWith(": paused"))).hasSize(4);
    assertThat(ran.code()).isEqualTo(5);
  }

  @Test
  void L11_whatIsPrintedIsTheSameWithAndWithoutALog() {
    workspace.succeed("pause", "old");
    Ran without = workspace.succeed("resume", "old");
    workspace.succeed("pause", "old");

    Ran with = workspace.succeed("resume", "old", "--log-file=e.log", "--log-level=debug");

    assertThat(with).isEqualTo(without);
  }

  /// A clock that puts a folder in the place of a file when it is asked for the fifth time.
  private static final class Taking extends Clock {

    private final Path file;
    private final AtomicInteger asked = new AtomicInteger();

    Taking(Path file) {
      this.file = file;
    }

    @Override
    public Instant instant() {
      if (asked.incrementAndGet() == 5) {
        try {
          Files.deleteIfExists(file);
          Files.createDirectories(file);
        } catch (IOException failed) {
          throw new UncheckedIOException(failed);
        }
      }
      return Instant.now();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
