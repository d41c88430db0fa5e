package dev.ftctl.handout;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A program that waits for its text.
///
/// @param patience how long it may take once it was given it
record StartedCommand(Process process, Duration patience) implements Sink.Opened {

  private static final long LAST_SECONDS = 1;

  boolean hasEndedWithin(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  String exitCode() {
    return String.valueOf(process.exitValue());
  }

  @Override
  public void write(HandedText told) throws IOException {
    var giving =
        new FutureTask<>(() -> {
          try (OutputStream stream = process.getOutputStream()) {
            stream.write(told.text().getBytes(StandardCharsets.UTF_8));
          }
          return true;
        });
    Thread.ofPlatform().daemon().name("handout").start(giving);
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("it took longer than " + patience.toSeconds() + " s");
      }
      giving.get(LAST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException untaken) {
      throw new IOException("it ended with exit code " + exitCode() + " before it had taken them");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("it was interrupted");
    }
    if (process.exitValue() != 0) {
      throw new IOException("it ended with exit code " + exitCode());
    }
  }

  /// Ends what still runs before its input ends: a program that sees the end would keep half a text
  /// or none.
  @Override
  public void close() {
    List<ProcessHandle> below = process.descendants().toList();
    process.toHandle().destroyForcibly();
    below.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
