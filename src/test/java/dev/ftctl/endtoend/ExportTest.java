package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.file.FileHash;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an account has becomes a project of which a plan changes nothing.
class ExportTest {

  @TempDir Path folder;
  private final Lab lab = Accounts.withExamples();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void planOfWhatWasExportedIsEmpty() {
    Exports exports = new Exports(folder.resolve("one"), lab);
    exports.export();

    Ran planned = exports.workspace().run("plan", "--detailed-exitcode");

    assertThat(planned.code()).as("%s", planned).isZero();
    assertThat(planned.out()).contains("the account is as the manifests say");
    assertThat(exports.workspace().run("validate", "--strict").code()).isZero();
    assertThat(exports.workspace().run("fmt", "--check").code()).isZero();
  }

  @Test
  void anotherAccountMadeOfItExportsTheSameBytes() {
    Exports first = new Exports(folder.resolve("one"), lab);
    first.export();
    try (var empty = new Lab()) {
      Exports second = new Exports(folder.resolve("two"), empty);
      first.applyTo(empty);
      second.export();

      assertThat(second.files()).containsExactlyEntriesOf(first.files());
    }
  }

  /// Files by path, with their texts.
  static Map<String, String> files(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      var files = new TreeMap<String, String>();
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        boolean isCode = file.toString().endsWith(".zip");
        files.put(
            folder.relativize(file).toString(),
            isCode ? FileHash.of(file) : Files.readString(file));
      }
      return files;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
