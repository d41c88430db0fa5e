package dev.ftctl.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher in a folder of its own, with the packaged program: it keeps the loaded classes
/// beside the jar and starts with them, for as long as they are those of the jar.
class LauncherIT {

  /// How the log of loaded classes calls those that came from the archive.
  private static final String ARCHIVED = "dev.ftctl.Ftctl source: shared objects file (top)";

  @TempDir Path home;

  @BeforeEach
  void install() throws IOException {
    Files.createDirectories(home.resolve("target"));
    Files.copy(Path.of(System.getProperty("ftctl.jar")), home.resolve("target/ftctl.jar"));
    Files.copy(Path.of("ftctl"), home.resolve("ftctl"));
    Workspace.copy(Path.of("examples/manifests"), home.resolve("examples/manifests"));
  }

  @Test
  void startsWithTheClassesThatItKept() throws Exception {
    Ran first = start();
    Ran second = start();

    assertThat(first.err()).isEmpty();
    assertThat(archives()).hasSize(1);
    assertThat(loaded()).contains(ARCHIVED);
    assertThat(second).isEqualTo(first);
  }

  @Test
  void keepsThemAnewWhenTheJarIsAnother() throws Exception {
    start();
    Path archive = archives().getFirst();
    byte[] before = Files.readAllBytes(archive);
    Path jar = home.resolve("target/ftctl.jar");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(1)));

    Ran ran = start();

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(archives()).containsExactly(archive);
    assertThat(Files.readAllBytes(archive)).isNotEqualTo(before);
  }

  /// As `cp -r`, an image's `COPY` and unpacking do: each file gets a time of its own.
  @Test
  void keepsThemAnewInACopyOfTheFolder() throws Exception {
    start();
    Files.setLastModifiedTime(
        home.resolve("target/ftctl.jar"), FileTime.from(Instant.parse("2026-01-02T03:04:05.5Z")));
    Files.setLastModifiedTime(
        archives().getFirst(), FileTime.from(Instant.parse("2026-01-02T03:04:05.7Z")));

    Ran ran = start();

    assertThat(ran.err()).isEmpty();
    assertThat(loaded()).contains(ARCHIVED);
  }

  /// As after another build of the same JDK's feature version: java refuses the archive.
  @Test
  void startsWithoutAnArchiveThatDoesNotFit() throws Exception {
    start();
    Files.write(archives().getFirst(), new byte[4096]);
    Files.setLastModifiedTime(
        archives().getFirst(), Files.getLastModifiedTime(home.resolve("target/ftctl.jar")));

    Ran ran = start();

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    new JsonMapper().readTree(ran.out());
    assertThat(loaded()).contains("dev.ftctl.Ftctl source:").doesNotContain(ARCHIVED);
  }

  @Test
  void leavesNothingElseBehind() throws Exception {
    start();

    try (Stream<Path> files = Files.list(home.resolve("target"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("ftctl.jar", archives().getFirst().getFileName().toString());
    }
    assertThat(home.resolve(".ftctl")).doesNotExist();
  }

  private Ran start() throws Exception {
    Path log = Files.createTempFile(home, "classes", ".log");
    return start(log);
  }

  private String loaded() throws Exception {
    Path log = home.resolve("loaded.log");
    start(log);
    return Files.readString(log);
  }

  private Ran start(Path log) throws Exception {
    Path out = Files.createTempFile(home, "out", ".txt");
    Path err = Files.createTempFile(home, "err", ".txt");
    var builder =
        new ProcessBuilder("sh", home.resolve("ftctl").toString(), "validate", "--format", "json")
            .directory(home.resolve("examples").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("FTCTL_JAVA", System.getProperty("java.home"));
    builder.environment().put("FTCTL_JAVA_OPTS", "-Xlog:class+load:file=" + log);
    int code = builder.start().waitFor();
    return new Ran(code, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("target"))) {
      return files.filter(file -> file.toString().endsWith(".jsa")).toList();
    }
  }
}
