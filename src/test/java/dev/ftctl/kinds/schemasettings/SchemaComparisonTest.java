package dev.ftctl.kinds.schemasettings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Values;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a comparison of schema settings finds risky, sends, and holds a connection back for.
class SchemaComparisonTest {

  static final String LOCKED =
      "enabled_patch_settings: {allowed: false, reason: 'It is a primary key'}";

  @Test
  void countsEveryWishThatIsFulfilled() {
    SchemaFindings found =
        compare(
            "{schema_change_handling: 'ALLOW_ALL', schemas: {s: {enabled: true, tables: {t: {"
                + "enabled: true, sync_mode: 'LIVE', columns: {c: {hashed: true}}}}}}}",
            "{schema_change_handling: 'ALLOW_ALL', schemas: {s: {enabled: true, tables: {t: {"
                + "enabled: true, sync_mode: 'LIVE', columns: {c: {hashed: true}}}}}}}");

    assertThat(found.hasChanges()).isFalse();
    assertThat(found.findings().unchanged()).isEqualTo(5);
    assertThat(found.patch()).isEqualTo(Value.Mapping.EMPTY);
  }

  @Test
  void sendsEachLevelWhereItStands() {
    SchemaFindings found =
        compare(
            "{schema_change_handling: 'BLOCK_ALL', schemas: {s: {enabled: false, tables: {t: {"
                + "enabled: false, sync_mode: 'HISTORY', columns: {c: {hashed: true}}}}}}}",
            "{schema_change_handling: 'ALLOW_ALL', schemas: {s: {enabled: true, tables: {t: {"
                + "enabled: true, sync_mode: 'SOFT_DELETE', columns: {c: {hashed: false}}}}}}}");

    assertThat(found.hasChanges()).isTrue();
    assertThat(found.patch())
        .isEqualTo(
            Values.mapping(
                "{schema_change_handling: 'BLOCK_ALL', schemas: {s: {enabled: false, tables: {t: {"
                    + "enabled: false, sync_mode: 'HISTORY', columns: {c: {hashed: true}}}}}}}"));
  }

