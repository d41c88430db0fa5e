package dev.ftctl.manifest.binding;

import dev.ftctl.manifest.expansion.Draft;
import dev.ftctl.manifest.expansion.ExpansionContext;
import dev.ftctl.manifest.expansion.Instances;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Binds a draft whose spec is literal as if it were alone: what it finds to tell, how much text it
/// fills in and how many hints it asks for is nobody's. Done once, by the thread that comes first.
final class Attempt {

  private final ExpansionContext reading;
  private final ExpansionContext apart;
  private final FutureTask<Optional<Bound>> task;

  /// @param isWhole whether every document could be read, as it was known before any was bound
  Attempt(ExpansionContext reading, Instances instances, Draft draft, boolean isWhole) {
    this.reading = reading;
    this.apart = reading.apart(isWhole);
    this.task = new FutureTask<>(() -> bound(instances.withoutHints(), draft));
  }

  private Optional<Bound> bound(Instances instances, Draft draft) {
    Bound bound = new Binder(apart, draft).bind(instances);
    return apart.problems().isEmpty() ? Optional.of(bound) : Optional.empty();
  }

  void begin() {
    task.run();
  }

  void giveUp() {
    task.cancel(false);
  }

  /// What comes of it; empty where there is something to tell, or its texts are too much beside
  /// those before.
  Optional<Bound> bound() {
    task.run();
    try {
      return task.get().filter(bound -> reading.lookup().adds(apart.lookup()));
    } catch (ExecutionException | CancellationException failed) {
      // Whatever it is, it comes again where it can be told.
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
