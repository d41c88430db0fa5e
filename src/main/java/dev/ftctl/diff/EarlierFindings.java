package dev.ftctl.diff;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.live.Snapshot;
import dev.ftctl.manifest.Desired;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The manifests of an earlier revision against the account as it is now, by the same comparison as
/// those of now: so that what the earlier ones said is told from what the account has by the same
/// rules (masks, spellings, sets, patterns).
///
/// @param resources by address
/// @param differing of those that differ from the manifests of now in the account, what the account
///   has otherwise than they said
public record EarlierFindings(
    Map<Address, Resource> resources, Map<Address, List<FieldChange>> differing) {

  public EarlierFindings {
    resources = Map.copyOf(resources);
    differing = Map.copyOf(differing);
  }

  /// What the manifests said of a field, as plans print it.
  public record Said(Value value, String shown) {}

  /// @param diff of the manifests of now
  public static EarlierFindings of(
      Desired then, Desired now, Diff diff, Snapshot live, KindList kinds) {
    Map<Address, Resource> resources = new HashMap<>();
    then.resources().forEach(resource -> resources.put(resource.address(), resource));
    var ignoring = new Ignoring(now.project().ignored());
    Map<Address, List<FieldChange>> differing = new HashMap<>();
    for (Change change : diff.changes()) {
      Resource before = resources.get(change.address());
      Optional<Live> there = live.find(change.address());
      if (before != null && there.isPresent() && change.findings().hasChanges()) {
        KindDefinition definition = kinds.ofSlug(before.address().kind()).definition();
        differing.put(
            change.address(),
            definition
                .compare(ignoring.compared(before), there.get(), live.ids(), Intent.PLAIN)
                .fields());
      }
    }
    return new EarlierFindings(resources, differing);
  }

  /// Whether an object was to be there.
  public boolean described(Address address) {
    Resource before = resources.get(address);
    return before != null && !before.metadata().isAbsent();
  }

  /// Whether an object was to be absent.
  public boolean wasGoing(Address address) {
    Resource before = resources.get(address);
    return before != null && before.metadata().isAbsent();
  }

  /// Who made a field of the account differ from the manifests of now: `INTENDED`, when the account
  /// is as the earlier ones said, or they said nothing; `DRIFT`, when they said the same as those
  /// of now; else `CONFLICT`.
  public String cause(Address address, FieldChange now) {
    if (!described(address)) {
      return "INTENDED";
    }
    List<FieldChange> then =
        differing.getOrDefault(address, List.of()).stream()
            .filter(before -> isSameField(before, now))
            .toList();
    if (then.isEmpty()) {
      return "INTENDED";
    }
    return then.stream().allMatch(before -> saysTheSame(before, now)) ? "DRIFT" : "CONFLICT";
  }

  /// What they said of it; empty where they said nothing.
  public Optional<Said> said(Address address, FieldChange now) {
    if (!described(address)) {
      return Optional.empty();
    }
    Optional<FieldChange> then =
        differing.getOrDefault(address, List.of()).stream()
            .filter(found -> found.written().equals(now.written()))
            .findFirst();
    if (then.isPresent()) {
      return then.map(found -> new Said(found.after(), found.to()));
    }
    Resource before = resources.get(address);
    boolean isSaid = before != null && !before.spec().at(now.written()).isAbsent();
    return isSaid && !now.before().isAbsent()
        ? Optional.of(new Said(now.before(), now.from()))
        : Optional.empty();
  }

  /// The same field, or one inside the other: a list may be compared whole at one time and by its
  /// items at another.
  private static boolean isSameField(FieldChange before, FieldChange now) {
    return before.written().startsWith(now.written()) || now.written().startsWith(before.written());
  }

  private static boolean saysTheSame(FieldChange before, FieldChange now) {
    return before.written().equals(now.written()) && before.after().equals(now.after());
  }
}
