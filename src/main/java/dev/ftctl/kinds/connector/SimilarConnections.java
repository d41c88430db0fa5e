package dev.ftctl.kinds.connector;

import dev.ftctl.kind.Lookalikes;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Connections of the account that no manifest describes, to be found by what a document would make
/// a second time: the same service with the same schema name (letter case aside), or in the same
/// group with nothing that speaks for another source. A document that was given another group or
/// schema name does that.
///
/// Each is filed under every place that its configuration names, so that one creation is compared
/// with those only that share its rarest place, or leave that open.
final class SimilarConnections implements Lookalikes.Finder {

  private record Filed(Live live, Source source) {}

  private final Function<Resource, Optional<String>> schemaName;
  private final Map<String, List<Live>> byName = new HashMap<>();
  private final Map<String, Neighbours> byNeighbourhood = new HashMap<>();

  /// @param schemaName of a wanted connection
  SimilarConnections(List<Live> others, Function<Resource, Optional<String>> schemaName) {
    this.schemaName = schemaName;
    for (Live other : others) {
      byName
          .computeIfAbsent(
              named(other.fields().text("service"), other.fields().text("schema")),
              key -> new ArrayList<>())
          .add(other);
      byNeighbourhood
          .computeIfAbsent(neighbourhood(other), key -> new Neighbours())
          .file(new Filed(other, Source.of(other.fields().mapping(ConnectorTable.CONFIG))));
    }
  }

  @Override
  public List<Live> alike(Resource wanted, Ids ids, int most) {
    String service = wanted.spec().text("service");
    Set<Live> found = new LinkedHashSet<>();
    schemaName
        .apply(wanted)
        .map(name -> byName.getOrDefault(named(service, name), List.of()))
        .ifPresent(those -> those.stream().limit(most).forEach(found::add));
    Source source = Source.of(wanted.spec().mapping(ConnectorTable.CONFIG));
    neighbourhood(wanted, ids)
        .map(byNeighbourhood::get)
        .ifPresent(neighbours -> neighbours.add(source, found, most));
    return List.copyOf(found);
  }

  static Optional<String> neighbourhood(Resource wanted, Ids ids) {
    return ConnectorDefinition.group(wanted)
        .flatMap(ids::find)
        .map(group -> wanted.spec().text("service") + " " + group.value());
  }

  static String neighbourhood(Live other) {
    return other.fields().text("service") + " " + other.fields().text("group_id");
  }

  static String insteadOf(int alike, Address first) {
    String former = alike > 1 ? "GROUP/SCHEMA" : first.instance() + "/" + first.name();
    return "another schema name or group is another connection; to move that one there, write"
        + " `moved_from: "
        + former
        + "` in its metadata";
  }

  private static String named(String service, String schema) {
    return service + " " + schema.toLowerCase(Locale.ROOT);
  }

  /// Connections of one service in one group.
  private static final class Neighbours {

    private final List<Filed> all = new ArrayList<>();
    private final Map<String, List<Filed>> byPlace = new HashMap<>();
    private final Map<String, List<Filed>> byAccount = new HashMap<>();
    private final Map<String, List<Filed>> silent = new HashMap<>();

    void file(Filed one) {
      for (String field : one.source().places().keySet()) {
        silent.computeIfAbsent(field, first -> new ArrayList<>(all));
      }
      silent.forEach((field, those) -> {
        if (!one.source().places().containsKey(field)) {
          those.add(one);
        }
      });
      all.add(one);
      one.source().places().forEach((field, place) -> put(byPlace, field + "=" + place, one));
      one.source()
          .members()
          .forEach((field, held) -> {
            if (Source.isOfAccounts(field)) {
              held.forEach(member -> put(byAccount, field + "=" + member, one));
            }
          });
    }

    /// Adds what is like it until there are enough. A loop, since streams that are joined look at
    /// all of the second one, whatever the limit.
    void add(Source wanted, Set<Live> found, int most) {
      for (List<Filed> some : candidates(wanted)) {
        for (Filed one : some) {
          if (found.size() >= most) {
            return;
          }
          if (wanted.isLike(one.source())) {
            found.add(one.live());
          }
        }
      }
    }

    private List<List<Filed>> candidates(Source wanted) {
      var candidates = new ArrayList<List<Filed>>();
      wanted
          .members()
          .forEach((field, held) -> {
            if (Source.isOfAccounts(field)) {
              held.forEach(member -> candidates.add(at(byAccount, field + "=" + member)));
            }
          });
      candidates.addAll(rarest(wanted));
      return candidates;
    }

    /// Those that share the place which fewest share, and those that leave it open.
    private List<List<Filed>> rarest(Source wanted) {
      List<List<Filed>> fewest = List.of(all);
      int size = all.size();
      for (var place : wanted.places().entrySet()) {
        List<Filed> same = at(byPlace, place.getKey() + "=" + place.getValue());
        List<Filed> open = silent.getOrDefault(place.getKey(), all);
        if (same.size() + open.size() < size) {
          size = same.size() + open.size();
          fewest = List.of(same, open);
        }
      }
      return fewest;
    }

    private static void put(Map<String, List<Filed>> map, String key, Filed one) {
      map.computeIfAbsent(key, first -> new ArrayList<>()).add(one);
    }

    private static List<Filed> at(Map<String, List<Filed>> map, String key) {
      return map.getOrDefault(key, List.of());
    }
  }
}
