package dev.ftctl.diff;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.live.Snapshot;
import dev.ftctl.manifest.Desired;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What no manifest describes, by what becomes of it. A part is its owner's.
///
/// @param unmanaged is reported and stays
/// @param left is none of the project's business: of another scope, ignored, released
/// @param pruned goes
/// @param elsewhere what of the unmanaged has a document, or may have one, that this run does not
///   plan; to ask has all manifests read
record Rest(
    List<Live> unmanaged, List<Live> left, List<Change> pruned, Supplier<List<Live>> elsewhere) {

  /// @param mayGo what of it the command line lets go
  static Rest of(Desired desired, Snapshot live, KindList kinds, Predicate<Live> mayGo) {
    var unmanaged = new ArrayList<Live>();
    var rest =
        new Rest(
            unmanaged,
            new ArrayList<>(),
            new ArrayList<>(),
            () -> elsewhere(unmanaged, desired, live, kinds));
    var prune = new PruneScope(desired.project().pruneScope());
    var scope = new PruneScope(desired.project().scope());
    var ignoring = new Ignoring(desired.project().ignored());
    for (Live other : live.unmanaged()) {
      KindDefinition definition = kinds.ofSlug(other.kind()).definition();
      if (definition.partOf().isPresent()) {
        continue;
      }
      Address address = live.addressOf(other, definition);
      if (!scope.includes(address, other, definition, live.ids())
          || ignoring.leaves(address)
          || desired.project().releases(address)) {
        rest.left.add(other);
      } else if (mayGo.test(other) && prune.covers(address, other, definition, live.ids())) {
        rest.pruned.add(
            new Change.Delete(address, other, SourceLocation.NONE, "--prune", Findings.NONE));
      } else {
        rest.unmanaged.add(other);
      }
    }
    return rest;
  }

  private static List<Live> elsewhere(
      List<Live> unmanaged, Desired desired, Snapshot live, KindList kinds) {
    if (!desired.isNarrowed()) {
      return List.of();
    }
    var described = new UnmanagedObjects(desired, live, kinds);
    return unmanaged.stream().filter(described::mayBeDescribed).toList();
  }
}
