package dev.ftctl.model.address;

import dev.ftctl.model.problem.SourceLocation;

/// An address pattern as somebody wrote it.
///
/// @param said with what it stands beside: `--allow replace:connector/ads`, `protect: group/*`
/// @param place in the project file; not known for what the command line says
public record WrittenPattern(AddressPattern pattern, String said, SourceLocation place) {

  /// @param flag `--reload`; its address follows after `=`
  public static WrittenPattern ofFlag(String flag, String address) {
    return new WrittenPattern(
        new AddressPattern(address), flag + "=" + address, SourceLocation.NONE);
  }
}
