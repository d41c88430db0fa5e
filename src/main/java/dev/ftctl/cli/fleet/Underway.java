package dev.ftctl.cli.fleet;

import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Stop;
import dev.ftctl.render.fleet.FleetRow;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/// The run for one account, from before it begins until its end.
final class Underway {

  private final String environment;
  private final Stop stop = new Stop();
  private final CompletableFuture<Finished> end = new CompletableFuture<>();
  private boolean isStopped;
  private boolean hasBegun;

  Underway(String environment) {
    this.environment = environment;
  }

  /// Runs it, unless a signal came first.
  void run(BiFunction<String, Stop, Finished> work) {
    if (!begins()) {
      return;
    }
    try {
      end.complete(work.apply(environment, stop));
    } catch (RuntimeException defect) {
      String line = "ftctl failed (" + defect.getClass().getSimpleName() + ")";
      end.complete(ended(ExitCode.DEFECT, FleetRow.End.ENDED, line));
    } catch (Error fatal) {
      end.completeExceptionally(fatal);
      throw fatal;
    }
  }

  private synchronized boolean begins() {
    hasBegun = !isStopped;
    return hasBegun;
  }

  /// On a signal: what writes ends in good order, what reads is left where it is, and what was not
  /// begun never is.
  void stop(ExitCode signal) {
    boolean wasBegun;
    synchronized (this) {
      isStopped = true;
      wasBegun = hasBegun;
    }
    if (!wasBegun) {
      end.complete(ended(signal, FleetRow.End.NOT_BEGUN, ""));
    } else if (!stop.pass(signal)) {
      end.complete(ended(signal, FleetRow.End.INTERRUPTED, "nothing was changed"));
    }
  }

  private Finished ended(ExitCode signal, FleetRow.End how, String line) {
    return Finished.without(
        new FleetRow(environment, "", signal.number(), how, false, false, line));
  }

  /// Waits for its end.
  Finished await() {
    return end.join();
  }
}
