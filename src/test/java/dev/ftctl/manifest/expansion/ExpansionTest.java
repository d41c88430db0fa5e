package dev.ftctl.manifest.expansion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.manifest.Folder;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Defaults, overrides, instances, documents inside documents, and what follows instances.
final class ExpansionTest {

  private static final String CONNECTOR =
      """
      kind: Connector
      metadata: {name: orders}
      spec:
        service: postgres
        groups: [eu, us]
        config: {schema: orders}
      """;

  @TempDir Path root;
  private Folder folder;

  @BeforeEach
  void standInAnEmptyFolder() {
    folder = new Folder(root);
  }

  @Test
  void laysDocumentsOverTheDefaultsOfTheirKind() {
    folder.file(
        "ftctl.yaml", "defaults: {Connector: {paused: true, config: {host: db, port: 1}}}\n");
    folder.file(
        "manifests/m.yaml", CONNECTOR.replace("{schema: orders}", "{schema: orders, port: 2}"));

    var spec = folder.resource("connector/orders@eu").spec();

    assertThat(spec.get("paused")).isEqualTo(Value.bool(true));
    assertThat(spec.get("config").display())
        .isEqualTo("{host: \"db\", port: 2, schema: \"orders\"}");
  }

  @Test
  void mergesListsOfObjectsByKeyAndReplacesOtherLists() {
    folder.file(
        "manifests/m.yaml",
        CONNECTOR.replace(
            "{schema: orders}",
            """
            {schema: orders, tags: [a, b], files: [{table: x, pattern: p}, {table: y}]}
              overrides:
                eu: {config: {tags: [c], files: [{table: z}, {table: x, pattern: q}]}}\
            """));

    var config = folder.resource("connector/orders@eu").spec().mapping("config");

    assertThat(config.get("tags").display()).isEqualTo("[\"c\"]");
    assertThat(config.get("files").display())
        .isEqualTo("[{table: \"x\", pattern: \"q\"}, {table: \"y\"}, {table: \"z\"}]");
  }

  @Test
  void takesFlagsAndIdsFromOverrides() {
    folder.file(
        "manifests/m.yaml",
        CONNECTOR
            + "  overrides: {eu: {absent: true}, us: {protect: true, id: abc}, old: {absent:"
            + " true}}\n");

    assertThat(folder.resource("connector/orders@eu").metadata().isAbsent()).isTrue();
    assertThat(folder.resource("connector/orders@old").metadata().isAbsent()).isTrue();
    assertThat(folder.resource("connector/orders@us").metadata().isProtected()).isTrue();
    assertThat(folder.resource("connector/orders@us").metadata().isAbsent()).isFalse();
    assertThat(folder.resource("connector/orders@us").spec().text("id")).isEqualTo("abc");
  }

  @Test
  void needsOnlyTheIdentityOfWhatIsToBeAbsent() {
    folder.file(
        "manifests/m.yaml",
        "kind: Connector\nmetadata: {name: a, absent: true}\nspec: {groups: [eu]}\n");

    assertThat(folder.addresses()).containsExactly("connector/a@eu");
  }

  @Test
  void takesDocumentsOutOfTheirOwners() {
    folder.file(
        "manifests/m.yaml",
        CONNECTOR
            + """
              schema_settings: {schemas: {public: {enabled: true}}}
              overrides: {eu: {schema_settings: {schemas: {sales: {enabled: false}}}}}
            """);

    var eu = folder.resource("schema-settings/orders@eu");

    assertThat(folder.resource("connector/orders@eu").spec().entries())
        .doesNotContainKey("schema_settings");
    assertThat(eu.spec().get("connector")).isEqualTo(connector("orders", "eu"));
    assertThat(eu.spec().mapping("schemas").entries()).containsOnlyKeys("public", "sales");
    assertThat(folder.resource("schema-settings/orders@us").spec().mapping("schemas").entries())
        .containsOnlyKeys("public");
  }

