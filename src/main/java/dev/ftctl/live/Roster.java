package dev.ftctl.live;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.PartOf;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.ApiException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who there is of some kinds, as lists alone tell it: a list call (or its pages) for each kind, no
/// details but those without which nobody can tell who is who. Enough to find an object by its
/// address, name or id, and to see how it is.
///
/// @param lists the objects of each kind that was asked for, by slug, in the order of the answers
/// @param ids of what resources describe, and of what no resource does
/// @param kinds all there are
public record Roster(Map<String, List<Live>> lists, Ids ids, KindList kinds) {

  public Roster {
    lists = Map.copyOf(lists);
  }

  /// Reads the lists side by side, anew where an object that one named is gone by the time of its
  /// details.
  ///
  /// @param wanted what manifests describe, so that objects go by their documents' addresses
  /// @param slugs which kinds; a part goes by its owner's list
  /// @throws dev.ftctl.model.problem.ApiException when one of the lists can't be read
  public static Roster read(
      Account account,
      KindList kinds,
      List<Resource> wanted,
      Set<String> slugs,
      ReadingObserver observer) {
    var asked = new LinkedHashSet<String>();
    for (String slug : slugs) {
      var definition = kinds.ofSlug(slug).definition();
      String owner = definition.partOf().map(PartOf::owner).orElse(slug);
      ask(kinds, owner, asked);
    }
    return Looks.until(() -> look(account, kinds, wanted, asked, new Parallel(observer)));
  }

  private static Roster look(
      Account account,
      KindList kinds,
      List<Resource> wanted,
      Set<String> asked,
      Parallel parallel) {
    List<Kind> read =
        kinds.kinds().stream().filter(kind -> asked.contains(kind.definition().slug())).toList();
    Map<String, List<Live>> lists = new HashMap<>();
    List<List<Live>> answers =
        parallel.all(
            read.stream()
                .map(kind ->
                    new Parallel.Task<>(
                        "list of " + kind.definition().slug(), () -> kind.reader(account).list()))
                .toList());
    for (int i = 0; i < read.size(); i++) {
      lists.put(read.get(i).definition().slug(), answers.get(i));
    }
    List<Resource> known =
        wanted.stream().filter(resource -> asked.contains(resource.address().kind())).toList();
    ReadScope scope = ReadScope.of(known);
    Map<String, List<Live>> told = new IdentityDetails(account, kinds, parallel).in(lists, scope);
    return new Roster(told, Matching.of(kinds, told, scope).ids(), kinds);
  }

  /// With the kinds that it stands on, and so on.
  private static void ask(KindList kinds, String slug, Set<String> asked) {
    if (asked.add(slug)) {
      kinds.ofSlug(slug).definition().standsOn().forEach(below -> ask(kinds, below, asked));
    }
  }

  /// Listed objects with what their details tell, in their order, a call for each; who is gone
  /// since the list was read is left out.
  public static List<Live> detailed(Account account, Kind kind, List<Live> listed) {
    KindReader reader = kind.reader(account);
    List<Parallel.Task<Optional<Live>>> tasks =
        listed.stream()
            .map(live -> new Parallel.Task<>(live.label(), () -> details(reader, live)))
            .toList();
    return new Parallel(ReadingObserver.NONE)
        .all(tasks).stream().flatMap(Optional::stream).toList();
  }

  private static Optional<Live> details(KindReader reader, Live live) {
    try {
      return Optional.of(reader.details(live, new Interest.Whole()));
    } catch (ApiException failed) {
      if (failed.failure().isNotFound()) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  /// What an object goes by: its document's address, else its documented one.
  public Address addressOf(Live live) {
    return ids.nameOf(live.kind(), live.id().value())
        .orElseGet(() -> kinds.ofSlug(live.kind()).definition().liveAddress(live, ids));
  }
}
