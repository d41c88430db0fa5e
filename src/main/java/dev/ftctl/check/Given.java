package dev.ftctl.check;

import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.Optional;

/// The account that a test begins with. Parts that are given lie over one another: manifests over
/// objects over the file.
///
/// @param place where it is said
/// @param file with an account as the simulator keeps it, relative to the file of tests; empty for
///   none
/// @param objects the same, written in place
/// @param manifests that were applied to it, without paths those of the project; empty for none
/// @param environment of the test, which holds for them unless they name one
public record Given(
    SourceLocation place,
    String file,
    Optional<Node.Mapping> objects,
    Optional<Reading> manifests,
    String environment) {

  /// An account with its owner and nothing else.
  static Given nothing(SourceLocation place) {
    return new Given(place, "", Optional.empty(), Optional.empty(), "");
  }
}
