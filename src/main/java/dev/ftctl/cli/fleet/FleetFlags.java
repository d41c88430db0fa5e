package dev.ftctl.cli.fleet;

import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.render.fleet.Shard;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How a fleet is run.
final class FleetFlags {

  private static final int MOST_JOBS = 256;

  @Mixin ChoiceFlags choice = new ChoiceFlags();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "4",
      description = "Accounts at a time (default: ${DEFAULT-VALUE}).")
  int jobs = 4;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      defaultValue = "",
      description =
          "Only the environments that fall to the run I of N, from 0 to N-1; by their names alone.")
  String shard = "";

  @Option(
      names = "--report",
      paramLabel = "FILE",
      defaultValue = "",
      description = "Write what became of each account as JSON, for: ftctl fleet merge FILE...")
  String report = "";

  /// @throws RefusedException when it is none
  Optional<Shard> shard() {
    if (shard.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = shard.split("/", -1);
    try {
      return Optional.of(
          new Shard(
              Integer.parseInt(parts[0]), parts.length == 2 ? Integer.parseInt(parts[1]) : 0));
    } catch (IllegalArgumentException none) {
      throw new RefusedException(
          Refusal.USAGE,
          "--shard " + shard + " is none",
          "Write I/N, with I from 0 to N-1: of 8 runs the first is 0/8, the last 7/8.");
    }
  }

  /// @throws RefusedException when that many can't be meant
  int jobs() {
    if (jobs < 1 || jobs > MOST_JOBS) {
      throw new RefusedException(
          Refusal.USAGE, "--jobs is " + jobs, "Give a number from 1 to " + MOST_JOBS + ".");
    }
    return jobs;
  }
}
