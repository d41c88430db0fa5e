package dev.ftctl.live;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.KindReader;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.ApiFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Reads side by side what lists left out: of what was matched, and of what a scope explores.
final class Details {

  private final Account account;
  private final KindList kinds;
  private final ReadScope scope;
  private final Parallel parallel;
  private final Refused refused;
  private final Map<String, KindReader> readers = new ConcurrentHashMap<>();

  Details(Account account, KindList kinds, ReadScope scope, Parallel parallel) {
    this.account = account;
    this.kinds = kinds;
    this.scope = scope;
    this.parallel = parallel;
    this.refused = new Refused(account, kinds);
  }

  Snapshot of(Matching matching) {
    var unread = new LinkedHashMap<Address, Unread.One>();
    Map<Address, Live> matched = described(List.copyOf(matching.found().values()), unread);
    matching.dropped().forEach((address, match) -> matched.put(address, match.live()));
    Map<Address, Live> former = described(List.copyOf(matching.former().values()), unread);
    former.forEach((document, live) -> matching.ids().cameFrom(document, live.id()));
    var others = new ArrayList<Unread.One>();
    List<Live> unmanaged = unmanaged(matching, others);
    Map<String, ApiFailure> closed = closed(matched, unread);
    return new Snapshot(
        matched,
        former,
        unmanaged,
        matching.ids(),
        matching.extras(),
        matching.problems(),
        new Unread(unread, others, closed, List.of()));
  }

  /// Kinds of whose objects none can be seen, where that is what a closed list is elsewhere.
  private Map<String, ApiFailure> closed(
      Map<Address, Live> matched, Map<Address, Unread.One> unread) {
    Set<String> seen =
        scope.wanted().stream()
            .filter(wanted -> isDetailed(wanted) && matched.containsKey(wanted.address()))
            .map(wanted -> wanted.address().kind())
            .collect(Collectors.toSet());
    var closed = new HashMap<String, ApiFailure>();
    unread.forEach((address, one) -> {
      boolean isRefused = one.failure().isDenied() || one.failure().isNotFound();
      if (isRefused
          && !seen.contains(address.kind())
          && kinds.ofSlug(address.kind()).definition().isListedElsewhere()) {
        closed.put(address.kind(), one.failure());
      }
    });
    return closed;
  }

  /// What one reading came to.
  ///
  /// @param live as far as it was read
  /// @param failures the one that it ended with, if any
  private record Reading(Live live, List<ApiFailure> failures) {
    Optional<Unread.One> unread() {
      return failures.stream().findFirst().map(failure -> new Unread.One(live, failure));
    }
  }

  /// @param unread collects what could not be read
  private Map<Address, Live> described(
      List<Claims.Match> matches, Map<Address, Unread.One> unread) {
    List<Reading> answers =
        parallel.all(
            matches.stream()
                .map(match ->
                    new Parallel.Task<>(
                        match.wanted().address().toString(), () -> described(match)))
                .toList());
    var read = new LinkedHashMap<Address, Live>();
    for (int i = 0; i < matches.size(); i++) {
      Address address = matches.get(i).wanted().address();
      Reading answer = answers.get(i);
      if (answer.unread().isPresent()) {
        unread.put(address, answer.unread().get());
      } else if (scope.light().contains(address) || isThere(answer.live())) {
        read.put(address, answer.live());
      }
    }
    lookUp(matches, read, unread);
    return read;
  }

  /// Puts what sources tell into what was read.
  private void lookUp(
      List<Claims.Match> matches, Map<Address, Live> read, Map<Address, Unread.One> unread) {
    List<SourceLookups.Share> shares =
        new SourceLookups(slug -> reader(slug).lookups(), account.quotas(), scope.lookups())
            .shares(matches, read);
    if (shares.isEmpty()) {
      return;
    }
    List<Reading> answers =
        parallel.all(
            shares.stream()
                .map(share ->
                    new Parallel.Task<>(
                        "source of " + share.address(), () -> tried(share.live(), share::learned)))
                .toList());
    for (int i = 0; i < shares.size(); i++) {
      Address address = shares.get(i).address();
      if (answers.get(i).unread().isPresent()) {
        unread.put(address, answers.get(i).unread().get());
        read.remove(address);
      } else {
        read.put(address, answers.get(i).live());
      }
    }
  }

