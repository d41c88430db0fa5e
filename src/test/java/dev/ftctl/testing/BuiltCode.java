package dev.ftctl.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a build made of code: ZIP files that manifests of tests name as if they lay beside them.
public final class BuiltCode {

  /// Two that do different things, and the first one built again.
  public static final List<String> NAMES = List.of("one.zip", "two.zip", "one-again.zip");

  private static final Map<String, byte[]> FILES =
      Map.of(
          NAMES.get(0), Zips.of("connector.py", "one", "lib/retry.py", "wait"),
          NAMES.get(1), Zips.of("connector.py", "two"),
          NAMES.get(2), Zips.at(9, "lib/retry.py", "wait", "connector.py", "one"));

  private static final Map<String, Path> ON_DISK = new TreeMap<>();

  private BuiltCode() {}

  /// Puts all of them into a folder.
  public static void into(Path folder) {
    FILES.forEach((name, bytes) -> write(folder.resolve(name), bytes));
  }

  /// One of them in a file of its own, which is there as long as this process is.
  static synchronized Path onDisk(String name) {
    return ON_DISK.computeIfAbsent(name, BuiltCode::written);
  }

  private static Path written(String name) {
    try {
      Path file = Files.createTempFile("ftctl-test-", "-" + name);
      file.toFile().deleteOnExit();
      write(file, FILES.get(name));
      return file;
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
