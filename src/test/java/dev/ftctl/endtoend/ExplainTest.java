package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.testing.Golden;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.SchemaCheck;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `ftctl explain`: by which places a value comes, what the account has, why a plan changes it.
class ExplainTest {

  private static final String SECRET = "geheim-7319";

  private static final String PROJECT =
      """
      manifests: [manifests]
      environments:
        prod: {account: sandbox_account, overlays: [overlays/prod], variables: {region: west}}
      defaults:
        Connector: {sync_frequency: 1440, paused: true}
      secrets: {pg: {env: PG}}
      """;

  private static final String MANIFEST =
      """
      kind: Group
      metadata: {name: eu}
      ---
      kind: Group
      metadata: {name: us}
      ---
      kind: Template
      metadata: {name: base}
      spec:
        sync_frequency: 720
        config: {port: 5432, user: reader}
      ---
      kind: Template
      metadata: {name: pg}
      spec:
        template: base
        service: postgres
        config: {host: "${var:region}.db", password: "${secret:pg}"}
      ---
      kind: Connector
      metadata: {name: orders}
      spec:
        template: pg
        groups: [eu, us]
        sync_frequency: 360
        config: {schema_prefix: orders, database: orders, host: "${group}.db.internal"}
        schema_settings:
          schema_change_handling: ALLOW_ALL
          schemas: {public: {tables: {users: {columns: {ssn: {enabled: false}}}}}}
        overrides:
          eu: {sync_frequency: 60}
      ---
      kind: Connector
      for_each: {csv: feeds.csv}
      metadata: {name: "feed_${each.name}"}
      spec:
        service: s3
        groups: [us]
        config: {schema: raw, table: "${each.name}", bucket: "${each.bucket}"}
      """;

  private static final String WAREHOUSE =
      """
      kind: Destination
      metadata: {name: eu}
      spec:
        group: eu
        service: snowflake
        region: GCP_US_EAST4
        time_zone_offset: "-5"
        config: {host: eu.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: "${secret:pg}"}
      """;

