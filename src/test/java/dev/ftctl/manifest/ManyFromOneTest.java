package dev.ftctl.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Templates and `for_each`.
final class ManyFromOneTest {

  private static final String FEEDS =
      """
      for_each: {csv: feeds.csv}
      kind: Connector
      metadata: {name: "s3_${each.name}", labels: {feed: "${each.key}"}}
      spec: {template: s3_feed, groups: ["${each.group}"], config: {schema: "${each.name}", port: "${each.port}"}}
      ---
      kind: Template
      metadata: {name: s3_feed}
      spec: {service: postgres, paused: true, config: {host: "${each.name}.internal", comment: from template}}
      """;

  private static final String ROWS = "name,group,port\norders,eu,1\nusers,us,12\n";

  private static final String KEYED =
      """
      for_each: EACH
      kind: Connector
      metadata: {name: "${each.key}"}
      spec: {service: mysql, groups: [g], config: {schema: s}}
      """;

  @TempDir Path root;
  private Folder folder;

  @BeforeEach
  void standInAnEmptyFolder() {
    folder = new Folder(root);
  }

  @Test
  void makesOneDocumentOfEachRowOverItsTemplate() {
    folder.file("manifests/m.yaml", FEEDS).file("manifests/feeds.csv", ROWS);

    var spec = folder.resource("connector/s3_users@us").spec();

    assertThat(folder.addresses())
        .containsExactly("connector/s3_orders@eu", "connector/s3_users@us");
    assertThat(spec.get("config").display())
        .isEqualTo(
            "{host: \"users.internal\", comment: \"from template\", schema: \"users\", port: 12}");
    assertThat(spec.text("paused")).isEqualTo("true");
  }

  @ParameterizedTest
  @CsvSource({
    "'name,group,port\\r\\norders,eu,1\\r\\nusers,us,12\\r\\n'",
    "'\\uFEFFname,group,port\\norders,eu,1\\n\\nusers,us,12'",
    "'\"name\",\"group\",port,\\n\"orders\",eu,1,\\nusers,us,12,\\n'",
    "'name,group,port\\nusers,us,12\\norders,eu,1\\n'",
  })
  void readsTheSameFromEveryFormOfAFile(String written) {
    folder.file("manifests/m.yaml", FEEDS).file("manifests/feeds.csv", ROWS);
    var plain = folder.read().resources();
    String text = written.replace("\\r", "\r").replace("\\n", "\n").replace("\\uFEFF", "\uFEFF");

    folder.file("manifests/feeds.csv", text.getBytes(StandardCharsets.UTF_8));

    assertThat(folder.read().resources()).isEqualTo(plain);
  }

  @Test
  void takesTheCellsOfAWholeRowAsTexts() {
    folder
        .file(
            "manifests/m.yaml",
            """
            for_each: {csv: feeds.csv}
            kind: Connector
            metadata: {name: "${each.schema_prefix}"}
            spec: {service: postgres, groups: [eu], config: "${each.value}"}
            """)
        .file("manifests/feeds.csv", "schema_prefix,host,user\norders,${env:HOME},$${x}\n");

    assertThat(folder.resource("connector/orders@eu").spec().get("config").display())
        .isEqualTo("{schema_prefix: \"orders\", host: \"${env:HOME}\", user: \"$${x}\"}");
  }

  @Test
  void namesColumnsWhereAFileHasNoHeader() {
    folder
        .file(
            "manifests/m.yaml",
            """
            for_each: {csv: tables.csv, header: false, columns: [schema, table], key: [schema, table]}
            kind: User
            metadata: {name: "${each.key}"}
            spec: {phone: "${each.schema}.${each.value.table}"}
            """)
        .file("manifests/tables.csv", "public,users,\npublic,\"or,ders\",\n");

    assertThat(folder.addresses()).containsExactly("user/public_or%2Cders", "user/public_users");
    assertThat(folder.resource("user/public_or%2Cders").spec().text("phone"))
        .isEqualTo("public.or,ders");
  }

  @Test
  void leavesReferencesInCellsAlone() {
    folder
        .file(
            "manifests/m.yaml",
            "for_each: {csv: t.csv}\nkind: User\nmetadata: {name: \"${each.name}\"}\n"
                + "spec: {phone: \"${each.text}\"}\n")
        .file("manifests/t.csv", "name,text\na,${var:nothing}\n");

    assertThat(folder.resource("user/a").spec().text("phone")).isEqualTo("${var:nothing}");
  }

  @Test
  void namesTheRowOfACellThatIsOfTheWrongType() {
    folder
        .file("manifests/m.yaml", FEEDS)
        .file("manifests/feeds.csv", "name,group,port\norders,eu,high\n");

    assertThat(folder.errors())
        .singleElement()
        .asString()
        .contains("manifests/m.yaml:4", "'port' takes a whole number", "csv:manifests/feeds.csv:2");
  }

  @Test
  void goesThroughListsAndMappingsWhateverTheyHold() {
    folder.file("ftctl.yaml", "variables: {teams: {ops: {text: [a, b]}, dev: {text: [c]}}}\n");
    folder.file(
        "manifests/m.yaml",
        """
        for_each: "${var:teams}"
        kind: User
        metadata: {name: "${each.key}"}
        spec: {phone: "${join(each.text, '+')}"}
        ---
        for_each: [x, {key: y, size: 2}, {name: z, size: 3}]
        kind: User
        metadata: {name: "list_${each.key}"}
        """);

    assertThat(folder.addresses())
        .containsExactly("user/dev", "user/list_x", "user/list_y", "user/list_z", "user/ops");
    assertThat(folder.resource("user/ops").spec().text("phone")).isEqualTo("a+b");
  }

