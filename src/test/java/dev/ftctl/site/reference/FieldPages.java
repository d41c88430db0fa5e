package dev.ftctl.site.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/// A page for each kind, one for metadata, one for the project file: every field with its type and
/// what it is, from the JSON Schemas.
final class FieldPages {

  private static final int MOST_MEMBERS = 16;
  private static final String REFERENCE = "#/definitions/";

  /// What the schemas' own words for types mean to a reader.
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("text", "text"),
          Map.entry("member", "text"),
          Map.entry("clearable_text", "text or null"),
          Map.entry("secret", "secret: `${env:NAME}`"),
          Map.entry("integer", "whole number"),
          Map.entry("number", "number"),
          Map.entry("boolean", "true or false"),
          Map.entry("name", "name"),
          Map.entry("element", "name"),
          Map.entry("free", "anything"),
          Map.entry("mapping", "mapping"),
          Map.entry("texts", "list of texts"));

  private final JsonNode schema;
  private final StringBuilder text = new StringBuilder();

  private FieldPages(JsonNode schema) {
    this.schema = schema;
  }

  /// The texts by file, such as `connector.md`.
  ///
  /// @param schemas by file name
  static SequencedMap<String, String> of(Map<String, String> schemas, List<String> kinds) {
    var files = new TreeMap<String, String>();
    var list =
        new StringBuilder(
            """
            # Fields of manifests

            Every field of every kind, from the [JSON Schemas](../schemas.md) that the program makes. What they mean together: [manifests](../manifests.md). What `config` and
            `auth` of a service take: `ftctl connector-type show SERVICE`.

            | kind | |
            |---|---|
            """);
    JsonNode first = read(schemas, kinds.getFirst());
    for (String kind : kinds) {
      JsonNode schema = read(schemas, kind);
      String file = file(kind) + ".md";
      files.put(file, new FieldPages(schema).kind(kind));
      list.append("| [%s](%s) | %s |%n".formatted(kind, file, required(schema, kind)));
    }
    list.append("| [metadata](metadata.md) | of every kind |\n");
    list.append("| [ftctl.yaml](project-file.md) | the project file |\n");
    files.put("README.md", list.toString());
    files.put("metadata.md", metadata(read(schemas, "Connector"), first));
    files.put("project-file.md", project(read(schemas, "project")));
    return files;
  }

  private static String file(String kind) {
    return kind.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
  }

  private static JsonNode read(Map<String, String> schemas, String kind) {
    try {
      return new ObjectMapper().readTree(schemas.get(file(kind) + ".schema.json"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String required(JsonNode schema, String kind) {
    Set<String> names = requiredOf(schema.path("definitions").path(kind));
    return names.isEmpty() ? "" : "required: `" + String.join("`, `", names) + "`";
  }

  /// What a document of a kind must say in `spec` unless it is absent or has a template.
  private static Set<String> requiredOf(JsonNode kind) {
    var names = new java.util.TreeSet<String>();
    for (JsonNode spec : kind.findValues("spec")) {
      spec.path("required").forEach(name -> names.add(name.asText()));
    }
    // Of the condition under which the rest is required.
    names.remove("template");
    return names;
  }

  private String kind(String kind) {
    JsonNode document = schema.path("definitions").path(kind);
    text.append("# %s%n%n".formatted(kind));
    text.append("Fields of `spec`; beside it stands [`metadata`](metadata.md).%n".formatted());
    if (Set.of("Connector", "Destination").contains(kind)) {
      text.append(
          "What `config` and `auth` take follows from `service`: `ftctl connector-type show"
              + " SERVICE`.\n");
    }
    table();
    rows(
        "", schema.path("definitions").path(kind + ".spec"), requiredOf(document), new HashSet<>());
    return text + "\n[All kinds](README.md)\n";
  }

  private static String metadata(JsonNode connector, JsonNode other) {
    var page = new FieldPages(connector);
    page.text.append("# metadata\n\nWhat ftctl is told about a document; nothing of it is sent.\n");
    page.table();
    JsonNode node =
        connector.path("definitions").path("Connector").path("properties").path("metadata");
    page.rows("", node, Set.of("name"), new HashSet<>());
    var common = other.findValue("metadata").path("properties");
    var alone = new ArrayList<String>();
    node.path("properties")
        .fieldNames()
        .forEachRemaining(name -> {
          if (!common.has(name)) {
            alone.add("`" + name + "`");
          }
        });
    String note = alone.isEmpty() ? "" : "\nNot of every kind: " + String.join(", ", alone) + ".\n";
    return page.text + note + "\n[All kinds](README.md)\n";
  }

  private static String project(JsonNode schema) {
    var page = new FieldPages(schema);
    page.text.append(
        "# ftctl.yaml\n\n"
            + "Every field of [the project file](../project-file.md). `NAME` is any name.\n");
    page.table();
    page.rows("", schema, Set.of(), new HashSet<>());
    return page.text + "\n[All kinds](README.md)\n";
  }

  private void table() {
    text.append("\n| field | type | |\n|---|---|---|\n");
  }

  private void rows(String before, JsonNode node, Set<String> required, Set<String> open) {
    node.path("properties")
        .properties()
        .forEach(entry -> {
          if (!entry.getValue().isBoolean()) {
            row(before + entry.getKey(), entry.getValue(), required.contains(entry.getKey()), open);
          }
        });
    JsonNode any = node.path("additionalProperties");
    if (any.isObject() && !any.path("$ref").asText().equals(REFERENCE + "free")) {
      JsonNode named = resolved(any);
      if (named.has("properties") || named.has("additionalProperties")) {
        rows(before + "NAME.", named, Set.of(), open);
      }
    }
  }

  private void row(String name, JsonNode field, boolean isRequired, Set<String> open) {
    String words = field.path("description").asText(resolved(field).path("description").asText());
    text.append(
        "| `%s` | %s | %s |%n"
            .formatted(
                name,
                type(name, field),
                (isRequired ? "**Required.** " : "") + words.replace("|", "\\|")));
    String reference = field.path("$ref").asText();
    if (reference.isEmpty() || TYPES.containsKey(reference.substring(REFERENCE.length()))) {
      inside(name, field, open);
    } else if (open.add(reference)) {
      inside(name, resolved(field), open);
      open.remove(reference);
    }
  }

  private void inside(String name, JsonNode field, Set<String> open) {
    if (name.startsWith("defaults.") || name.startsWith("overrides.")) {
      return;
    }
    JsonNode items = resolved(field.path("items"));
    if (items.has("properties")) {
      rows(name + "[].", items, Set.of(), open);
    }
    rows(name + ".", field, Set.of(), open);
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.startsWith(REFERENCE)
        ? schema.path("definitions").path(reference.substring(REFERENCE.length()))
        : node;
  }

  private String type(String name, JsonNode field) {
    return Set.of("config", "auth").contains(name) ? "follows from `service`" : type(field);
  }

  private String type(JsonNode field) {
    String reference = field.path("$ref").asText();
    if (!reference.isEmpty()) {
      String name = reference.substring(REFERENCE.length());
      String known = TYPES.get(name);
      return known == null ? type(resolved(field)) : known;
    }
    if (field.has("anyOf")) {
      return type(field.path("anyOf").path(0));
    }
    if (field.has("enum")) {
      return members(field.path("enum"));
    }
    if (field.has("const")) {
      return "`" + field.path("const").asText() + "`";
    }
    return plainType(field);
  }

  private static String plainType(JsonNode field) {
    JsonNode declared = field.path("type");
    List<String> types =
        declared.isArray()
            ? StreamSupport.stream(declared.spliterator(), false).map(JsonNode::asText).toList()
            : List.of(declared.asText());
    if (types.contains("object")) {
      return types.contains("array") ? "mapping or list" : "mapping";
    }
    if (types.contains("array")) {
      return types.size() > 1 && !field.path("items").has("properties")
          ? "text or list of texts"
          : "list";
    }
    return types.contains("boolean") && types.size() == 1
        ? "true or false"
        : types.contains("integer") ? "whole number" : types.equals(List.of("")) ? "" : "text";
  }

  private static String members(JsonNode members) {
    var names = new ArrayList<String>();
    members.forEach(member -> names.add("`" + member.asText() + "`"));
    return names.size() <= MOST_MEMBERS
        ? String.join(", ", names)
        : names.size() + " names, as " + names.getFirst();
  }
}
