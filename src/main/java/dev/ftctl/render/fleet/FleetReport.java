package dev.ftctl.render.fleet;

import java.util.List;
import java.util.Optional;

/// What a command came to in the accounts of a fleet.
///
/// @param command as `plan`
/// @param shard which of several runs it was; empty for all of the fleet
/// @param environments all that were chosen, those of the other shards too
/// @param rows of this run, by the name of the environment
/// @param missing shards that no report tells of, where reports were joined
/// @param exitCode of the whole
public record FleetReport(
    String command,
    Optional<Shard> shard,
    List<String> environments,
    List<FleetRow> rows,
    List<Shard> missing,
    int exitCode) {

  public FleetReport {
    environments = List.copyOf(environments);
    rows = List.copyOf(rows);
    missing = List.copyOf(missing);
  }

  /// Of a run.
  public static FleetReport of(
      String command, Optional<Shard> shard, List<String> environments, List<FleetRow> rows) {
    return new FleetReport(command, shard, environments, rows, List.of(), FleetCode.of(rows));
  }
}
