package dev.ftctl.cli.verbs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.address.Named;
import dev.ftctl.cli.process.Format;
import dev.ftctl.cli.process.Forms;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.compare.HiddenSecrets;
import dev.ftctl.model.Group;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import dev.ftctl.render.English;
import dev.ftctl.render.Json;
import dev.ftctl.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Objects as a table, or as one document of JSON or YAML.
///
/// @param columns what was asked for; empty for what the kind tells at a glance in a table, and for
///   everything in a document
/// @param width of the window that a table is seen in
record Listing(KindDefinition definition, List<FieldPath> columns, List<Named> objects, int width) {

  private static final Pattern FRACTION =
      Pattern.compile("^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)\\.\\d+Z$");

  private static final Pattern HASH = Pattern.compile("^([0-9a-f]{12})[0-9a-f]{28,}$");

  static final Forms<Listing> FORMS =
      Forms.text(Listing::table)
          .with(Format.JSON, Listing::json)
          .with(Format.YAML, listing -> YamlWriter.of(listing.document()));

  private String json() {
    ObjectNode document = Json.object().put("kind", definition.slug());
    ArrayNode items = document.putArray("items");
    objects.forEach(object -> items.add(Json.of(item(object))));
    return Json.text(document);
  }

  private Value.Mapping document() {
    return Value.Mapping.EMPTY
        .with("kind", Value.text(definition.slug()))
        .with("items", Value.items(objects.stream().map(this::item).toList()));
  }

  private Value.Mapping item(Named object) {
    Map<String, Value> item = new LinkedHashMap<>();
    item.put("address", Value.text(object.address().toString()));
    item.put("id", Value.text(object.id()));
    Value.Mapping fields = printable(object);
    if (columns.isEmpty()) {
      fields.entries().forEach(item::putIfAbsent);
    }
    for (FieldPath column : columns) {
      Value value = fields.at(column);
      item.put(column.toString(), value instanceof Value.Absent ? Value.nothing() : value);
    }
    return Value.Mapping.of(item);
  }

  private Value.Mapping printable(Named object) {
    Value.Mapping live = object.live().fields();
    Value.Mapping fields = HiddenSecrets.in(definition.fields(live), live);
    return definition.bearsTokens().map(facet -> facet.printable(fields)).orElse(fields);
  }

  private String table() {
    List<List<String>> rows = rows();
    return new Table(cut(rows, rows.getFirst().size() - left().size())).toString();
  }

  /// The columns that the table has no place for, by their headings: the last ones, unless somebody
  /// asked for them.
  List<String> left() {
    List<List<String>> rows = rows();
    int last = rows.getFirst().size();
    while (columns.isEmpty() && last > 2 && new Table(cut(rows, last)).width() > width) {
      last--;
    }
    return rows.getFirst().subList(last, rows.getFirst().size());
  }

  private static List<List<String>> cut(List<List<String>> rows, int count) {
    return rows.stream().map(row -> row.subList(0, count)).toList();
  }

  private List<List<String>> rows() {
    var rows = new ArrayList<List<String>>();
    var head = new ArrayList<>(List.of("ADDRESS", "ID"));
    shown().forEach(column -> head.add(heading(column)));
    rows.add(head);
    for (Named object : objects) {
      var row = new ArrayList<>(List.of(object.address().toString(), object.id()));
      Value.Mapping fields = printable(object);
      shown()
          .forEach(
              column -> row.add(groupOf(object, column).orElseGet(() -> cell(fields.at(column)))));
      rows.add(row);
    }
    return rows;
  }

  /// Those that were asked for, else those that tell most.
  private List<FieldPath> shown() {
    return columns.isEmpty()
        ? definition.overview().stream().map(path -> FieldPath.of(path.split("\\."))).toList()
        : columns;
  }

  private String heading(FieldPath column) {
    String name = columns.isEmpty() ? column.leaf().replaceFirst("^group_id$", "group") : "";
    return (name.isEmpty() ? column.toString() : name).toUpperCase(Locale.ROOT);
  }

  /// Its name, where nobody asked for the id.
  private Optional<String> groupOf(Named object, FieldPath column) {
    return columns.isEmpty() && column.leaf().equals("group_id")
        ? object.standsOn().stream()
            .filter(address -> address.kind().equals(Group.SLUG))
            .map(Address::label)
            .findFirst()
        : Optional.empty();
  }

  /// Nobody reads a table for fractions of a second, or for the end of a hash.
  private static String shortened(String text) {
    return HASH.matcher(FRACTION.matcher(text).replaceFirst("$1Z")).replaceFirst("$1…");
  }

  private static String cell(Value value) {
    return switch (value) {
      case Value.Absent absent -> "-";
      case Value.Null nothing -> "-";
      case Value.Items items ->
          items.items().stream().map(Listing::cell).collect(Collectors.joining(","));
      case Value.Mapping mapping -> "{…}";
      case Value.Secret secret -> secret.toString();
      case Value.Text text ->
          text.text().isEmpty() ? "-" : English.printable(shortened(text.text()));
      case Value.Num number -> number.asText();
      case Value.Bool flag -> flag.asText();
      case Value.Reference reference -> reference.asText();
    };
  }
}
