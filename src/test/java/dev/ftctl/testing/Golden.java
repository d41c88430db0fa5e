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
    Path file = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(FOLDER.resolve(name).resolveSibling(""));
        Files.writeString(file, text);
      }
      assertThat(text).as(name).isEqualTo(Files.readString(file));
    } catch (IOException unreadable) {
      throw new AssertionError(
          "no golden file " + file + "; write it with -Dgolden.update=true", unreadable);
    }
  }
}
