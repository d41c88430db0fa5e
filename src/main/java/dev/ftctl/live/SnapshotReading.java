package dev.ftctl.live;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.Moves;
import dev.ftctl.model.Address;
import dev.ftctl.model.ApiException;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Problem;
import dev.ftctl.model.RemoteId;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/// One reading of the account: lists side by side, then matching in the order of kinds, then
/// details side by side.
final class SnapshotReading {

  private final Account account;
  private final KindList kinds;
  private final Scope scope;
  private final ReadingObserver observer;
  private final Ids ids = new Ids();
  private final Map<Address, Live> light = new LinkedHashMap<>();
  private final Map<Address, Live> lightFormer = new LinkedHashMap<>();
  private final Map<Address, Live> lightYielding = new LinkedHashMap<>();
  private final Map<String, Address> takenBy = new HashMap<>();
  private final List<Live> unmanaged = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  SnapshotReading(Account account, KindList kinds, Scope scope, ReadingObserver observer) {
    this.account = account;
    this.kinds = kinds;
    this.scope = scope;
    this.observer = observer;
  }

  Snapshot read() {
    Map<String, List<Live>> lists = lists();
    for (Kind kind : kinds.kinds()) {
      match(kind.definition(), lists.getOrDefault(kind.definition().slug(), List.of()));
    }
    Map<Address, Live> detailed = new LinkedHashMap<>(details(light));
    detailed.putAll(lightYielding);
    Map<Address, Live> former = details(lightFormer);
    return new Snapshot(detailed, former, lookedAt(), ids, problems);
  }

  /// What no manifest describes, with its details where it may be what a document would create a
  /// second time.
  private List<Live> lookedAt() {
    List<Resource> created =
        scope.wanted().stream()
            .filter(wanted ->
                !light.containsKey(wanted.address()) && !lightFormer.containsKey(wanted.address()))
            .filter(wanted -> !wanted.metadata().isAbsent())
            .toList();
    if (created.isEmpty()) {
      return unmanaged;
    }
    return all(
        unmanaged.stream()
            .map(other -> watched(other.label(), () -> lookedAt(other, created)))
            .toList());
  }

  private Live lookedAt(Live other, List<Resource> created) {
    Kind kind = kinds.ofSlug(other.kind());
    return created.stream()
        .filter(wanted -> wanted.address().kind().equals(other.kind()))
        .filter(wanted -> mayBeAlike(kind.definition(), wanted, other))
        .findFirst()
        .map(wanted -> kind.reader(account).details(other, new Interest.Named(wanted)))
        .orElse(other);
  }

  private boolean mayBeAlike(KindDefinition definition, Resource wanted, Live other) {
    return definition.lookalikes().filter(facet -> facet.mayBeOne(wanted, other, ids)).isPresent();
  }

  private Map<String, List<Live>> lists() {
    List<Kind> whole =
        kinds.kinds().stream().filter(kind -> kind.definition().partOf().isEmpty()).toList();
    List<Callable<List<Live>>> tasks =
        whole.stream()
            .map(kind -> watched("list of " + kind.definition().slug(), () -> list(kind)))
            .toList();
    List<List<Live>> answers = all(tasks);
    var bySlug = new HashMap<String, List<Live>>();
    for (int i = 0; i < whole.size(); i++) {
      bySlug.put(whole.get(i).definition().slug(), answers.get(i));
    }
    return bySlug;
  }

  /// A list that nothing wanted needs is read only to report what is unmanaged, so a key without
  /// the right to see it may go on.
  private List<Live> list(Kind kind) {
    try {
      return kind.reader(account).list();
    } catch (ApiException refused) {
      if (refused.failure().isDenied() && !scope.kinds().contains(kind.definition().slug())) {
        return List.of();
      }
      throw refused;
    }
  }

  private void match(KindDefinition definition, List<Live> lives) {
    var byIdentity = new LinkedHashMap<String, List<Live>>();
    lives.forEach(
        live -> byIdentity.computeIfAbsent(live.identity(), key -> new ArrayList<>()).add(live));
    for (Resource wanted : scope.wanted()) {
      if (wanted.address().kind().equals(definition.slug())) {
        matchOne(definition, wanted, lives, byIdentity);
      }
    }
    for (Resource yielding : scope.yielding()) {
      if (yielding.address().kind().equals(definition.slug())) {
        definition
            .identity(yielding, ids)
            .map(key -> byIdentity.getOrDefault(key, List.of()))
            .filter(candidates -> candidates.size() == 1 && !isTaken(candidates.getFirst()))
            .ifPresent(candidates -> take(yielding, candidates.getFirst(), lightYielding));
      }
    }
    for (Live live : lives) {
      if (!isTaken(live)) {
        unmanaged.add(live);
        ids.put(definition.liveAddress(live, ids), live.id());
      }
    }
  }

