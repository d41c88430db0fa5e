package dev.ftctl.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Printed output compared with files that are reviewed like code.
///
/// `-Dgolden.update=true` writes them instead.
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /// Fails unless the text is, to the byte, what the file `name` below the golden folder holds.
  public static void check(String name, String text) {
    checkFile(FOLDER.resolve(name), text);
  }

  /// Fails unless the text is, to the byte, what that file holds.
  public static void checkFile(Path file, String text) {
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
      }
      assertThat(text).as("%s", file).isEqualTo(Files.readString(file));
    } catch (IOException unreadable) {
      throw new AssertionError(
          "no golden file " + file + "; write it with -Dgolden.update=true", unreadable);
    }
  }
}
