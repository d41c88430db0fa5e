package dev.ftctl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every package says what it is for, and that nothing in it is null unless it says so.
final class PackageInfoTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final Path TEST = Path.of("src/test/java");

  static Stream<Path> packages() throws IOException {
    Stream<Path> onlyInTests =
        folders(TEST).stream()
            .filter(folder -> !Files.isDirectory(MAIN.resolve(TEST.relativize(folder))));
    return Stream.concat(folders(MAIN).stream(), onlyInTests);
  }

  @ParameterizedTest
  @MethodSource("packages")
  void packageSaysWhatItIsFor(Path folder) throws IOException {
    Path file = folder.resolve("package-info.java");

    assertThat(file).isRegularFile();
    assertThat(Files.readString(file)).startsWith("///").contains("@NullMarked");
  }

  private static List<Path> folders(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(Path::getParent)
          .distinct()
          .sorted()
          .toList();
    }
  }
}
