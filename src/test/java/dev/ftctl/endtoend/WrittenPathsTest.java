package dev.ftctl.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// ftctl writes where it was told, and never through a link to a file: at each path that a command
/// opens for writing a link leads out of the project.
class WrittenPathsTest {

  private static final Path OPEN_API = Path.of("src/test/resources/catalog/openapi.json");
  private static final String SECRET = "somebody else's text\n";

  /// @param line the command
  /// @param file that it writes
  record Written(String line, String file) {
    @Override
    public String toString() {
      return line + " → " + file;
    }
  }

  @TempDir Path parent;
  private final Lab lab = new Lab();
  private Path folder;
  private Path victim;
  private Workspace workspace;

  /// Of a name on the command line.
  static List<Written> named() {
    return List.of(
        new Written("plan -o out/plan.json", "out/plan.json"),
        new Written("plan --log-file out/plan.log", "out/plan.log"),
        new Written("apply --auto-approve --report out/report.json", "out/report.json"),
        new Written("apply --auto-approve --journal out/journal.jsonl", "out/journal.jsonl"),
        new Written("apply --auto-approve --log-file out/apply.log", "out/apply.log"),
        new Written("connector-type extract openapi.json -o out", "out/connections.jsonl"),
        new Written("connector-type extract openapi.json -o out", "out/destinations.jsonl"));
  }

  /// Of ftctl's own choice.
  static List<Written> own() {
    return List.of(
        new Written("apply --auto-approve", ".ftctl/journal.jsonl"),
        new Written("apply --auto-approve --sandbox --journal none", ".ftctl/sandbox.json"),
        new Written("apply --auto-approve --sandbox --journal none", ".ftctl/sandbox.json.log"),
        new Written("plan --sandbox", ".ftctl/sandbox.json.lock"),
        new Written("plan --sandbox", ".ftctl/sandbox.json.requests"));
  }

  static Stream<Written> all() {
    return Stream.concat(named().stream(), own().stream());
  }

