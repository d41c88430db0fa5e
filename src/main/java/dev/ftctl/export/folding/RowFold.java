package dev.ftctl.export.folding;

import dev.ftctl.export.Document;
import dev.ftctl.export.Placeholder;
import dev.ftctl.export.Rows;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// One document for many of a service that have the same fields and differ in few of them, with a
/// row for each. Their names stay, so that nobody who refers to them has to know.
///
/// @param documents of single instances, of one service
/// @param fanOut the field that lists the groups
record RowFold(List<Document> documents, String fanOut) {

  /// Fewer are easier to read as they are.
  private static final int FEWEST = 3;

  /// Columns besides name and group; more are no pattern.
  private static final int MOST_COLUMNS = 6;

  private static final FieldPath SERVICE = FieldPath.of("service");

  /// What two documents must have in common to be rows of one.
  static String shape(Document document) {
    return document.address().kind()
        + " "
        + Leaves.of(document.spec()).keySet().stream()
            .map(FieldPath::toString)
            .collect(Collectors.joining(" "));
  }

  /// The document of all.
  ///
  /// @param name that no other document has
  Optional<Document> folded(String name) {
    SequencedMap<FieldPath, String> columns = columns();
    if (documents.size() < FEWEST || columns.size() > MOST_COLUMNS || !areCells(columns)) {
      return Optional.empty();
    }
    Document first = documents.getFirst();
    SequencedMap<FieldPath, Value> spec = new LinkedHashMap<>(Leaves.of(first.spec()));
    spec.replaceAll((path, value) ->
        columns.containsKey(path) ? Placeholder.of("each." + columns.get(path)) : value);
    spec.put(FieldPath.of(fanOut), Value.items(List.of(Placeholder.of("each.group"))));
    return Optional.of(
        new Document(
            first.kind(),
            Address.of(first.address().kind(), name),
            Value.Mapping.EMPTY.with("name", Placeholder.of("each.name")),
            Leaves.spec(spec),
            first.comments(),
            Optional.of(rows(columns))));
  }

  /// The fields that differ, each with the name of its column.
  private SequencedMap<FieldPath, String> columns() {
    SequencedMap<FieldPath, String> columns = new LinkedHashMap<>();
    SequencedMap<FieldPath, Value> first = Leaves.of(documents.getFirst().spec());
    for (FieldPath path : first.keySet()) {
      boolean isSame =
          documents.stream().allMatch(document -> first.get(path).equals(at(document, path)));
      if (!isSame && !path.equals(FieldPath.of(fanOut))) {
        String leaf = path.leaf().replaceAll("[^A-Za-z0-9_]", "_");
        boolean isTaken = List.of("name", "group").contains(leaf) || columns.containsValue(leaf);
        columns.put(path, isTaken ? path.toString().replaceAll("[^A-Za-z0-9_]", "_") : leaf);
      }
    }
    return columns;
  }

  private static Value at(Document document, FieldPath path) {
    return document.spec().at(path);
  }

  /// Whether every field that differs is a text that a cell can hold, and none names the service.
  private boolean areCells(Map<FieldPath, String> columns) {
    return !columns.containsKey(SERVICE)
        && columns.keySet().stream()
            .allMatch(path ->
                documents.stream().map(document -> at(document, path)).allMatch(RowFold::isCell))
        && documents.stream().noneMatch(document -> document.name().contains("${"));
  }

  private static boolean isCell(Value value) {
    String text = value.asText();
    boolean isScalar =
        value instanceof Value.Text || value instanceof Value.Num || value instanceof Value.Bool;
    return isScalar && !text.isBlank() && !text.contains("${") && text.lines().count() == 1;
  }

  private Rows rows(SequencedMap<FieldPath, String> columns) {
    List<String> header = new ArrayList<>(List.of("name", "group"));
    header.addAll(columns.values());
    return new Rows(
        header,
        documents.stream()
            .map(document -> {
              List<String> cells = new ArrayList<>(List.of(document.name(), document.group()));
              columns.keySet().forEach(path -> cells.add(at(document, path).asText()));
              return cells;
            })
            .toList());
  }
}
