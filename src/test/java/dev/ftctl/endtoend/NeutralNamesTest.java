package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `destination_schema` names connections as the naming keys of `config` do, from the manifest to
/// the request.
class NeutralNamesTest {

  private static final String GROUPS =
      "kind: Group\nmetadata: {name: east}\n---\nkind: Group\nmetadata: {name: west}\n---\n";

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void open() {
    workspace = new Workspace(folder).reaching(lab.sandbox());
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void oneTemplateServesServicesOfSeveralFamilies() {
    manifests(
        """
        kind: Template
        metadata: {name: any}
        spec:
          groups: [east, west]
          paused: true
          destination_schema: {name: "${each.key}", table: "${default(each.table, unset)}"}
          overrides: {west: {destination_schema: {name: "west_${each.key}"}}}
        ---
        kind: Connector
        for_each:
          shop: {service: postgres}
          code: {service: github}
          plan: {service: google_sheets, table: cells}
          logs: {service: s3, table: files}
        metadata: {name: "${each.key}"}
        spec: {template: any, service: "${each.service}"}
        """);

    workspace.succeed("apply", "--auto-approve", "--run-setup-tests", "never");

    assertThat(configs())
        .containsExactlyInAnyOrder(
            "{\"schema_prefix\":\"shop\"}",
            "{\"schema_prefix\":\"west_shop\"}",
            "{\"schema\":\"code\"}",
            "{\"schema\":\"west_code\"}",
            "{\"schema\":\"plan\",\"table\":\"cells\"}",
            "{\"schema\":\"west_plan\",\"table\":\"cells\"}",
            "{\"schema\":\"logs\",\"table_group_name\":\"files\"}",
            "{\"schema\":\"west_logs\",\"table_group_name\":\"files\"}");
    assertThat(workspace.succeed("plan").out()).contains("10 unchanged");
  }

  /// Another way to write it is no change, in either direction.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgres | config: {schema_prefix: a} | destination_schema: {name: a}",
        "postgres | config: {schema_prefix: a} | destination_schema: {prefix: a}",
        "github | config: {schema: a} | destination_schema: {name: a}",
        "google_sheets | config: {schema: a, table: b} | destination_schema: {name: a, table: b}",
        "s3 | config: {schema: a, table: b} | destination_schema: {name: a, table: b}",
        "s3 | config: {schema: a, table_group_name: b} | destination_schema: {name: a, table: b}",
      })
  void isTheConnectionThatItsKeysName(String service, String keys, String neutral) {
    String document =
        "kind: Connector\nmetadata: {name: c}\nspec: {service: "
            + service
            + ", groups: [east], paused: true, %s}\n";
    manifests(document.formatted(keys));
    workspace.succeed("apply", "--auto-approve", "--run-setup-tests", "never");

    manifests(document.formatted(neutral));

    assertThat(workspace.succeed("plan").out()).contains(" 0 create,").contains(" 3 unchanged.");
  }

  @Test
  void otherNameIsAnotherConnectionThatMayBeMoved() {
    manifests(shop("", "destination_schema: {name: shop}, config: {host: h, database: d}"));
    workspace.succeed("apply", "--auto-approve", "--run-setup-tests", "never");

    manifests(shop("", "destination_schema: {name: store}, config: {host: h, database: d}"));
    Ran renamed = workspace.run("plan");
    manifests(
        shop(
            ", moved_from: east/shop",
            "destination_schema: {name: store}, config: {host: h, database: d}"));
    Ran moved = workspace.run("plan", "--expand", "--allow", "replace");

    assertThat(renamed.code()).isEqualTo(4);
    assertThat(renamed.out()).contains("duplicate");
    assertThat(moved.code()).isZero();
    assertThat(moved.out()).contains("config.schema_prefix").contains("\"store\"");
  }

  @Test
  void absentDocumentEndsItsConnection() {
    manifests(shop("", "destination_schema: {prefix: shop}"));
    workspace.succeed("apply", "--auto-approve", "--run-setup-tests", "never");

    manifests(shop(", absent: true", "destination_schema: {name: shop}"));
    workspace.succeed("apply", "--auto-approve", "--allow", "delete");

    assertThat(lab.sandbox().control().account().path("connections")).isEmpty();
  }

  @Test
  void expandedManifestIsInTheServicesWords() {
    manifests(shop("", "destination_schema: {name: shop}, config: {host: h}"));

    String rendered = workspace.succeed("render").out();

    assertThat(rendered).contains("schema_prefix: shop").doesNotContain("destination_schema");
  }

  /// What the project file says for all of them, a document takes back.
  @Test
  void documentTakesBackWhatDefaultsSay() {
    workspace.file("ftctl.yaml", "defaults: {Connector: {destination_schema: {name: shop}}}\n");
    manifests(
        shop("", "config: {host: h}")
            + "---\n"
            + shop("", "destination_schema: \"${unset}\", config: {schema_prefix: own}")
                .replace("name: shop", "name: other"));

    workspace.succeed("apply", "--auto-approve", "--run-setup-tests", "never");

    assertThat(configs())
        .containsExactlyInAnyOrder(
            "{\"schema_prefix\":\"shop\",\"host\":\"h\"}", "{\"schema_prefix\":\"own\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "postgres | {name: a, table: b} | 'table' in destination_schema of service 'postgres'"
            + " | there are name, prefix",
        "github | {prefix: a} | 'prefix' in destination_schema of service 'github'"
            + " | there is only name",
        "google_sheets | {name: a} | by destination_schema.table too, which is missing | add it",
        "google_sheets | {table: a} | by destination_schema.name too, which is missing | add it",
        "github | {name: a}, config: {schema: b} | config.schema is \"b\", and"
            + " destination_schema.name is \"a\" | keep one of them",
        "github | {name: a}, overrides: {east: {config: {schema: b}}} | config.schema is \"b\", and"
            + " destination_schema.name is \"a\" | keep one of them",
        "github | {name: \"${secret:S}\"} | 'name' can't come from secret:S | ${var:…}",
      })
  void whatTheServiceDoesNotTakeIsRefusedAtItsPlace(
      String service, String said, String message, String fix) {
    manifests(shop("", "destination_schema: " + said).replace("postgres", service));

    Ran ran = workspace.run("validate");

    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err().replaceAll("\\s+", " "))
        .contains("error: manifests/all.yaml:9:")
        .contains(message)
        .contains(fix);
  }

  private static String shop(String metadata, String spec) {
    return "kind: Connector\nmetadata: {name: shop"
        + metadata
        + "}\nspec: {service: postgres, groups: [east], paused: true, "
        + spec
        + "}\n";
  }

  private void manifests(String documents) {
    workspace.file("manifests/all.yaml", GROUPS + documents);
  }

  /// The config of each connection that was created.
  private List<String> configs() {
    return lab.writes().stream()
        .filter(write -> write.path().endsWith("/connections"))
        .map(write -> write.body().path("config"))
        .map(JsonNode::toString)
        .toList();
  }
}