  @Test
  void laysSettingsOfOneInstanceOverThoseOfAll() {
    folder.file(
        "manifests/m.yaml",
        CONNECTOR
            + """
            ---
            kind: SchemaSettings
            metadata: {name: one}
            spec: {connector: orders@eu, schemas: {public: {enabled: false}}}
            ---
            kind: SchemaSettings
            metadata: {name: all, protect: true}
            spec: {connector: orders, schemas: {public: {enabled: true, tables: {a: {}}}}}
            """);

    var eu = folder.resource("schema-settings/orders@eu");

    assertThat(eu.spec().at(FieldPath.of("schemas", "public")).display())
        .isEqualTo("{enabled: false, tables: {a: {}}}");
    assertThat(eu.metadata().isProtected()).isTrue();
    assertThat(
            folder
                .resource("schema-settings/orders@us")
                .spec()
                .at(FieldPath.of("schemas", "public", "enabled")))
        .isEqualTo(Value.bool(true));
  }

  @Test
  void leavesOutSettingsOfInstancesThatAreToBeAbsent() {
    folder.file(
        "manifests/m.yaml",
        CONNECTOR
            + """
              overrides: {eu: {absent: true}}
            ---
            kind: SchemaSettings
            metadata: {name: all}
            spec: {connector: orders}
            """);

    assertThat(folder.addresses())
        .contains("schema-settings/orders@us")
        .doesNotContain("schema-settings/orders@eu");
  }

  @Test
  void takesSettingsOfConnectionsThatNoManifestDescribes() {
    folder.file(
        "manifests/m.yaml",
        "kind: SchemaSettings\nmetadata: {name: a}\nspec: {connector: live@eu}\n");

    assertThat(folder.resource("schema-settings/live@eu").spec().get("connector"))
        .isEqualTo(connector("live", "eu"));
    assertThat(folder.warnings()).singleElement().asString().contains("undescribed-reference");
  }

  @Test
  void expandsMembershipsToEveryInstance() {
    folder.file(
        "manifests/m.yaml",
        CONNECTOR
            + """
            ---
            kind: User
            metadata: {name: ana@example.com}
            spec:
              groups: {eu: Reader}
              connectors: {orders@us: Admin, orders: Reader}
            """);

    var user = folder.resource("user/ana@example.com").spec();

    assertThat(user.text("email")).isEqualTo("ana@example.com");
    assertThat(user.mapping("groups").display()).isEqualTo("{group/eu: \"Reader\"}");
    assertThat(user.mapping("connectors").entries())
        .containsEntry("connector/orders@us", Value.text("Admin"))
        .containsEntry("connector/orders@eu", Value.text("Reader"));
  }

  @Test
  void acceptsConnectionForConnector() {
    folder.file("manifests/m.yaml", CONNECTOR.replace("Connector", "Connection"));

    assertThat(folder.addresses()).containsExactly("connector/orders@eu", "connector/orders@us");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "overrides: {eu: {absent: true, protect: true}} | what is protected can't be absent",
        "overrides: {eu: {hots: a}} | unknown field 'hots' in spec of Connector",
        "overrides: {eu: {group: us}} | 'group' stands in 'overrides', in what is said of the group"
            + " 'eu'",
        "overrides: {eu: {groups: [us]}} | 'groups' stands in 'overrides', in what is said of the"
            + " group 'eu'",
        "overrides: {eu: [a]} | an entry of 'overrides' takes a mapping, not a list",
        "overrides: {eu: {absent: \"${var:x}\"}} | 'absent' takes true or false, written literally,"
            + " not text",
        "schema_settings: {connector: a} | 'connector' is known here",
        "groups: [a] | the key 'groups' stands here a second time, first in line 5",
      })
  void refusesWhatCannotBeMeant(String line, String message) {
    folder.file("manifests/m.yaml", CONNECTOR + "  " + line + "\n");

    assertThat(folder.errors()).singleElement().asString().endsWith(message);
  }

  private static Value connector(String name, String group) {
    return new Value.Reference(
        Address.of("connector", name).inGroup(group), dev.ftctl.model.value.Origin.LIVE);
  }
}
