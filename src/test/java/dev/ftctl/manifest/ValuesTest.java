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

/// `${…}`, types and secrets.
final class ValuesTest {

  @TempDir Path root;
  private Folder folder;

  @BeforeEach
  void standInAnEmptyFolder() {
    folder = new Folder(root);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "host: 5432 | host | \"5432\"",
        "host: 0012 | host | \"0012\"",
        "host: no | host | \"no\"",
        "host: 1.10 | host | \"1.10\"",
        "port: \"5432\" | port | 5432",
        "port: 0x1F | port | 31",
        "port: 5.0 | port | 5",
        "ratio: 0.5 | ratio | 0.5",
        "ssl: \"true\" | ssl | true",
        "ssl: TRUE | ssl | true",
        "update_method: binlog | update_method | \"BINLOG\"",
        "free: 0012 | free | \"0012\"",
        "free: 12 | free | 12",
        "free: [yes, true, ~] | free | [\"yes\", true, null]",
        "free: {a: {b: 1}} | free | {a: {b: 1}}",
        "tags: [1, b] | tags | [\"1\", \"b\"]",
        "host: ~ | host | null",
      })
  void areConvertedToTheTypeOfTheirField(String written, String field, String shown) {
    folder.file("manifests/m.yaml", connector(written));

    Value value = config(field);

    assertThat(value.display()).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "port: abc | 'port' takes a whole number, not text ('abc')",
        "port: 1.5 | 'port' takes a whole number, not a number ('1.5')",
        "port: [1] | 'port' takes a whole number, not a list",
        "ssl: yes | 'ssl' takes true or false, not text ('yes')",
        "ssl: 1 | 'ssl' takes true or false, not a number ('1')",
        "host: {a: b} | 'host' takes a text, not a mapping",
        "tags: a | 'tags' takes a list, not text",
        "tags: [[a]] | 'tags' takes a text, not a list",
        "files: {table: a} | 'files' takes a list of mappings, not a mapping",
        "files: [a] | 'files' takes a list of mappings, not text",
        "port: ~ | 'port' is null, but the API can't clear it",
        "level: BIN | 'level' is 'BIN', which is none of its values",
        "host: \"******\" | 'host' is the mask that Fivetran shows in place of a secret",
        "host: \"**\" | 'host' is the mask that Fivetran shows in place of a secret",
        "host: \"********\" | 'host' is the mask that Fivetran shows in place of a secret",
      })
  void areRefusedWhenTheyDoNotFit(String written, String message) {
    folder.file("manifests/m.yaml", connector(written));

    assertThat(folder.errors()).singleElement().asString().endsWith(message);
  }

  @Test
  void warnOfAnUnknownMemberOfAnOpenEnumeration() {
    folder.file("manifests/m.yaml", connector("mode: SIDEWAYS"));

    assertThat(folder.warnings()).anyMatch(line -> line.contains("'mode' is 'SIDEWAYS'"));
  }

  @Test
  void keepUnknownFieldsOfOpenTablesWithAWarning() {
    folder.file("manifests/m.yaml", connector("brand_new_thing: [1]"));

    assertThat(folder.warnings())
        .anyMatch(line -> line.contains("unknown field 'brand_new_thing'"));
    assertThat(config("brand_new_thing").display()).isEqualTo("[1]");
  }

  @Test
  void makeSecretsOfUnknownFieldsThatAreNamedSo() {
    folder.file("manifests/m.yaml", connector("brand_new_token: abcdefgh"));

    assertThat(config("brand_new_token").display()).isEqualTo("(secret)");
  }

  @Test
  void stayNumbersWhenAVariableIsOne() {
    folder.file("ftctl.yaml", "variables: {port: 5432, text: '5432'}\n");
    folder.file(
        "manifests/m.yaml",
        connector("free: [\"${var:port}\", \"${var:text}\", \"x${var:port}\"]"));

    assertThat(config("free").display()).isEqualTo("[5432, \"5432\", \"x5432\"]");
  }

  @Test
  void takeListsAndMappingsFromVariables() {
    folder.file("ftctl.yaml", "variables: {tags: [a, b], all: {tags: \"${var:tags}\"}}\n");
    folder.file("manifests/m.yaml", connector("free: \"${var:all}\""));

    assertThat(config("free").display()).isEqualTo("{tags: [\"a\", \"b\"]}");
  }

  @Test
  void preferVariablesOfTheCommandLine() {
    folder.file("ftctl.yaml", "variables: {host: db}\n").variable("host", "db-2");
    folder.file("manifests/m.yaml", connector("host: \"${var:host}.internal\""));

    assertThat(config("host").asText()).isEqualTo("db-2.internal");
  }

  @Test
  void fillReferencesInsideVariables() {
    folder
        .file("ftctl.yaml", "variables: {host: \"${env:HOST}.${var:zone}\", zone: eu}\n")
        .environment("HOST", "db");
    folder.file("manifests/m.yaml", connector("host: \"${var:host}\""));

    assertThat(config("host").asText()).isEqualTo("db.eu");
    assertThat(config("host").display()).isEqualTo("(env:HOST, var:zone)");
  }

  @Test
  void useTheDefaultOfAnUnsetEnvironmentVariable() {
    folder.file("manifests/m.yaml", connector("host: \"${env:HOST:-db:5432}\""));

    assertThat(config("host").asText()).isEqualTo("db:5432");
  }

  @Test
  void printTextOfTheEnvironmentAsItsReference() {
    folder.file("manifests/m.yaml", connector("port: \"${env:PORT}\"")).environment("PORT", "5432");

    assertThat(config("port")).isEqualTo(Value.number(5432));
    assertThat(config("port").display()).isEqualTo("(env:PORT)");
  }

  @Test
  void neverShowTextOfTheEnvironmentInAMessage() {
    folder
        .file("manifests/m.yaml", connector("port: \"${env:PORT}\""))
        .environment("PORT", "confidential");

    assertThat(folder.errors())
        .singleElement()
        .asString()
        .contains("env:PORT")
        .doesNotContain("confidential");
  }

  @Test
  void leaveEscapedReferencesAlone() {
    folder.file("manifests/m.yaml", connector("host: \"$${env:HOST} costs $5\""));

    assertThat(config("host").asText()).isEqualTo("${env:HOST} costs $5");
  }

  @Test
  void nameTheGroupOfTheInstanceAndItsLabels() {
    folder.file("manifests/g.yaml", "kind: Group\nmetadata: {name: eu, labels: {zone: paris}}\n");
    folder.file("manifests/m.yaml", connector("host: \"${group}.${group.label.zone}\""));

    assertThat(config("host").asText()).isEqualTo("eu.paris");
  }

  @Test
  void dropOneNewlineAtTheEndOfAFileButNotInPem() {
    folder
        .file("manifests/keys/a.txt", "text\n\n")
        .file("manifests/keys/b.pem", "-----BEGIN X-----\nx\n-----END X-----\n");
    folder.file(
        "manifests/m.yaml",
        connector("host: \"${file:keys/a.txt}\"\n    comment: \"${file:keys/b.pem}\""));

    assertThat(config("host").asText()).isEqualTo("text\n");
    assertThat(config("comment").asText()).endsWith("-----\n");
  }

  @Test
  void readFilesOfTheProjectFileRelativeToIt() {
    folder
        .file("host.txt", "db")
        .file("ftctl.yaml", "defaults: {Connector: {config: {host: \"${file:host.txt}\"}}}\n");
    folder.file("manifests/deep/m.yaml", connector("port: 1"));

    assertThat(config("host").asText()).isEqualTo("db");
  }

  @Test
  void refuseVariablesThatGrowWithoutBound() {
    var project = new StringBuilder("variables:\n  v0: xxxxxxxxxx\n");
    for (int i = 1; i < 30; i++) {
      project.append("  v%d: \"%s\"\n".formatted(i, "${var:v%d}".formatted(i - 1).repeat(10)));
    }
    folder
        .file("ftctl.yaml", project.toString())
        .file("manifests/m.yaml", connector("host: \"${var:v29}\""));

    assertThat(folder.errors()).singleElement().asString().contains("more than 1 MB");
  }

  private Value config(String field) {
    return folder.resource("connector/orders@eu").spec().at(FieldPath.of("config", field));
  }

  private static String connector(String config) {
    return """
    kind: Connector
    metadata: {name: orders}
    spec:
      service: postgres
      groups: [eu]
      config:
        schema: orders
    """
        + "    "
        + config
        + "\n";
  }
}
