package dev.ftctl.diff;

import dev.ftctl.kind.Intent;
import dev.ftctl.live.Reach;
import dev.ftctl.live.Snapshot;
import dev.ftctl.live.Unread;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.policy.Policies;
import dev.ftctl.manifest.project.Environment;
import dev.ftctl.manifest.project.HandoutSinks;
import dev.ftctl.manifest.project.Project;
import dev.ftctl.model.Coverage;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.testing.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// An account as a snapshot would tell it, for comparisons with what a test wants.
final class Situation {

  private final Ids ids = new Ids();
  private final Map<Address, Live> matched = new HashMap<>();
  private final Map<Address, Live> former = new HashMap<>();
  private final List<Live> unmanaged = new ArrayList<>();
  private final List<Resource> notAsked = new ArrayList<>();
  private final java.util.Set<Address> needed = new java.util.HashSet<>();
  private Coverage pruneScope = Coverage.NOTHING;
  private Coverage scope = Coverage.NOTHING;
  private boolean prunes;

  /// A live object that a document describes.
  Situation matched(String address, Live live) {
    matched.put(address(address), live);
    return known(address, live.id().value());
  }

  /// A live object that a document describes by the name that it had before.
  Situation former(String address, Live live) {
    former.put(address(address), live);
    return this;
  }

  Situation unmanaged(Live... live) {
    unmanaged.addAll(List.of(live));
    return this;
  }

  Situation known(String address, String id) {
    ids.put(address(address), new RemoteId(id));
    return this;
  }

  /// Documents that a narrowed run does not plan.
  Situation notAsked(Resource... resources) {
    notAsked.addAll(List.of(resources));
    return this;
  }

  Situation pruning(Coverage newScope) {
    prunes = true;
    pruneScope = newScope;
    return this;
  }

  Situation managing(Coverage newScope) {
    scope = newScope;
    return this;
  }

  Diff diff(Resource... wanted) {
    return diff(Optional.empty(), wanted);
  }

  /// @param base what was described before
  Diff diff(Optional<Base> base, Resource... wanted) {
    var options = new DiffOptions(Intent.PLAIN, prunes, base, new Reach.All());
    return Diff.between(desired(wanted), snapshot(), Wanted.KINDS, options);
  }

  LastOnes lastOnes(Ignoring ignoring, Resource... wanted) {
    return new LastOnes(desired(wanted), snapshot(), Wanted.KINDS, Optional.empty(), ignoring);
  }

  /// What is only needed by the rest.
  Situation needing(String address) {
    needed.add(Address.parse(address, slug -> true).orElseThrow());
    return this;
  }

  private Desired desired(Resource... wanted) {
    var all = new ArrayList<>(List.of(wanted));
    all.addAll(notAsked);
    Set<Address> narrowed =
        List.of(wanted).stream().map(Resource::address).collect(Collectors.toSet());
    return new Desired(
        project(), all, narrowed, needed, Set.of(), List.of(), new Sources(), 1, "digest");
  }

  private Snapshot snapshot() {
    return new Snapshot(
        matched, former, unmanaged, ids, java.util.Map.of(), List.of(), Unread.NOTHING);
  }

  static Live live(String kind, String id, String identity, Map<String, ?> fields) {
    return new Live(kind, new RemoteId(id), identity, identity, Wanted.mapping(fields), true);
  }

  /// As Fivetran itself makes them.
  static Live notOurs(Live live) {
    return new Live(live.kind(), live.id(), live.identity(), live.label(), live.fields(), false);
  }

  static Resource existing(Resource resource) {
    var metadata =
        new Metadata(
            resource.metadata().name(), Map.of(), false, false, true, List.of(), 0, "", List.of());
    return new Resource(resource.address(), metadata, resource.spec(), resource.place());
  }

  private Project project() {
    return new Project(
        "",
        "",
        "",
        List.of(),
        List.of(),
        Map.of(),
        pruneScope,
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Policies.NONE,
        HandoutSinks.NONE,
        scope,
        Environment.NONE,
        List.of());
  }

  private static Address address(String text) {
    return Address.parse(text, slug -> slug.equals("connector")).orElseThrow();
  }
}
