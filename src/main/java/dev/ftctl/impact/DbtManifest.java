package dev.ftctl.impact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What dbt projects make of the tables of a warehouse, as far as dbt wrote it down.
///
/// @param projects their names, sorted
/// @param sources tables that dbt reads, by their ids
/// @param nodes everything else that depends on something, by its id
/// @param children what depends directly on what, by id
public record DbtManifest(
    List<String> projects,
    Map<String, Source> sources,
    Map<String, Node> nodes,
    Map<String, List<String>> children) {

  public static final DbtManifest NONE = ofProjects(List.of());

  /// Of which nothing but the names of its projects is known any more.
  public static DbtManifest ofProjects(List<String> projects) {
    return new DbtManifest(projects, Map.of(), Map.of(), Map.of());
  }

  public DbtManifest {
    projects = List.copyOf(projects);
    sources = Collections.unmodifiableMap(sources);
    nodes = Collections.unmodifiableMap(nodes);
    children = Collections.unmodifiableMap(children);
  }

  /// A table that dbt reads.
  ///
  /// @param id such as `source.shop.crm.users`
  /// @param database empty where dbt names none
  record Source(String id, String database, String schema, String table) {

    /// `raw.crm.users`.
    String relation() {
      return (database.isEmpty() ? "" : database + ".") + schema + "." + table;
    }
  }

  /// Something that dbt makes or knows of.
  ///
  /// @param type as dbt calls it: `model`, `test`, `unit_test`, `exposure`, `snapshot`
  /// @param name for people
  /// @param owners of it, as it says itself, by a group or by itself
  record Node(String id, String type, String name, List<String> owners) {

    Node {
      owners = List.copyOf(owners);
    }
  }

  /// All that depends on these, directly or through others, without them.
  Set<String> dependents(Collection<String> ids) {
    var met = new LinkedHashSet<>(ids);
    var open = new ArrayDeque<>(ids);
    while (!open.isEmpty()) {
      for (String child : children.getOrDefault(open.poll(), List.of())) {
        boolean isThere = nodes.containsKey(child);
        if (isThere && met.add(child)) {
          open.add(child);
        }
      }
    }
    ids.forEach(met::remove);
    return met;
  }

  /// What several projects hold together; what is in two of them by the same id is one.
  static DbtManifest joined(List<DbtManifest> all) {
    if (all.size() == 1) {
      return all.getFirst();
    }
    var projects = new TreeSet<String>();
    var sources = new LinkedHashMap<String, Source>();
    var nodes = new HashMap<String, Node>();
    var children = new HashMap<String, List<String>>();
    for (DbtManifest one : all) {
      projects.addAll(one.projects);
      sources.putAll(one.sources);
      nodes.putAll(one.nodes);
      one.children.forEach(
          (id, below) -> children.computeIfAbsent(id, first -> new ArrayList<>()).addAll(below));
    }
    return new DbtManifest(List.copyOf(projects), sources, nodes, children);
  }
}
