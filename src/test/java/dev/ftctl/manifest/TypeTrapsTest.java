package dev.ftctl.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.kind.KindList;
import dev.ftctl.kinds.Kinds;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Scalars that other YAML readers are known to mistake, in fields of every shape that the real
/// kinds have.
///
/// `traps.tsv` says what must come of each: `=` the text as it is written, `!` an error at its
/// place, `null` a cleared field, `"…"` a text that could be mistaken for one of these, else the
/// value.
final class TypeTrapsTest {

  private static final KindList KINDS = Kinds.all(Catalog.bundled());

  @TempDir private Path root;

  record Trap(
      String written,
      String text,
      String integer,
      String number,
      String bool,
      String item,
      String secret,
      String env) {
    @Override
    public String toString() {
      return "'" + written + "'";
    }
  }

  static Stream<Trap> traps() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/traps.tsv")).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .map(cells ->
            new Trap(
                cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]));
  }

  @Test
  void tableHasAtLeastSixtyOfThem() throws IOException {
    assertThat(traps().map(Trap::written).distinct().count()).isGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("traps")
  void becomeWhatTheirFieldTakes(Trap trap) {
    assertThat(
            List.of(
                read(config("postgres", "host: " + trap.written()), "host", trap.written()),
                read(config("postgres", "port: " + trap.written()), "port", trap.written()),
                read(
                    config("zendesk", "api_usage: " + trap.written()), "api_usage", trap.written()),
                read(
                    config("postgres", "always_encrypted: " + trap.written()),
                    "always_encrypted",
                    trap.written()),
                read(
                    config("adroll", "dimensions:\n      - " + trap.written()),
                    "dimensions",
                    trap.written()),
                read(config("postgres", "password: " + trap.written()), "password", trap.written()),
                read(config("postgres", "port: ${env:TRAP}"), "port", trap.written())))
        .isEqualTo(
            List.of(
                trap.text(),
                trap.integer(),
                trap.number(),
                trap.bool(),
                trap.item(),
                trap.secret(),
                trap.env()));
  }

  @ParameterizedTest
  @MethodSource("traps")
  void stayTextWhenTheyComeFromTheEnvironment(Trap trap) {
    Value host = value(config("postgres", "host: \"${env:TRAP}\""), "host", trap.written());

    assertThat(host).isEqualTo(Value.text(trap.written()));
  }

  @ParameterizedTest
  @MethodSource("traps")
  void areTheSameThroughAVariable(Trap trap) {
    var folder =
        folder(config("postgres", "port: ${var:trap}"), "")
            .file("ftctl.yaml", "variables:\n  trap: " + trap.written() + "\n");

    String read = read(folder, "port", trap.written());

    boolean isNull = trap.text().equals("null");
    assertThat(read).isEqualTo(isNull ? "!" : trap.integer());
  }

  private String read(String manifest, String field, String written) {
    return read(folder(manifest, written), field, written);
  }

  private static String read(Folder folder, String field, String written) {
    try {
      return shown(config(folder).get(field), written);
    } catch (ManifestException refused) {
      List<Problem> errors = refused.problems().stream().filter(Problem::isError).toList();
      assertThat(errors).as("%s in %s", written, field).hasSize(1);
      assertThat(errors.getFirst().rule())
          .isIn("wrong-type", "not-clearable", "not-set", "empty-source");
      assertThat(errors.getFirst().place().line()).isGreaterThan(7);
      return "!";
    }
  }

  private Value value(String manifest, String field, String environment) {
    return config(folder(manifest, environment)).get(field);
  }

  private static Value.Mapping config(Folder folder) {
    Resource trap =
        folder.read().resources().stream()
            .filter(resource -> resource.address().toString().equals("connector/trap@g"))
            .findFirst()
            .orElseThrow();
    return (Value.Mapping) trap.spec().get("config");
  }

  private Folder folder(String manifest, String environment) {
    return new Folder(root)
        .kinds(KINDS)
        .file("manifests/m.yaml", manifest)
        .file("ftctl.yaml", "limits: {}\n")
        .environment("TRAP", environment);
  }

  private static String config(String service, String line) {
    String naming =
        service.equals("postgres")
            ? "schema_prefix: p"
            : service.equals("adroll") ? "schema: p\n    table: t" : "schema: p";
    return """
    kind: Connector
    metadata: {name: trap}
    spec:
      service: %s
      groups: [g]
      config:
        %s
        %s
    """
        .formatted(service, naming, line);
  }

  private static String shown(Value value, String written) {
    return switch (value) {
      case Value.Null nothing -> "null";
      case Value.Items items -> shown(items.items().getFirst(), written);
      case Value.Num number -> number.number().toString();
      case Value.Bool bool -> String.valueOf(bool.flag());
      case Value.Secret secret ->
          shown(Value.text(secret.source().reveal().orElseThrow()), written);
      case Value.Text text when text.text().equals(written) -> "=";
      case Value.Text text when List.of("", "null").contains(text.text()) ->
          '"' + text.text() + '"';
      case Value.Text text -> text.text();
      case Value other -> "? " + Arrays.toString(new Object[] {other});
    };
  }
}
