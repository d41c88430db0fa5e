package dev.ftctl.jsonschema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.PartOf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The JSON Schemas of manifests and of the project file, draft-07, made from the kinds' tables.
/// Each stands for itself: none refers to another file.
public final class Schemas {

  private static final String DRAFT = "http://json-schema.org/draft-07/schema#";

  private final List<KindDefinition> kinds;
  private final FieldTexts words = FieldTexts.bundled();

  public Schemas(KindList kinds) {
    this.kinds = kinds.kinds().stream().map(kind -> kind.definition()).toList();
  }

  /// Every schema as text, by the name of its file: `connector.schema.json` and so on, then
  /// `ftctl.schema.json`, `project.schema.json`, `environment.schema.json`, `test.schema.json` and
  /// `rollout.schema.json`.
  public SequencedMap<String, String> files() {
    var files = new LinkedHashMap<String, String>();
    for (KindDefinition kind : kinds) {
      files.put(kind.slug() + ".schema.json", of(kind));
    }
    files.put("ftctl.schema.json", any());
    files.put("project.schema.json", project());
    files.put("environment.schema.json", environment());
    files.put("test.schema.json", test());
    files.put("rollout.schema.json", rollout());
    return files;
  }

  /// The schema of documents of any kind.
  public String any() {
    ObjectNode schema = head("A manifest of ftctl", "ftctl.schema.json");
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    properties.set("apiVersion", DocumentSchema.apiVersion(words));
    var names = new ArrayList<String>();
    kinds.forEach(kind -> names.addAll(kind.names()));
    names.add("Template");
    properties.set("kind", words.describe("document", "kind", SchemaNodes.oneOf(names)));
    properties.set("metadata", words.describe("document", "metadata", SchemaNodes.object()));
    properties.set("spec", words.describe("document", "spec", SchemaNodes.object()));
    schema.putArray("required").add("kind");
    var choices = schema.putArray("allOf");
    for (KindDefinition kind : kinds) {
      var choice = choices.addObject();
      choice.set("if", SchemaNodes.has("kind", SchemaNodes.oneOf(kind.names())));
      choice.set("then", SchemaNodes.ref(kind.name()));
    }
    return SchemaText.of(withDefinitions(schema, kinds));
  }

  /// The schema of the documents of one kind.
  public String of(KindDefinition kind) {
    ObjectNode schema = head(kind.name() + " of ftctl", kind.slug() + ".schema.json");
    schema.putArray("allOf").add(SchemaNodes.ref(kind.name()));
    return SchemaText.of(withDefinitions(schema, partsOf(kind)));
  }

  /// The schema of `ftctl.yaml`.
  public String project() {
    ObjectNode schema = head("The project file of ftctl", "project.schema.json");
    schema.setAll(new ProjectSchema(kinds, words).of());
    ObjectNode definitions = ScalarSchemas.definitions();
    for (KindDefinition kind : kinds) {
      definitions.setAll(new KindSchema(kind, words).commonDefinitions());
    }
    schema.set("definitions", definitions);
    return SchemaText.of(schema);
  }

  /// The schema of `environments/NAME.yaml`.
  public String environment() {
    ObjectNode schema = head("A file of an environment of ftctl", "environment.schema.json");
    schema.setAll(new ProjectSchema(kinds, words).environment());
    schema.set("definitions", ScalarSchemas.definitions());
    return SchemaText.of(schema);
  }

  /// The schema of files of tests.
  public String test() {
    ObjectNode schema = head("Tests of manifests of ftctl", "test.schema.json");
    schema.setAll(new TestSchema(words).of());
    return SchemaText.of(schema);
  }

  /// The schema of rollouts.
  public String rollout() {
    ObjectNode schema = head("A rollout of ftctl", "rollout.schema.json");
    String owner =
        kinds.stream()
            .flatMap(kind -> kind.partOf().stream())
            .map(PartOf::owner)
            .findFirst()
            .orElseThrow();
    schema.setAll(new RolloutSchema(words, owner).of());
    return SchemaText.of(schema);
  }

  private static ObjectNode head(String title, String file) {
    return SchemaNodes.object()
        .put("$schema", DRAFT)
        .put("title", title)
        .put("$comment", "Made by ftctl; " + file + " is printed by: ftctl schema");
  }

  private ObjectNode withDefinitions(ObjectNode schema, List<KindDefinition> some) {
    ObjectNode definitions = ScalarSchemas.definitions();
    some.forEach(kind -> definitions.setAll(new KindSchema(kind, words).definitions()));
    schema.set("definitions", definitions);
    return schema;
  }

  /// The kind, and those whose documents may stand inside its own.
  private List<KindDefinition> partsOf(KindDefinition kind) {
    return kinds.stream().filter(other -> other.equals(kind) || isPart(other, kind)).toList();
  }

  private static boolean isPart(KindDefinition other, KindDefinition kind) {
    return other.partOf().filter(part -> part.owner().equals(kind.slug())).isPresent()
        || other.belonging().filter(facet -> facet.user().equals(kind.slug())).isPresent();
  }
}
