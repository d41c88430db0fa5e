package dev.ftctl.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A log of bounded size: `FILE`, and the older ones `FILE.1` to `FILE.3`. Safe for use by many
/// threads.
public final class RollingLog {

  private static final long LARGEST_BYTES = 10L * 1024 * 1024;
  private static final int OLDER = 3;

  private final AppendedFile lines;
  private final Path file;
  private final long largest;

  private RollingLog(AppendedFile lines, Path file, long largest) {
    this.lines = lines;
    this.file = file;
    this.largest = largest;
  }

  /// @throws IOException when it can't be written, or is a link to a file
  public static RollingLog open(Disk disk, Path file) throws IOException {
    return open(disk, file, LARGEST_BYTES);
  }

  /// @param largest in bytes
  static RollingLog open(Disk disk, Path file, long largest) throws IOException {
    return new RollingLog(AppendedFile.open(disk, file), file, largest);
  }

  /// @param line without its end
  public synchronized void append(String line) throws IOException {
    int bytes = line.getBytes(StandardCharsets.UTF_8).length + 1;
    if (Files.isRegularFile(file) && Files.size(file) + bytes > largest) {
      roll();
    }
    lines.append(line);
  }

  private void roll() throws IOException {
    for (int number = OLDER; number > 0; number--) {
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
