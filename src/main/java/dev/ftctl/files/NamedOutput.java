package dev.ftctl.files;

import dev.ftctl.model.RefusedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// An output that the command line names. Opened before anything is done, so that what can't be
/// written is known in time; what stands there stays until there is something to take its place.
public final class NamedOutput implements AutoCloseable {

  private final Disk disk;
  private final Path file;
  private final Optional<OutputStream> device;
  private final String permissions;

  private NamedOutput(Disk disk, Path file, Optional<OutputStream> device, String permissions) {
    this.disk = disk;
    this.file = file;
    this.device = device;
    this.permissions = permissions;
  }

  /// Waits for a pipe's reader.
  ///
  /// @throws RefusedException when it can't be written, or is a link to a file
  public static NamedOutput open(Disk disk, Path file) {
    try {
      Folders.ready(file);
      return switch (Standing.at(file)) {
        case NOTHING, FILE -> {
          tryFolder(file);
          yield new NamedOutput(disk, file, Optional.empty(), "");
        }
        case DEVICE -> new NamedOutput(disk, file, Optional.of(Device.open(disk, file)), "");
      };
    } catch (IOException unwritable) {
      throw WholeFile.unwritable(file, unwritable);
    }
  }

  /// A file that ftctl reads again at its next run, for its owner alone.
  ///
  /// @throws RefusedException when it can't be written, or anything but a regular file stands there
  public static NamedOutput openOwn(Disk disk, Path file) {
    try {
      Folders.ready(file);
      Standing.ofOwn(file);
      tryFolder(file);
      return new NamedOutput(disk, file, Optional.empty(), "rw-------");
    } catch (IOException unwritable) {
      throw WholeFile.unwritable(file, unwritable);
    }
  }

  /// Takes away what an earlier run wrote, before a run that may write nothing in its place.
  public static void remove(Path file) throws IOException {
    Files.delete(file);
  }

  /// In place of what was written before; a device or a pipe gets it after that.
  ///
  /// @throws RefusedException when it can't be written any more
  public void write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      if (device.isPresent()) {
        device.get().write(bytes);
        device.get().flush();
      } else {
        WholeFile.replace(disk, file, bytes, true, permissions);
      }
    } catch (IOException unwritable) {
      throw WholeFile.unwritable(file, unwritable);
    }
  }

  @Override
  public void close() {
    try {
      if (device.isPresent()) {
        device.get().close();
      }
    } catch (IOException afterTheLastByte) {
      throw WholeFile.unwritable(file, afterTheLastByte);
    }
  }

  /// A text takes its place by way of a file beside it.
  private static void tryFolder(Path file) throws IOException {
    Path fresh = FreshFile.beside(file.toAbsolutePath());
    FreshFile.write(Disk.REAL, file, fresh, new byte[0], false, "");
    Files.delete(fresh);
  }
}
