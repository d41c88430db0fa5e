package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.Ftctl;
import dev.ftctl.cli.process.Console;
import dev.ftctl.files.Disk;
import dev.ftctl.testing.FullDisk;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever ftctl writes beside the account may fail at any byte: exit code and report tell what
/// the account saw all the same.
///
/// What comes of a failure depends on the write that it meets (a record of the journal, a line of
/// the log, a part of what is printed), and on whether nothing, a part, or all but the last byte of
/// it was kept. At full size each write is met in these three ways; so is every byte of what is
/// short, and, should bytes tell more than that, a sample of the others, by the seed.
class FullDiskTest {

  static final JsonMapper JSON = new JsonMapper();
  private static final String EARLIER = "what an earlier run left";
  // Else lines differ in length from run to run.
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final long ENDLESS = Long.MAX_VALUE;
  private static final long SEED = Long.getLong("ftctl.test.seed", 20261129);

  /// Outputs of so many bytes are tried at each of them at full size, longer ones at as many more.
  private static final int SHORT = 200;

  /// What has no room.
  enum Place {
    REPORT("report.json"),
    JOURNAL("journal.jsonl"),
    LOG("ftctl.log"),
    STDOUT("stdout"),
    STDERR("stderr");

    private final String file;

    Place(String file) {
      this.file = file;
    }
  }

  /// By how many bytes the times in two equal runs may differ.
  private static final int TIMES = 100;

