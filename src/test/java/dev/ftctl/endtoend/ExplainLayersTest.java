package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `ftctl explain` where documents of two reaches speak of one object, and where lists are merged.
class ExplainLayersTest {

  private static final String MANIFEST =
      """
      kind: Group
      metadata: {name: eu}
      ---
      kind: Group
      metadata: {name: us}
      ---
      kind: Connector
      metadata: {name: orders}
      spec:
        service: postgres
        groups: [eu, us]
        paused: true
        config: {schema_prefix: orders, host: h, port: 1, database: d, user: u, password: "${env:PW}"}
      ---
      kind: SchemaSettings
      metadata: {name: orders}
      spec:
        connector: orders
        schema_change_handling: ALLOW_ALL
        schemas: {public: {tables: {users: {columns: {ssn: {enabled: false}}}}}}
      ---
      kind: SchemaSettings
      metadata: {name: orders_eu}
      spec:
        connector: orders@eu
        schema_change_handling: BLOCK_ALL
        schemas: {public: {tables: {users: {columns: {email: {hashed: true}}}}}}
      ---
      kind: Connector
      metadata: {name: drop}
      spec:
        service: sftp
        groups: [eu]
        paused: true
        config:
          schema: drop
          table: drop
          files:
            - {table_name: a, file_pattern: "a/.*"}
            - {table_name: b, file_pattern: "b/.*"}
        overrides: {eu: {config: {files: [{table_name: b, archive_pattern: b.zip}]}}}
      """;

  @TempDir Path folder;

  /// What holds for one instance lies over what holds for all.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @eu.schema_change_handling | said by document :26 BLOCK_ALL, over document :19 ALLOW_ALL
          @us.schema_change_handling | said by document :19 ALLOW_ALL
          @eu.schemas.public.tables.users.columns.ssn.enabled | said by document :20 false
          @eu.schemas.public.tables.users.columns.email.hashed | said by document :27 true
          """)
  void settingsOfOneInstanceLieOverThoseOfAll(String asked, String places) {
    Ran ran = explain("schema-settings/orders" + asked);

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(
            String.join(
                ", ",
                ran.out()
                    .lines()
                    .filter(line -> line.matches("  (said by|over) .*"))
                    .map(line ->
                        line.strip()
                            .replaceAll(" +", " ")
                            .replaceAll("manifests/m.yaml(:\\d+):\\d+", "$1"))
                    .toList()))
        .isEqualTo(places);
  }

  @Test
  void fieldThatOneInstanceLacksIsSaidNowhere() {
    Ran ran = explain("schema-settings/orders.schemas.public.tables.users.columns.email.hashed");

    assertThat(ran.code()).as("%s", ran).isEqualTo(64);
    assertThat(ran.err()).contains("schema-settings/orders@us has no field");
  }

  @Test
  void listIsOneFieldWithEveryPlaceThatSaysSomeOfIt() {
    Ran ran = explain("connector/drop@eu.config.files");

    assertThat(ran.out())
        .contains(
            "{table_name: \"b\", file_pattern: \"b/.*\", archive_pattern: \"b.zip\"}",
            "said by   overrides of eu, document  manifests/m.yaml:41",
            "over      document                   manifests/m.yaml:39");
  }

  @ParameterizedTest
  @CsvSource({
    "config.files[0]",
    "config.files[b].archive_pattern",
    "config.files.b.archive_pattern",
    "config.files[7]"
  })
  void itemOfAListLeadsToTheList(String field) {
    Ran ran = explain("connector/drop@eu." + field);

    assertThat(ran.code()).as("%s", ran).isEqualTo(64);
    assertThat(ran.err())
        .contains("has no field '" + field + "'")
        .contains("a list is one field with all of its items: ask for 'config.files'");
  }

  private Ran explain(String asked) {
    return new Workspace(folder)
        .file("manifests/m.yaml", MANIFEST)
        .run("explain", asked, "--offline");
  }
}
