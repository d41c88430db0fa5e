package dev.ftctl.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemaNameTest {

  @Test
  void isTheSchemaOrThePrefixAlone() {
    assertThat(schemaName("github", Map.of("schema", "code"))).contains("code");
    assertThat(schemaName("postgres", Map.of("schema_prefix", "pg"))).contains("pg");
  }

  @Test
  void joinsSchemaWithTableOrTableGroup() {
    assertThat(schemaName("google_sheets", Map.of("schema", "a", "table", "b"))).contains("a.b");
    assertThat(schemaName("s3_compatible_storage", Map.of("schema", "a", "table_group_name", "g")))
        .contains("a.g");
  }

  @Test
  void takesATableInPlaceOfATableGroupForTheOldFileServicesOnly() {
    var single = Map.of("schema", "raw", "table", "orders");

    assertThat(schemaName("s3", single)).contains("raw.orders");
    assertThat(schemaName("s3_compatible_storage", single)).isEmpty();
    assertThat(
            schemaName("s3", Map.of("schema", "raw", "table", "orders", "table_group_name", "all")))
        .contains("raw.all");
  }

  @Test
  void addsATableWhereItMayBeLeftOut() {
    assertThat(schemaName("dsv", Map.of("schema", "a"))).contains("a");
    assertThat(schemaName("dsv", Map.of("schema", "a", "table", "b"))).contains("a.b");
  }

  @Test
  void isEmptyWhileAKeyIsMissingOrBlank() {
    assertThat(schemaName("google_sheets", Map.of("schema", "a"))).isEmpty();
    assertThat(schemaName("github", Map.of("schema", ""))).isEmpty();
    assertThat(schemaName("postgres", Map.of("schema", "a"))).isEmpty();
  }

  @Test
  void isThePrefixForDb2WhoseSchemaIsAnOrdinaryField() {
    var db2 = facts("db2luw");

    assertThat(schemaName("db2luw", Map.of("schema", "SALES", "schema_prefix", "p"))).contains("p");
    assertThat(db2.namingKeys()).containsExactly("schema_prefix");
    assertThat(db2.config()).containsKey("schema");
  }

  @Test
  void consumesEveryNamingKeyTheServiceTakes() {
    assertThat(facts("s3").namingKeys()).containsExactly("schema", "table_group_name", "table");
    assertThat(facts("github").namingKeys()).containsExactly("schema");
    assertThat(Catalog.bundled().destination("snowflake").orElseThrow().namingKeys()).isEmpty();
  }

  @Test
  void isNeverMadeForADestination() {
    var snowflake = Catalog.bundled().destination("snowflake").orElseThrow();

    assertThat(snowflake.schemaName(key -> Optional.of("x"))).isEmpty();
  }

  private static Optional<String> schemaName(String service, Map<String, String> config) {
    return facts(service).schemaName(key -> Optional.ofNullable(config.get(key)));
  }

  private static ServiceFacts facts(String service) {
    return Catalog.bundled().connection(service).orElseThrow();
  }
}
