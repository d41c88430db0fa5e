package dev.ftctl.cli.log;

import dev.ftctl.cli.process.Run;
import dev.ftctl.files.Reasons;
import dev.ftctl.files.RollingLog;
import dev.ftctl.fivetran.http.RequestEnd;
import dev.ftctl.fivetran.http.RequestObserver;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.render.Marks;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/// The log of a run: its requests, and what people were told. What it can't take is told once, and
/// stops nothing. Safe for use by many threads.
public final class Log implements RequestObserver {

  private static final int ID_LETTERS = 8;

  private final Run run;
  private final LogFlags flags;
  private final String name;
  private final RollingLog file;
  private final String id = UUID.randomUUID().toString().substring(0, ID_LETTERS);

  private Log(Run run, LogFlags flags, String name, RollingLog file) {
    this.run = run;
    this.flags = flags;
    this.name = name;
    this.file = file;
  }

  /// From now on the run keeps one, where one was asked for.
  ///
  /// @param command that runs: `ftctl sync`
  /// @throws RefusedException when it can't be written
  public static Optional<Log> open(Run run, LogFlags flags, String command) {
    String name = flags.file(run.console());
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try {
      var file =
          RollingLog.open(
              run.console().disk(),
              run.console().folder().resolve(name),
              flags.largest,
              flags.older);
      var log = new Log(run, flags, name, file);
      log.keep(LogLevel.INFO, command + " begins", Optional.empty());
      run.output().keep(line -> log.told(line));
      return Optional.of(log);
    } catch (IOException unwritable) {
      throw new RefusedException(
          Refusal.FAILED,
          "can't write the log " + name + ": " + Reasons.of(unwritable),
          "Name a file in a writable folder, with --log-file or FTCTL_LOG_FILE.");
    }
  }

  @Override
  public void begins(String method, String url, int attempt) {
    keep(
        LogLevel.DEBUG,
        "Sending " + method + " request to " + url + " (attempt " + attempt + ")",
        Optional.empty());
  }

  @Override
  public void ended(RequestEnd end) {
    keep(LogLine.level(end), LogLine.message(end), Optional.of(end));
  }

  private void told(String line) {
    LogLevel level = LogLevel.ofTold(line);
    // The level says already what people are told in words.
    String words = level == LogLevel.INFO ? line : line.substring(line.indexOf(' ') + 1);
    keep(level, words.stripLeading(), Optional.empty());
  }

  private void keep(LogLevel level, String message, Optional<RequestEnd> request) {
    if (level.compareTo(flags.level) < 0) {
      return;
    }
    var line =
        new LogLine(
            run.console().clock().instant(),
            level,
            id,
            Marks.without(run.redaction().mask(message)),
            request);
    try {
      file.append(flags.format == LogFlags.Format.JSON ? line.json() : line.text());
    } catch (IOException unwritable) {
      run.output().lose("the log " + name + " can't be written: " + Reasons.of(unwritable));
    }
  }
}
