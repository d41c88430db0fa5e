package dev.ftctl.diff;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.Moves;
import dev.ftctl.kind.PartOf;
import dev.ftctl.kind.References;
import dev.ftctl.kind.compare.PinnedIdentity;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.live.Snapshot;
import dev.ftctl.manifest.Desired;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The comparison of everything wanted with everything there.
final class Differences {

  private final Desired desired;
  private final Snapshot live;
  private final KindList kinds;
  private final DiffOptions options;
  private final NamedTargets names;
  private final List<Problem> faults = new ArrayList<>();

  /// Faults of resources that a look goes on with.
  private final Map<Address, List<Problem>> borne = new HashMap<>();

  private final Duplicates duplicates;
  private final Vanished vanished;
  private final Ignoring ignoring;
  private final LastOnes lastOnes;
  private final Companions companions;
  private final Unreadable unreadable;
  private final Entitlements entitlements;
  private final OwnersOfParts owners;
  private final Readdressing readdressing;

  Differences(Desired desired, Snapshot live, KindList kinds, DiffOptions options) {
    this.desired = desired;
    this.live = live;
    this.kinds = kinds;
    this.options = options;
    this.names = NamedTargets.of(desired, live.ids());
    this.duplicates = new Duplicates(live, new UnmanagedObjects(desired, live, kinds));
    this.vanished = new Vanished(live, new UnmanagedObjects(desired, live, kinds), kinds);
    this.companions = Companions.of(desired, live.ids(), kinds);
    this.ignoring = new Ignoring(desired.project().ignored());
    this.owners = new OwnersOfParts(live, kinds);
    this.readdressing = new Readdressing(live, options.intent());
    this.lastOnes = new LastOnes(desired, live, kinds, options.base(), ignoring);
    this.unreadable = Unreadable.of(live, kinds, desired.planned());
    this.entitlements = new Entitlements(live, desired);
  }

  Diff diff() {
    live.problems().stream().filter(Problem::isError).forEach(this::ofReading);
    var changes = new ArrayList<Change>();
    TargetsFirst.of(desired.planned(), kinds)
        .forEach(wanted ->
            changeInReach(wanted)
                .map(this::bearing)
                .ifPresent(change -> changes.add(owners.noted(change))));
    var kept = new ArrayList<Live>();
    options
        .base()
        .map(base ->
            new DroppedResources(base, desired, live, kinds)
                .deletions(other -> live.isFormer(other) || lastOnes.contains(other), vanished))
        .ifPresent(deletions -> deletions.forEach(deletion -> dropped(deletion, changes, kept)));
    changes.sort(Comparator.comparing(Change::address));
    if (!faults.isEmpty()) {
      throw new ManifestException(faults, desired.sources());
    }
    Rest rest = Rest.of(desired, live, kinds, other -> options.prune() && !live.isFormer(other));
    changes.addAll(rest.pruned());
    kept.addAll(rest.left());
    var unseen = new UnseenUsers(live, kinds);
    changes.replaceAll(unseen::noted);
    return new Diff(changes, rest, kept, live, options.intent(), desired.needed());
  }

  /// What is left to others, or released, stays where it is: so does what it stands on.
  private void dropped(Change deletion, List<Change> changes, List<Live> kept) {
    Address address = deletion.address();
    if (!ignoring.leaves(address) && !desired.project().releases(address)) {
      changes.add(deletion);
    } else if (deletion instanceof Change.Delete delete) {
      kept.add(delete.live());
    }
  }

  /// What only the account could show to be wrong in the manifests.
  private void fault(Address address, Problem problem) {
    if (options.isLook()) {
      borne.computeIfAbsent(address, first -> new ArrayList<>()).add(problem);
    } else {
      faults.add(problem);
    }
  }

  /// A problem of the reading names its resource.
  private void ofReading(Problem problem) {
    desired.planned().stream()
        .map(Resource::address)
        .filter(address -> address.toString().equals(problem.subject()))
        .findFirst()
        .ifPresentOrElse(address -> fault(address, problem), () -> faults.add(problem));
  }

  private Change bearing(Change change) {
    Findings findings = change.findings();
    for (Problem problem : borne.getOrDefault(change.address(), List.of())) {
      findings = findings.failing(problem);
    }
    return change.finding(findings);
  }

  private KindDefinition definition(Resource wanted) {
    return kinds.ofSlug(wanted.address().kind()).definition();
  }

  /// Out of reach a resource is what the lists say, if it is there. Parts of what is not there need
  /// no look, and their owner must not begin its work without them.
  private Optional<Change> changeInReach(Resource wanted) {
    return options.reach().includes(wanted.address()) || isOfNothing(wanted)
        ? Optional.of(change(wanted))
        : live.find(wanted.address()).map(there -> new Change.Keep(wanted, there, Findings.NONE));
  }

  private boolean isOfNothing(Resource wanted) {
    KindDefinition definition = definition(wanted);
    return definition instanceof PartOf
        && References.of(wanted, definition).stream()
            .noneMatch(
                reference -> reference.isOwner() && live.find(reference.target()).isPresent());
  }

