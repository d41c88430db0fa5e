package dev.ftctl.testing.program;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The class path of this JVM with a jar instead of each folder, since a JVM keeps no loaded
/// classes of folders.
final class ClassPath {

  private static final List<Path> ENTRIES =
      Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(entry -> Path.of(entry).toAbsolutePath())
          .toList();

  private ClassPath() {}

  /// Another one for other files.
  static String state() {
    var sum = new CRC32();
    ENTRIES.stream()
        .flatMap(entry -> files(entry).stream())
        .map(ClassPath::stamp)
        .forEach(stamp -> sum.update(stamp.getBytes()));
    return Long.toHexString(sum.getValue());
  }

  static String packedIn(Path folder) {
    return IntStream.range(0, ENTRIES.size())
        .mapToObj(at -> Files.isDirectory(ENTRIES.get(at)) ? jar(folder, at) : ENTRIES.get(at))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  static void pack(Path folder) throws IOException {
    for (int at = 0; at < ENTRIES.size(); at++) {
      if (Files.isDirectory(ENTRIES.get(at))) {
        pack(ENTRIES.get(at), jar(folder, at));
      }
    }
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (var packed = new ZipOutputStream(Files.newOutputStream(jar))) {
      packed.setLevel(0);
      for (Path file : files(classes)) {
        packed.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        Files.copy(file, packed);
        packed.closeEntry();
      }
    }
  }

  private static Path jar(Path folder, int at) {
    return folder.resolve("classes-" + at + ".jar");
  }

  private static List<Path> files(Path entry) {
    try (Stream<Path> files = Files.walk(entry)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String stamp(Path file) {
    try {
      return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
