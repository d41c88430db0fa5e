package dev.ftctl.files;

import dev.ftctl.model.RefusedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// A file for its owner alone that is opened before something is done whose result can't be had
/// twice. It takes the place of what stood there only once all of it is on disk.
///
/// It is written under a name that tells what it is for, so that one which a killed run left is
/// found and taken away by the next.
public final class PlacedFile implements AutoCloseable {

  private final Disk disk;
  private final Path file;
  private final Path fresh;
  private final FileChannel channel;

  private PlacedFile(Disk disk, Path file, Path fresh, FileChannel channel) {
    this.disk = disk;
    this.file = file;
    this.fresh = fresh;
    this.channel = channel;
  }

  /// @throws RefusedException when it can't be made, or anything but a file stands there
  public static PlacedFile open(Disk disk, Path file) {
    Path fresh = file.resolveSibling("." + file.getFileName() + ".ftctl");
    try {
      Folders.ready(file);
      Standing.ofOwn(file);
      Files.deleteIfExists(fresh);
      return new PlacedFile(
          disk,
          file,
          fresh,
          FileChannel.open(
              fresh,
              Set.of(
                  StandardOpenOption.CREATE_NEW,
                  StandardOpenOption.WRITE,
                  LinkOption.NOFOLLOW_LINKS),
              Folders.forOwner(fresh, "rw-------")));
    } catch (IOException unwritable) {
      throw WholeFile.unwritable(file, unwritable);
    }
  }

  /// All of it, and on disk in its place when this returns.
  ///
  /// @throws IOException when it can't be written any more; then nothing of it stays
  public void write(String text) throws IOException {
    OutputStream out = disk.through(file, Channels.newOutputStream(channel));
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
    channel.force(true);
    Standing.ofOwn(file);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(fresh);
    } catch (IOException unremovable) {
      throw WholeFile.unwritable(file, unremovable);
    }
  }
}
