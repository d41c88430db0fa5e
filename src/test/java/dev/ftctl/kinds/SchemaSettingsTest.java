package dev.ftctl.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.Intent;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Risk;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.testing.Values;
import dev.ftctl.testing.Wanted;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Settings of a document against those of a connection: pure comparisons.
class SchemaSettingsTest {

  private static final KindDefinition DEFINITION =
      Wanted.KINDS.ofSlug("schema-settings").definition();

  private static final String LIVE =
      """
      {schema_change_handling: 'ALLOW_COLUMNS', schemas: {public: {enabled: true, tables: {
        users: {enabled: true, sync_mode: 'SOFT_DELETE', columns: {
          id: {enabled: true, hashed: false, is_primary_key: true,
               enabled_patch_settings: {allowed: false, reason_code: 'SYSTEM_COLUMN', reason: 'It is a primary key'}},
          ssn: {enabled: true, hashed: false, enabled_patch_settings: {allowed: true}},
          email: {enabled: true, hashed: true, enabled_patch_settings: {allowed: true}}}},
        orders: {enabled: true, sync_mode: 'HISTORY'},
        audit_2024: {enabled: true},
        audit_2025: {enabled: true},
        staging: {enabled: false}}}}}\
      """;

  private final Ids ids = new Ids();

  @Test
  void whatIsNotListedIsLeftAlone() {
    Findings findings = compare("{public: {tables: {users: {columns: {email: {hashed: true}}}}}}");

    assertThat(findings.hasChanges()).isFalse();
    assertThat(findings.risks()).isEmpty();
  }

  @Test
  void excludedColumnIsOneChange() {
    Findings findings = compare("{public: {tables: {users: {columns: {ssn: {enabled: false}}}}}}");

    assertThat(changes(findings)).containsExactly("public.users.ssn: enabled → excluded");
  }

  @Test
  void exactNameBeatsAPattern() {
    Findings findings =
        compare("{public: {tables: {'audit_*': {enabled: false}, audit_2025: {enabled: true}}}}");

    assertThat(changes(findings)).containsExactly("public.audit_2024: enabled → excluded");
  }

  @Test
  void patternThatMatchesNothingIsAWarning() {
    Findings findings = compare("{public: {tables: {'tmp_*': {enabled: false}}}}");

    assertThat(findings.hasChanges()).isFalse();
    assertThat(findings.problems())
        .singleElement()
        .matches(problem -> !problem.isError() && problem.message().contains("tmp_*"));
  }

  @Test
  void tableThatIsNotThereYetIsPendingAndNoChange() {
    Findings findings = compare("{public: {tables: {invoices: {enabled: true}}}}");

    assertThat(findings.hasChanges()).isFalse();
    assertThat(findings.notes()).anyMatch(note -> note.contains("pending discovery"));
  }

  @Test
  void leavingHistoryIsARisk() {
    Findings findings = compare("{public: {tables: {orders: {sync_mode: 'SOFT_DELETE'}}}}");

    assertThat(changes(findings)).hasSize(1);
    assertThat(risks(findings)).contains(Risk.HISTORY);
  }

  @Test
  void whatAManifestNamesMayStartToSync() {
    Findings findings = compare("{public: {tables: {staging: {enabled: true}}}}");

    assertThat(changes(findings)).containsExactly("public.staging: excluded → enabled");
    assertThat(findings.risks())
        .containsExactly(RiskFinding.named(Risk.EXPOSE, "starts to sync: public.staging"));
  }

  @Test
  void looserPolicyExposesEvenAsDeclared() {
    Findings findings = compare("schema_change_handling: 'ALLOW_ALL'", "{}");

    assertThat(changes(findings))
        .containsExactly("schema_change_handling: ALLOW_COLUMNS → ALLOW_ALL");
    assertThat(risks(findings)).containsExactly(Risk.EXPOSE);
  }

  @Test
  void stricterPolicyExposesNothing() {
    Findings findings = compare("schema_change_handling: 'BLOCK_ALL'", "{}");

    assertThat(changes(findings)).hasSize(1);
    assertThat(risks(findings)).doesNotContain(Risk.EXPOSE);
  }

  /// It stays looser than declared, which is an error of this connection alone.
  @Test
  void lockedColumnThatShouldBeExcludedIsAnError() {
    Findings findings = compare("{public: {tables: {users: {columns: {id: {enabled: false}}}}}}");

    assertThat(findings.hasChanges()).isFalse();
    assertThat(findings.problems())
        .singleElement()
        .matches(problem -> problem.isError() && problem.message().contains("primary key"));
  }

  @Test
  void alignedSettingsLetThePolicyRuleWhatIsNotListed() {
    Findings findings =
        compare("unlisted: 'align'", "{public: {enabled: true, tables: {users: {enabled: true}}}}");

    assertThat(changes(findings))
        .containsExactlyInAnyOrder(
            "public.orders: enabled → excluded",
            "public.audit_2024: enabled → excluded",
            "public.audit_2025: enabled → excluded");
  }

  private Findings compare(String schemas) {
    return compare("unlisted: 'leave'", schemas);
  }

  private Findings compare(String field, String schemas) {
    Resource wanted =
        Bench.wanted(
            "schema-settings/orders",
            "{connector: 'ref:connector/orders@prod', " + field + ", schemas: " + schemas + "}");
    ids.put(Address.of("connector", "orders").inGroup("prod"), new RemoteId("some_id"));
    var live =
        new Live(
            "schema-settings",
            new RemoteId("some_id"),
            "some_id",
            "some_id",
            Values.mapping(LIVE),
            true);
    return DEFINITION.compare(wanted, live, ids, Intent.PLAIN);
  }

  private static List<String> changes(Findings findings) {
    return findings.fields().stream()
        .map(change -> change.path() + ": " + change.from() + " → " + change.to())
        .toList();
  }

  private static List<Risk> risks(Findings findings) {
    return findings.risks().stream().map(RiskFinding::risk).toList();
  }
}
