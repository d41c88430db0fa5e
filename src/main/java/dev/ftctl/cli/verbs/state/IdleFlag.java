package dev.ftctl.cli.verbs.state;

import dev.ftctl.cli.process.DurationText;
import java.time.Duration;
import picocli.CommandLine.Option;

/// How long a running sync is waited for.
final class IdleFlag {

  @Option(
      names = "--wait-idle",
      paramLabel = "D",
      defaultValue = "30m",
      converter = DurationText.class,
      description = "For a running sync to end (default: ${DEFAULT-VALUE}).")
  Duration limit = Duration.ofMinutes(30);
}
