package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Connections that say nearly the same become one document of several groups.
class ExportFoldTest {

  private static final String ORDERS = "manifests/shared/orders.yaml";

  @TempDir Path folder;
  private final Lab lab = Accounts.withExamples();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void whatDiffersStandsInOverridesAndEachInstanceKeepsItsSecret() {
    var exports = new Exports(folder, lab);
    exports.export("--fold", "fan-out");

    assertThat(exports.workspace().read(ORDERS))
        .isEqualTo(
            """
            kind: Connector
            metadata: {name: orders}
            spec:
              service: postgres
              groups: [analytics_eu, analytics_prod]
              paused: false
              sync_frequency: 360
              config:
                schema_prefix: orders
                auth_method: PASSWORD
                database: orders
                host: orders-replica.eu.db.acme-outdoor.internal
                port: 5432
                publication_name: fivetran_publication
                replication_slot: fivetran_slot_eu
                update_method: WAL_PGOUTPUT
                user: fivetran
              schema_settings:
                schema_change_handling: ALLOW_COLUMNS
                schemas:
                  public:
                    enabled: true
                    tables:
                      order_items: {enabled: true}
                      orders: {enabled: true}
                      payments:
                        enabled: true
                        columns:
                          card_holder: {enabled: false}
                          card_last_four: {hashed: true}
                      users:
                        enabled: true
                        columns:
                          birth_date: {enabled: false}
                          email: {hashed: true}
                          phone: {hashed: true}
                          ssn: {enabled: false}
              overrides:
                analytics_eu:
                  config:
                    password: "${env:ORDERS_ANALYTICS_EU_PASSWORD}"
                  schema_settings:
                    schemas:
                      public:
                        tables:
                          users:
                            columns:
                              family_name: {hashed: true}
                              given_name: {hashed: true}
                analytics_prod:
                  sync_frequency: 60
                  config:
                    host: orders.db.acme-outdoor.internal
                    password: "${env:ORDERS_ANALYTICS_PROD_PASSWORD}"
                    replication_slot: fivetran_slot
            """);
    Ran planned = exports.workspace().run("plan", "--detailed-exitcode");
    assertThat(planned.code()).as("%s", planned).isZero();
    assertThat(
            exports.workspace().read("manifests/user/chloe%2Emartin%40acme-outdoor%2Eexample.yaml"))
        .contains("salesforce@analytics_eu: Manage Connection");
  }

  @Test
  void sharedSecretsAreOne() {
    var exports = new Exports(folder, lab);
    exports.export("--fold", "fan-out", "--shared-secrets");

    assertThat(exports.workspace().read(ORDERS))
        .contains("    password: \"${env:ORDERS_PASSWORD}\"\n")
        .doesNotContain("ORDERS_ANALYTICS");
    assertThat(exports.workspace().read(".env.example"))
        .contains("ORDERS_PASSWORD= # connector/orders config.password\n")
        .doesNotContain("ORDERS_ANALYTICS");
    assertThat(exports.workspace().run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void withoutItSaysWhatItWouldSave() {
    var exports = new Exports(folder, lab);

    Ran ran = exports.export();

    assertThat(ran.err()).contains("--fold fan-out would make 2 documents of 5 connectors.");
  }

  @Test
  void aSecondExportLeavesWhatIsFoldedAndNamesWhatDiffers() {
    var exports = new Exports(folder, lab);
    exports.export("--fold", "fan-out");
    var before = exports.files();
    Ran same = exports.workspace().succeed("export", "-o", ".", "--fold", "fan-out");
    assertThat(exports.files()).isEqualTo(before);
    assertThat(same.err()).doesNotContain("left as it is");
    try (var person = new OtherTool(lab.sandbox())) {
      String id = person.idOf("connections", "schema", "orders");
      person.send("PATCH", "/connections/" + id, "{'sync_frequency':15}");
    }

    Ran again = exports.workspace().succeed("export", "-o", ".");

    assertThat(exports.files()).isEqualTo(before);
    assertThat(again.err())
        .contains("left as it is: connector/orders@analytics_")
        .containsPattern(
            "is one of several instances; to write it where it belongs:"
                + " ftctl drift --accept connector/orders@analytics_\\w+\n");
  }

  @Test
  void manyOfAServiceAreRowsOfAFile() {
    try (var own = new Lab()) {
      var exports = new Exports(folder, own);
      exports
          .workspace()
          .file("source/feeds.csv", "name,prefix\norders,o/\n\"views, all\",v/\ncarts,c/\n")
          .file(
              "source/feeds.yaml",
              """
              kind: Group
              metadata: {name: lake}
              ---
              kind: Connector
              for_each: {csv: feeds.csv, key: prefix}
              metadata: {name: "s3 ${each.name}"}
              spec:
                service: s3
                groups: [lake]
                paused: true
                config: {schema: raw, table: "${each.name}", bucket: acme, prefix: "${each.prefix}", role_arn: "arn:aws:iam::1:role/x"}
              """)
          .succeed("apply", "--auto-approve", "--run-setup-tests", "never", "source");

      exports.export("--fold", "for-each", "--shared-secrets");

      assertThat(exports.workspace().read("manifests/shared/s3.csv"))
          .isEqualTo(
              """
              name,group,table,prefix
              raw.carts,lake,carts,c/
              raw.orders,lake,orders,o/
              "raw.views, all",lake,"views, all",v/
              """);
      assertThat(exports.workspace().read("manifests/shared/s3.yaml"))
          .startsWith(
              "kind: Connector\nfor_each: {csv: s3.csv}\nmetadata:\n  name: \"${each.name}\"\n")
          .contains("    prefix: \"${each.prefix}\"\n", "    role_arn: \"${env:S3_ROLE_ARN}\"\n");
      Ran planned = exports.workspace().run("plan", "--detailed-exitcode");
      assertThat(planned.code()).as("%s", planned).isZero();
    }
  }
}
