package dev.ftctl.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `-Prelease` made, where a stranger unpacks it: in a folder with blanks that nobody may
/// write to, called through a link, on a PATH without Java, without a home.
@EnabledIfSystemProperty(named = "ftctl.dist", matches = ".+", disabledReason = "-Prelease runs it")
class TarballIT {

  private static final Path DIST = Path.of(System.getProperty("ftctl.dist", "."));
  private static final String EXAMPLES = "examples/manifests";

  @TempDir Path home;
  private Path program;
  private Path link;
  private Path path;
  private Path work;

  @BeforeEach
  void unpack() throws Exception {
    Path folder = Files.createDirectories(home.resolve("a folder with blanks"));
    Process tar =
        new ProcessBuilder("tar", "xzf", made(".tar.gz").toString(), "-C", folder.toString())
            .inheritIO()
            .start();
    assertThat(tar.waitFor()).isZero();
    try (Stream<Path> tops = Files.list(folder)) {
      program = tops.findFirst().orElseThrow();
    }
    link = Files.createSymbolicLink(home.resolve("ftctl link"), program.resolve("bin/ftctl"));
    path = Files.createDirectories(home.resolve("path"));
    for (String tool : List.of("readlink", "stty")) {
      Path real = Path.of("/usr/bin", tool);
      Files.createSymbolicLink(
          path.resolve(tool), Files.exists(real) ? real : Path.of("/bin", tool));
    }
    work = Files.createDirectories(home.resolve("work"));
    Workspace.copy(program.resolve("examples"), work.resolve("examples"));
    writable(false);
  }

  @AfterEach
  void letItBeRemoved() throws IOException {
    writable(true);
  }

  @Test
  void readmesStoryGoesWell() throws Exception {
    Map<String, Long> before = files();

    Ran apply = run("apply", "--sandbox", "--auto-approve", EXAMPLES);
    Ran plan = run("plan", "--sandbox", "--detailed-exitcode", EXAMPLES);

    assertThat(apply.code()).as("%s", apply).isZero();
    assertThat(apply.out())
        .contains(
            "Plan: 41 create, 0 update",
            "Read back: all 72 writes are as the manifests say; Fivetran accepted 23 more writes"
                + " and 23 values, which it shows to nobody.");
    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(plan.err()).isEmpty();
    assertThat(plan.out()).contains("Nothing changes: the account is as the manifests say.");
    assertThat(files()).isEqualTo(before);
  }

