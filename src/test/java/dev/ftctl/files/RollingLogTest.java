package dev.ftctl.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Scale;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logs of bounded size. The ids are those of docs/seeds.md.
class RollingLogTest {

  private static final int LIMIT = 64;
  private static final int OLDER = 3;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("log");
  }

  @Test
  void L02_fourFilesAndNoneAboveTheLimit() throws IOException {
    RollingLog log = RollingLog.open(Disk.REAL, file, LIMIT, OLDER);

    for (int line = 1; line <= 60; line++) {
      log.append("line " + line);
    }

    assertThat(names()).containsExactly("log", "log.1", "log.2", "log.3");
    assertThat(files()).allMatch(each -> each.toFile().length() < LIMIT);
    assertThat(Files.readString(file)).endsWith("line 60\n");
    assertThat(numbers()).as("in order, the newest last").isEqualTo(sorted(numbers()));
  }

  /// A file never gets as large as the limit: the line that would make it so begins the next.
  @Test
  void L03_rollsBeforeTheLineThatWouldReachTheLimit() throws IOException {
    RollingLog log = RollingLog.open(Disk.REAL, file, 20, OLDER);
    log.append("123456789");

    log.append("12345678");
    assertThat(names()).containsExactly("log");
    assertThat(file).hasSize(19);
    log.append("");
    assertThat(names()).containsExactly("log", "log.1");
    assertThat(file).hasContent("\n");
    log.append("123456789");
    log.append("12345678");
    assertThat(file).as("11 + 9 bytes would be 20").hasContent("12345678\n");
  }

  @Test
  void L04_whatIsThereAtTheStartIsRolledNotCut() throws IOException {
    Files.writeString(file, "old\n".repeat(LIMIT));

    RollingLog.open(Disk.REAL, file, LIMIT, OLDER).append("new");

    assertThat(file).hasContent("new\n");
    assertThat(folder.resolve("log.1")).hasContent("old\n".repeat(LIMIT));
  }

  @Test
  void L05_lineLargerThanTheLimitIsWrittenWholeAndAlone() throws IOException {
    RollingLog log = RollingLog.open(Disk.REAL, file, LIMIT, OLDER);

    log.append("x".repeat(10 * LIMIT));
    assertThat(names()).containsExactly("log");
    log.append("after");

    assertThat(names()).containsExactly("log", "log.1");
    assertThat(folder.resolve("log.1")).hasSize(10 * LIMIT + 1);
    assertThat(file).hasContent("after\n");
  }

  @Test
  void L12_renamedByAnotherItIsBegunAnew() throws IOException {
    RollingLog log = RollingLog.open(Disk.REAL, file, LIMIT, OLDER);
    log.append("before");

    Files.move(file, folder.resolve("rotated"));
    log.append("after");
    Files.delete(file);
    log.append("later");

    assertThat(folder.resolve("rotated")).hasContent("before\n");
    assertThat(file).hasContent("later\n");
  }

  /// Processes, since within one no lock tells anything.
  @Test
  void L09_linesOfManyProcessesAreAllThereAndWhole() throws Exception {
    int lines = Scale.of(150, 10_000);
    var writers = new ArrayList<Process>();
    for (int writer = 0; writer < Scale.of(2, 4); writer++) {
      writers.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  LogWriter.class.getName(),
                  file.toString(),
                  "w" + writer,
                  Integer.toString(lines))
              .inheritIO()
              .start());
    }
    for (Process writer : writers) {
      assertThat(writer.waitFor()).isZero();
    }

    assertThat(files()).hasSizeGreaterThan(5).allMatch(each -> each.toFile().length() < 4096);
    var expected = new TreeSet<String>();
    for (int writer = 0; writer < writers.size(); writer++) {
      int number = writer;
      IntStream.range(0, lines).forEach(line -> expected.add(LogWriter.line("w" + number, line)));
    }
    List<String> found = files().stream().flatMap(RollingLogTest::lines).toList();
    assertThat(found).hasSize(expected.size());
    assertThat(new TreeSet<>(found)).isEqualTo(expected);
  }

  private static List<Integer> sorted(List<Integer> numbers) {
    return numbers.stream().sorted().toList();
  }

  /// What the lines say, from the oldest file on.
  private List<Integer> numbers() {
    return files().reversed().stream()
        .flatMap(RollingLogTest::lines)
        .map(line -> Integer.parseInt(line.replace("line ", "")))
        .toList();
  }

  private static Stream<String> lines(Path each) {
    try {
      return Files.readString(each).lines();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private List<String> names() {
    return files().stream().map(each -> each.getFileName().toString()).toList();
  }

  private List<Path> files() {
    File[] all = folder.toFile().listFiles();
    return Stream.of(all == null ? new File[0] : all).map(File::toPath).sorted().toList();
  }
}