  /// What is only to be deleted needs no details, nor does what is only needed.
  private Reading described(Claims.Match match) {
    return isDetailed(match.wanted())
        ? read(match.live(), new Interest.Named(match.wanted()))
        : new Reading(match.live(), List.of());
  }

  private boolean isDetailed(Resource wanted) {
    Address address = wanted.address();
    return scope.reach().includes(address)
        && !scope.light().contains(address)
        && !wanted.metadata().isAbsent();
  }

  private Reading read(Live light, Interest interest) {
    return tried(light, () -> reader(light).details(light, interest));
  }

  private Reading tried(Live light, Supplier<Live> reading) {
    try {
      Live detailed = reading.get();
      refused.read();
      return new Reading(detailed, List.of());
    } catch (ApiException failed) {
      refused.judge(light, failed);
      return new Reading(light, List.of(failed.failure()));
    }
  }

  /// With their details where the scope explores them, and where they may be what a document would
  /// create a second time.
  ///
  /// @param unread collects those of the latter that could not be read
  private List<Live> unmanaged(Matching matching, List<Unread.One> unread) {
    List<Resource> created =
        matching.created().stream()
            .filter(wanted -> scope.reach().includes(wanted.address()))
            .toList();
    if (created.isEmpty() && scope.unmanaged().isEmpty()) {
      return matching.unmanaged();
    }
    Map<String, Resource> near = neighbours(created, matching.ids());
    List<Reading> answers =
        parallel.all(
            matching.unmanaged().stream()
                .map(other -> new Parallel.Task<>(other.label(), () -> unmanaged(other, near)))
                .toList());
    answers.forEach(answer -> answer.unread().ifPresent(unread::add));
    return answers.stream().map(Reading::live).filter(this::isThere).toList();
  }

  /// One creation of each neighbourhood, by kind and neighbourhood.
  private Map<String, Resource> neighbours(List<Resource> created, Ids ids) {
    var near = new HashMap<String, Resource>();
    for (Resource wanted : created) {
      String kind = wanted.address().kind();
      kinds
          .ofSlug(kind)
          .definition()
          .lookalikes()
          .flatMap(facet -> facet.neighbourhood(wanted, ids))
          .ifPresent(where -> near.putIfAbsent(kind + " " + where, wanted));
    }
    return near;
  }

  /// What is explored is wanted whole: there a failure ends the run, unless it is of a part that a
  /// described owner has.
  private Reading unmanaged(Live other, Map<String, Resource> near) {
    Interest.Broad explored = scope.unmanaged().get(other.kind());
    if (explored != null && scope.ofDescribed().contains(other.kind())) {
      return read(other, explored);
    }
    if (explored != null) {
      return new Reading(reader(other).details(other, explored), List.of());
    }
    return kinds
        .ofSlug(other.kind())
        .definition()
        .lookalikes()
        .map(facet -> near.get(other.kind() + " " + facet.neighbourhood(other)))
        .map(wanted -> read(other, new Interest.Named(wanted)))
        .orElseGet(() -> new Reading(other, List.of()));
  }

  /// A part is looked for with its owner, and may not be there.
  private boolean isThere(Live live) {
    boolean isPart = kinds.ofSlug(live.kind()).definition().partOf().isPresent();
    return !isPart || !live.fields().entries().isEmpty();
  }

  private KindReader reader(Live live) {
    return reader(live.kind());
  }

  private KindReader reader(String kind) {
    return readers.computeIfAbsent(kind, slug -> kinds.ofSlug(slug).reader(account));
  }
}
