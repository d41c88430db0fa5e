package dev.ftctl.kind.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.kind.compare.Comparison;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.model.Ids;
import dev.ftctl.testing.Values;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the catalogue's facts become.
final class CatalogTablesTest {

  private static final Catalog CATALOG = Catalog.bundled();

  @Test
  void knowsSecretsLoginFieldsAndNamingKeys() {
    FieldTable config = CatalogTables.config(CATALOG.connection("postgres").orElseThrow());

    assertThat(config.isOpen()).isTrue();
    assertThat(config.owner()).isEqualTo("config of service 'postgres'");
    assertThat(config.field("password").orElseThrow().is(Trait.SECRET)).isTrue();
    assertThat(config.field("host").orElseThrow().is(Trait.LOGIN)).isTrue();
    assertThat(config.field("schema_prefix").orElseThrow().traits())
        .containsExactlyInAnyOrder(Trait.IDENTITY, Trait.NAMES, Trait.CREATE_ONLY);
    assertThat(config.field("port").orElseThrow().shape()).isEqualTo(new Shape.IntegerShape());
    assertThat(config.field("update_method").orElseThrow().shape())
        .isInstanceOfSatisfying(Shape.OneOf.class, oneOf -> assertThat(oneOf.isOpen()).isTrue());
  }

  @Test
  void makesEveryLeafOfAuthASecretThatIsNeverAnswered() {
    FieldTable auth = CatalogTables.auth(CATALOG.connection("google_ads").orElseThrow());

    var access = (Shape.Nested) auth.field("client_access").orElseThrow().shape();

    assertThat(access.table().all())
        .isNotEmpty()
        .allMatch(field -> field.is(Trait.SECRET) && field.is(Trait.WRITE_ONLY));
  }

  @Test
  void buildsATableForEveryService() {
    var tables =
        CATALOG.connectionServices().stream()
            .map(service -> CatalogTables.config(CATALOG.connection(service).orElseThrow()))
            .toList();

    assertThat(tables).hasSizeGreaterThan(700).allMatch(FieldTable::isOpen);
  }

  @Test
  void comparesADestinationsPortAsNumberAndKeepsItsKeySecret() {
    var table =
        FieldTable.of(
            Field.of(
                "config",
                new Shape.Nested(
                    CatalogTables.config(CATALOG.destination("snowflake").orElseThrow()))));
    var wanted = Values.mapping("{config: {port: 443, password: 'secret:PW', public_key: 'x'}}");
    var live = Values.mapping("{config: {port: '443', password: '******', public_key: 'x'}}");

    var comparison = Comparison.between(table, wanted, live, new Ids(), Set.of("config"), "");

    assertThat(comparison.changes()).isEmpty();
    assertThat(comparison.secretsNotCompared()).isEqualTo(1);
  }
}
