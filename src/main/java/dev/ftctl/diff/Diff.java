package dev.ftctl.diff;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.KindList;
import dev.ftctl.live.Snapshot;
import dev.ftctl.manifest.Desired;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.Address;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Desired against live: one change for each resource that this run plans, in their order,
/// deletions by prune last.
///
/// @param needed what was not asked for, and is left as it is where it is there
/// @param unmanaged objects that no manifest describes and that stay
/// @param left objects that no manifest describes and that are none of this project's business: of
///   another scope, ignored, released. Nobody is told of them, and nothing that they stand on goes
/// @param attached what resources name that no document describes, by the name
/// @param elsewhere which of the unmanaged ones a document describes, or may, that this run does
///   not plan; empty where nothing is made anew
public record Diff(
    List<Change> changes,
    List<Live> unmanaged,
    List<Live> left,
    Ids ids,
    Intent intent,
    Set<Address> needed,
    Map<Address, Live> attached,
    List<Live> elsewhere) {

  public Diff {
    changes = List.copyOf(changes);
    unmanaged = List.copyOf(unmanaged);
    left = List.copyOf(left);
    needed = Set.copyOf(needed);
    attached = Map.copyOf(attached);
    elsewhere = List.copyOf(elsewhere);
  }

  /// With the ids of a snapshot, and what is named in it.
  Diff(
      List<Change> changes,
      Rest rest,
      List<Live> left,
      Snapshot live,
      Intent intent,
      Set<Address> needed) {
    this(
        changes,
        rest.unmanaged(),
        left,
        live.ids(),
        intent,
        needed,
        live.attached(),
        // Only what is made anew asks for it, and who asks has all manifests read.
        changes.stream().anyMatch(Change.Replace.class::isInstance)
            ? rest.elsewhere().get()
            : List.of());
  }

  /// With nothing that is left, or named and not described.
  public Diff(
      List<Change> changes, List<Live> unmanaged, Ids ids, Intent intent, Set<Address> needed) {
    this(changes, unmanaged, List.of(), ids, intent, needed, Map.of(), List.of());
  }

  /// Slugs of the kinds of which objects are made anew.
  public Set<String> replacedKinds() {
    return changes.stream()
        .filter(Change.Replace.class::isInstance)
        .map(change -> change.address().kind())
        .collect(Collectors.toSet());
  }

  /// Reads nothing, and changes nothing but the snapshot's ids, in which it marks what is replaced.
  ///
  /// @throws dev.ftctl.model.problem.ManifestException when only the account could show that the
  ///   manifests are wrong: a reference that neither manifests nor account have, an `existing`
  ///   object that is not there, a connector to be created that does not say `paused`
  public static Diff between(Desired desired, Snapshot live, KindList kinds, DiffOptions options) {
    return new Differences(desired, live, kinds, options).diff();
  }
}
