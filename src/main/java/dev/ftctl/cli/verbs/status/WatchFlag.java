package dev.ftctl.cli.verbs.status;

import dev.ftctl.cli.flags.AttachedWord;
import dev.ftctl.cli.process.DurationText;
import java.time.Duration;
import picocli.CommandLine.Option;

/// Whether it is looked again and again, and how often.
final class WatchFlag {

  private static final String USUAL = "30s";

  @Option(
      names = "--watch",
      paramLabel = "D",
      arity = "0..1",
      converter = DurationText.class,
      preprocessor = Attached.class,
      description = "Look again every 30 seconds, or as often as given: --watch=5m.")
  Duration pause = Duration.ZERO;

  boolean isGiven() {
    return !pause.isZero();
  }

  /// See the flag's own words.
  static final class Attached extends AttachedWord {
    Attached() {
      super(USUAL);
    }
  }
}
