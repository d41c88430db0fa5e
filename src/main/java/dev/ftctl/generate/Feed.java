package dev.ftctl.generate;

import java.util.List;

/// A connection that brings tables to a warehouse.
///
/// @param connector its address
/// @param name of its document
/// @param group that it is in
/// @param owners of it
/// @param database of the warehouse; empty where none is known
/// @param tables that sync
public record Feed(
    String connector,
    String name,
    String group,
    String service,
    List<String> owners,
    String database,
    Pace pace,
    List<LandedTable> tables) {

  public Feed {
    owners = List.copyOf(owners);
    tables = List.copyOf(tables);
  }
}
