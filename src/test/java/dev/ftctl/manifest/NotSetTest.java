package dev.ftctl.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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

  static String written(String place, String reference) {
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

  static String other(String place) {
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
}
