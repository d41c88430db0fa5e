package dev.ftctl.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// References in the keys of entries that stand for several: rows, `each` and groups.
final class KeyReferencesOfRowsTest {

  @TempDir Path root;
  private Folder folder;

  @BeforeEach
  void describeTwoGroups() {
    folder =
        new Folder(root)
            .file(
                "ftctl.yaml",
                """
                variables: {table: users, eu: eu, field: host, odd: "$${x}", words: [a], part: {"${var:table}": {columns: {ssn: {enabled: false}}}}}
                secrets: {S: {env: TOKEN}}
                defaults: {Connector: {config: {"${var:field}": by-default, comment: d}}}
                """)
            .file(
                "manifests/groups.yaml",
                """
                kind: Group
                metadata: {name: eu, labels: {shop: outlet}}
                ---
                kind: Group
                metadata: {name: us, labels: {shop: mall}}
                """)
            .environment("TABLE", "users")
            .environment("TOKEN", "a-long-token");
  }

  @Test
  void findsTwoThatBecomeOneGroupOfOverrides() {
    folder.file(
        "manifests/m.yaml",
        KeyReferencesTest.connector("host: a")
            + "  overrides: {eu: {paused: true}, \"${var:eu}\": {paused: false}}\n");

    assertThat(folder.errors()).singleElement().asString().contains("duplicate-key: the key 'eu'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{eu: {\"${lower('ABSENT')}\": true}}",
        "{eu: {\"${group.label.flag}\": true}}",
        "{eu: \"${var:gone}\"}",
        "\"${yaml:../o.yaml}\"",
      })
  void neverBecomeAbsentOrProtect(String overrides) {
    folder
        .file("ftctl.yaml", "variables: {gone: {absent: true}}")
        .file("o.yaml", "{eu: {protect: true}}")
        .file(
            "manifests/groups.yaml", "kind: Group\nmetadata: {name: eu, labels: {flag: absent}}\n")
        .file(
            "manifests/m.yaml",
            KeyReferencesTest.connector("host: a") + "  overrides: " + overrides + "\n");

    assertThat(folder.errors()).singleElement().asString().contains(": flag-for-many: ");
  }

  @Test
  void ofARowStandForThemselvesAsItsCellsDo() {
    folder
        .file("manifests/rows.csv", "name,${var:table}\na,${var:table}\n")
        .file(
            "manifests/m.yaml",
            """
            for_each: {csv: rows.csv}
            kind: Connector
            metadata: {name: shop}
            spec: {service: mysql, groups: [eu], config: {schema: s, free: "${each.value}"}}
            """);

    assertThat(value("connector/shop@eu", "config.free").display())
        .isEqualTo("{name: \"a\", ${var:table}: \"${var:table}\"}");
  }

  @ParameterizedTest
  @CsvSource({"for_each: ['$${group}'],${each.key}", "for_each: {'$${group}': {}},${each.key}"})
  void ofEntriesAreFilledInOnce(String each, String used) {
    folder.file(
        "manifests/m.yaml",
        """
        EACH
        kind: Connector
        metadata: {name: shop}
        spec: {service: mysql, groups: [eu], config: {schema: s, host: "USED", free: {"USED": 1}}}
        """
            .replace("EACH", each)
            .replace("USED", used));

    assertThat(value("connector/shop@eu", "config.host").display()).isEqualTo("\"${group}\"");
    assertThat(value("connector/shop@eu", "config.free").display()).isEqualTo("{${group}: 1}");
  }

  @Test
  void ofGroupsAreFilledInOnce() {
    folder
        .file("manifests/groups.yaml", "kind: Group\nmetadata: {name: \"$${var:x}\"}\n")
        .file(
            "manifests/m.yaml",
            """
            kind: Connector
            metadata: {name: shop}
            spec:
              service: mysql
              groups: ["$${var:x}"]
              config: {schema: s}
              overrides: {"$${var:x}": {paused: true}}
            """);

    assertThat(value("connector/shop@%24%7Bvar:x%7D", "group").display())
        .contains("%24%7Bvar:x%7D");
    assertThat(value("connector/shop@%24%7Bvar:x%7D", "paused").display()).isEqualTo("true");
  }

  @Test
  void areWrittenSoThatTheyReadTheSame() {
    folder.file("manifests/m.yaml", KeyReferencesTest.connector("free: {\"$${x}\": \"$${y}\"}"));
    Expanded shop = Expanded.of(folder.read(), SampleKinds.ALL).getLast();

    assertThat(shop.manifest().at(FieldPath.of("spec", "config", "free")).display())
        .isEqualTo("{$${x}: \"$${y}\"}");
  }

  private Value value(String address, String path) {
    return folder.resource(address).spec().at(FieldPath.of(path.split("\\.")));
  }
}
