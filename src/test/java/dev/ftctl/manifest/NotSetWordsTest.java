package dev.ftctl.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.FieldPath;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of a text that is not set, where no row of the table of places has it.
final class NotSetWordsTest {

  @TempDir private Path root;
  private Folder folder;

  @BeforeEach
  void haveSourcesWithoutValues() {
    folder =
        new Folder(root)
            .environment("EMPTY", "")
            .file("manifests/empty.txt", "")
            .file("manifests/line.txt", "\n")
            .file("mounted/s-folder", "")
            .file(
                "ftctl.yaml",
                """
                variables: {nothing: null, seven: 7}
                secrets:
                  s-env: {env: EMPTY}
                  s-file: {file: manifests/empty.txt}
                  s-command: {exec: ["true"]}
                  "s-*": {folder: mounted}
                """)
            .file("manifests/rows.csv", "name,cell,other\na,,7\n")
            .file("manifests/g.yaml", "kind: Group\nmetadata: {name: g}\n");
  }

  private void describe(String place, String source, String reference) {
    String entries =
        source.equals("cell")
            ? "{csv: rows.csv}"
            : "[{name: a, nothing: null, blank: ''}, {name: b, missing: OTHER}]"
                .replace("OTHER", NotSetTest.other(place));
    folder.file(
        "manifests/m.yaml",
        """
        for_each: ENTRIES
        kind: Connector
        metadata: {name: "${each.name}"}
        spec:
          service: mysql
          groups: [g]
          config: {schema: s, FIELD}
        """
            .replace("ENTRIES", entries)
            .replace(
                place.equals("identity") ? "schema: s, FIELD" : "FIELD",
                NotSetTest.written(place, reference).replace("VALUE", reference)));
  }

  @Test
  void namesTheEntryAndSaysHowToMendIt() {
    describe("integer", "null", "${each.nothing}");

    assertThat(folder.problems())
        .filteredOn(problem -> problem.isError() && problem.subject().contains("connector a"))
        .singleElement()
        .satisfies(error -> {
          assertThat(error.rule()).isEqualTo("not-set");
          assertThat(error.message()).isEqualTo("'nothing' is null in the entry 'a' of 'for_each'");
          assertThat(error.fix())
              .isEqualTo(
                  "write ${default(each.nothing, 'text')}, or ${default(each.nothing, unset)} to"
                      + " leave the field out");
        });
  }

  @Test
  void namesTheRowOfACell() {
    describe("integer", "cell", "${each.cell}");

    assertThat(folder.problems())
        .filteredOn(Problem::isError)
        .singleElement()
        .satisfies(error -> {
          assertThat(error.subject()).isEqualTo("connector a (row manifests/rows.csv:2)");
          assertThat(error.message()).isEqualTo("'cell' is empty in the row of 'for_each'");
        });
  }

  @Test
  void isNoFieldThatNoEntryHas() {
    describe("text", "blank", "${each.blnak}");

    assertThat(folder.errors())
        .singleElement()
        .asString()
        .endsWith("undefined-each: no entry of 'for_each' has 'blnak'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name: \"${each.blank}\" | not-set: 'blank' is empty",
        "name: \"c-${each.nothing}\" | not-set: 'nothing' is null",
        "name: c, environments: [\"${each.blank}\"] | not-set: 'blank' is empty",
        "name: c, labels: {\"${each.blank}\": x} | not-set: 'blank' is empty",
        "name: c}\\nspec: {template: \"${each.blank}\" | not-set: 'blank' is empty",
        "name: c}\\nspec: {service: mysql, groups: [\"${each.blank}\"] | not-set: 'blank' is empty",
        "name: c}\\nspec: {service: mysql, groups: \"${each.blank}\" | 'groups' takes a list",
      })
  void isAnErrorWhereDocumentsAreNamed(String metadata, String message) {
    folder.file(
        "manifests/m.yaml",
        "for_each: [{name: a, nothing: null, blank: ''}]\nkind: Connector\nmetadata: {"
            + metadata.replace("\\n", "\n")
            + "}\n");

    assertThat(folder.errors()).anySatisfy(line -> assertThat(line).contains(message));
  }

  @Test
  void isAnEmptyLabelAndNoMove() {
    folder.file(
        "manifests/m.yaml",
        """
        for_each: [{name: a, blank: ''}]
        kind: Connector
        metadata: {name: a, labels: {team: "${each.blank}", left: "${default(each.blank, unset)}"}, moved_from: "${each.blank}"}
        spec: {service: mysql, groups: [g, "${default(each.blank, unset)}"], template: "${default(each.blank, unset)}", config: {schema: s}}
        """);

    var metadata = folder.resource("connector/a@g").metadata();

    assertThat(metadata.labels()).containsOnlyKeys("team").containsEntry("team", "");
    assertThat(metadata.movedFrom()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "${compact(each.gaps)} | [\"a\", \"b\"]",
        "${compact(split('a,, b,', ','))} | [\"a\", \"b\"]",
        "${split(join(compact(each.gaps), '+'), '-')} | [\"a+b\"]",
        "${default(each.list, var:words)} | [\"a\", \"b\"]",
        "${default(each.nothing, var:words)} | [\"v\"]",
        "${default(each.nothing, each.list)} | [\"a\", \"b\"]",
        "${compact(default(each.nothing, each.gaps))} | [\"a\", \"b\"]",
      })
  void isDroppedFromListsByCompact(String written, String list) {
    folder
        .file("ftctl.yaml", "variables: {words: [v]}\n")
        .file(
            "manifests/m.yaml",
            """
            for_each:
              - {name: a, nothing: null, list: [a, b], gaps: [a, null, b, "", "${env:EMPTY}", "${unset}"]}
            kind: Connector
            metadata: {name: a}
            spec:
              service: mysql
              groups: [g]
              config:
                schema: s
                tags: WRITTEN
            """
                .replace("WRITTEN", written));

    assertThat(folder.resource("connector/a@g").spec().at(FieldPath.of("config", "tags")).display())
        .isEqualTo(list);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "${join(each.gaps, '+')} | an item of the list is null",
        "${compact(each.gaps)} | 'host' takes a text, not a list",
        "${join(compact(env:EMPTY), '+')} | the environment variable EMPTY is empty",
        "${upper(split('a', ','))} | split makes a list, where a text is needed",
      })
  void ofAListIsAnErrorElse(String written, String message) {
    folder.file(
        "manifests/m.yaml",
        """
        for_each: [{name: a, gaps: [a, null]}]
        kind: Connector
        metadata: {name: a}
        spec:
          service: mysql
          groups: [g]
          config: {schema: s, host: "WRITTEN"}
        """
            .replace("WRITTEN", written));

    assertThat(folder.errors()).singleElement().asString().contains(message);
  }

  @Test
  void ofAWholeRowIsAskedForByItsField() {
    folder.file(
        "manifests/m.yaml",
        """
        for_each: {csv: rows.csv}
        kind: Connector
        metadata: {name: a}
        spec: {service: mysql, groups: [g], config: {schema: s, free: "${each.value}"}}
        """);

    assertThat(folder.errors())
        .singleElement()
        .asString()
        .endsWith("not-set: 'value.cell' is empty in the row of 'for_each'");
  }
}