  private Change change(Resource wanted) {
    KindDefinition definition = definition(wanted);
    if (ignoring.leaves(wanted.address())) {
      return left(wanted);
    }
    Optional<Change> settled = onlyNeeded(wanted).or(() -> unreadable.unlisted(wanted));
    if (settled.isPresent()) {
      return settled.get();
    }
    if (wanted.metadata().isAbsent()) {
      return live.find(wanted.address())
          .map(there -> ended(wanted, there, definition))
          .orElseGet(() -> vanished.absent(wanted));
    }
    names.unknown(wanted, definition).forEach(problem -> fault(wanted.address(), problem));
    if (References.ownerOf(wanted, definition).filter(live.ids()::isReplaced).isPresent()) {
      return created(wanted, definition);
    }
    Optional<Change> unread = unreadable.blocked(wanted);
    if (unread.isPresent()) {
      return unread.get();
    }
    if (live.find(wanted.address()).isPresent()) {
      return compared(wanted, live.find(wanted.address()).orElseThrow(), definition);
    }
    Live former = live.former().get(wanted.address());
    if (former != null && byCopy(definition).isEmpty()) {
      return moved(wanted, former, definition);
    }
    return created(wanted, definition);
  }

  /// What is there and was not asked for, under the name that it had before, too.
  private Optional<Change> onlyNeeded(Resource wanted) {
    return desired.needed().contains(wanted.address())
        ? live.find(wanted.address())
            .or(() ->
                Optional.ofNullable(live.former().get(wanted.address()))
                    .filter(former -> byCopy(definition(wanted)).isEmpty()))
            .map(kept -> new Change.Keep(wanted, kept, Findings.NONE))
        : Optional.empty();
  }

  private Change ended(Resource wanted, Live there, KindDefinition definition) {
    return definition
        .guarded()
        .flatMap(guard -> guard.indispensable(lastOnes.guarded(there, definition)))
        .<Change>map(why -> new Change.Keep(wanted, there, Findings.NONE.noting(why)))
        .orElseGet(() ->
            new Change.Delete(
                wanted.address(),
                there,
                wanted.place(),
                "absent: true",
                Entitlements.ending(Findings.NONE, there, definition)));
  }

  private Change left(Resource wanted) {
    Findings left = Findings.NONE.noting("left to others: ignore in " + desired.project().file());
    return live.find(wanted.address())
        .<Change>map(there -> new Change.Keep(wanted, there, left))
        .orElseGet(() -> new Change.Gone(wanted, left));
  }

  private Change compared(Resource wanted, Live there, KindDefinition definition) {
    Resource seen = ignoring.compared(wanted);
    Findings findings =
        besideFormer(
            owners.beside(
                PinnedIdentity.told(
                    readdressing.compared(definition, seen, lastOnes.guarded(there, definition)),
                    seen,
                    there,
                    definition,
                    live.ids()),
                seen,
                there),
            seen,
            definition,
            false);
    for (Live extra : live.extras().getOrDefault(wanted.address(), List.of())) {
      findings = findings.failing(Duplicates.extra(wanted, extra));
    }
    if (findings.replaces()) {
      return replaced(wanted, there, findings);
    }
    Findings told = unreadable.warned(companions.told(findings, seen, definition), wanted);
    return told.hasChanges()
        ? new Change.Update(seen, there, Provenance.told(told, seen), false)
        : new Change.Keep(seen, there, told);
  }

  private Change moved(Resource wanted, Live former, KindDefinition definition) {
    Resource seen = ignoring.compared(wanted);
    Findings findings = definition.compare(seen, former, live.ids(), options.intent());
    return findings.replaces()
        ? replaced(wanted, former, findings)
        : new Change.Update(seen, former, Provenance.told(findings, seen), true);
  }

  private Change replaced(Resource wanted, Live there, Findings findings) {
    live.ids().markReplaced(wanted.address());
    return Change.Replace.of(wanted, there, findings, definition(wanted).lostByReplacing());
  }

  private Change created(Resource wanted, KindDefinition definition) {
    if (wanted.metadata().isExisting()) {
      fault(
          wanted.address(),
          Problem.error(
              wanted.place(),
              "not-existing",
              wanted.address().toString(),
              "says `existing: true`, but the account has no such object",
              names.missing(wanted)));
      return new Change.Create(wanted, Findings.NONE);
    }
    Findings findings = definition.creation(wanted, live.ids());
    if (!options.isLook()) {
      findings.problems().stream().filter(Problem::isError).forEach(faults::add);
    }
    Findings judged =
        besideFormer(
            duplicates.judged(
                entitlements.judged(
                    unreadable.beside(findings, wanted, definition), wanted, definition),
                wanted,
                definition),
            wanted,
            definition,
            true);
    return new Change.Create(
        wanted, unreadable.warned(companions.told(judged, wanted, definition), wanted));
  }

  private Findings besideFormer(
      Findings findings, Resource wanted, KindDefinition definition, boolean isNew) {
    Live former = live.former().get(wanted.address());
    return former == null
        ? findings
        : byCopy(definition)
            .map(copy -> copy.beside(findings, wanted, former, isNew))
            .orElse(findings);
  }

  private static Optional<Moves.ByCopy> byCopy(KindDefinition definition) {
    return definition.moves().flatMap(Moves::byCopy);
  }
}
