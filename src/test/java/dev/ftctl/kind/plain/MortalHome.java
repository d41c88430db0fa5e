package dev.ftctl.kind.plain;

import dev.ftctl.files.Disk;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A folder in which a disk runs full, or a run is killed: what the unwinding of the run cleans up
/// is put back as it was at the kill.
final class MortalHome {

  /// What ends a run at once, whatever it was about to clean up.
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final Path home;
  private Map<Path, String> atKill = Map.of();

  MortalHome(Path home) {
    this.home = home;
  }

  /// The files as they are, since nothing is cleaned up any more.
  Killed killed() {
    atKill = files();
    return new Killed();
  }

  void restore() throws IOException {
    Map<Path, String> now = files();
    for (Path file : now.keySet()) {
      if (!atKill.containsKey(file)) {
        Files.delete(file);
      }
    }
    for (Map.Entry<Path, String> file : atKill.entrySet()) {
      if (!file.getValue().equals(now.get(file.getKey()))) {
        Files.deleteIfExists(file.getKey());
        Files.createFile(
            file.getKey(),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file.getKey(), file.getValue());
      }
    }
  }

  static Disk full(String name, int room) {
    return limited(name, room, () -> new IOException("No space left on device"));
  }

  Disk killing(int room) {
    return limited(
        "",
        room,
        () -> {
          throw killed();
        });
  }

  private static Disk limited(String name, int room, Supplier<IOException> end) {
    return (file, stream) ->
        !file.getFileName().toString().startsWith(name)
            ? stream
            : new OutputStream() {
              private int left = room;

              @Override
              public void write(int letter) throws IOException {
                if (left-- <= 0) {
                  throw end.get();
                }
                stream.write(letter);
              }
            };
  }

  Map<Path, String> files() {
    try (Stream<Path> all = Files.walk(home)) {
      var files = new LinkedHashMap<Path, String>();
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file, Files.readString(file));
      }
      return files;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