  private void matchOne(
      KindDefinition definition,
      Resource wanted,
      List<Live> lives,
      Map<String, List<Live>> byIdentity) {
    Optional<String> identity = definition.identity(wanted, ids);
    if (definition.partOf().isPresent()) {
      identity.ifPresent(owner -> light.put(wanted.address(), part(definition, owner)));
      return;
    }
    String pinned = wanted.spec().text("id");
    List<Live> candidates =
        pinned.isEmpty()
            ? identity.map(key -> byIdentity.getOrDefault(key, List.of())).orElse(List.of())
            : lives.stream().filter(live -> live.id().value().equals(pinned)).toList();
    if (candidates.size() > 1) {
      problems.add(ambiguous(wanted, candidates));
    } else if (candidates.size() == 1) {
      take(wanted, candidates.getFirst(), light);
      if (movesByCopy(definition)) {
        former(definition, wanted, byIdentity)
            .filter(former -> !former.id().equals(candidates.getFirst().id()))
            .ifPresent(former -> lightFormer.put(wanted.address(), former));
      }
    } else if (!pinned.isEmpty()) {
      problems.add(missingPin(wanted, pinned));
    } else {
      former(definition, wanted, byIdentity)
          .ifPresent(former -> {
            if (movesByCopy(definition)) {
              lightFormer.put(wanted.address(), former);
            } else {
              take(wanted, former, lightFormer);
            }
          });
    }
  }

  private static boolean movesByCopy(KindDefinition definition) {
    return definition.moves().flatMap(Moves::byCopy).isPresent();
  }

  private boolean isTaken(Live live) {
    return takenBy.containsKey(live.kind() + "/" + live.id());
  }

  private Optional<Live> former(
      KindDefinition definition, Resource wanted, Map<String, List<Live>> byIdentity) {
    return definition
        .moves()
        .flatMap(moves -> moves.formerIdentity(wanted, ids))
        .map(key -> byIdentity.getOrDefault(key, List.of()))
        .filter(former -> former.size() == 1)
        .map(List::getFirst);
  }

  private void take(Resource wanted, Live live, Map<Address, Live> into) {
    Address earlier = takenBy.putIfAbsent(live.kind() + "/" + live.id(), wanted.address());
    if (earlier != null) {
      problems.add(
          Problem.error(
              wanted.place(),
              "two-for-one",
              wanted.address().toString(),
              "this and "
                  + earlier
                  + " both describe the live object "
                  + live.label()
                  + " (id "
                  + live.id()
                  + ")",
              "keep one of the two documents"));
      return;
    }
    into.put(wanted.address(), live);
    ids.put(wanted.address(), live.id());
  }

  private static Live part(KindDefinition definition, String owner) {
    return new Live(
        definition.slug(),
        new RemoteId(owner),
        owner,
        owner,
        dev.ftctl.model.Value.Mapping.EMPTY,
        true);
  }

  private Map<Address, Live> details(Map<Address, Live> objects) {
    Map<Address, Resource> wantedBy = new HashMap<>();
    scope.wanted().forEach(wanted -> wantedBy.put(wanted.address(), wanted));
    Map<String, KindReader> readers = new HashMap<>();
    List<Address> order = List.copyOf(objects.keySet());
    List<Callable<Live>> tasks = new ArrayList<>();
    for (Address address : order) {
      KindReader reader =
          readers.computeIfAbsent(address.kind(), slug -> kinds.ofSlug(slug).reader(account));
      Resource wanted = java.util.Objects.requireNonNull(wantedBy.get(address));
      Live live = java.util.Objects.requireNonNull(objects.get(address));
      // What is only to be deleted needs no details.
      Callable<Live> task =
          () -> wanted.metadata().isAbsent() ? live : reader.details(live, new Interest.Named(wanted));
      tasks.add(watched(address.toString(), task));
    }
    List<Live> answers = all(tasks);
    var detailed = new LinkedHashMap<Address, Live>();
    for (int i = 0; i < order.size(); i++) {
      Live live = answers.get(i);
      boolean isPart = kinds.ofSlug(live.kind()).definition().partOf().isPresent();
      if (!isPart || !live.fields().entries().isEmpty()) {
        detailed.put(order.get(i), live);
      }
    }
    return detailed;
  }

  private <T> List<T> all(List<Callable<T>> tasks) {
    observer.expected(tasks.size());
    return Parallel.all(tasks);
  }

  private <T> Callable<T> watched(String what, Callable<T> task) {
    return () -> {
      T answer = task.call();
      observer.read(what);
      return answer;
    };
  }

  private static Problem ambiguous(Resource wanted, List<Live> candidates) {
    List<String> found =
        candidates.stream().map(live -> live.label() + " (id " + live.id() + ")").toList();
    return Problem.error(
        wanted.place(),
        "ambiguous",
        wanted.address().toString(),
        "the account has "
            + candidates.size()
            + " objects of this identity: "
            + String.join(", ", found),
        "say which one is meant with spec.id");
  }

  private static Problem missingPin(Resource wanted, String pinned) {
    return Problem.error(
        wanted.spec().placeOf("id"),
        "unknown-id",
        wanted.address().toString(),
        "spec.id is '" + pinned + "', and the account has no such object of this kind",
        "mend the id, or leave it out");
  }
}
