package dev.ftctl.cli.flags;

import dev.ftctl.cli.process.Run;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/// Where the lines about requests go: to stderr with `-vv`, into a log with `--log-file`, else
/// nowhere. They hold neither bodies nor headers. Safe for use by many threads.
public final class Wire implements Consumer<String>, AutoCloseable {

  private static final int LARGEST_LOG = 10_000_000;
  private static final int LOGS = 3;

  private final Consumer<String> screen;
  private final Consumer<String> log;
  private final Runnable closing;

  private Wire(Consumer<String> screen, Consumer<String> log, Runnable closing) {
    this.screen = screen;
    this.log = log;
    this.closing = closing;
  }

  /// @throws RefusedException when the log can't be written
  public static Wire of(Run run, CommonFlags common) {
    Consumer<String> screen = common.isVeryVerbose() ? run.output()::tell : line -> {};
    if (common.logFile.isEmpty()) {
      return new Wire(screen, line -> {}, () -> {});
    }
    try {
      String path = run.console().folder().resolve(common.logFile).toString().replace("%", "%%");
      var file = new FileHandler(path, LARGEST_LOG, LOGS, true);
      file.setEncoding("UTF-8");
      file.setFormatter(new Line());
      Consumer<String> log =
          line -> file.publish(new LogRecord(Level.INFO, run.redaction().mask(line)));
      return new Wire(screen, log, file::close);
    } catch (IOException unwritable) {
      throw new RefusedException(
          Refusal.FAILED,
          "can't write the log " + common.logFile,
          "Give --log-file in a writable folder.");
    }
  }

  @Override
  public void accept(String line) {
    screen.accept(line);
    log.accept(line);
  }

  @Override
  public void close() {
    closing.run();
  }

  /// `2026-11-22T03:30:00.123Z GET /v1/groups → 200`.
  private static final class Line extends Formatter {
    @Override
    public String format(LogRecord line) {
      return line.getInstant() + " " + line.getMessage() + "\n";
    }
  }
}
