package dev.ftctl.manifest.document;

import dev.ftctl.manifest.expression.Each;
import dev.ftctl.manifest.expression.Keys;
import dev.ftctl.manifest.expression.PlainReader;
import dev.ftctl.manifest.expression.Types;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a `for_each`: a CSV file, a list or a mapping.
final class ForEach {

  static final String KEY = "for_each";

  private static final List<String> LIST_KEYS = List.of("list", "key");

  private static final List<String> CSV_KEYS = List.of("csv", "header", "columns", "key");

  /// More documents than any account has connections.
  private static final int MOST = 50_000;

  private final PlainReader plain;
  private final CsvFiles files;
  private final SourceLocation place;

  /// @param place of the key `for_each`
  ForEach(PlainReader plain, CsvFiles files, SourceLocation place) {
    this.plain = plain;
    this.files = files;
    this.place = place;
  }

  /// @param written what stands under `for_each`, structures in place
  List<Each> entries(Node written) {
    List<Each> entries =
        switch (written) {
          case Node.Sequence list -> ofList(list, List.of());
          case Node.Mapping mapping when isCsv(mapping) -> ofCsv(mapping);
          case Node.Mapping mapping when isList(mapping) -> ofKeyedList(mapping);
          case Node.Mapping mapping -> ofMapping(mapping);
          case Node.Refused refused -> List.of();
          case Node.Scalar scalar -> {
            plain.wrong(
                scalar, "'for_each'", "a list, a mapping or {csv: FILE}", "write {csv: feeds.csv}");
            yield List.of();
          }
        };
    if (entries.size() > MOST) {
      plain
          .report()
          .error(written.place(), "too-many", "'for_each' has more than " + MOST + " entries", "");
      return List.of();
    }
    return entries;
  }

  /// A mapping that may hold anything is one of a file when `csv` names one.
  private static boolean isCsv(Node.Mapping mapping) {
    return mapping.get("csv").filter(Node.Scalar.class::isInstance).isPresent();
  }

  /// `{list: […], key: field}`; a mapping with other keys is one of entries.
  private static boolean isList(Node.Mapping mapping) {
    return mapping.get("list").filter(Node.Sequence.class::isInstance).isPresent()
        && LIST_KEYS.containsAll(mapping.entries().keySet());
  }

  private List<Each> ofKeyedList(Node.Mapping options) {
    List<Node.Scalar> fields =
        options.get("key").map(node -> plain.scalars(node, "'key'")).orElse(List.of());
    boolean isWrong = options.get("key").isPresent() && fields.isEmpty();
    return options.get("list").orElseThrow() instanceof Node.Sequence list && !isWrong
        ? ofList(list, fields.stream().map(Node.Scalar::text).toList())
        : List.of();
  }

  private List<Each> ofMapping(Node.Mapping mapping) {
    var all =
        new Each.Entries(
            mapping.entries().values().stream().map(Node.Entry::value).toList(), place);
    var entries = new ArrayList<Each>();
    var keys = new Keys(plain.lookup(), plain.around(), plain.report());
    mapping
        .entries()
        .forEach((key, entry) -> {
          if (!key.isEmpty() && !(entry.value() instanceof Node.Refused)) {
            keys.text(key, entry.keyPlace())
                .ifPresent(text -> entries.add(new Each(text, entry.value(), "", all)));
          }
        });
    return entries;
  }

  /// @param by the fields that make the key; none for `key` or `name`
  private List<Each> ofList(Node.Sequence list, List<String> by) {
    var all = new Each.Entries(list.items(), place);
    var entries = new ArrayList<Each>();
    var keys = new HashMap<String, SourceLocation>();
    for (Node item : list.items()) {
      Optional<String> key = by.isEmpty() ? key(item) : key(item, by);
      key.filter(found -> isNew(found, item.place(), keys))
          .ifPresent(found -> entries.add(new Each(found, item, "", all)));
    }
    return entries;
  }

  private Optional<String> key(Node item) {
    Node named =
        item instanceof Node.Mapping mapping
            ? mapping.get("key").or(() -> mapping.get("name")).orElse(item)
            : item;
    if (!(named instanceof Node.Scalar)) {
      plain
          .report()
          .error(
              item.place(),
              "missing-key",
              "an item of 'for_each' has no key that stays the same when the order changes",
              "give it a 'key' or a 'name'");
      return Optional.empty();
    }
    return plain.text(named, "the key of an item of 'for_each'").filter(key -> !key.isEmpty());
  }

