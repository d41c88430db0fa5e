package dev.ftctl.cli.process;

import dev.ftctl.kind.KindList;
import dev.ftctl.model.Redaction;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What every command of one run shares.
///
/// @param redaction the secrets that this run has seen
/// @param kinds made when first asked for, since not every command needs them
/// @param summary what the run comes to, for whoever runs several
/// @param reading what it shares with other runs of the process; empty where it is the only one
public record Run(
    Console console,
    Output output,
    Redaction redaction,
    Stop stop,
    Supplier<KindList> kinds,
    Summary summary,
    Optional<SharedReading> reading) {

  public static Run on(Console console, Stop stop, Supplier<KindList> kinds) {
    return on(console, stop, new Once(kinds), Optional.empty());
  }

  /// The run of one account beside others: streams, signals and secrets are its own.
  public Run beside(Console itsConsole, Stop itsStop, SharedReading shared) {
    return on(itsConsole, itsStop, kinds, Optional.of(shared));
  }

  /// The kinds, which are asked for again and again. Safe for use by many threads.
  private static final class Once implements Supplier<KindList> {

    private final Supplier<KindList> making;
    private @Nullable KindList made;

    Once(Supplier<KindList> making) {
      this.making = making;
    }

    @Override
    public synchronized KindList get() {
      KindList kinds = made;
      if (kinds == null) {
        kinds = making.get();
        made = kinds;
      }
      return kinds;
    }
  }

  private static Run on(
      Console console, Stop stop, Supplier<KindList> kinds, Optional<SharedReading> reading) {
    var redaction = new Redaction();
    var output = new Output(console, redaction);
    return new Run(console, output, redaction, stop, kinds, new Summary(), reading);
  }
}
