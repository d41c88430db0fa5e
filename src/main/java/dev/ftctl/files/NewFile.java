package dev.ftctl.files;

import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// A file that was not there before, for its owner alone: opened before something is done whose
/// result can't be had twice. Removed again where nothing was written to it.
public final class NewFile implements AutoCloseable {

  private final Disk disk;
  private final Path file;
  private final FileChannel channel;
  private boolean isWritten;

  private NewFile(Disk disk, Path file, FileChannel channel) {
    this.disk = disk;
    this.file = file;
    this.channel = channel;
  }

  /// @throws RefusedException when it can't be made, or something stands there
  public static NewFile open(Disk disk, Path file) {
    try {
      Folders.ready(file);
      return new NewFile(
          disk,
          file,
          FileChannel.open(
              file,
              Set.of(
                  StandardOpenOption.CREATE_NEW,
                  StandardOpenOption.WRITE,
                  LinkOption.NOFOLLOW_LINKS),
              Folders.forOwner(file, "rw-------")));
    } catch (FileAlreadyExistsException taken) {
      throw new RefusedException(
          Refusal.USAGE, file + " is there already", "Give a file that is not there yet.");
    } catch (IOException unwritable) {
      throw WholeFile.unwritable(file, unwritable);
    }
  }

  /// All of it, and on disk when this returns.
  ///
  /// @throws IOException when it can't be written any more; what was written stays
  public void write(String text) throws IOException {
    isWritten = true;
    OutputStream out = disk.through(file, Channels.newOutputStream(channel));
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
    channel.force(true);
  }

  @Override
  public void close() {
    try {
      channel.close();
      if (!isWritten) {
        Files.deleteIfExists(file);
      }
    } catch (IOException unremovable) {
      throw WholeFile.unwritable(file, unremovable);
    }
  }
}
