package dev.ftctl.cli.verbs;

import dev.ftctl.cli.flags.AttachedWord;
import dev.ftctl.cli.process.DurationText;
import java.time.Duration;
import picocli.CommandLine.Option;

/// Whether the end of what was begun is waited for, and how long.
public final class WaitFlag {

  private static final String USUAL = "3h";

  @Option(
      names = "--wait",
      paramLabel = "D",
      arity = "0..1",
      converter = DurationText.class,
      preprocessor = Attached.class,
      description = "Wait for the end, for 3 hours or as long as given: --wait=30m.")
  Duration limit = Duration.ZERO;

  public boolean isGiven() {
    return !limit.isZero();
  }

  /// See the flag's own words.
  static final class Attached extends AttachedWord {
    Attached() {
      super(USUAL);
    }
  }
}
