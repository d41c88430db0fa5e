package dev.ftctl.cli.playground;

import dev.ftctl.playground.PlaygroundOptions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which data a practice API makes up.
final class DataFlags {

  private static final int MOST_RECORDS = 100_000;
  private static final int MOST_COMPANIES = 1_000;
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9999;

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "",
      description = "The same data and credentials at each start (default: others each time).")
  String seed = "";

  @Option(
      names = "--now",
      paramLabel = "TIME",
      defaultValue = "",
      description = "The clock stands at this time, as 2026-01-01T00:00:00Z.")
  String now = "";

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many records there are (default: 200).")
  int records;

  @Option(
      names = "--companies",
      paramLabel = "N",
      defaultValue = "6",
      description = "How many companies there are (default: 6).")
  int companies;

  @Option(
      names = "--no-mutation",
      description = "Reading companies and departments updates none of them.")
  boolean isFrozen;

  /// On any port, without a limit.
  ///
  /// @throws ParameterException for what can't be made up
  PlaygroundOptions options() {
    check("--records", records, MOST_RECORDS);
    check("--companies", companies, MOST_COMPANIES);
    PlaygroundOptions options =
        PlaygroundOptions.usual(seed()).withData(records, companies, !isFrozen);
    return now.isEmpty() ? options : options.withClock(standing());
  }

  private void check(String flag, int number, int most) {
    if (number < 0 || number > most) {
      throw new ParameterException(
          spec.commandLine(), "%s is %d; it may be 0 to %d".formatted(flag, number, most));
    }
  }

  private long seed() {
    if (seed.isEmpty()) {
      return new SecureRandom().nextLong();
    }
    try {
      return Long.parseLong(seed);
    } catch (NumberFormatException noNumber) {
      throw new ParameterException(
          spec.commandLine(), "--seed " + seed + ": that is no whole number of 64 bits");
    }
  }

  private Clock standing() {
    try {
      OffsetDateTime time = OffsetDateTime.parse(now).withOffsetSameInstant(ZoneOffset.UTC);
      if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
        return Clock.fixed(time.toInstant(), ZoneOffset.UTC);
      }
    } catch (DateTimeParseException noTime) {
      // Told below, as a year is that is too early.
    }
    throw new ParameterException(
        spec.commandLine(),
        "--now " + now + ": that is no time from 1970 on; write it as 2026-01-01T00:00:00Z");
  }
}
