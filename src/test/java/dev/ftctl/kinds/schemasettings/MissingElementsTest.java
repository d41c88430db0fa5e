package dev.ftctl.kinds.schemasettings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.finding.Gap;
import dev.ftctl.kind.finding.Gap.Weight;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.testing.Values;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a source lacks of what a manifest speaks of.
class MissingElementsTest {

  private static final String LIVE =
      "{schema_change_handling: 'ALLOW_ALL', schemas: {s: {enabled: true, tables: {t: {enabled:"
          + " true, columns: {c: {enabled: true}}, '%s': true}}}}}"
              .formatted(SourceColumns.COMPLETE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{gone: {%s}}",
        "{s: {tables: {gone: {%s}}}}",
        "{s: {tables: {t: {columns: {gone: {%s}}}}}}",
      })
  void elementThatASourceMayLackHoldsNothingBack(String schemas) {
    assertThat(weight(schemas.formatted("enabled: false"))).isEqualTo(Weight.EXPOSES);
    assertThat(weight(schemas.formatted("enabled: false, optional: false")))
        .isEqualTo(Weight.EXPOSES);
    assertThat(weight(schemas.formatted("enabled: false, optional: true"))).isEqualTo(Weight.TOLD);
  }

  private static Weight weight(String schemas) {
    var wanted =
        new Resource(
            Address.of("schema-settings", "orders").inGroup("prod"),
            Metadata.named("orders"),
            Values.mapping("{schemas: " + schemas + "}"),
            SourceLocation.NONE);
    var gaps = SchemaComparison.of(Settings.of(wanted), Values.mapping(LIVE)).findings().gaps();
    assertThat(gaps).extracting(Gap::element).singleElement().asString().endsWith("gone");
    return gaps.getFirst().weight();
  }
}
