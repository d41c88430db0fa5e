package dev.ftctl.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/// New files under names that nobody can guess, so that nothing can stand there before.
public final class FreshFile {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NAME_BYTES = 8;

  private FreshFile() {}

  /// A new file for the owner alone, in ftctl's own folder where that is one already, else among
  /// temporary files.
  ///
  /// @return where it stands
  public static Path within(Path own, String prefix, String suffix, String text)
      throws IOException {
    String name = prefix + randomName() + suffix;
    Path file =
        Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS)
            ? own.resolve(name)
            : Path.of(System.getProperty("java.io.tmpdir", "."), "ftctl-" + name);
    write(Disk.REAL, file, file, text.getBytes(StandardCharsets.UTF_8), false, "rw-------");
    return file;
  }

  /// A name in the same folder for what is to take the place of a file.
  static Path beside(Path file) {
    return file.resolveSibling(".ftctl-" + randomName() + ".tmp");
  }

  /// @param named what the bytes are for
  /// @param permissions of a new file; empty for those that the system gives
  static void write(
      Disk disk, Path named, Path file, byte[] bytes, boolean isForced, String permissions)
      throws IOException {
    FileAttribute<?>[] attributes =
        permissions.isEmpty() ? new FileAttribute<?>[0] : Folders.forOwner(file, permissions);
    try (FileChannel channel =
            FileChannel.open(
                file,
                Set.of(
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS),
                attributes);
        OutputStream out = disk.through(named, Channels.newOutputStream(channel))) {
      out.write(bytes);
      out.flush();
      if (isForced) {
        channel.force(true);
      }
    }
  }

  private static String randomName() {
    byte[] name = new byte[NAME_BYTES];
    RANDOM.nextBytes(name);
    return HexFormat.of().formatHex(name);
  }
}
