package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody clicked becomes a line in the place that says it.
class AcceptTest {

  private static final String ORDERS =
      """
      # Orders of all shops.
      kind: Connector
      metadata: {name: orders}
      spec:
        service: postgres
        groups: [eu, us]
        paused: true # until the warehouse is sized
        sync_frequency: 360   # every six hours
        config:
          schema_prefix: orders
          host: "orders.db.internal"
          port: 5432
          database: orders
          user: fivetran
          password: "${env:ORDERS_PASSWORD}"
      """;

  private static final String TEMPLATES =
      """
      kind: Template
      metadata: {name: base}
      spec:
        service: postgres
        paused: true
        sync_frequency: 1440 # a day
        config: {port: 5432, user: fivetran, password: a-database-password}
      ---
      kind: Connector
      metadata: {name: alpha}
      spec: {template: base, groups: [eu], config: {schema_prefix: alpha, host: alpha.db, database: a}}
      ---
      kind: Connector
      metadata: {name: beta}
      spec:
        template: base
        groups: [eu]
        config: {schema_prefix: beta, host: beta.db, database: b}
      """;

  private static final String FEEDS =
      """
      for_each: {csv: feeds.csv}
      kind: Connector
      metadata: {name: "feed_${each.name}"}
      spec:
        service: s3
        paused: true
        sync_frequency: "${each.minutes}"
        groups: [us]
        config: {bucket: acme-raw, file_type: csv, schema: raw, table: "${each.name}", prefix: "${each.prefix}"}
      """;

  private static final String CSV =
      "name,prefix,minutes\r\nitems,i/,60\r\n\"users\",\"u,v/\",60\r\n";

  @TempDir Path folder;
  private AcceptMill mill;

  @BeforeEach
  void open() {
    mill = new AcceptMill(folder);
    mill.workspace().with("ORDERS_PASSWORD", "a-database-password");
  }

  @AfterEach
  void close() {
    mill.close();
  }

  private AcceptMill company() {
    return mill.file("manifests/orders.yaml", ORDERS)
        .file("manifests/templates.yaml", TEMPLATES)
        .file("manifests/feeds.yaml", FEEDS)
        .file("manifests/feeds.csv", CSV)
        .applied();
  }

  @Test
  void allInstancesOfADocumentAgreeing() {
    company();
    mill.clicked("orders@eu", "{\"sync_frequency\": 15}");
    mill.clicked("orders@us", "{\"sync_frequency\": 15}");

    JsonNode report = mill.accept(0, "--base", "HEAD");

    assertThat(AcceptMill.accepted(report))
        .containsExactly(
            "connector/orders@eu sync_frequency: document",
            "connector/orders@us sync_frequency: document");
    assertThat(mill.workspace().read("manifests/orders.yaml"))
        .isEqualTo(ORDERS.replace("sync_frequency: 360 ", "sync_frequency: 15 "));
    mill.onlyChanged("connector/orders@eu", "connector/orders@us");
    mill.planIsEmpty();
  }

  @Test
  void pathsNarrowAsWithDriftAndAddressesStandBesideThem() {
    company();
    mill.clicked("orders@eu", "{\"sync_frequency\": 15}");
    mill.clicked("alpha@eu", "{\"sync_frequency\": 60}");

    JsonNode one = mill.accept(0, "connector/orders@eu", "manifests");
    JsonNode rest = mill.accept(0, "--base", "HEAD", "manifests");

    assertThat(AcceptMill.accepted(one))
        .containsExactly("connector/orders@eu sync_frequency: overrides of eu, document");
    assertThat(AcceptMill.accepted(rest))
        .containsExactly("connector/alpha@eu sync_frequency: document");
    mill.planIsEmpty();
  }

  @Test
  void oneInstanceBecomesAnOverride() {
    company();
    mill.clicked("orders@eu", "{\"sync_frequency\": 15, \"config\": {\"port\": 5433}}");

    JsonNode report = mill.accept(0, "--base", "HEAD");

    assertThat(AcceptMill.accepted(report))
        .containsExactly(
            "connector/orders@eu config.port: overrides of eu, document",
            "connector/orders@eu sync_frequency: overrides of eu, document");
    assertThat(mill.workspace().read("manifests/orders.yaml"))
        .startsWith(ORDERS)
        .endsWith(
            """
              overrides:
                eu: {config: {port: 5433}, sync_frequency: 15}
            """);
    mill.onlyChanged("connector/orders@eu");
    mill.planIsEmpty();
    assertThat(AcceptMill.accepted(mill.accept(0, "--base", "HEAD"))).isEmpty();
  }