  @Test
  void enablingASchemaExposesTheTablesThatNobodyNamed() {
    String live =
        "{schemas: {s: {enabled: false, tables: {"
            + "named: {enabled: true}, off: {enabled: false}, on: {enabled: true}}}}}";

    assertThat(risks(compare("{schemas: {s: {enabled: true, tables: ['named']}}}", live)))
        .containsExactly(
            "EXPOSE enabling s starts 1 tables that are not named", "EXPOSE starts to sync: s");
    assertThat(risks(compare("{schemas: {s: {enabled: true, tables: ['named', 'on']}}}", live)))
        .containsExactly("EXPOSE starts to sync: s");
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false", "true, false"})
  void nothingElseThatIsSaidOfASchemaExposesTables(boolean is, boolean wanted) {
    SchemaFindings found =
        compare(
            "{schemas: {s: {enabled: " + wanted + "}}}",
            "{schemas: {s: {enabled: " + is + ", tables: {on: {enabled: true}}}}}");

    assertThat(risks(found)).isEmpty();
  }

  @Test
  void hashingIsARiskOfResyncAndHoldsBackUntilItIsDone() {
    SchemaFindings found =
        compare(column("hashed: true"), liveColumn("enabled: true, hashed: false"));

    assertThat(risks(found)).containsExactly("RESYNC s.t.c");
    assertThat(found.unprotected()).containsExactly("s.t.c");
    assertThat(changes(found)).containsExactly("s.t.c: plain → hashed");
  }

  @Test
  void showingAColumnAgainIsARiskOfResyncAndHoldsNothingBack() {
    SchemaFindings found =
        compare(column("hashed: false"), liveColumn("enabled: true, hashed: true"));

    assertThat(risks(found)).containsExactly("RESYNC s.t.c", "EXPOSE is no longer hashed: s.t.c");
    assertThat(found.unprotected()).isEmpty();
  }

  @Test
  void exclusionHoldsBackUntilItIsDoneAndInclusionDoesNot() {
    assertThat(compare(column("enabled: false"), liveColumn("enabled: true")).unprotected())
        .containsExactly("s.t.c");
    assertThat(compare(column("enabled: true"), liveColumn("enabled: false")).unprotected())
        .isEmpty();
  }

  @Test
  void exclusionThatFivetranLockedAnywayIsANote() {
    SchemaFindings found =
        compare(column("enabled: true"), liveColumn("enabled: false, " + LOCKED));

    assertThat(found.hasChanges()).isFalse();
    assertThat(found.findings().notes())
        .containsExactly("s.t.c is locked as excluded (It is a primary key)");
    assertThat(found.findings().problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "HISTORY, SOFT_DELETE, true",
    "HISTORY, LIVE, true",
    "SOFT_DELETE, LIVE, true",
    "SOFT_DELETE, HISTORY, false",
    "LIVE, SOFT_DELETE, false",
  })
  void leavingHistoryAndGoingLiveRisksHistory(String is, String wanted, boolean isRisk) {
    SchemaFindings found =
        compare(table("sync_mode: '" + wanted + "'"), liveTable("sync_mode: '" + is + "'"));

    assertThat(changes(found)).containsExactly("s.t: " + is + " → " + wanted);
    assertThat(risks(found))
        .isEqualTo(isRisk ? List.of("HISTORY s.t goes from " + is + " to " + wanted) : List.of());
  }

  @Test
  void syncModeThatAConnectionLacksIsANote() {
    SchemaFindings found = compare(table("sync_mode: 'HISTORY'"), liveTable("enabled: true"));

    assertThat(found.hasChanges()).isFalse();
    assertThat(found.findings().notes())
        .containsExactly("s.t can't be synced as HISTORY: no table of this connection has a mode");
  }

  @Test
  void modeIsAPropertyOfTheConnection() {
    SchemaFindings found =
        compare(
            "{schemas: {s: {tables: {quiet: {sync_mode: 'HISTORY'}, fixed: {sync_mode:"
                + " 'HISTORY'}}}}}",
            "{schemas: {other: {tables: {told: {sync_mode: 'SOFT_DELETE'}}}, s: {enabled: true,"
                + " tables: {quiet: {enabled: true}, fixed: {enabled: true, supports_history_mode:"
                + " false}}}}}");

    assertThat(changes(found)).containsExactly("s.quiet: (not told) → HISTORY");
    assertThat(found.findings().notes())
        .containsExactly("s.fixed can't be synced as HISTORY: Fivetran keeps no history of it");
  }

  @Test
  void columnsOfATableThatTakesNoneAreNeverPending() {
    SchemaFindings found =
        compare(
            "{schemas: {s: {tables: {t: {columns: {ssn: {enabled: false}, 'card_*': {hashed: true},"
                + " id: {enabled: true}}}}}}}",
            liveTable("enabled: true, supports_columns_config: false"));

    assertThat(found.pending()).isEmpty();
    assertThat(found.refused())
        .containsExactly(
            "Fivetran takes no settings for the columns of s.t: ssn, card_* can never be excluded"
                + " or hashed");
    assertThat(found.unprotected()).containsExactly("s.t.ssn", "s.t.card_*");
  }

  @ParameterizedTest
  @CsvSource({
    "'{schemas: {s: {enabled: false, tables: {t: {columns: {ssn: {enabled: false}}}}}}}'",
    "'{schemas: {s: {tables: {t: {enabled: false, columns: {ssn: {enabled: false}}}}}}}'",
    "'{schemas: {s: {tables: {t: {columns: {ssn: {enabled: true}}}}}}}'",
  })
  void columnsThatNobodyWillSeeAreANoteThere(String spec) {
    SchemaFindings found =
        compare(spec, liveTable("enabled: true, supports_columns_config: false"));

    assertThat(found.refused()).isEmpty();
    assertThat(found.findings().notes())
        .containsExactly(
            "Fivetran takes no settings for the columns of s.t, so what is said of them has no"
                + " effect");
  }

  @Test
  void memberThatFtctlDoesNotKnowIsSentAsWrittenUntilItIsAnswered() {
    String wanted = column("masking: {kind: 'SHA256'}");

    SchemaFindings absent = compare(wanted, liveColumn("enabled: true"));
    SchemaFindings other = compare(wanted, liveColumn("enabled: true, masking: {kind: 'NONE'}"));
    SchemaFindings same = compare(wanted, liveColumn("enabled: true, masking: {kind: 'SHA256'}"));

    assertThat(absent.patch())
        .isEqualTo(
            Values.mapping(
                "{schemas: {s: {tables: {t: {columns: {c: {masking: {kind: 'SHA256'}}}}}}}}"));
    assertThat(absent.findings().fields().getFirst().note()).contains("not kept?");
    assertThat(absent.isUnsettled()).isFalse();
    assertThat(other.findings().fields()).hasSize(1);
    assertThat(same.hasChanges()).isFalse();
    assertThat(same.findings().unchanged()).isEqualTo(1);
  }

  @Test
  void lockOfTypesGoesAlongWithAChangeSinceItCannotBeCompared() {
    String wanted = "{is_type_locked: true, schemas: {s: {enabled: %s}}}";
    String live = "{schemas: {s: {enabled: true}}}";

    assertThat(compare(wanted.formatted("true"), live).patch()).isEqualTo(Value.Mapping.EMPTY);
    assertThat(compare(wanted.formatted("true"), live).findings().notes())
        .singleElement()
        .asString()
        .contains("is_type_locked can't be read back");
    assertThat(compare(wanted.formatted("false"), live).patch())
        .isEqualTo(Values.mapping("{schemas: {s: {enabled: false}}, is_type_locked: true}"));
    assertThat(
            changes(
                compare(wanted.formatted("true"), "{is_type_locked: false, " + live.substring(1))))
        .containsExactly("is_type_locked: false → true");
  }

  @Test
  void lockedElementIsLeftOutOfThePatchAndStaysOpen() {
    SchemaFindings found =
        compare(
            "{schemas: {s: {tables: {t: {enabled: false}, u: {enabled: false}}}}}",
            "{schemas: {s: {enabled: true, tables: {t: {enabled: true, "
                + LOCKED
                + "}, u: {enabled: true}}}}}");

    assertThat(found.patch())
        .isEqualTo(Values.mapping("{schemas: {s: {tables: {u: {enabled: false}}}}}"));
    assertThat(found.refused())
        .containsExactly("s.t can't be excluded: Fivetran has locked it (It is a primary key)");
  }

  /// The change itself makes apply look again.
  @Test
  void changeNeedsNoFollowUp() {
    SchemaFindings found = compare(column("hashed: true"), liveColumn("hashed: false"));

    assertThat(found.findings().followUp()).isFalse();
  }

  private static String column(String says) {
    return "{schemas: {s: {tables: {t: {columns: {c: {" + says + "}}}}}}}";
  }

  private static String table(String says) {
    return "{schemas: {s: {tables: {t: {" + says + "}}}}}";
  }

  static String liveColumn(String is) {
    return liveTable("enabled: true, columns: {c: {" + is + "}}");
  }

  static String liveTable(String is) {
    return "{schemas: {s: {enabled: true, tables: {t: {" + is + "}}}}}";
  }

  static SchemaFindings compare(String spec, String live) {
    var wanted =
        new Resource(
            Address.of("schema-settings", "orders").inGroup("prod"),
            Metadata.named("orders"),
            Values.mapping(spec),
            SourceLocation.NONE);
    return SchemaComparison.of(Settings.of(wanted), Values.mapping(live));
  }

  static List<String> changes(SchemaFindings found) {
    return found.findings().fields().stream()
        .map(change -> change.path() + ": " + change.from() + " → " + change.to())
        .toList();
  }

  static List<String> risks(SchemaFindings found) {
    return found.findings().risks().stream().map(SchemaComparisonTest::told).toList();
  }

  static String told(RiskFinding found) {
    return found.risk() + " " + found.why();
  }
}
