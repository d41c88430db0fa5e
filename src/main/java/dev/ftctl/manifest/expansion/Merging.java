package dev.ftctl.manifest.expansion;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.manifest.document.Document;
import dev.ftctl.manifest.expression.InstanceContext;
import dev.ftctl.manifest.expression.Lookup;
import dev.ftctl.manifest.input.Filled;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Lays one tree over another: mappings merge, lists of objects with keys merge by key, everything
/// else replaces. What is laid over keeps its places.
///
/// @param around what the references mean that stand in keys of items; where one leads nowhere yet,
///   the item is told apart by how it is written
record Merging(Lookup lookup, InstanceContext around) {

  private static final FieldTable NO_FIELDS = FieldTable.of();

  /// @param table of the fields, which knows the keys of lists
  Node.Mapping over(Node.Mapping lower, Node.Mapping upper, FieldTable table) {
    var merged = new LinkedHashMap<>(lower.entries());
    upper
        .entries()
        .forEach((key, entry) ->
            merged.merge(
                key,
                entry,
                (below, above) ->
                    new Node.Entry(
                        above.keyPlace(), over(below.value(), above.value(), table.field(key)))));
    return new Node.Mapping(merged, upper.entries().isEmpty() ? lower.place() : upper.place());
  }

  /// Lays one spec over another, each entry of `overrides` like a spec of its own.
  Node.Mapping specs(Node.Mapping lower, Node.Mapping upper, FieldTable table) {
    Node.Mapping merged = over(lower, upper, table);
    if (lower.get(Document.OVERRIDES).orElse(null) instanceof Node.Mapping below
        && upper.get(Document.OVERRIDES).orElse(null) instanceof Node.Mapping above) {
      var whole = Optional.of(Field.of("", new Shape.Nested(table)));
      var groups = new LinkedHashMap<>(below.entries());
      above
          .entries()
          .forEach((group, fields) ->
              groups.merge(
                  group,
                  fields,
                  (less, more) ->
                      new Node.Entry(more.keyPlace(), over(less.value(), more.value(), whole))));
      var overrides = new Node.Mapping(groups, above.place());
      merged = merged.with(Document.OVERRIDES, new Node.Entry(above.place(), overrides));
    }
    return merged;
  }

  private Node over(Node lower, Node upper, Optional<Field> field) {
    if (lower instanceof Node.Mapping below && upper instanceof Node.Mapping above) {
      return over(below, above, inner(field));
    }
    if (lower instanceof Node.Sequence below
        && upper instanceof Node.Sequence above
        && field.isPresent()
        && field.get().shape() instanceof Shape.ItemsOf items
        && !items.keys().isEmpty()) {
      return byKey(below, above, items);
    }
    return upper;
  }

  private static FieldTable inner(Optional<Field> field) {
    return field
        .map(Field::shape)
        .filter(Shape.Nested.class::isInstance)
        .map(shape -> ((Shape.Nested) shape).table())
        .orElse(NO_FIELDS);
  }

  private Node byKey(Node.Sequence lower, Node.Sequence upper, Shape.ItemsOf shape) {
    var merged = new LinkedHashMap<String, Node>();
    var without = new ArrayList<Node>();
    for (Node.Sequence list : List.of(lower, upper)) {
      for (Node item : list.items()) {
        Optional<String> key = key(item, shape.keys());
        if (key.isEmpty()) {
          without.add(item);
        } else {
          merged.merge(
              key.get(),
              item,
              (below, above) ->
                  over(below, above, Optional.of(Field.of("", new Shape.Nested(shape.table())))));
        }
      }
    }
    var all = new ArrayList<>(merged.values());
    all.addAll(without);
    return new Node.Sequence(all, upper.place());
  }

  /// The value of the first of `keys` that an item has, as `table=orders`.
  private Optional<String> key(Node item, List<String> keys) {
    if (!(item instanceof Node.Mapping mapping)) {
      return Optional.empty();
    }
    return keys.stream()
        .filter(key -> mapping.get(key).filter(node -> node instanceof Node.Scalar).isPresent())
        .findFirst()
        .map(key -> key + "=" + text((Node.Scalar) mapping.get(key).orElseThrow()));
  }

  private String text(Node.Scalar scalar) {
    if (!scalar.text().contains("${")) {
      return scalar.text();
    }
    Filled filled = lookup.fill(scalar, around, Report.muted());
    return filled.isKnown() ? filled.text() : scalar.text();
  }
}
