package dev.ftctl.cli.flags;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What time it is. A saved plan never brings it along: rules about time look at the time of apply.
public final class NowFlag {

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = "--now",
      paramLabel = "TIME",
      defaultValue = "",
      description = "Take this for the time, to try rules about time: 2026-11-20T18:00:00+01:00.")
  String now = "";

  /// The time that was given, or that of the clock.
  public Instant instant(Clock clock) {
    if (now.isEmpty()) {
      return clock.instant();
    }
    try {
      return ZonedDateTime.parse(now).toInstant();
    } catch (DateTimeException malformed) {
      throw new ParameterException(
          spec.commandLine(),
          "--now " + now + " is no date and time with a zone, as 2026-11-20T18:00:00+01:00");
    }
  }
}