  /// @param writes that the account saw
  record Ended(int code, String out, String err, List<String> writes, boolean wasFull) {}

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void write() {
    workspace =
        new Workspace(folder)
            .file("manifests/group.yaml", "kind: Group\nmetadata: {name: finance}\n")
            .file("manifests/team.yaml", "kind: Team\nmetadata: {name: data}\n")
            .file(
                "manifests/destination.yaml",
                """
                kind: Destination
                metadata: {name: finance}
                spec:
                  group: finance
                  service: snowflake
                  region: AWS_US_EAST_1
                  time_zone_offset: "-5"
                  config:
                    host: a.example.com
                    port: 443
                    database: RAW
                    auth: PASSWORD
                    user: u
                    password: "${env:PASSWORD:-harmless}"
                """)
            .file(
                "manifests/connector.yaml",
                """
                kind: Connector
                metadata: {name: orders}
                spec:
                  service: postgres
                  groups: [finance]
                  paused: false
                  config:
                    schema_prefix: orders
                    host: a.example.com
                    port: 5432
                    database: orders
                    user: u
                    password: "${env:PASSWORD:-harmless}"
                    update_method: QUERY_BASED
                """);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void applyTellsWhatTheAccountSaw(Place place) throws IOException {
    for (boolean isJson : List.of(false, true)) {
      var endless = new FullDisk(place.file, ENDLESS);
      int size = size(endless, place, isJson);
      for (int room : rooms(size, endless.ends())) {
        Ended ended = apply(new FullDisk(place.file, room), place, isJson);

        String about = place + " with room for " + room + " of " + size + ": " + ended;
        if (!ended.wasFull()) {
          // Times are not written equally long; and how often the account is looked at, and the log
          // tells, depends on which writes are made at once.
          assertThat(room).as(about).isGreaterThan(place == Place.LOG ? size / 2 : size - TIMES);
          assertThat(ended.code()).as(about).isZero();
          continue;
        }
        assertThat(ended.code()).as(about).isEqualTo(FullDiskTruth.code(place, ended));
        assertReportIsTrue(place, ended, about);
        FullDiskTruth.assertStdoutIsTrue(place, isJson, ended, about);
        FullDiskTruth.assertWordsAreTrue(place, ended, about);
        assertThat(files()).as(about).noneMatch(name -> name.endsWith(".tmp"));
      }
    }
  }

  /// With the words of a plan and a saved plan, nothing is lost but them.
  @ParameterizedTest
  @ValueSource(strings = {"saved.json", "stdout"})
  void planEndsWithOneAndLeavesTheOldFile(String name) throws IOException {
    Place place = name.equals("stdout") ? Place.STDOUT : Place.STDERR;
    String[] line = {"plan", "-o", "saved.json"};
    FullDisk endless = new FullDisk(name, ENDLESS);
    Ended whole = run(endless, place, line);
    assertThat(whole.code()).as("%s", whole).isZero();
    int size =
        name.equals("stdout")
            ? whole.out().length()
            : (int) Files.size(folder.resolve("saved.json"));

    for (int room : rooms(size, endless.ends())) {
      Files.writeString(folder.resolve("saved.json"), EARLIER);
      Place other = name.equals("stdout") ? Place.STDOUT : Place.REPORT;
      Ended ended = run(new FullDisk(name, room), other, line);

      assertThat(ended.code()).as("room for %s: %s", room, ended).isEqualTo(1);
      assertThat(ended.err()).contains("can't");
      assertThat(workspace.read("saved.json").equals(EARLIER))
          .as("room for %s: %s", room, ended)
          .isEqualTo(!name.equals("stdout"));
    }
    assertThat(lab.writes()).isEmpty();
  }

  @Test
  void whatCanNotBeWrittenAtAllIsKnownBeforeTheFirstRequest() throws IOException {
    workspace.reaching(lab.sandbox());
    Files.createDirectories(folder.resolve("taken"));
    for (String option : List.of("--report", "--journal", "--log-file")) {
      Ran ran = workspace.run("apply", "--auto-approve", option, "taken");

      assertThat(ran.code()).as("%s", ran).isEqualTo(1);
      assertThat(ran.err()).contains("can't write").contains("it is a folder");
    }
    assertThat(workspace.run("plan", "-o", "taken").code()).isEqualTo(1);
    assertThat(lab.writes()).isEmpty();
    assertThat(lab.sandbox().requests()).allMatch(sent -> sent.method().equals("GET"));
  }

  private void assertReportIsTrue(Place place, Ended ended, String about) throws IOException {
    String text = workspace.read("report.json");
    if (place == Place.REPORT) {
      assertThat(text).as(about).isEqualTo(EARLIER);
      return;
    }
    FullDiskTruth.assertIsTrue(JSON.readTree(text), ended, about);
  }

  private int size(FullDisk endless, Place place, boolean isJson) throws IOException {
    Ended whole = apply(endless, place, isJson);
    assertThat(whole.code()).as("%s", whole).isZero();
    assertThat(whole.writes()).hasSizeGreaterThan(4);
    return switch (place) {
      case STDOUT -> whole.out().length();
      case STDERR -> whole.err().length();
      case REPORT, JOURNAL, LOG -> (int) Files.size(folder.resolve(place.file));
    };
  }

  /// Fewer bytes than there are.
  ///
  /// @param ends of the writes of a run that had room for all
  private static List<Integer> rooms(int size, List<Integer> ends) {
    var all = new TreeSet<Integer>(List.of(0, size - 1));
    if (Scale.of(0, 1) == 1) {
      int start = 0;
      for (int end : ends) {
        all.addAll(List.of(start, (start + end) / 2, Math.max(start, end - 1)));
        start = end;
      }
      all.removeIf(room -> room >= size);
    }
    var random = new Random(SEED + size);
    int count = Math.min(size, all.size() + Scale.of(6, SHORT));
    while (all.size() < count) {
      all.add(random.nextInt(size));
    }
    return List.copyOf(all);
  }

  private Ended apply(FullDisk disk, Place place, boolean isJson) throws IOException {
    lab.sandbox().control().reset();
    Files.deleteIfExists(folder.resolve("journal.jsonl"));
    Files.deleteIfExists(folder.resolve("ftctl.log"));
    Files.writeString(folder.resolve("report.json"), EARLIER);
    var line =
        new ArrayList<>(
            List.of("apply", "--auto-approve", "--report", "report.json", "--parallelism", "2"));
    line.addAll(List.of("--journal", "journal.jsonl", "--log-file", "ftctl.log"));
    line.addAll(isJson ? List.of("--format", "json") : List.of());
    return run(disk, place, line.toArray(String[]::new));
  }

  private Ended run(FullDisk disk, Place place, String... line) {
    var out = new StringWriter();
    var err = new StringWriter();
    var console =
        new Console(
            new PrintWriter(place == Place.STDOUT ? disk.through(out) : out),
            new PrintWriter(place == Place.STDERR ? disk.through(err) : err),
            new BufferedReader(new StringReader("")),
            Map.of(
                "FIVETRAN_API_URL", lab.sandbox().url().toString(),
                "FIVETRAN_API_KEY", lab.sandbox().apiKey(),
                "FIVETRAN_API_SECRET", lab.sandbox().apiSecret(),
                "FTCTL_QUOTAS", "none"),
            folder,
            Console.Terminals.NONE,
            Clock.fixed(NOON, ZoneOffset.UTC),
            place == Place.STDOUT || place == Place.STDERR ? Disk.REAL : disk);
    int code = Ftctl.run(line, console);
    List<String> writes =
        lab.writes().stream().map(sent -> sent.method() + " " + sent.path()).toList();
    return new Ended(code, out.toString(), err.toString(), writes, disk.wasFull());
  }

  private List<String> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
