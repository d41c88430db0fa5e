package dev.ftctl.kinds.schemasettings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What of a configuration a policy would not have left so.
class PolicyDeviationsTest {

  private static final Value.Mapping NOTHING = Values.mapping("{schemas: {}}");

  @ParameterizedTest
  @CsvSource({"ALLOW_ALL, false, false", "ALLOW_COLUMNS, true, false", "BLOCK_ALL, true, true"})
  void keepsWhatIsSwitchedTheOtherWay(ChangePolicy policy, boolean table, boolean column) {
    Value.Mapping configuration = configuration(table, column);

    assertThat(new PolicyDeviations(policy).of(configuration)).isEqualTo(configuration);
  }

  @ParameterizedTest
  @CsvSource({"ALLOW_ALL, true, true", "ALLOW_COLUMNS, false, true", "BLOCK_ALL, false, false"})
  void leavesOutWhatThePolicyRules(ChangePolicy policy, boolean table, boolean column) {
    assertThat(new PolicyDeviations(policy).of(configuration(table, column))).isEqualTo(NOTHING);
  }

  @Test
  void keepsTheWayDownAndNothingBesideIt() {
    assertThat(
            deviations(
                """
                {schemas: {
                  s: {enabled: true, tables: {
                    t: {enabled: true, columns: {c: {enabled: false}, d: {enabled: true}}},
                    u: {enabled: false, columns: {c: {enabled: true}}},
                    v: {enabled: true}}},
                  z: {enabled: true}}}
                """))
        .isEqualTo(
            Values.mapping(
                """
                {schemas: {
                  s: {enabled: true, tables: {
                    t: {enabled: true, columns: {c: {enabled: false}}},
                    u: {enabled: false}}}}}
                """));
  }

  @Test
  void keepsWhatIsHashed() {
    String hashed = "{schemas: {s: {tables: {t: {columns: {c: {enabled: true, hashed: true}}}}}}}";

    assertThat(deviations(hashed)).isEqualTo(Values.mapping(hashed));
  }

  @Test
  void keepsHowATableIsLoaded() {
    String history = "{schemas: {s: {tables: {t: {enabled: true, sync_mode: 'HISTORY'}}}}}";

    assertThat(deviations(history)).isEqualTo(Values.mapping(history));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{enabled: false, enabled_patch_settings: {allowed: false}}",
        "{hashed: false}",
        "{sync_mode: 'SOFT_DELETE'}"
      })
  void leavesOutWhatIsLockedOrNoPolicysBusiness(String table) {
    assertThat(deviations("{schemas: {s: {tables: {t: " + table + "}}}}")).isEqualTo(NOTHING);
  }

  @Test
  void keepsTheOtherMembersOfTheConfiguration() {
    assertThat(deviations("{schema_change_handling: 'ALLOW_ALL'}"))
        .isEqualTo(Values.mapping("{schema_change_handling: 'ALLOW_ALL', schemas: {}}"));
  }

  private static Value.Mapping deviations(String configuration) {
    return new PolicyDeviations(ChangePolicy.ALLOW_ALL).of(Values.mapping(configuration));
  }

  /// One element of each level.
  private static Value.Mapping configuration(boolean table, boolean column) {
    return Values.mapping(
        "{schemas: {s: {enabled: %b, tables: {t: {enabled: %b, columns: {c: {enabled: %b}}}}}}}"
            .formatted(table, table, column));
  }
}
