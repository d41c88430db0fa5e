package dev.ftctl.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is null, empty or missing: every place that takes a value, with every source that may have
/// none.
final class NotSetTest {

  /// Columns: a null, missing and empty field of an entry, an empty cell, a variable that is null;
  /// an empty environment variable, file, and file of one line end; secrets whose sources are an
  /// empty variable, file, file of a folder, and a command that prints nothing; `${env:EMPTY:-}`,
  /// `${env:EMPTY:-text}`, and the literal `""`.
  ///
  /// Cells: `e` an empty text, `t` the text, `!` an error at the place, `l` a secret that is missed
  /// where it is sent, `s` a secret that is sent.
  private static final String TABLE =
      """
      place         null missing blank cell var   env file line   s-env s-file s-folder s-command   :-  :-text  literal
      text          e    e       e     e    e     e   e    e      l     l      l        !           e   t       e
      secret        !    !       !     !    !     l   l    l      l     l      l        !           l   s       s
      integer       !    !       !     !    !     !   !    !      !     !      !        !           !   !       !
      number        !    !       !     !    !     !   !    !      !     !      !        !           !   !       !
      boolean       !    !       !     !    !     !   !    !      !     !      !        !           !   !       !
      enumeration   !    !       !     !    !     !   !    !      l     l      l        !           !   t       !
      required      !    !       !     !    !     !   !    !      !     !      !        !           !   !       e
      identity      !    !       !     !    !     !   !    !      !     !      !        !           !   !       e
      list          !    !       !     !    !     !   !    !      !     !      !        !           !   !       !
      item          !    !       !     !    !     !   !    !      l     l      l        !           e   t       e
      free          !    !       !     !    !     !   !    !      l     l      l        !           e   t       e
      key           !    !       !     !    !     !   !    !      !     !      !        !           !   !       e
      inside        !    !       !     !    !     !   !    !      l     l      l        !           x   xt      x
      argument      !    !       !     !    !     !   !    !      l     l      l        !           e   T       e
      joined        !    !       !     !    !     !   !    !      l     l      l        !           x   xt      x
      """;

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

  static Stream<Arguments> cells() {
    List<String[]> lines = TABLE.lines().map(line -> line.split(" +")).toList();
    return lines.stream()
        .skip(1)
        .flatMap(cells ->
            Stream.iterate(1, column -> column < cells.length, column -> column + 1)
                .map(column -> Arguments.of(cells[0], lines.getFirst()[column], cells[column])));
  }

  @ParameterizedTest(name = "{0} from {1}")
  @MethodSource("cells")
  void isAnEmptyTextInAnOptionalTextAndElseAnError(String place, String source, String outcome) {
    describe(place, source, reference(source));

    assertThat(outcome(place)).isEqualTo(outcome);
  }

  static Stream<Arguments> covered() {
    return cellsWithout(
            List.of("enumeration", "list", "boolean", "key"), List.of(":-", ":-text", "literal"))
        .filter(cell -> !namesByForeignText(cell.get()));
  }

  private static boolean namesByForeignText(Object[] cell) {
    return List.of("required", "identity").contains(cell[0]) && cell[1].equals("env");
  }

  @ParameterizedTest(name = "{0} from {1}")
  @MethodSource("covered")
  void isCoveredByADefault(String place, String source) {
    describe(place, source, "${default(" + inner(source) + ", '7')}");

    assertThat(outcome(place)).isIn("t", "s", "xt", "T");
  }

  static Stream<Arguments> leftOut() {
    return cellsWithout(
        List.of("key", "inside", "argument", "joined"), List.of(":-text", "literal"));
  }

  @ParameterizedTest(name = "{0} from {1}")
  @MethodSource("leftOut")
  void isLeftOutWhereTheDefaultIsUnset(String place, String source) {
    describe(place, source, "${default(" + inner(source) + ", unset)}");

    assertThat(outcome(place))
        .isEqualTo(place.equals("required") ? "!" : place.equals("item") ? "a" : "-");
  }

  /// Of places and sources whose values are known before anything is sent.
  private static Stream<Arguments> cellsWithout(List<String> places, List<String> sources) {
    return cells()
        .map(Arguments::get)
        .filter(cell -> !places.contains(cell[0]) && !sources.contains(cell[1]))
        .filter(cell -> !String.valueOf(cell[1]).startsWith("s-"))
        .map(cell -> Arguments.of(cell[0], cell[1]));
  }

  private static String inner(String source) {
    return reference(source).replaceAll("[${}]", "");
  }

