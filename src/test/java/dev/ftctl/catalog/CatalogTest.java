package dev.ftctl.catalog;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class CatalogTest {
  private static final Catalog CATALOG = Catalog.bundled();

  @Test
  void knowsEveryServiceOfTheDocument() {
    assertThat(CATALOG.connectionServices()).hasSize(773).contains("15five", "postgres", "zuora");
    assertThat(CATALOG.destinationServices()).hasSize(37).contains("big_query", "snowflake");
  }

  @Test
  void knowsWhereLogsAndPrivateLinksCanLead() {
    assertThat(CATALOG.logServices())
        .containsExactly(
            "azure_monitor_log",
            "cloudwatch",
            "datadog_log",
            "dynatrace",
            "grafana_loki",
            "new_relic_log",
            "splunkLog",
            "stackdriver");
    assertThat(CATALOG.privateLinkServices()).hasSize(13).contains("SOURCE_AWS", "ONELAKE_AZURE");

    var splunk = CATALOG.log("splunkLog").orElseThrow();
    assertThat(field(splunk, "port").type()).isEqualTo(FieldType.INTEGER);
    assertThat(field(splunk, "token").secret()).isTrue();
    assertThat(splunk.requiredConfig()).isEmpty();
    assertThat(field(CATALOG.log("stackdriver").orElseThrow(), "service_account_key").secret())
        .isTrue();
    assertThat(CATALOG.privateLink("SOURCE_AZURE").orElseThrow().requiredConfig())
        .containsExactly("connection_service_id", "sub_resource_name");
    assertThat(CATALOG.privateLink("SOURCE_MARS")).isEmpty();
  }

  @Test
  void parsesEveryLineIntoFactsOfItsOwnService() {
    assertThat(CATALOG.connectionServices())
        .allSatisfy(service -> assertThat(connection(service).service()).isEqualTo(service));
    assertThat(CATALOG.destinationServices())
        .allSatisfy(service -> assertThat(destination(service).service()).isEqualTo(service));
  }

  @Test
  void countsFourNamingFamiliesAmongConnectionsAndNoneAmongDestinations() {
    var families =
        CATALOG.connectionServices().stream()
            .collect(groupingBy(service -> connection(service).naming(), counting()));

    assertThat(families)
        .isEqualTo(
            Map.of(
                NamingFamily.SCHEMA, 654L,
                NamingFamily.SCHEMA_TABLE, 57L,
                NamingFamily.SCHEMA_PREFIX, 49L,
                NamingFamily.SCHEMA_TABLE_GROUP_NAME, 13L));
    assertThat(CATALOG.destinationServices())
        .allSatisfy(
            service -> assertThat(destination(service).naming()).isEqualTo(NamingFamily.NONE));
  }

  @Test
  void countsServicesWithAuthAndWithExternalSecrets() {
    var connections = CATALOG.connectionServices().stream().map(CatalogTest::connection).toList();

    assertThat(connections).filteredOn(facts -> !facts.auth().isEmpty()).hasSize(141);
    assertThat(connections).filteredOn(ServiceFacts::externalSecrets).hasSize(32);
  }

  @Test
  void saysHowToLogInToPostgres() {
    var postgres = connection("postgres");

    assertThat(field(postgres, "password").secret()).isTrue();
    assertThat(field(postgres, "host"))
        .isEqualTo(
            new FieldFacts(
                "host",
                FieldType.TEXT,
                false,
                false,
                true,
                List.of(),
                Map.of(),
                List.of(),
                false,
                noFields()));
    assertThat(field(postgres, "port").type()).isEqualTo(FieldType.INTEGER);
    assertThat(field(postgres, "auth_method").enumValues())
        .containsExactly("AWS_IAM", "CLIENT_CERTIFICATE", "ENTRA_ID", "PASSWORD");
    assertThat(field(postgres, "public_key").readOnly()).isTrue();
    assertThat(postgres.config()).doesNotContainKey("schema_prefix");
  }

  @Test
  void callsTheWholeAuthSecretHoweverDeep() {
    var auth = connection("google_ads").auth();

    assertThat(auth.values())
        .extracting(FieldFacts::name, FieldFacts::type, FieldFacts::secret)
        .containsExactly(
            tuple("client_access", FieldType.OBJECT, true),
            tuple("refresh_token", FieldType.TEXT, true));
    assertThat(auth.values())
        .flatExtracting(field -> field.fields().values())
        .hasSize(4)
        .allSatisfy(field -> assertThat(field.secret()).isTrue());
  }

  @Test
  void addsSecretsThatTheDocumentForgets() {
    assertThat(field(destination("snowflake"), "private_key").secret()).isTrue();
    assertThat(field(destination("snowflake"), "storage_account_key").secret()).isTrue();
    assertThat(field(destination("snowflake"), "gcs_service_account_credentials"))
        .extracting(FieldFacts::type, FieldFacts::secret)
        .containsExactly(FieldType.FREE, true);
    assertThat(
            destination("managed_data_lake")
                .field(List.of("polaris_catalog_configuration", "client_secret")))
        .hasValueSatisfying(field -> assertThat(field.secret()).isTrue());
    assertThat(field(connection("datadog"), "application_key").secret()).isTrue();
  }

  @Test
  void matchesListItemsByTheirKeyAndFindsTheirFieldsBelowTheList() {
    var s3 = connection("s3");

    assertThat(field(s3, "files").type()).isEqualTo(FieldType.OBJECT_LIST);
    assertThat(field(s3, "files").itemKeys()).containsExactly("table_name");
    assertThat(s3.field(List.of("files", "file_pattern"))).isPresent();
    assertThat(s3.field(List.of("files", "nothing", "deeper"))).isEmpty();
    assertThat(s3.field(List.of())).isEmpty();
    assertThat(connection("aws_lambda").field(List.of("secrets_list", "value")))
        .hasValueSatisfying(field -> assertThat(field.secret()).isTrue());
  }

  @Test
  void knowsWhichListsAreMerged() {
    assertThat(field(connection("connector_sdk"), "secrets_list").merged()).isTrue();
    assertThat(field(connection("aws_lambda"), "secrets_list").merged()).isTrue();
    assertThat(field(connection("aws_lambda"), "custom_payloads").merged()).isFalse();
    assertThat(field(connection("s3"), "files").merged()).isFalse();
  }

  @Test
  void keepsSecretAndEnumeratedAndNumberLists() {
    assertThat(field(connection("github"), "pats"))
        .extracting(FieldFacts::type, FieldFacts::secret)
        .containsExactly(FieldType.TEXT_LIST, true);
    assertThat(connection("google_search_console").field(List.of("reports", "search_types")))
        .hasValueSatisfying(field -> assertThat(field.enumValues()).contains("WEB"));
    assertThat(field(connection("amazon_ads"), "profiles").type())
        .isEqualTo(FieldType.INTEGER_LIST);
  }

  @Test
  void tellsReadOnlyFromWritableFieldsOfOneName() {
    assertThat(field(connection("sql_server"), "external_id").readOnly()).isFalse();
    assertThat(field(connection("twitter"), "consumer_secret"))
        .extracting(FieldFacts::readOnly, FieldFacts::secret)
        .containsExactly(true, true);
    assertThat(field(destination("postgres_warehouse"), "public_key").readOnly()).isTrue();
    assertThat(field(destination("redshift"), "external_id").readOnly()).isTrue();
  }

  @Test
  void namesConfigThatCanNotChangeAfterCreation() {
    var adServices =
        CATALOG.connectionServices().stream()
            .filter(service -> connection(service).immutableConfig().contains("timeframe_months"));

    assertThat(adServices).hasSize(20).contains("facebook_ads").doesNotContain("google_ads");
    assertThat(connection("intercom").immutableConfig()).containsExactly("data_region");
    assertThat(destination("managed_data_lake").immutableConfig())
        .hasSize(11)
        .contains("bucket", "workspace_guid");
  }

  @Test
  void parsesOnlyTheLinesOfServicesAskedFor() {
    var lines = ServiceLines.ofResource("/schemas/catalog/connections.jsonl");

    lines.services().stream().limit(10).forEach(lines::facts);
    lines.facts("no_such_service");

    assertThat(lines.parsedCount()).isEqualTo(10);
  }

  private static SequencedMap<String, FieldFacts> noFields() {
    return new LinkedHashMap<>();
  }

  private static FieldFacts field(ServiceFacts service, String name) {
    return service.field(List.of(name)).orElseThrow();
  }

  private static ServiceFacts connection(String service) {
    return CATALOG.connection(service).orElseThrow();
  }

  private static ServiceFacts destination(String service) {
    return CATALOG.destination(service).orElseThrow();
  }
}
