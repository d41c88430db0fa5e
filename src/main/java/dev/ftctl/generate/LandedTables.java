package dev.ftctl.generate;

import dev.ftctl.kind.PartOf;
import dev.ftctl.kind.PartOf.SourceElement;
import dev.ftctl.kind.downstream.Landing;
import dev.ftctl.kind.downstream.WarehouseName;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Glob;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tables that a connection brings, with the names that the account tells of them, else those
/// that follow from the rules.
public final class LandedTables {

  private static final List<String> LEVELS = List.of("schemas", "tables", "columns");
  private static final String NAME = "name_in_destination";
  private static final String USUAL_MODE = "SOFT_DELETE";

  private final Landing landing;
  private final Value.Mapping live;
  private final Map<List<String>, Found> tables = new LinkedHashMap<>();

  /// One table while its columns are collected.
  private record Found(
      String schema, String table, String mode, List<String> hashed, List<String> excluded) {}

  private LandedTables(Landing landing, Value.Mapping live) {
    this.landing = landing;
    this.live = live;
  }

  /// @param wanted the settings that a document describes, if one does
  /// @param live the configuration of the account, with names in the destination; empty where
  ///   nothing is known of it, and then only what the document names is told
  /// @return sorted by schema and table
  public static List<LandedTable> of(
      PartOf settings, Optional<Resource> wanted, Value.Mapping live, Landing landing) {
    var found = new LandedTables(landing, live);
    found.elements(settings, wanted).forEach(found::add);
    return found.tables.values().stream()
        .map(one ->
            new LandedTable(
                one.schema(),
                one.table(),
                one.mode(),
                one.hashed().stream().sorted().toList(),
                one.excluded().stream().sorted().toList()))
        .sorted(Comparator.comparing(LandedTable::schema).thenComparing(LandedTable::table))
        .toList();
  }

  private List<SourceElement> elements(PartOf settings, Optional<Resource> wanted) {
    return wanted
        .map(resource -> settings.elements(resource, live))
        .orElseGet(() ->
            settings.found(Optional.empty(), live).stream()
                .map(one ->
                    new SourceElement(
                        one.path(),
                        one.isEnabled(),
                        one.isHashed(),
                        at(one.path()).text("sync_mode"),
                        false,
                        SourceLocation.NONE))
                .toList());
  }

  private void add(SourceElement element) {
    List<String> path = element.path();
    boolean isThere = live.entries().isEmpty() || !at(path).entries().isEmpty();
    if (path.stream().anyMatch(Glob::isGlob) && !isListed(path)) {
      return;
    }
    if (path.size() == 2 && element.isEnabled() && isThere) {
      tables.put(
          path,
          new Found(
              schema(path.getFirst()),
              name(path),
              element.syncMode().equals(USUAL_MODE) ? "" : element.syncMode(),
              new ArrayList<>(),
              new ArrayList<>()));
    } else if (path.size() == 3) {
      Found table = tables.get(path.subList(0, 2));
      if (table != null && !element.isEnabled()) {
        table.excluded().add(name(path));
      } else if (table != null && element.isHashed()) {
        table.hashed().add(name(path));
      }
    }
  }

  /// A name of the account may look like a pattern.
  private boolean isListed(List<String> path) {
    return !at(path).entries().isEmpty();
  }

  private String schema(String schema) {
    String told = at(List.of(schema)).text(NAME);
    return told.isEmpty() ? landing.schemaOf(schema) : told;
  }

  private String name(List<String> path) {
    String told = at(path).text(NAME);
    return told.isEmpty() ? WarehouseName.of(path.getLast()) : told;
  }

  private Value.Mapping at(List<String> path) {
    Value.Mapping here = live;
    for (int level = 0; level < path.size(); level++) {
      here = here.mapping(LEVELS.get(level)).mapping(path.get(level));
    }
    return here;
  }
}