  @Test
  void templateTakesWhatAllItsInstancesAgreeOn() {
    company();
    mill.clicked("alpha@eu", "{\"sync_frequency\": 60, \"config\": {\"user\": \"reader\"}}");
    mill.clicked("beta@eu", "{\"sync_frequency\": 60}");

    JsonNode report = mill.accept(0, "--base", "HEAD");

    assertThat(AcceptMill.accepted(report))
        .containsExactly(
            "connector/alpha@eu config.user: document",
            "connector/alpha@eu sync_frequency: template base",
            "connector/beta@eu sync_frequency: template base");
    assertThat(mill.workspace().read("manifests/templates.yaml"))
        .isEqualTo(
            TEMPLATES
                .replace("sync_frequency: 1440 #", "sync_frequency: 60 #")
                .replace("database: a}", "database: a, user: reader}"));
    mill.onlyChanged("connector/alpha@eu", "connector/beta@eu");
    mill.planIsEmpty();
  }

  @Test
  void rowTakesItsCell() {
    company();
    mill.clicked("raw.users@us", "{\"sync_frequency\": 30, \"config\": {\"prefix\": \"u,w/\"}}");

    JsonNode report = mill.accept(0, "--base", "HEAD");

    assertThat(AcceptMill.accepted(report))
        .containsExactly(
            "connector/feed_users@us config.prefix: row, column prefix",
            "connector/feed_users@us sync_frequency: row, column minutes");
    assertThat(mill.workspace().read("manifests/feeds.csv"))
        .isEqualTo(CSV.replace("\"u,v/\",60", "\"u,w/\",30"));
    assertThat(mill.workspace().read("manifests/feeds.yaml")).isEqualTo(FEEDS);
    mill.onlyChanged("connector/feed_users@us");
    mill.planIsEmpty();
  }

  @Test
  void rowWithoutAPlaceOfItsOwnIsLeft() {
    company();
    mill.clicked("raw.users@us", "{\"config\": {\"bucket\": \"other\", \"prefix\": \"x/\"}}");

    JsonNode report = mill.accept(2, "--base", "HEAD");

    assertThat(AcceptMill.accepted(report))
        .containsExactly("connector/feed_users@us config.prefix: row, column prefix");
    assertThat(AcceptMill.left(report))
        .singleElement()
        .asString()
        .startsWith("connector/feed_users@us config.bucket: manifests/feeds.yaml:9 says it for")
        .contains("connector/feed_items@us as well", "give the entries of for_each a column");
    mill.onlyChanged("connector/feed_users@us");
  }

  @Test
  void withoutBaseNeedsAddresses() {
    company();
    mill.clicked("orders@eu", "{\"sync_frequency\": 15}");
    mill.clicked("alpha@eu", "{\"sync_frequency\": 60}");

    Ran refused = mill.workspace().run("drift", "--accept");
    Ran unknown = mill.workspace().run("drift", "--accept", "connector/order@eu");
    JsonNode report = mill.accept(0, "connector/alpha");

    assertThat(refused.code()).isEqualTo(64);
    assertThat(refused.err()).contains("--base").doesNotContain("\tat ");
    assertThat(unknown.code()).isEqualTo(64);
    assertThat(unknown.err()).contains("connector/orders@eu");
    assertThat(AcceptMill.accepted(report))
        .containsExactly("connector/alpha@eu sync_frequency: document");
    mill.onlyChanged("connector/alpha@eu");
  }

  @Test
  void intendedAndConflictStay() {
    company();
    mill.clicked("orders@eu", "{\"sync_frequency\": 15}");
    mill.workspace().edit("manifests/orders.yaml", "sync_frequency: 360", "sync_frequency: 720");

    JsonNode report = mill.accept(2, "--base", "HEAD");
    JsonNode named = mill.accept(0, "--base", "HEAD", "connector/orders@eu");

    assertThat(AcceptMill.left(report))
        .singleElement()
        .asString()
        .contains("was changed in the manifests and in the account", "connector/orders@eu");
    assertThat(report.path("counts").path("intended").asInt()).isEqualTo(1);
    assertThat(AcceptMill.accepted(named))
        .containsExactly("connector/orders@eu sync_frequency: overrides of eu, document");
  }

  @Test
  void diffWritesNothing() {
    company();
    mill.clicked("alpha@eu", "{\"sync_frequency\": 60}");

    Ran diff = mill.workspace().run("drift", "--accept", "--base", "HEAD", "--diff");

    assertThat(diff.code()).isZero();
    assertThat(diff.out())
        .startsWith("--- a/manifests/templates.yaml\n+++ b/manifests/templates.yaml\n")
        .contains("database: a}, sync_frequency: 60}");
    assertThat(diff.err()).contains("To be accepted", "1 accepted in 1 file, 0 left");
    assertThat(mill.workspace().read("manifests/templates.yaml")).isEqualTo(TEMPLATES);
  }
}
