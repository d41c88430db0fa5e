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

/// `${…}` in the keys of mappings.
final class KeyReferencesTest {

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "${var:table} | users",
        "${each.key} | first",
        "${each.table} | people",
        "${group} | eu",
        "${group.label.shop} | outlet",
        "x_${each.table}_${group} | x_people_eu",
        "${upper(each.table)} | PEOPLE",
        "${file:name.txt} | from_a_file",
        "$${each.table} | ${each.table}",
        "$${x}_${group} | ${x}_eu",
        "${var:odd} | ${x}",
        "${each.odd} | ${y}",
      })
  void areFilledInAtEveryDepth(String key, String text) {
    folder
        .file("manifests/name.txt", "from_a_file\n")
        .file(
            "manifests/m.yaml",
            """
            kind: Connector
            metadata: {name: shop}
            spec: {service: mysql, groups: [eu], config: {schema: s}}
            ---
            for_each: {first: {table: people, odd: "$${y}"}}
            kind: SchemaSettings
            metadata: {name: settings}
            spec:
              connector: shop
              schemas:
                "KEY":
                  tables:
                    "t_KEY": {columns: {"KEY": {enabled: false}}, list: [{"KEY": 1}]}
            """
                .replace("KEY", key));

    assertThat(value("schema-settings/shop@eu", "schemas").display())
        .isEqualTo(
            "{KEY: {tables: {t_KEY: {columns: {KEY: {enabled: false}}, list: [{KEY: 1}]}}}}"
                .replace("KEY", text));
  }

  @Test
  void areFilledInInEveryMapping() {
    folder
        .file("manifests/tables.yaml", "{\"${var:table}\": {enabled: false}}")
        .file(
            "manifests/m.yaml",
            """
            kind: Template
            metadata: {name: base}
            spec: {config: {"${var:field}": by-template, "free": {"${each.key}": 1}}}
            ---
            for_each: {"${var:table}": {}}
            kind: Connector
            metadata: {name: shop, labels: {"${each.key}": core}}
            spec:
              template: base
              "${lower('SERVICE')}": mysql
              groups: [eu, us]
              config: {schema: s}
              overrides: {"${var:eu}": {"config": {"${var:field}": eu-host}}}
            ---
            kind: SchemaSettings
            metadata: {name: shop}
            spec:
              connector: shop
              schemas: {public: {tables: "${yaml:tables.yaml}"}, private: {tables: "${var:part}"}}
            ---
            for_each: [{name: ana, group: us}]
            kind: User
            metadata: {name: "${each.name}@example.com"}
            spec: {groups: {"${each.group}": Reader, "${var:eu}": Writer}, connectors: {"shop@${each.group}": Reader}}
            """);

    assertThat(value("connector/shop@eu", "config").display())
        .isEqualTo("{host: \"eu-host\", comment: \"d\", free: {users: 1}, schema: \"s\"}");
    assertThat(value("connector/shop@us", "config.host").display()).isEqualTo("\"by-template\"");
    assertThat(folder.resource("connector/shop@us").metadata().labels())
        .containsEntry("users", "core");
    assertThat(value("schema-settings/shop@us", "schemas").display())
        .isEqualTo(
            "{public: {tables: {users: {enabled: false}}}, private: {tables: {users: {columns:"
                + " {ssn: {enabled: false}}}}}}");
    assertThat(value("user/ana@example.com", "groups").display())
        .isEqualTo("{group/us: \"Reader\", group/eu: \"Writer\"}");
    assertThat(value("user/ana@example.com", "connectors").display())
        .isEqualTo("{connector/shop@us: \"Reader\"}");
  }

  @Test
  void areThoseOfAnOverlayToo() {
    folder
        .file(
            "ftctl.yaml",
            """
            account: acc
            default_environment: prod
            environments: {prod: {account: acc, overlays: overlays/prod, variables: {field: host}}}
            """)
        .file("manifests/m.yaml", connector("host: here"))
        .file(
            "overlays/prod/o.yaml",
            """
            kind: Connector
            metadata: {name: shop, labels: {"${var:field}": x}}
            spec: {config: {"${var:field}": there}, overrides: {"${lower('EU')}": {paused: true}}}
            """);

    assertThat(value("connector/shop@eu", "config.host").display()).isEqualTo("\"there\"");
    assertThat(value("connector/shop@eu", "paused").display()).isEqualTo("true");
    assertThat(folder.resource("connector/shop@eu").metadata().labels()).containsKey("host");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "${env:TABLE} | secret-in-name: a key can't come from env:TABLE",
        "${env:NO_TABLE:-users} | secret-in-name: a key can't come from env:NO_TABLE",
        "t_${lower(env:TABLE)} | secret-in-name: a key can't come from env:TABLE",
        "${secret:S} | secret-in-name: a key can't come from secret:S",
        "${file:../../outside.txt} | secret-in-name: a key can't come from file:../../outside.txt",
        "${file:none.txt} | missing-file: file:none.txt can't be read",
        "${each.table} | no-each: ",
        "${var:nothing} | undefined-variable: the variable 'nothing' is not defined",
        "${var:words} | variable-type: the variable 'words' is a list",
        "${yaml:m.yaml} | wrong-type: a structure stands here, where a text is needed",
        "${unset} | wrong-type: ${unset} takes a field back",
        "${group.label.none} | undefined-label: the group 'eu' has no label 'none'",
        "${trim(' ')} | empty-key: the key is empty",
        "${nonsense} | bad-reference: '${nonsense}' is no reference",
        "${var:table | bad-reference: '${' is never closed",
      })
  void areErrorsAtTheirPlacesWhereTheyLeadNowhere(String key, String message) throws Exception {
    Path project = root.resolve("project");
    java.nio.file.Files.createDirectories(project);
    java.nio.file.Files.writeString(root.resolve("outside.txt"), "users");
    java.nio.file.Files.copy(root.resolve("ftctl.yaml"), project.resolve("ftctl.yaml"));
    var inside =
        new Folder(project).environment("TABLE", "users").environment("TOKEN", "a-long-token");
    inside
        .file("manifests/g.yaml", "kind: Group\nmetadata: {name: eu}\n")
        .file("manifests/m.yaml", connector("free: {\"" + key + "\": 1}"));

    assertThat(inside.errors())
        .isNotEmpty()
        .anySatisfy(line -> assertThat(line).startsWith("manifests/m.yaml:4:").contains(message))
        .noneMatch(line -> line.contains("a-long-token"));
  }

  @Test
  void saysBothPlacesOfTwoThatBecomeOne() {
    folder.file(
        "manifests/m.yaml",
        connector("free: {users: 1, \"${var:table}\": 2, \"${lower('USERS')}\": 3}"));

    assertThat(folder.problems())
        .extracting(problem -> problem.place() + ": " + problem.message() + "; " + problem.fix())
        .contains(
            "manifests/m.yaml:4:40: the key 'users' stands twice once references are filled in;"
                + " the other is in manifests/m.yaml:4:30; keep one of them",
            "manifests/m.yaml:4:59: the key 'users' stands twice once references are filled in;"
                + " the other is in manifests/m.yaml:4:30; keep one of them");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "free: {\"eu\": 1, \"${group}\": 2}",
        "\"host\": a, \"${var:field}\": b",
        "free: [{a: 1, \"${lower('A')}\": 2}]",
      })
  void findsTwoThatBecomeOneWhereverTheyStand(String config) {
    folder.file("manifests/m.yaml", connector(config));

    assertThat(folder.errors()).singleElement().asString().contains(": duplicate-key: ");
  }

  static String connector(String config) {
    return """
    kind: Connector
    metadata: {name: shop}
    spec:
      config: {schema: s, CONFIG}
      service: mysql
      groups: [eu]
    """
        .replace("CONFIG", config);
  }

  private Value value(String address, String path) {
    return folder.resource(address).spec().at(FieldPath.of(path.split("\\.")));
  }
}
