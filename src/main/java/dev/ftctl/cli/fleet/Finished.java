package dev.ftctl.cli.fleet;

import dev.ftctl.render.fleet.FleetRow;

/// A run for one account at its end.
///
/// @param printed to stdout
/// @param told to stderr
/// @param report of what it did, as JSON; empty for none
record Finished(FleetRow row, String printed, String told, String report) {

  /// One that never came to its end, or never began.
  static Finished without(FleetRow row) {
    return new Finished(row, "", "", "");
  }
}
