package dev.ftctl.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A log of bounded size: `FILE`, and the older ones `FILE.1` (the newest of them) and so on. Safe
/// for use by many threads, and by several processes that share the file. What somebody else has
/// renamed, such as a rotating job of the system, is left alone, and begun anew.
public final class RollingLog {

  private final AppendedFile lines;
  private final Path file;
  private final boolean isDevice;
  private final long largest;
  private final int older;

  private RollingLog(AppendedFile lines, Path file, boolean isDevice, long largest, int older) {
    this.lines = lines;
    this.file = file;
    this.isDevice = isDevice;
    this.largest = largest;
    this.older = older;
  }

  /// What stands in the file stays, and is rolled by the first line that it has no room for.
  ///
  /// @param largest in bytes: no file gets that large, but for one line that is larger alone
  /// @param older how many older ones are kept
  /// @throws IOException when it can't be written, or is a link to a file
  public static RollingLog open(Disk disk, Path file, long largest, int older) throws IOException {
    AppendedFile lines = AppendedFile.open(disk, file);
    boolean isDevice = !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    return new RollingLog(lines, file, isDevice, largest, older);
  }

  /// @param line without its end
  public synchronized void append(String line) throws IOException {
    if (isDevice) {
      lines.append(line);
      return;
    }
    int bytes = line.getBytes(StandardCharsets.UTF_8).length + 1;
    while (true) {
      try (LockedFile locked = LockedFile.of(file)) {
        long size = locked.size();
        if (size == 0 || size + bytes < largest) {
          lines.append(line);
          return;
        }
        roll();
      }
    }
  }

  private void roll() throws IOException {
    if (older == 0) {
      Files.delete(file);
    }
    for (int number = older; number > 0; number--) {
      Path newer = number == 1 ? file : numbered(number - 1);
      if (Files.exists(newer)) {
        Files.move(newer, numbered(number), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private Path numbered(int number) {
    return file.resolveSibling(file.getFileName() + "." + number);
  }
}
