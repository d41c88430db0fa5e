package dev.ftctl.cli.verbs.status;

import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.operate.status.ConnectionStatus;
import dev.ftctl.operate.status.Fleet;
import dev.ftctl.render.status.StatusText;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Looks again and again until somebody ends it, or something is found that the job fails for. In a
/// window the table is redrawn; elsewhere each change is a line of a log.
final class Watching {

  private final Run run;
  private final StatusText text;
  private final FailOn failOn;
  private final AtomicReference<@Nullable Thread> waiting = new AtomicReference<>();
  private volatile boolean isStopped;
  private String blind = "";

  Watching(Run run, StatusText text, FailOn failOn) {
    this.run = run;
    this.text = text;
    this.failOn = failOn;
  }

  /// @param look as it is now
  ExitCode run(Fleet first, Supplier<Fleet> look, Duration pause) {
    boolean hasScreen = run.console().hasScreen();
    if (!hasScreen) {
      run.output().stamp(run.console().clock());
    }
    waiting.set(Thread.currentThread());
    run.stop().beforeLeaving(run.output()::endScreen);
    run.stop().guard(this::stop);
    try {
      return hasScreen ? redrawn(first, look, pause) : logged(first, look, pause);
    } finally {
      waiting.set(null);
      // The signal was heard; what comes after it must not fail of it.
      Thread.interrupted();
      run.output().endScreen();
      run.stop().release();
    }
  }

  private void stop() {
    isStopped = true;
    Thread thread = waiting.get();
    if (thread != null) {
      thread.interrupt();
    }
  }

  private ExitCode redrawn(Fleet first, Supplier<Fleet> look, Duration pause) {
    Fleet fleet = first;
    while (!isStopped) {
      draw(fleet, pause);
      if (hasFound(fleet)) {
        return found(fleet);
      }
      sleep(pause);
      fleet = again(fleet, look);
    }
    return run.stop().signal();
  }

  private void draw(Fleet fleet, Duration pause) {
    String table = String.join("\n", text.table(fleet)) + "\n";
    String time = fleet.at().truncatedTo(ChronoUnit.SECONDS).toString();
    String next = blind.isEmpty() ? "every " + pause.toSeconds() + " s" : "can't look: " + blind;
    run.output()
        .screen(
            text.closing(fleet) + "\n" + time + ", " + next + "\n\n" + table, "Ctrl-C ends it.");
  }

  private ExitCode logged(Fleet first, Supplier<Fleet> look, Duration pause) {
    var changes = new Changes();
    Fleet fleet = first;
    run.output().result(text.closing(fleet) + "\n");
    while (!isStopped) {
      List<String> lines = changes.since(fleet);
      lines.forEach(line -> run.output().result(line.replace("\n", "\\u000a") + "\n"));
      if (hasFound(fleet)) {
        return found(fleet);
      }
      sleep(pause);
      String before = blind;
      fleet = again(fleet, look);
      tellOfTheBlind(before);
    }
    return run.stop().signal();
  }

  private void tellOfTheBlind(String before) {
    if (!blind.isEmpty() && !blind.equals(before)) {
      run.output().tell("can't look, and tries again: " + blind);
    }
  }

  private boolean hasFound(Fleet fleet) {
    return !failOn.found(fleet).isEmpty();
  }

  private ExitCode found(Fleet fleet) {
    run.output().endScreen();
    List<ConnectionStatus> found = failOn.found(fleet);
    failOn.tell(run, found);
    return ExitCode.FOUND;
  }

  /// What was seen last, where nothing can be seen; who may not look any more need not go on.
  private Fleet again(Fleet last, Supplier<Fleet> look) {
    if (isStopped) {
      return last;
    }
    try {
      Fleet seen = look.get();
      blind = "";
      return seen;
    } catch (CancellationException stopped) {
      isStopped = true;
      return last;
    } catch (ApiException unread) {
      if (isStopped) {
        return last;
      }
      if (unread.failure().isDenied()) {
        throw unread;
      }
      blind = String.valueOf(unread.getMessage());
      return last;
    }
  }

  private void sleep(Duration pause) {
    if (isStopped) {
      return;
    }
    try {
      run.console().sleeper().sleep(pause);
    } catch (InterruptedException stopped) {
      isStopped = true;
    }
  }
}
