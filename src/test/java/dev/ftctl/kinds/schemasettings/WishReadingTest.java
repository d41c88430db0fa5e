package dev.ftctl.kinds.schemasettings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.Severity;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Values;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What a tree of schemas, tables and columns may say at each level.
class WishReadingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{s: {%s}} | schemas",
        "{s: {tables: {t: {%s}}}} | tables",
        "{s: {tables: {t: {columns: {c: {%s}}}}}} | columns",
      })
  void newerMemberIsAWarningAndATypoAnError(String tree, String level) {
    List<Problem> newer = check(tree.formatted("retention_days: 7"), List.of());
    List<Problem> typo = check(tree.formatted("enabeld: false"), List.of());
    List<Problem> insisted =
        check(
            tree.formatted("enabeld: false, retention_days: 7"),
            List.of(level + ".enabeld", "retention_days"));

    assertThat(newer).extracting(Problem::severity).containsExactly(Severity.WARNING);
    assertThat(newer.getFirst().message()).contains("'retention_days'", "sent as it stands");
    assertThat(newer.getFirst().fix()).contains("unchecked: [" + level + ".retention_days]");
    assertThat(typo).extracting(Problem::severity).containsExactly(Severity.ERROR);
    assertThat(typo.getFirst().fix()).contains("did you mean 'enabled'?", "metadata.unchecked");
    assertThat(insisted).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{s: {hashed: true}} | column",
        "{s: {tables: {t: {hashed: true}}}} | column",
        "{s: {columns: {c: {enabled: false}}}} | table",
        "{s: {tables: {t: {columns: {c: {sync_mode: 'LIVE'}}}}}} | table",
        "{s: {tables: {t: {tables: {}}}}} | schema",
      })
  void knownMemberOfAnotherLevelIsAnErrorThatNamesIt(String tree, String owner) {
    assertThat(check(tree, List.of()))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.isError()).isTrue();
          assertThat(problem.fix()).isEqualTo("write it of a " + owner);
        });
  }

  @Test
  void savedAnswerIsATreeWithOneNote() {
    String schemas =
        "{s: {name_in_destination: 'p_s', enabled: true, tables: {t: {name_in_destination: 't',"
            + " enabled: true, sync_mode: 'HISTORY', supports_columns_config: true,"
            + " supports_history_mode: true, enabled_patch_settings: {allowed: true}, columns: {c:"
            + " {name_in_destination: 'c', enabled: true, hashed: false, is_primary_key: true,"
            + " enabled_patch_settings: {allowed: false, reason_code: 'SYSTEM_COLUMN', reason:"
            + " null}}}}}}}";
    String whole =
        "{code: 'Success', data: {schema_change_handling: 'ALLOW_ALL', schemas: " + schemas + "}}";

    assertThat(check(schemas, List.of()))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.severity()).isEqualTo(Severity.NOTE);
          assertThat(problem.message())
              .contains(
                  "enabled_patch_settings, is_primary_key, name_in_destination,"
                      + " supports_columns_config, supports_history_mode");
        });
    assertThat(read(whole)).isEqualTo(read(schemas));
    assertThat(read(schemas).get("s").children().get("t").more()).isEqualTo(Value.Mapping.EMPTY);
  }

  static Stream<Arguments> readOnlyMembers() {
    return Stream.of(TreeLevel.values())
        .flatMap(level -> level.readOnly().stream().map(member -> Arguments.of(level, member)));
  }

  /// Nothing is sent of it, so its manifest is told, whatever the value.
  @ParameterizedTest(name = "{1} of a {0}")
  @MethodSource("readOnlyMembers")
  void memberThatNobodyCanSetIsToldAndLeftOut(TreeLevel level, String member) {
    for (String value : List.of("true", "null", "'text'")) {
      String inner = "{%s: %s}".formatted(member, value);
      String tree =
          switch (level) {
            case SCHEMA -> "{s: %s}";
            case TABLE -> "{s: {tables: {t: %s}}}";
            case COLUMN -> "{s: {tables: {t: {columns: {c: %s}}}}}";
          };

      assertThat(check(tree.formatted(inner), List.of()))
          .singleElement()
          .satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.NOTE);
            assertThat(problem.message()).endsWith("left out: " + member);
          });
      assertThat(read(tree.formatted(inner))).isEqualTo(read(tree.formatted("{}")));
    }
  }

  private static java.util.Map<String, WantedElement> read(String tree) {
    return WishReading.read(Values.mapping(tree));
  }

  private static List<Problem> check(String tree, List<String> unchecked) {
    return WishReading.check(Values.mapping(tree), "schema-settings x", unchecked).problems();
  }
}