  private Optional<String> key(Node item, List<String> by) {
    var parts = new ArrayList<String>();
    for (String field : by) {
      Optional<Node> value =
          item instanceof Node.Mapping mapping ? mapping.get(field) : Optional.empty();
      if (value.isEmpty()) {
        plain
            .report()
            .error(
                item.place(),
                "missing-key",
                "the item of 'for_each' has no '" + Types.excerpt(field) + "', which is its key",
                "add it, or name other fields with 'key:'");
        return Optional.empty();
      }
      Optional<String> text = plain.text(value.get(), "the key of an item of 'for_each'");
      if (text.filter(part -> !part.isEmpty()).isEmpty()) {
        text.ifPresent(empty -> refuseEmpty(value.get(), field));
        return Optional.empty();
      }
      parts.add(text.get());
    }
    return Optional.of(String.join("_", parts));
  }

  private void refuseEmpty(Node value, String field) {
    plain
        .report()
        .error(
            value.place(),
            "missing-key",
            "'" + Types.excerpt(field) + "' is empty, and it is a key",
            "fill it in");
  }

  private boolean isNew(String key, SourceLocation place, Map<String, SourceLocation> keys) {
    SourceLocation earlier = keys.putIfAbsent(key, place);
    if (earlier != null) {
      plain
          .report()
          .error(
              place,
              "duplicate-key",
              "the key '"
                  + Types.excerpt(key)
                  + "' is taken by the entry in "
                  + earlier.fileAndLine(),
              "keys tell entries apart; name other columns with 'key:'");
    }
    return earlier == null;
  }

  private List<Each> ofCsv(Node.Mapping options) {
    plain.checkKeys(options, "'for_each' of a CSV file", CSV_KEYS);
    Node file = options.get("csv").orElseThrow();
    boolean hasHeader =
        options.get("header").flatMap(node -> plain.flag(node, "'header'")).orElse(true);
    List<String> columns =
        options.get("columns").map(node -> plain.texts(node, "'columns'")).orElse(List.of());
    if (!hasHeader && columns.isEmpty() && options.get("columns").isPresent()) {
      return List.of();
    }
    if (!hasHeader && columns.isEmpty()) {
      plain
          .report()
          .error(
              options.place(),
              "missing-field",
              "without a header 'for_each' needs the names of the columns",
              "add columns: [one, two]");
      return List.of();
    }
    return plain
        .text(file, "'csv'")
        .map(path -> files.read(path, file.place(), hasHeader, columns, plain.report()))
        .map(table -> keyed(table, options))
        .orElse(List.of());
  }

  private List<Each> keyed(CsvFiles.Table table, Node.Mapping options) {
    List<Node.Scalar> named =
        options.get("key").map(node -> plain.scalars(node, "'key'")).orElse(List.of());
    List<String> by =
        named.isEmpty()
            ? table.columns().stream().limit(1).toList()
            : named.stream()
                .filter(column -> isColumn(column, table))
                .map(Node.Scalar::text)
                .toList();
    var entries = new ArrayList<Each>();
    if (by.size() < named.size() || table.columns().isEmpty()) {
      return entries;
    }
    var keys = new HashMap<String, SourceLocation>();
    var all =
        new Each.Entries(table.rows().stream().<Node>map(CsvFiles.Row::mapping).toList(), place);
    for (CsvFiles.Row row : table.rows()) {
      String key = String.join("_", by.stream().map(row::cell).toList());
      if (key.isEmpty()) {
        plain
            .report()
            .error(
                row.place(), "missing-key", "the row has no text in its key " + by, "fill it in");
      } else if (isNew(key, row.place(), keys)) {
        entries.add(new Each(key, row.mapping(), "csv:" + row.place().fileAndLine(), all));
      }
    }
    return entries;
  }

  private boolean isColumn(Node.Scalar name, CsvFiles.Table table) {
    boolean isColumn = table.columns().contains(name.text());
    if (!isColumn && !table.columns().isEmpty()) {
      String hint = dev.ftctl.model.address.Near.hint(name.text(), table.columns());
      plain
          .report()
          .error(
              name.place(),
              "unknown-column",
              "the file has no column '" + Types.excerpt(name.text()) + "'",
              hint.isEmpty()
                  ? "there are " + dev.ftctl.model.address.Near.list(table.columns())
                  : hint);
    }
    return isColumn;
  }
}
