package dev.ftctl.kinds.schemasettings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.Gap;
import dev.ftctl.model.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is not there yet, follows a policy or a pattern, or is changed beside what was wished.
class PendingElementsTest {

  @Test
  void alignedColumnsMayStartToSyncAndThatExposes() {
    SchemaFindings found =
        SchemaComparisonTest.compare(
            "{schema_change_handling: 'ALLOW_ALL', unlisted: 'align', schemas: {s: {tables: {t: {"
                + "columns: {c: {enabled: false}}}}}}}",
            "{schema_change_handling: 'ALLOW_ALL', schemas: {s: {enabled: true, tables: {t: {"
                + "enabled: true, columns: {c: {enabled: false}, off: {enabled: false},"
                + " locked: {enabled: false, "
                + SchemaComparisonTest.LOCKED
                + "}}}}}}}");

    assertThat(SchemaComparisonTest.changes(found)).containsExactly("s.t.off: excluded → enabled");
    assertThat(SchemaComparisonTest.risks(found))
        .containsExactly("EXPOSE s.t.off starts to sync and is not named");
  }

  @Test
  void alignedSchemasFollowThePolicyWhenNobodyNamedThem() {
    SchemaFindings found =
        SchemaComparisonTest.compare(
            "{schema_change_handling: 'BLOCK_ALL', unlisted: 'align', schemas: ['s']}",
            "{schema_change_handling: 'BLOCK_ALL', schemas: {s: {enabled: true}, other: {enabled:"
                + " true}}}");

    assertThat(SchemaComparisonTest.changes(found)).containsExactly("other: enabled → excluded");
    assertThat(SchemaComparisonTest.risks(found)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ALLOW_ALL, s.t.off: excluded → enabled; s.t2: excluded → enabled",
    "ALLOW_COLUMNS, s.t.off: excluded → enabled",
    "BLOCK_ALL, s.t.on: enabled → excluded",
  })
  void everyPolicyRulesTablesAndColumnsInItsOwnWay(String policy, String changed) {
    String handling = "schema_change_handling: '" + policy + "'";

    SchemaFindings found =
        SchemaComparisonTest.compare(
            "{" + handling + ", unlisted: 'align', schemas: {s: {tables: {t: {columns: ['c']}}}}}",
            "{"
                + handling
                + ", schemas: {s: {enabled: true, tables: {t: {enabled: true, columns: {c:"
                + " {enabled: true}, on: {enabled: true}, off: {enabled: false}}}, t2: {enabled:"
                + " false}}}}}");

    assertThat(String.join("; ", SchemaComparisonTest.changes(found))).isEqualTo(changed);
  }

  @Test
  void alignedTablesLeaveColumnsOfWhichNothingIsSaid() {
    SchemaFindings found =
        SchemaComparisonTest.compare(
            "{schema_change_handling: 'ALLOW_ALL', unlisted: 'align', schemas: {s: {tables:"
                + " ['t']}}}",
            SchemaComparisonTest.liveColumn("enabled: false")
                .replace("{schemas", "{schema_change_handling: 'ALLOW_ALL', schemas"));

    assertThat(found.hasChanges()).isFalse();
  }

  @Test
  void whatIsNotThereYetIsPendingAndItsProtectionHoldsTheConnectionBack() {
    SchemaFindings found =
        SchemaComparisonTest.compare(
            "{schemas: {later: {tables: {users: {columns: {ssn: {hashed: true}, id: {enabled:"
                + " true}}}, audit: {enabled: false}}}}}",
            "{schemas: {}}");

    assertThat(found.unprotected()).containsExactly("later.users.ssn", "later.audit");
    assertThat(found.findings().gaps())
        .containsExactly(
            new Gap("later.users.ssn", Gap.Weight.EXPOSES, "the source has no schema later"),
            new Gap("later.audit", Gap.Weight.EXPOSES, "the source has no schema later"));
    assertThat(warnings(found))
        .containsExactly(
            "the source has no schema later, so nothing of it is excluded or hashed: users.ssn,"
                + " audit");
  }

  @Test
  void whatIsPendingAndUnprotectiveHoldsNothingBack() {
    SchemaFindings found =
        SchemaComparisonTest.compare("{schemas: {later: {enabled: true}}}", "{schemas: {}}");

    assertThat(found.pending()).containsExactly("later");
    assertThat(found.findings().notes()).containsExactly("pending discovery: later");
    assertThat(found.unprotected()).isEmpty();
  }

  @Test
  void columnThatIsNotListedFollowsThePolicy() {
    SchemaFindings found =
        SchemaComparisonTest.compare(
            otherColumn(), SchemaComparisonTest.liveColumn("enabled: true"));

    assertThat(SchemaComparisonTest.changes(found))
        .containsExactly("s.t.other: enabled → excluded");
    assertThat(found.pending()).isEmpty();
  }

  @Test
  void columnThatIsNotAmongAllIsPending() {
    String live =
        SchemaComparisonTest.liveTable(
            "enabled: true, '~complete': true, columns: {c: {enabled: true}}");

    SchemaFindings found = SchemaComparisonTest.compare(otherColumn(), live);

    assertThat(found.hasChanges()).isFalse();
    assertThat(found.unprotected()).containsExactly("s.t.other");
  }

  @Test
  void columnThatIsAmongAllIsCompared() {
    String live =
        SchemaComparisonTest.liveTable(
            "enabled: true, '~complete': true, columns: {other: {enabled: true}}");

    assertThat(SchemaComparisonTest.changes(SchemaComparisonTest.compare(otherColumn(), live)))
        .containsExactly("s.t.other: enabled → excluded");
  }

  @Test
  void patternOfASchemaThatMatchesNothingIsAWarningAndHoldsNothingBack() {
    SchemaFindings found =
        SchemaComparisonTest.compare("{schemas: {'tmp_*': {enabled: false}}}", "{schemas: {}}");

    assertThat(warnings(found)).containsExactly("'tmp_*' matches nothing yet");
    assertThat(found.unprotected()).isEmpty();
  }

  @Test
  void patternThatMatchesIsNone() {
    Findings findings =
        SchemaComparisonTest.compare(
                "{schemas: {'s*': {enabled: true}}}",
                SchemaComparisonTest.liveTable("enabled: true"))
            .findings();

    assertThat(findings.notes()).isEmpty();
  }

  private static String otherColumn() {
    return "{schemas: {s: {tables: {t: {columns: {other: {enabled: false}}}}}}}";
  }

  private static List<String> warnings(SchemaFindings found) {
    return found.findings().problems().stream()
        .filter(problem -> !problem.isError())
        .map(Problem::message)
        .toList();
  }
}