  @BeforeEach
  void write() throws IOException {
    folder = Files.createDirectory(parent.resolve("project"));
    victim = Files.writeString(parent.resolve("victim"), SECRET);
    Files.createDirectory(parent.resolve("elsewhere"));
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .file("ftctl.yaml", "manifests: [manifests]\n")
            .file("manifests/group.yaml", "kind: Group\nmetadata: {name: finance}\n")
            .file("openapi.json", Files.readAllBytes(OPEN_API));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @MethodSource("all")
  void linkToAFileIsRefusedAndLeavesItAlone(Written written) throws IOException {
    link(written.file(), victim);

    Ran ran = workspace.run(written.line().split(" "));

    assertThat(ran.code()).as("%s", ran).isEqualTo(1);
    assertThat(ran.err()).contains("is a link to " + victim);
    assertThat(victim).hasContent(SECRET);
    assertThat(Files.isSymbolicLink(folder.resolve(written.file()))).isTrue();
    assertThat(lab.writes()).isEmpty();
    assertNothingElsewhere();
  }

  @ParameterizedTest
  @MethodSource("all")
  void linkToNothingIsRefusedAndMakesNothing(Written written) throws IOException {
    link(written.file(), parent.resolve("elsewhere/new"));

    Ran ran = workspace.run(written.line().split(" "));

    assertThat(ran.code()).as("%s", ran).isEqualTo(1);
    assertThat(lab.writes()).isEmpty();
    assertNothingElsewhere();
  }

  @ParameterizedTest
  @MethodSource("own")
  void ownFolderThatIsALinkIsRefused(Written written) throws IOException {
    Files.createSymbolicLink(folder.resolve(".ftctl"), parent.resolve("elsewhere"));

    Ran ran = workspace.run(written.line().split(" "));

    assertThat(ran.code()).as("%s", ran).isEqualTo(1);
    assertThat(ran.err()).contains(".ftctl is a link to");
    assertThat(lab.writes()).isEmpty();
    assertNothingElsewhere();
  }

  /// The names that earlier versions wrote to first.
  @ParameterizedTest
  @MethodSource("all")
  void linkBesideIsNotFollowed(Written written) throws IOException {
    link(written.file() + ".new", victim);

    assertThat(workspace.run(written.line().split(" ")).code()).isZero();

    assertThat(victim).hasContent(SECRET);
  }

  @ParameterizedTest
  @MethodSource("named")
  void linkAmongTheFoldersIsFollowed(Written written) throws IOException {
    Files.createSymbolicLink(folder.resolve("out"), parent.resolve("elsewhere"));

    Ran ran = workspace.run(written.line().split(" "));

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(folder.resolve(written.file())).isNotEmptyFile();
  }

  @ParameterizedTest
  @MethodSource("named")
  void linkToADeviceIsWrittenTo(Written written) throws IOException {
    link(written.file(), Path.of("/dev/null"));

    Ran ran = workspace.run(written.line().split(" "));

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(Files.isSymbolicLink(folder.resolve(written.file()))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("named")
  void pipeIsWrittenTo(Written written) throws Exception {
    Path pipe = folder.resolve(written.file());
    Files.createDirectories(pipe.getParent());
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    // Opened for reading and writing by a process that outlives every writer.
    Process reader =
        new ProcessBuilder("sh", "-c", "exec 3<>'" + pipe + "'; echo ready; exec cat <&3")
            .redirectErrorStream(true)
            .start();
    try {
      var read = new java.io.BufferedReader(reader.inputReader(UTF_8));
      assertThat(read.readLine()).isEqualTo("ready");

      Ran ran = workspace.run(written.line().split(" "));

      assertThat(ran.code()).as("%s", ran).isZero();
      assertThat(CompletableFuture.supplyAsync(() -> line(read)).get()).isNotEmpty();
      assertThat(Files.readAttributes(pipe, "isOther", LinkOption.NOFOLLOW_LINKS))
          .isEqualTo(Map.of("isOther", true));
    } finally {
      reader.destroyForcibly();
    }
  }

  @Test
  void whatFtctlKeepsForItselfIsItsOwnersAlone() throws IOException {
    workspace.succeed("apply", "--auto-approve", "--sandbox");

    var modes = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(folder.resolve(".ftctl"))) {
      for (Path file : files.toList()) {
        modes.put(
            folder.relativize(file).toString(),
            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      }
    }
    assertThat(modes)
        .containsEntry(".ftctl", "rwx------")
        .containsEntry(".ftctl/sandbox.json", "rw-------")
        .containsEntry(".ftctl/sandbox.json.log", "rw-------")
        .containsEntry(".ftctl/sandbox.json.requests", "rw-------");
  }

  @Test
  void linksBelowTheFolderOfInitAreRefused() throws IOException {
    Path start = Files.createDirectory(folder.resolve("start"));
    Files.createSymbolicLink(start.resolve(".github"), parent.resolve("elsewhere"));

    Ran ran = workspace.run("init", "start");

    assertThat(ran.code()).as("%s", ran).isEqualTo(1);
    assertThat(ran.err()).contains("nothing was written", "start/.github is a link to");
    assertThat(start.resolve("ftctl.yaml")).doesNotExist();
    assertNothingElsewhere();
  }

  @Test
  void manifestsOutsideOfTheRepositoryAreNotFormatted() throws IOException {
    String crooked = "kind:    Group\nmetadata:  {name:  other}\n";
    Path other = Files.writeString(parent.resolve("elsewhere/other.yaml"), crooked);
    link("manifests/file.yaml", other);
    Files.createSymbolicLink(folder.resolve("manifests/folder"), parent.resolve("elsewhere"));

    Ran ran = workspace.run("fmt");

    assertThat(ran.code()).as("%s", ran).isNotZero();
    assertThat(other).hasContent(crooked);
  }

  @Test
  void permissionsOfWhatStoodThereAreKept() throws IOException {
    workspace.file("report.json", "{}");
    var wide = PosixFilePermissions.fromString("rw-rw-rw-");
    Files.setPosixFilePermissions(folder.resolve("report.json"), wide);

    workspace.succeed("apply", "--auto-approve", "--report", "report.json");

    assertThat(Files.getPosixFilePermissions(folder.resolve("report.json"))).isEqualTo(wide);
  }

  private void link(String from, Path to) throws IOException {
    Path link = folder.resolve(from);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, to);
  }

  private void assertNothingElsewhere() throws IOException {
    try (Stream<Path> files = Files.list(parent.resolve("elsewhere"))) {
      assertThat(files).isEmpty();
    }
  }

  private static String line(java.io.BufferedReader reader) {
    try {
      return String.valueOf(reader.readLine());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