  private static String reference(String source) {
    return switch (source) {
      case "null" -> "${each.nothing}";
      case "missing" -> "${each.missing}";
      case "blank" -> "${each.blank}";
      case "cell" -> "${each.cell}";
      case "var" -> "${var:nothing}";
      case "env" -> "${env:EMPTY}";
      case "file" -> "${file:empty.txt}";
      case "line" -> "${file:line.txt}";
      case ":-" -> "${env:EMPTY:-}";
      case ":-text" -> "${env:EMPTY:-text}";
      case "literal" -> "";
      default -> "${secret:" + source + "}";
    };
  }

  private static String written(String place, String reference) {
    String inner = reference.isEmpty() ? "''" : reference.replaceAll("^\\$\\{|\\}$", "");
    return switch (place) {
      case "text" -> "host: \"VALUE\"";
      case "secret" -> "password: \"VALUE\"";
      case "integer" -> "port: \"VALUE\"";
      case "number" -> "ratio: \"VALUE\"";
      case "boolean" -> "ssl: \"VALUE\"";
      case "enumeration" -> "update_method: \"VALUE\"";
      case "required" -> "files: [{table: \"VALUE\"}]";
      case "identity" -> "schema: \"VALUE\"";
      case "list" -> "tags: \"VALUE\"";
      case "item" -> "tags: [a, \"VALUE\"]";
      case "free" -> "free: \"VALUE\"";
      case "key" -> "free: {\"VALUE\": 1}";
      case "inside" -> "host: \"x-VALUE\"";
      case "argument" -> "host: \"${upper(" + inner + ")}\"";
      case "joined" -> "host: \"x-${lower(" + inner + ")}\"";
      default -> throw new AssertionError(place);
    };
  }

  private static String other(String place) {
    return switch (place) {
      case "boolean" -> "true";
      case "enumeration" -> "BINLOG";
      case "list" -> "[x]";
      default -> "1";
    };
  }

  private void describe(String place, String source, String reference) {
    String entries =
        source.equals("cell")
            ? "{csv: rows.csv}"
            : "[{name: a, nothing: null, blank: ''}, {name: b, missing: OTHER}]"
                .replace("OTHER", other(place));
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
                written(place, reference).replace("VALUE", reference)));
  }

  private String outcome(String place) {
    try {
      return told(place, field(place));
    } catch (ManifestException refused) {
      List<Problem> errors =
          refused.problems().stream()
              .filter(problem -> problem.isError() && !problem.subject().contains("connector b"))
              .toList();
      assertThat(errors)
          .singleElement()
          .satisfies(error -> assertThat(error.place().toString()).contains("m.yaml:7:"));
      return "!";
    }
  }

  private Value field(String place) {
    Value.Mapping config =
        (Value.Mapping)
            folder.read().resources().stream()
                .filter(resource -> resource.address().toString().equals("connector/a@g"))
                .findFirst()
                .orElseThrow()
                .spec()
                .get("config");
    return switch (place) {
      case "text", "inside", "argument", "joined" -> config.get("host");
      case "secret" -> config.get("password");
      case "integer" -> config.get("port");
      case "number" -> config.get("ratio");
      case "boolean" -> config.get("ssl");
      case "enumeration" -> config.get("update_method");
      case "required" ->
          ((Value.Mapping) ((Value.Items) config.get("files")).items().getFirst()).get("table");
      case "identity" -> config.get("schema");
      case "list" -> config.get("tags");
      case "item" -> ((Value.Items) config.get("tags")).items().getLast();
      case "free", "key" -> config.get("free");
      default -> throw new AssertionError(place);
    };
  }

  private static String told(String place, Value value) {
    return switch (value) {
      case Value.Absent absent -> "-";
      case Value.Secret secret -> {
        yield secret.source().reveal().isPresent() ? "s" : later(secret);
      }
      case Value.Mapping mapping -> mapping.entries().containsKey("") ? "e" : "t";
      case Value.Num number -> "t";
      case Value.Text text ->
          switch (text.text()) {
            case "" -> "e";
            case "text", "7" -> place.equals("argument") ? "T" : "t";
            case "TEXT" -> "T";
            case "x-" -> "x";
            case "x-text", "x-7" -> "xt";
            default -> text.text();
          };
      default -> throw new AssertionError(value.display());
    };
  }

  private static String later(Value.Secret secret) {
    assertThat(secret.source().isEmpty()).isTrue();
    assertThat(secret.source().isSet()).isFalse();
    return "l";
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
