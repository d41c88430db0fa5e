package dev.ftctl.sandbox.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.catalog.Catalog;
import dev.ftctl.testing.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceCatalogTest {
  private final SourceCatalog sources = new SourceCatalog(Catalog.bundled());

  @Test
  void findsTheSameBehindTheSameHostAndDatabase() {
    var first = sources.source(spec("postgres", "pg"));
    var second = sources.source(spec("postgres", "pg"));

    assertThat(second).isEqualTo(first);
  }

  @Test
  void givesADatabaseEightToFourteenTables() {
    var source = sources.source(spec("postgres", "pg"));

    var tables = source.tables("public");

    assertThat(tables).hasSizeBetween(8, 14).contains("users", "orders", "audit_log");
    assertThat(tables)
        .allSatisfy(name ->
            assertThat(source.table("public", name).orElseThrow().columns()).hasSizeBetween(3, 15));
  }

  @ParameterizedTest
  @CsvSource({
    "postgres, pg, public",
    "mysql, my, app",
    "sql_server, ms, dbo",
    "oracle, ora, APP",
    "salesforce, crm, salesforce",
    "netsuite_suiteanalytics, erp, netsuite",
    "google_ads, ads, ads",
    "s3, files.exports, files",
    "google_sheets, sheets.budget, sheets"
  })
  void callsSchemasAsTheServiceDoes(String service, String connection, String schema) {
    assertThat(sources.source(spec(service, connection)).schemas()).containsExactly(schema);
  }

  @Test
  void makesAnySizeWithoutStoringIt() {
    var tables = Scale.of(1_000, 10_000);
    var overrides = overrides().put("schemas", 3).put("tables", tables).put("columns", 15);
    var source =
        sources.source(new SourceSpec("postgres", "pg", "app", "db.example.com", overrides));

    assertThat(source.schemas()).containsExactly("public", "schema_1", "schema_2");
    var names = source.schemas().stream().flatMap(each -> source.tables(each).stream()).toList();
    assertThat(names).hasSize(tables).doesNotHaveDuplicates();
    var last = source.tables("schema_2").getLast();
    assertThat(source.table("schema_2", last).orElseThrow().columns()).hasSize(15);
    assertThat(source.table("public", last)).isEmpty();
  }

  @Test
  void changesSingleTables() {
    var overrides = overrides();
    overrides.putObject("add").putObject("public").putArray("refunds").add("id*").add("iban");
    overrides.putObject("drop").putArray("public").add("orders");
    var source =
        sources.source(new SourceSpec("postgres", "pg", "app", "db.example.com", overrides));

    assertThat(source.tables("public")).contains("refunds").doesNotContain("orders");
    assertThat(source.table("public", "orders")).isEmpty();
    assertThat(source.table("public", "refunds").orElseThrow().column("id").orElseThrow().lock())
        .isEqualTo(Lock.PRIMARY_KEY);
  }

  private static SourceSpec spec(String service, String schema) {
    return new SourceSpec(service, schema, "app", "db.example.com", overrides());
  }

  private static ObjectNode overrides() {
    return JsonNodeFactory.instance.objectNode();
  }
}
