package dev.ftctl.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;

/// The sources of dbt that connections make up: one for each schema of a warehouse.
///
/// @param all sorted by name
/// @param untold what could not be told apart, in words
public record DbtSources(List<DbtSource> all, List<String> untold) {

  public DbtSources {
    all = List.copyOf(all);
    untold = List.copyOf(untold);
  }

  private record Place(String schema, String database) {}

  /// Where two databases have a schema of one name, the group makes the difference. What nobody can
  /// tell apart, since the databases have one name or none, is that of the first connection.
  public static DbtSources of(List<Feed> feeds) {
    SequencedMap<Place, List<Feed>> places = new LinkedHashMap<>();
    feeds.stream()
        .sorted(Comparator.comparing(Feed::connector))
        .forEach(feed ->
            schemas(feed)
                .forEach(schema ->
                    places
                        .computeIfAbsent(
                            new Place(schema, feed.database()), first -> new ArrayList<>())
                        .add(feed)));
    var untold = new ArrayList<String>();
    var sources = new ArrayList<DbtSource>();
    Map<String, Integer> named = new HashMap<>();
    var merged = merged(places);
    merged.keySet().forEach(place -> named.merge(name(place), 1, Integer::sum));
    merged.forEach((place, all) -> {
      Feed first = all.getFirst();
      List<Feed> own = all.stream().filter(feed -> feed.group().equals(first.group())).toList();
      all.stream()
          .filter(feed -> !feed.group().equals(first.group()))
          .forEach(feed -> untold.add(untold(feed, first, place)));
      boolean isAlone = named.getOrDefault(name(place), 0) < 2;
      String suffix = isAlone ? "" : "_" + first.group().toLowerCase(Locale.ROOT);
      sources.add(new DbtSource(name(place) + suffix, first.database(), place.schema(), own));
    });
    sources.sort(Comparator.comparing(DbtSource::name).thenComparing(DbtSource::database));
    return new DbtSources(sources, untold);
  }

  private static TreeSet<String> schemas(Feed feed) {
    var schemas = new TreeSet<String>();
    feed.tables().forEach(table -> schemas.add(table.schema()));
    return schemas;
  }

  /// A schema of a database that nobody knows may be that of any.
  private static SequencedMap<Place, List<Feed>> merged(SequencedMap<Place, List<Feed>> places) {
    SequencedMap<Place, List<Feed>> merged = new LinkedHashMap<>();
    places.forEach((place, feeds) -> {
      boolean isVague = places.containsKey(new Place(place.schema(), ""));
      merged
          .computeIfAbsent(
              isVague ? new Place(place.schema(), "") : place, first -> new ArrayList<>())
          .addAll(feeds);
    });
    merged.values().forEach(feeds -> feeds.sort(Comparator.comparing(Feed::connector)));
    return merged;
  }

  private static String name(Place place) {
    return place.schema().toLowerCase(Locale.ROOT);
  }

  private static String untold(Feed feed, Feed first, Place place) {
    return feed.connector()
        + " brings "
        + place.schema()
        + " as "
        + first.connector()
        + " does, and dbt could not tell the databases apart: the latter is written; narrow with -l"
        + " or --target";
  }
}
