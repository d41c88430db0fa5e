package dev.ftctl.files;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;

/// Files that ftctl keeps open for itself, such as locks and logs of changes: made for their owner
/// alone, and never behind a link.
public final class OwnFile {

  private OwnFile() {}

  /// @throws IOException when anything but a regular file stands there
  public static void requireNoOther(Path file) throws IOException {
    Standing.ofOwn(file);
  }

  /// Opened for writing, made where it is missing; so are its folders.
  ///
  /// @throws IOException when it can't be, or no regular file stands there
  public static FileChannel channel(Path file) throws IOException {
    Folders.ready(file);
    Standing.ofOwn(file);
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
        Folders.forOwner(file, "rw-------"));
  }

  /// Opened for reading and writing at any place. Such a file can't be told not to follow a link,
  /// so what was opened is compared with what stood there.
  ///
  /// @throws IOException when it can't be, or no regular file stands there
  public static RandomAccessFile random(Path file) throws IOException {
    channel(file).close();
    Object before = key(file);
    var opened = new RandomAccessFile(file.toFile(), "rw");
    if (!Objects.equals(before, key(file))) {
      opened.close();
      throw new FileSystemException(file.toString(), null, "it was replaced meanwhile");
    }
    return opened;
  }

  /// Removes it, if it is there.
  ///
  /// @throws IOException when it can't be, or no regular file stands there
  public static void delete(Path file) throws IOException {
    Standing.ofOwn(file);
    Files.deleteIfExists(file);
  }

  /// Which file it is; none where the file system can't say.
  private static Object key(Path file) throws IOException {
    Standing.ofOwn(file);
    return Objects.requireNonNullElse(
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey(),
        "");
  }
}