  /// One archive has all classes linked, the other has the simulator.
  @ParameterizedTest
  @CsvSource({
    "--help, ftctl.jsa",
    "validate examples/manifests, ftctl-linked.jsa",
    "plan --sandbox examples/manifests, ftctl.jsa",
  })
  void startsWithTheArchivedClassesWhereverItLies(String line, String archive) throws Exception {
    Path log = home.resolve("loaded.log");
    String options =
        "-Xlog:class+load:file=" + log + " -Xlog:class+path=info:file=" + log + ".paths";

    Ran ran = run(Map.of("FTCTL_JAVA_OPTS", options), line.split(" "));

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.err()).isEmpty();
    List<String> loaded = Files.readAllLines(log);
    assertThat(loaded)
        .anySatisfy(one -> assertThat(one).contains("dev.ftctl.Ftctl source: shared objects"));
    assertThat(loaded).filteredOn(one -> one.contains("source: file:")).isEmpty();
    assertThat(Files.readString(Path.of(log + ".paths"))).contains("/" + archive);
  }

  /// What made them the same each time left them whole.
  @ParameterizedTest
  @ValueSource(strings = {"--help", "validate examples/manifests"})
  void archivesAreWhole(String line) throws Exception {
    Map<String, String> options = Map.of("FTCTL_JAVA_OPTS", "-Xshare:on -XX:+VerifySharedSpaces");

    Ran ran = run(options, line.split(" "));

    assertThat(ran.code()).as("%s", ran).isZero();
  }

  /// Classes of an archive don't know where their jar is.
  @Test
  void knowsItselfAndKeepsWhatItParsed() throws Exception {
    Map<String, String> withHome = Map.of("HOME", home.toString());

    Ran version = run(withHome, "version", "--format", "json");
    Ran validate = run(withHome, "validate", EXAMPLES);

    assertThat(version.code()).as("%s", version).isZero();
    assertThat(version.json().path("platform").asText()).isNotEmpty();
    assertThat(validate.code()).as("%s", validate).isZero();
    assertThat(validate.err()).isEmpty();
  }

  /// The template for GitLab starts them.
  @Test
  void bringsTheScriptsOfJobs() {
    Path scripts = program.resolve("share/ftctl/ci");

    assertThat(scripts.resolve("gitlab/job.sh")).isExecutable();
    assertThat(scripts.resolve("gitlab/note.sh")).isExecutable();
    assertThat(scripts.resolve("common.sh")).isNotEmptyFile();
    assertThat(scripts.resolve("record.sh")).isNotEmptyFile();
  }

  /// As `cp -r` does: the jar gets another time, and Java refuses the archive.
  @Test
  void startsWithoutTheArchiveInACopy() throws Exception {
    writable(true);
    Path jar = program.resolve("lib/ftctl.jar");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000_000_000L));

    Ran ran = run("version", "--format", "json");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(new JsonMapper().readTree(ran.out()).isObject()).isTrue();
  }

  @Test
  void everyCommandHasAPageAndACompletion() throws Exception {
    List<String> pages;
    try (Stream<Path> files = Files.list(program.resolve("share/man/man1"))) {
      pages = files.map(file -> file.getFileName().toString()).toList();
    }

    assertThat(pages)
        .contains("ftctl.1", "ftctl-plan.1", "ftctl-sandbox-start.1")
        .hasSizeGreaterThan(40);
    for (String script :
        List.of(
            "bash-completion/completions/ftctl",
            "zsh/vendor-completions/_ftctl",
            "fish/vendor_completions.d/ftctl.fish")) {
      assertThat(Files.readString(program.resolve("share").resolve(script)))
          .contains("sandbox", "detailed-exitcode");
    }
  }

  @Test
  void everyPartIsNamedWithItsLicence() throws Exception {
    Path doc = program.resolve("share/doc/ftctl");
    JsonNode sbom = new JsonMapper().readTree(doc.resolve("sbom.cdx.json").toFile());
    String texts = Files.readString(doc.resolve("THIRD-PARTY.txt"));

    var names = new ArrayList<String>();
    sbom.path("components").forEach(one -> names.add(one.path("name").asText()));
    assertThat(names).contains("picocli", "feign-core", "protobuf-java", "helidon-webserver");
    assertThat(names).allSatisfy(name -> assertThat(texts).contains(" " + name + " "));
    assertThat(texts).contains("Terence Parr", "Tongfei Chen", "The Go Authors", "QOS.ch");
    assertThat(sbom.has("serialNumber") || sbom.at("/metadata").has("timestamp")).isFalse();
    assertThat(program.resolve("runtime/legal/java.base/LICENSE")).isNotEmptyFile();
  }

  @Test
  void digestsAreThoseOfTheFiles() throws Exception {
    List<String> sums = Files.readAllLines(made("SHA256SUMS"));

    assertThat(sums).hasSizeGreaterThanOrEqualTo(2);
    for (String line : sums) {
      byte[] file = Files.readAllBytes(DIST.resolve(line.substring(66)));
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
      assertThat(line).startsWith(HexFormat.of().formatHex(digest) + "  ");
    }
  }

  private static Path made(String part) throws IOException {
    try (Stream<Path> files = Files.list(DIST)) {
      return files
          .filter(file -> file.getFileName().toString().contains(part))
          .findFirst()
          .orElseThrow();
    }
  }

  private Ran run(String... arguments) throws Exception {
    return run(Map.of(), arguments);
  }

  private Ran run(Map<String, String> variables, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of(link.toString()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(home, "out", ".txt");
    Path err = Files.createTempFile(home, "err", ".txt");
    var builder =
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", path.toString());
    builder.environment().putAll(variables);
    int code = builder.start().waitFor();
    return new Ran(code, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  /// Of each file of the program when it was changed last, so that root is held to it as well.
  private Map<String, Long> files() throws IOException {
    var files = new TreeMap<String, Long>();
    try (Stream<Path> all = Files.walk(program)) {
      for (Path file : all.toList()) {
        files.put(file.toString(), Files.getLastModifiedTime(file).toMillis());
      }
    }
    return files;
  }

  private void writable(boolean is) throws IOException {
    try (Stream<Path> all = Files.walk(program)) {
      for (Path file : all.filter(one -> !Files.isSymbolicLink(one)).toList()) {
        var may = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        if (is) {
          may.add(PosixFilePermission.OWNER_WRITE);
        } else {
          may.remove(PosixFilePermission.OWNER_WRITE);
        }
        Files.setPosixFilePermissions(file, may);
      }
    }
  }
}
