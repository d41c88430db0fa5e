package dev.ftctl.live;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.Facets.FoundInDetail;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.KindReader;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.ApiException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Reads what objects are known by where their list doesn't tell ([FoundInDetail]): of those that
/// lie where a document says.
record IdentityDetails(Account account, KindList kinds, Parallel parallel) {

  /// The lists, by slug, with those details.
  Map<String, List<Live>> in(Map<String, List<Live>> lists, ReadScope scope) {
    var richer = new HashMap<>(lists);
    for (Kind kind : kinds.kinds()) {
      String slug = kind.definition().slug();
      List<Resource> documents =
          Stream.concat(scope.wanted().stream(), scope.dropped().stream())
              .filter(resource -> resource.address().kind().equals(slug))
              .toList();
      if (!documents.isEmpty() && lists.containsKey(slug)) {
        kind.definition()
            .foundInDetail()
            .ifPresent(facet ->
                richer.put(
                    slug, detailed(kind, lists, places(facet, kind, documents, lists, scope))));
      }
    }
    return richer;
  }

  /// Where the documents look: everywhere, where one is to be gone and nobody knows where it was.
  private Predicate<List<String>> places(
      FoundInDetail facet,
      Kind kind,
      List<Resource> documents,
      Map<String, List<Live>> lists,
      ReadScope scope) {
    Set<String> below = kind.definition().standsOn();
    Map<String, List<Live>> known = new HashMap<>(lists);
    known.keySet().retainAll(below);
    List<Resource> stoodOn =
        scope.wanted().stream().filter(one -> below.contains(one.address().kind())).toList();
    Ids ids = Matching.of(kinds, known, ReadScope.of(stoodOn)).ids();
    var around = new Listed(lists, live -> false);
    var places = new HashSet<String>();
    boolean isAnywhere = false;
    for (Resource one : documents) {
      Optional<List<String>> own = facet.neighbourhoods(one, ids, around);
      own.ifPresent(all -> places.add(all.getLast()));
      isAnywhere |= own.isEmpty() && (one.metadata().isAbsent() || scope.dropped().contains(one));
    }
    return isAnywhere ? any -> true : all -> !all.isEmpty() && places.contains(all.getLast());
  }

  private List<Live> detailed(
      Kind kind, Map<String, List<Live>> lists, Predicate<List<String>> places) {
    KindReader reader = kind.reader(account);
    FoundInDetail facet = kind.definition().foundInDetail().orElseThrow();
    var around = new Listed(lists, live -> false);
    var refused = new Refused(account, kinds);
    return parallel.all(
        lists.getOrDefault(kind.definition().slug(), List.of()).stream()
            .map(live ->
                new Parallel.Task<>(
                    live.label(),
                    () ->
                        places.test(facet.neighbourhoods(live, around))
                            ? read(reader, live, refused)
                            : live))
            .toList());
  }

  private static Live read(KindReader reader, Live live, Refused refused) {
    try {
      return reader.details(live, new Interest.Whole());
    } catch (ApiException failed) {
      refused.judge(live, failed);
      // Without it nobody can tell whose it is.
      throw failed;
    }
  }
}
