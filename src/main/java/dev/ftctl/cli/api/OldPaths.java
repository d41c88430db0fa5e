package dev.ftctl.cli.api;

import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Paths that Fivetran had once, and what stands in their place. Never one that the API document
/// lacks.
final class OldPaths {

  private static final String ROOT = "v1";

  private final Operations operations;

  OldPaths(Operations operations) {
    this.operations = operations;
  }

  /// The path in use today; empty for one that is no old one.
  ///
  /// @param segments of the path, `v1` the first
  Optional<List<String>> today(List<String> segments) {
    if (segments.isEmpty() || !segments.getFirst().equals(ROOT)) {
      return Optional.empty();
    }
    List<String> today = new ArrayList<>(segments.subList(1, segments.size()));
    rename(today);
    today.addFirst(ROOT);
    return !today.equals(segments) && operations.hasPath(today)
        ? Optional.of(List.copyOf(today))
        : Optional.empty();
  }

  /// What an old call without a body meant: a sync now, and that none is stopped for it.
  static Value.Mapping meant(List<String> old) {
    return old.getLast().equals("force")
        ? Value.Mapping.EMPTY.with("force", Value.bool(false))
        : Value.Mapping.EMPTY;
  }

  private static void rename(List<String> path) {
    int length = path.size();
    if (length == 3 && path.getFirst().equals("metadata")) {
      replace(path, 1, "connectors", "connector-types");
    } else if (length > 2
        && path.getFirst().equals("dbt")
        && path.get(1).equals("transformations")) {
      path.removeFirst();
    } else if (length == 3 && path.getFirst().equals("groups")) {
      replace(path, 2, "connectors", "connections");
    } else if (length > 0) {
      replace(path, 0, "connectors", "connections");
      if (length == 3 && path.getFirst().equals("connections")) {
        replace(path, 2, "force", "sync");
        replace(path, 2, "syncs", "sync");
      }
    }
  }

  private static void replace(List<String> path, int index, String old, String today) {
    if (path.get(index).equals(old)) {
      path.set(index, today);
    }
  }
}
