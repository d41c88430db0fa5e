package dev.ftctl.files;

import java.io.IOException;
import java.nio.file.Path;

/// A process that writes into a log which others write into as well: FILE NAME LINES.
final class LogWriter {

  private static final int LIMIT = 4096;
  private static final int ALL = 1_000;

  private LogWriter() {}

  public static void main(String[] arguments) throws IOException {
    RollingLog log = RollingLog.open(Disk.REAL, Path.of(arguments[0]), LIMIT, ALL);
    for (int line = 0; line < Integer.parseInt(arguments[2]); line++) {
      log.append(line(arguments[1], line));
    }
  }

  static String line(String name, int number) {
    return name + " " + number + " " + "x".repeat(number % 150);
  }
}
