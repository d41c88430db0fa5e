package dev.ftctl.cli.pace;

import dev.ftctl.apply.Pace;
import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.process.DurationText;
import java.time.Duration;
import picocli.CommandLine.Option;

/// How long apply waits for what takes its time. A saved plan never brings it along: it changes
/// nothing of what is done, only when.
public final class SettleFlag {

  @Option(
      names = "--settle",
      paramLabel = "D",
      defaultValue = "15m",
      converter = DurationText.class,
      description =
          "Wait so long in all for private links that are being made, before what stands on them;"
              + " 0: not at all (default: ${DEFAULT-VALUE}).")
  Duration settle = Pace.USUAL_SETTLE;

  /// With as many steps at once as requests may be in flight.
  public Pace pace(AccountFlags accounts) {
    return new Pace(accounts.parallelism, settle);
  }
}
