package dev.ftctl.impact;

import dev.ftctl.impact.DbtManifest.Source;
import dev.ftctl.impact.Impact.Dependent;
import dev.ftctl.impact.Lanes.Lane;
import dev.ftctl.impact.Lanes.Place;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.downstream.Break;
import dev.ftctl.kind.downstream.Landing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Finds the tables of dbt that a change breaks, and what depends on them.
final class ImpactReading {

  private final Lanes lanes;
  private final DbtManifest manifest;
  private final SourceTables tables;

  ImpactReading(Lanes lanes, DbtManifest manifest) {
    this.lanes = lanes;
    this.manifest = manifest;
    this.tables = new SourceTables(manifest.sources().values());
  }

  Impact of(Change change, List<Break> breaks) {
    Map<String, String> sources = new TreeMap<>();
    Set<String> notes = new LinkedHashSet<>();
    for (Break broken : breaks) {
      for (Lane lane : lanes(change, broken)) {
        for (Source source : sources(lane, broken, notes)) {
          sources.put(source.id(), source.relation());
        }
      }
      if (broken.element().size() > 2) {
        notes.add("columns are judged by their table");
      }
    }
    List<Dependent> dependents =
        manifest.dependents(sources.keySet()).stream()
            .map(manifest.nodes()::get)
            .map(Dependent::of)
            .sorted(Comparator.comparing(Dependent::name).thenComparing(Dependent::id))
            .toList();
    return new Impact(
        breaks, true, new LinkedHashMap<>(sources), dependents, new ArrayList<>(notes));
  }

  private List<Lane> lanes(Change change, Break broken) {
    return broken.elsewhere().isEmpty()
        ? lanes.of(change)
        : lanes.former(change, broken.elsewhere()).stream().toList();
  }

  private List<Source> sources(Lane lane, Break broken, Set<String> notes) {
    Place place = lanes.warehouse(lane.warehouse());
    List<Source> found =
        broken.element().isEmpty()
            ? ofConnection(lane, place, notes)
            : tables.of(lane.landing(), broken.element(), place.letters());
    List<Source> there = found.stream().filter(source -> isIn(source, place)).toList();
    if (!there.isEmpty() && place.database().isEmpty()) {
      notes.add("the destination's database is not known: names are compared without it");
    }
    return there;
  }

  private static boolean isIn(Source source, Place place) {
    return source.database().isEmpty()
        || place.database().isEmpty()
        || place.letters().isSame(place.database(), source.database());
  }

  /// Each schema belongs to the connection whose name has most in common with it: `pg_sales_eu` is
  /// of the prefix `pg_sales` where there is one, else of `pg`.
  private List<Source> ofConnection(Lane lane, Place place, Set<String> notes) {
    Landing landing = lane.landing();
    var found = new ArrayList<Source>();
    for (Source source : tables.all()) {
      int claim = landing.claim(source.schema(), place.letters());
      if (claim > 0 && !isOfAnother(source, lane, claim, place) && isIts(source, landing, place)) {
        found.add(source);
      }
    }
    if (landing.form() == Landing.Form.TABLE_GROUP && !found.isEmpty()) {
      notes.add("which tables are the connection's is not known: all of its schema are counted");
    }
    return found;
  }

  private static boolean isIts(Source source, Landing landing, Place place) {
    return landing.form() != Landing.Form.TABLE
        || SourceTables.isNamed(landing.second(), source.table(), place.letters());
  }

  private boolean isOfAnother(Source source, Lane lane, int claim, Place place) {
    return lanes.all().stream()
        .filter(other -> !other.id().equals(lane.id()))
        .filter(other -> other.warehouse().equals(lane.warehouse()))
        .anyMatch(other -> {
          Landing landing = other.landing();
          int others = landing.claim(source.schema(), place.letters());
          boolean isTable = landing.form() == Landing.Form.TABLE;
          return others > claim && !isTable
              || others > 0 && isTable && isIts(source, landing, place);
        });
  }
}
