package dev.ftctl.live;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.KindReader;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Reads side by side what lists left out: of what was matched, and of what a scope explores.
final class Details {

  private final Account account;
  private final KindList kinds;
  private final ReadScope scope;
  private final Parallel parallel;
  private final Map<String, KindReader> readers = new ConcurrentHashMap<>();

  Details(Account account, KindList kinds, ReadScope scope, Parallel parallel) {
    this.account = account;
    this.kinds = kinds;
    this.scope = scope;
    this.parallel = parallel;
  }

  Snapshot of(Matching matching) {
    Map<Address, Live> matched = described(List.copyOf(matching.found().values()));
    matching.dropped().forEach((address, match) -> matched.put(address, match.live()));
    Map<Address, Live> former = described(List.copyOf(matching.former().values()));
    return new Snapshot(matched, former, unmanaged(matching), matching.ids(), matching.problems());
  }

  private Map<Address, Live> described(List<Match> matches) {
    List<Live> answers =
        parallel.all(
            matches.stream()
                .map(match ->
                    new Parallel.Task<>(
                        match.wanted().address().toString(), () -> described(match)))
                .toList());
    var read = new LinkedHashMap<Address, Live>();
    for (int i = 0; i < matches.size(); i++) {
      if (isThere(answers.get(i))) {
        read.put(matches.get(i).wanted().address(), answers.get(i));
      }
    }
    return read;
  }

  /// What is only to be deleted needs no details.
  private Live described(Match match) {
    return match.wanted().metadata().isAbsent()
        ? match.live()
        : reader(match.live()).details(match.live(), new Interest.Named(match.wanted()));
  }

  /// With their details where the scope explores them, and where they may be what a document would
  /// create a second time.
  private List<Live> unmanaged(Matching matching) {
    List<Resource> created = matching.created();
    if (created.isEmpty() && scope.unmanaged().isEmpty()) {
      return matching.unmanaged();
    }
    Map<String, Resource> near = neighbours(created, matching.ids());
    return parallel
        .all(
            matching.unmanaged().stream()
                .map(other -> new Parallel.Task<>(other.label(), () -> unmanaged(other, near)))
                .toList())
        .stream()
        .filter(this::isThere)
        .toList();
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

  private Live unmanaged(Live other, Map<String, Resource> near) {
    Interest.Broad explored = scope.unmanaged().get(other.kind());
    if (explored != null) {
      return reader(other).details(other, explored);
    }
    return kinds
        .ofSlug(other.kind())
        .definition()
        .lookalikes()
        .map(facet -> near.get(other.kind() + " " + facet.neighbourhood(other)))
        .map(wanted -> reader(other).details(other, new Interest.Named(wanted)))
        .orElse(other);
  }

  /// A part is looked for with its owner, and may not be there.
  private boolean isThere(Live live) {
    boolean isPart = kinds.ofSlug(live.kind()).definition().partOf().isPresent();
    return !isPart || !live.fields().entries().isEmpty();
  }

  private KindReader reader(Live live) {
    return readers.computeIfAbsent(live.kind(), slug -> kinds.ofSlug(slug).reader(account));
  }
}
