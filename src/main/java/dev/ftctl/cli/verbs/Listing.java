package dev.ftctl.cli.verbs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.address.Named;
import dev.ftctl.cli.process.Format;
import dev.ftctl.cli.process.Forms;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.compare.HiddenSecrets;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Objects as a table, or as one document of JSON or YAML.
///
/// @param columns what was asked for; empty for what the kind tells at a glance in a table, and for
///   everything in a document
record Listing(KindDefinition definition, List<FieldPath> columns, List<Named> objects) {

  private static final Pattern FRACTION =
      Pattern.compile("^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)\\.\\d+Z$");

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
    List<FieldPath> shown =
        columns.isEmpty()
            ? definition.overview().stream().map(path -> FieldPath.of(path.split("\\."))).toList()
            : columns;
    var rows = new ArrayList<List<String>>();
    var head = new ArrayList<>(List.of("ADDRESS", "ID"));
    shown.forEach(column -> head.add(heading(column)));
    rows.add(head);
    for (Named object : objects) {
      var row = new ArrayList<>(List.of(object.address().toString(), object.id()));
      Value.Mapping fields = printable(object);
      shown.forEach(column -> row.add(cell(fields.at(column))));
      rows.add(row);
    }
    return new Table(rows).toString();
  }

  private String heading(FieldPath column) {
    String name = columns.isEmpty() ? column.leaf() : column.toString();
    return name.toUpperCase(Locale.ROOT);
  }

  /// Nobody reads a table for fractions of a second.
  private static String shortened(String text) {
    return FRACTION.matcher(text).replaceFirst("$1Z");
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
