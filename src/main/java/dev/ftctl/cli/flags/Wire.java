package dev.ftctl.cli.flags;

import dev.ftctl.cli.process.Run;
import dev.ftctl.files.Reasons;
import dev.ftctl.files.RollingLog;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.shown.Visible;
import java.io.IOException;
import java.util.function.Consumer;

/// Where the lines about requests go: to stderr with `-vv`, into a log with `--log-file`, else
/// nowhere. They hold neither bodies nor headers. Safe for use by many threads.
public final class Wire implements Consumer<String> {

  private final Consumer<String> screen;
  private final Consumer<String> log;

  private Wire(Consumer<String> screen, Consumer<String> log) {
    this.screen = screen;
    this.log = log;
  }

  /// @throws RefusedException when the log can't be written
  public static Wire of(Run run, CommonFlags common) {
    Consumer<String> screen = common.isVeryVerbose() ? run.output()::tell : line -> {};
    if (common.logFile.isEmpty()) {
      return new Wire(screen, line -> {});
    }
    var log = new Log(run, common.logFile, opened(run, common.logFile));
    return new Wire(screen, log::keep);
  }

  private static RollingLog opened(Run run, String file) {
    try {
      return RollingLog.open(run.console().disk(), run.console().folder().resolve(file));
    } catch (IOException unwritable) {
      throw new RefusedException(
          Refusal.FAILED,
          "can't write the log " + file + ": " + Reasons.of(unwritable),
          "Give --log-file in a writable folder.");
    }
  }

  @Override
  public void accept(String line) {
    screen.accept(line);
    log.accept(line);
  }

  /// What a log can't take is told, and does not stop the run.
  private static final class Log {

    private final Run run;
    private final String name;
    private final RollingLog file;

    Log(Run run, String name, RollingLog file) {
      this.run = run;
      this.name = name;
      this.file = file;
    }

    /// `2026-11-22T03:30:00.123Z GET /v1/groups → 200`.
    void keep(String line) {
      try {
        file.append(
            run.console().clock().instant() + " " + Visible.text(run.redaction().mask(line)));
      } catch (IOException unwritable) {
        run.output().lose("the log " + name + " can't be written: " + Reasons.of(unwritable));
      }
    }
  }
}
