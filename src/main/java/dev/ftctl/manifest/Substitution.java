package dev.ftctl.manifest;

import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// Puts variables that are lists or mappings in the place of the scalar that names them, before
/// documents are merged.
final class Substitution {

  /// Variables that repeat one another could otherwise grow without bound.
  private static final int MOST_NODES = 200_000;

  private static final int DEEPEST = 64;

  private final Lookup lookup;
  private final Report report;
  private final SequencedSet<String> open = new LinkedHashSet<>();
  private int placed;

  Substitution(Lookup lookup, Report report) {
    this.lookup = lookup;
    this.report = report;
  }

  Node.Mapping in(Node.Mapping spec) {
    return (Node.Mapping) replace(spec, 0);
  }

  private Node replace(Node node, int depth) {
    if (!open.isEmpty() && (++placed > MOST_NODES || depth > DEEPEST)) {
      report.error(node.place(), "variable-size", "variables grow without bound here", "");
      return new Node.Scalar("", true, node.place());
    }
    return switch (node) {
      case Node.Scalar scalar -> named(scalar, depth);
      case Node.Sequence sequence -> {
        var items = new ArrayList<Node>();
        sequence.items().forEach(item -> items.add(replace(item, depth + 1)));
        yield new Node.Sequence(items, sequence.place());
      }
      case Node.Mapping mapping -> {
        var entries = new LinkedHashMap<String, Node.Entry>();
        mapping
            .entries()
            .forEach((key, entry) ->
                entries.put(
                    key, new Node.Entry(entry.keyPlace(), replace(entry.value(), depth + 1))));
        yield new Node.Mapping(entries, mapping.place());
      }
    };
  }

  private Node named(Node.Scalar scalar, int depth) {
    if (!PartReader.hasReference(scalar)) {
      return scalar;
    }
    List<Part> parts = PartReader.read(scalar, Report.muted());
    if (parts.size() != 1 || !(parts.getFirst() instanceof Part.Var variable)) {
      return scalar;
    }
    Node value = lookup.variables().find(variable.name()).orElse(scalar);
    if (value instanceof Node.Scalar) {
      return scalar;
    }
    if (!open.add(variable.name())) {
      String way = String.join(" → ", open) + " → " + variable.name();
      report.error(
          scalar.place(),
          "variable-cycle",
          "variables refer to each other in a circle: " + way,
          "");
      return new Node.Scalar("", true, scalar.place());
    }
    Node replaced = replace(value, depth);
    open.remove(variable.name());
    return replaced;
  }
}