  @Test
  void putsStructuresOfAnEntryInTheirPlace() {
    folder.file(
        "manifests/m.yaml",
        """
        for_each: {orders: {groups: [eu, us], config: {schema: o, tags: [a]}}}
        kind: Connector
        metadata: {name: "${each.key}"}
        spec: {service: postgres, groups: "${each.groups}", config: "${each.value.config}"}
        """);

    assertThat(folder.addresses()).containsExactly("connector/orders@eu", "connector/orders@us");
    assertThat(folder.resource("connector/orders@eu").spec().get("config").display())
        .isEqualTo("{schema: \"o\", tags: [\"a\"]}");
  }

  @Test
  void mergesDefaultsTemplateAndDocumentInThisOrder() {
    folder.file(
        "ftctl.yaml", "defaults: {Connector: {config: {host: d, comment: d, schema: d}}}\n");
    folder.file(
        "manifests/m.yaml",
        """
        kind: Template
        metadata: {name: base}
        spec: {config: {ssl: true}}
        ---
        kind: Template
        metadata: {name: t}
        spec: {template: base, service: postgres, config: {host: t, comment: t, files: [{table: x, pattern: t}]}}
        ---
        kind: Connector
        metadata: {name: orders}
        spec: {template: t, groups: [eu], config: {host: m, files: [{table: x}, {table: y}]}}
        """);

    assertThat(folder.resource("connector/orders@eu").spec().get("config").display())
        .isEqualTo(
            "{host: \"m\", comment: \"t\", schema: \"d\", ssl: true, "
                + "files: [{table: \"x\", pattern: \"t\"}, {table: \"y\"}]}");
  }

  @Test
  void takesBackWhatIsUnset() {
    folder.file(
        "manifests/m.yaml",
        """
        kind: Template
        metadata: {name: t}
        spec: {service: postgres, paused: true, config: {schema: s, host: t, comment: t}}
        ---
        kind: Connector
        metadata: {name: orders}
        spec:
          template: t
          groups: [eu, us]
          paused: "${unset}"
          config: {comment: "${unset}"}
          overrides: {us: {config: {host: "${unset}"}}}
        """);

    assertThat(folder.resource("connector/orders@eu").spec().get("config").display())
        .isEqualTo("{schema: \"s\", host: \"t\"}");
    assertThat(folder.resource("connector/orders@us").spec().get("config").display())
        .isEqualTo("{schema: \"s\"}");
    assertThat(folder.resource("connector/orders@us").spec().get("paused").isAbsent()).isTrue();
  }

  @Test
  void aRowIsNamedByEveryProblemOfItsDocument() {
    folder
        .file("manifests/ports.csv", "key,name,port\n1,a,5432\n2,b,many\n3,,1\n")
        .file(
            "manifests/m.yaml",
            """
            for_each: {csv: ports.csv}
            kind: Connector
            metadata: {name: "${each.name}"}
            spec: {service: mysql, groups: [g], config: {schema: s, port: "${each.port}"}}
            """);

    assertThat(folder.problems())
        .filteredOn(Problem::isError)
        .extracting(Problem::subject)
        .containsExactlyInAnyOrder(
            "connector b (row manifests/ports.csv:3)", "row manifests/ports.csv:4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{list: [{host: a, at: eu}, {host: b, at: eu}], key: host} | connector/a@g connector/b@g",
        "{list: [{host: a, at: eu}, {host: a, at: us}], key: [host, at]} | connector/a_eu@g"
            + " connector/a_us@g",
        "{list: [a, {name: b}]} | connector/a@g connector/b@g",
        "{list: \"${var:hosts}\", key: host} | connector/v@g",
        "{list: [a], other: [b]} | connector/list@g connector/other@g",
        "{list: {host: a}, key: {host: b}} | connector/key@g connector/list@g",
      })
  void aListMaySayWhatItsKeyIs(String each, String addresses) {
    folder
        .file("ftctl.yaml", "variables: {hosts: [{host: v}]}\n")
        .file("manifests/m.yaml", KEYED.replace("EACH", each));

    assertThat(String.join(" ", folder.addresses())).isEqualTo(addresses);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{list: [{host: a}, {host: a}], key: host} | duplicate-key: the key 'a' is taken",
        "{list: [{hots: a}], key: host} | missing-key: the item of 'for_each' has no 'host'",
        "{list: [a], key: host} | missing-key: the item of 'for_each' has no 'host'",
        "{list: [{host: ''}], key: host} | missing-key: 'host' is empty, and it is a key",
        "{list: [{host: null}], key: host} | wrong-type: the key of an item of 'for_each' takes a"
            + " text",
        "{list: [{host: a}], key: {b: c}} | wrong-type: 'key' takes a list of texts",
      })
  void aListWithoutItsKeyIsAnError(String each, String message) {
    folder.file("manifests/m.yaml", KEYED.replace("EACH", each));

    assertThat(folder.errors()).singleElement().asString().contains(message);
  }
}