  private static final String OVERLAY =
      """
      kind: Connector
      metadata: {name: orders}
      spec:
        sync_frequency: 180
        config: {database: shop}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  private Workspace workspace() {
    return new Workspace(folder)
        .reaching(lab.sandbox())
        .with("PG", SECRET)
        .file("ftctl.yaml", PROJECT)
        .file("manifests/shop.yaml", MANIFEST)
        .file("manifests/feeds.csv", "name,bucket\nclicks,b1\nviews,b2\n")
        .file("manifests/warehouses.yaml", WAREHOUSE + "---\n" + WAREHOUSE.replace("eu", "us"))
        .file("overlays/prod/orders.yaml", OVERLAY);
  }

  /// Each place in its order, without a call: the last that counts first.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "connector/orders@eu.sync_frequency | overrides of eu, document:31 overlay:4 document:25"
            + " template base:10 defaults:5",
        "connector/orders@us.sync_frequency | overlay:4 document:25 template base:10 defaults:5",
        "connector/orders@us.config.host | document:26 template pg:18",
        "connector/orders@us.config.port | template base:11",
        "connector/orders@us.config.database | overlay:5 document:26",
        "connector/orders@us.paused | defaults:5",
        "connector/orders@us.networking_method |",
        "schema-settings/orders@eu.schemas.public.tables.users.columns.ssn.enabled | document:29",
        "connector/feed_views@us.config.bucket | document:39"
      })
  void placesOfAField(String asked, String expected) throws Exception {
    JsonNode places =
        json(workspace()
                .succeed("explain", asked, "--env", "prod", "--offline", "--format", "json"))
            .path("resources")
            .path(0)
            .path("fields")
            .path(0)
            .path("places");

    var found = new StringBuilder();
    places.forEach(place ->
        found
            .append(place.path("what").asText())
            .append(':')
            .append(place.path("line").asInt())
            .append(' '));
    assertThat(found.toString().strip()).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void rowOfAFileIsNamed() {
    Ran ran =
        workspace()
            .succeed(
                "explain", "connector/feed_views@us.config.bucket", "--env", "prod", "--offline");

    assertThat(ran.out())
        .contains("\"b2\"", "from row feeds.csv:3".replace("feeds", "manifests/feeds"));
  }

  @Test
  void placesAndPlanOfWhatDiffers() throws Exception {
    Workspace workspace = workspace();
    workspace.succeed("apply", "--env", "prod", "--auto-approve", "-q", "--journal", "none");
    workspace
        .edit("overlays/prod/orders.yaml", "180", "1440")
        .edit("manifests/shop.yaml", "eu: {sync_frequency: 60}", "eu: {sync_frequency: 15}");
    workspace.edit(
        "manifests/shop.yaml", "host: \"${group}.db.internal\"", "host: \"${group}.db.example\"");

    String all =
        workspace.succeed("explain", "connector/orders@eu", "--env", "prod").out()
            + "\n"
            + workspace
                .succeed("explain", "connector/orders@eu.sync_frequency", "--env", "prod")
                .out()
            + "\n"
            + workspace
                .succeed("explain", "connector/orders.config.password", "--env", "prod")
                .out()
            + "\n"
            + workspace.succeed("explain", "schema-settings/orders@us", "--env", "prod").out()
            + "\n"
            + workspace
                .succeed("explain", "connector/orders@us.networking_method", "--env", "prod")
                .out();

    assertThat(all).doesNotContain(SECRET);
    Golden.check("explain.txt", all);
    JsonNode one =
        json(workspace.succeed(
                "explain", "connector/orders@eu", "--env", "prod", "--format", "json"))
            .path("resources")
            .path(0);
    assertThat(one.path("plan").path("action").asText()).isEqualTo("update");
    assertThat(one.toString()).doesNotContain(SECRET);
  }

  @Test
  void whatIsNotThereYetIsSaid() {
    Ran ran = workspace().succeed("explain", "connector/orders@eu.sync_frequency", "--env", "prod");

    assertThat(ran.out()).contains("live      (the account has no such object)", "plan: + create");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "connector/order@eu | did you mean 'connector/orders@eu'?",
        "conector/orders | did you mean 'connector/orders'?",
        "connector/orders@eu.sync_frequncy | did you mean 'sync_frequency'?",
        "connector/orders@eu.config.hots | did you mean 'config.host'?",
        "connector/orders@eu.sync_freq | did you mean 'sync_frequency'?",
        "connector/orders@eu.zzzzzzzzzzzz | There are: "
      })
  void unknownNamesAreMet(String asked, String hint) {
    Ran ran = workspace().run("explain", asked, "--env", "prod", "--offline");

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains(hint);
    assertThat(ran.out()).isEmpty();
  }

  /// A literal secret that a layer above overrides is no less one.
  @Test
  void overriddenSecretsAreNotShown() {
    Workspace workspace =
        workspace()
            .edit("manifests/shop.yaml", "password: \"${secret:pg}\"", "password: literal-8824")
            .file(
                "overlays/prod/orders.yaml",
                OVERLAY.replace("database: shop", "password: \"${secret:pg}\""));

    for (String format : new String[] {"text", "json"}) {
      Ran ran =
          workspace.run(
              "explain", "connector/orders", "--env", "prod", "--offline", "--format", format);
      Ran one =
          workspace.run(
              "explain",
              "connector/orders.config.password",
              "--env",
              "prod",
              "--offline",
              "--format",
              format);

      assertThat(ran.out() + ran.err() + one.out() + one.err())
          .doesNotContain("literal-8824", SECRET);
      assertThat(one.out()).contains("manifests/shop.yaml");
    }
  }

  private static JsonNode json(Ran ran) throws Exception {
    JsonNode json = new JsonMapper().readTree(ran.out());
    assertThat(new SchemaCheck("explain.schema.json").faults(json)).isEmpty();
    return json;
  }
}
