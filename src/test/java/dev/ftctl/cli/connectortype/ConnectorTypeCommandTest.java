package dev.ftctl.cli.connectortype;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ftctl.Ftctl;
import dev.ftctl.cli.process.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConnectorTypeCommandTest {

  private static final Path EXCERPT = Path.of("src/test/resources/catalog");

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void listsTheServicesThatHoldAFilter() {
    int code = ftctl("connector-type", "list", "postgres");

    assertThat(code).isZero();
    assertThat(out.toString().lines()).contains("postgres", "aurora_postgres").doesNotContain("s3");
  }

  @Test
  void C22_listsTheSameServicesOfTheAccount() {
    ftctl("connector-type", "list");
    String bundled = out.toString();
    out.getBuffer().setLength(0);

    ftctl("connector-type", "list", "--live", "--sandbox");

    assertThat(out.toString()).isEqualTo(bundled);
  }

  @Test
  void showsWhatAServiceTakes() {
    ftctl("connector-type", "show", "postgres");

    assertThat(out.toString())
        .startsWith("postgres · connector · named by config.schema_prefix\n")
        .containsPattern("\n  password +text +secret\n")
        .containsPattern("\n  public_key +text +read_only\n")
        .containsPattern("\n  auth_method +enum +login \\(AWS_IAM\\|");
  }

  @Test
  void showsWhatTheAccountSaysOfIt() throws IOException {
    int code =
        ftctl("connector-type", "show", "facebook_ads", "--live", "--sandbox", "--format", "json");

    JsonNode type = new ObjectMapper().readTree(out.toString());
    assertThat(code).isZero();
    assertThat(field(type, "schema").path("required").asBoolean()).isTrue();
    assertThat(field(type, "timeframe_months").path("immutable").asBoolean()).isTrue();
    assertThat(type.path("naming").toString()).isEqualTo("[\"schema\"]");
  }

  @Test
  void findsADestinationByItsName() {
    int code = ftctl("connector-type", "scaffold", "snowflake");

    assertThat(code).isZero();
    assertThat(out.toString()).contains("kind: Destination\n", "${env:SNOWFLAKE_PASSWORD}");
  }

  @Test
  void unfilledScaffoldIsRefusedWithEachPlaceholder() throws IOException {
    ftctl("connector-type", "scaffold", "github");
    Files.writeString(folder.resolve("github.yaml"), out.toString());

    int code = ftctl("validate", "github.yaml", "--var", "group=prod");

    assertThat(code).isEqualTo(65);
    assertThat(err.toString()).contains("the variable 'schema' is not defined");
  }

  @ParameterizedTest
  @CsvSource({"splunkLog, schema external-log", "SOURCE_AWS, schema private-link"})
  void saysWhereAServiceOfAnotherKindIsTold(String service, String told) {
    assertThat(ftctl("connector-type", "show", service)).isEqualTo(64);
    assertThat(err.toString()).contains(told);
  }

  @Test
  void namesTheServiceNearAMisspeltOne() {
    int code = ftctl("connector-type", "show", "postgras");

    assertThat(code).isEqualTo(64);
    assertThat(err.toString()).contains("there is no service 'postgras'", "'postgres'");
  }

  @Test
  void makesTheCatalogueFromADocument() {
    int code =
        ftctl("connector-type", "extract", absolute(EXCERPT.resolve("openapi.json")), "-o", "made");

    assertThat(code).as(err.toString()).isZero();
    assertThat(folder.resolve("made/connections.jsonl"))
        .hasSameTextualContentAs(EXCERPT.resolve("connections.jsonl"));
    assertThat(out.toString()).contains("connector", "made");
  }

  @Test
  void tellsWhatChangedBetweenTwoCatalogues() throws IOException {
    catalogue(
        "old",
        """
        {"service":"a","naming":"schema","config":{"host":{},"gone":{}}}
        {"service":"b","naming":"schema","config":{}}
        """);
    catalogue(
        "new",
        """
        {"service":"a","naming":"schema","config":{"host":{"login":true},"port":{"type":"integer"}}}
        {"service":"c","naming":"schema","config":{}}
        """);

    ftctl("connector-type", "diff", "old", "new");

    assertThat(out.toString())
        .isEqualTo(
            """
            ~ connector a
                - config.gone {}
                + config.host.login true
                + config.port {"type":"integer"}
            - connector b
            + connector c
            """);
  }

  @Test
  void printsTheSchemaOfOneKind() throws IOException {
    int code = ftctl("schema", "webhook");

    assertThat(code).isZero();
    assertThat(out.toString()).isEqualTo(Files.readString(Path.of("schemas/webhook.schema.json")));
  }

  private void catalogue(String name, String connections) throws IOException {
    Files.createDirectory(folder.resolve(name));
    Files.writeString(folder.resolve(name).resolve("connections.jsonl"), connections);
    Files.writeString(folder.resolve(name).resolve("destinations.jsonl"), "");
  }

  private static JsonNode field(JsonNode type, String name) {
    for (JsonNode field : type.path("config")) {
      if (field.path("name").asText().equals(name)) {
        return field;
      }
    }
    throw new AssertionError("no field " + name);
  }

  private static String absolute(Path file) {
    return file.toAbsolutePath().toString();
  }

  private int ftctl(String... arguments) {
    var console =
        new Console(
            new PrintWriter(out),
            new PrintWriter(err),
            new BufferedReader(new StringReader("")),
            Map.of(),
            folder,
            Console.Terminals.NONE);
    return Ftctl.run(arguments, console);
  }
}
