package dev.ftctl.kind.access;

import static dev.ftctl.kind.table.Field.nested;
import static dev.ftctl.kind.table.Field.roles;
import static dev.ftctl.kind.table.Field.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.compare.Comparison;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.RoleScope;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Risk;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Values;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a manifest gives to a person, and what it takes away.
class AccessTest {

  private static final FieldTable TABLE =
      FieldTable.of(
          text("phone"),
          text("role"),
          nested("address", text("street")),
          Access.mode(),
          roles("groups", "group", false, RoleScope.DESTINATION),
          roles("connectors", "connector", true, RoleScope.CONNECTOR));

  @ParameterizedTest
  @CsvSource({
    "Account Analyst, Account Reviewer, role: Account Analyst becomes Account Reviewer",
    "Account Analyst, '', role: Account Analyst is taken away",
    "Account Reviewer, Account Analyst, ''",
    "'', Account Analyst, ''",
  })
  void lowerRoleIsARevocation(String before, String after, String why) {
    Findings findings = compare("{role: '" + after + "'}", "{role: '" + before + "'}");

    assertThat(findings.fields()).hasSize(1);
    assertThat(revoked(findings)).isEqualTo(why.isEmpty() ? List.of() : List.of(why));
  }

  @Test
  void lastAdministratorIsNotLowered() {
    Findings findings =
        compare("{role: 'Account Analyst'}", "{role: 'Account Administrator', '~last': true}");

    assertThat(findings.fields()).isEmpty();
    assertThat(findings.risks()).isEmpty();
    assertThat(findings.notes())
        .containsExactly(
            "role left alone: of today's Account Administrators this plan leaves none but ana");
  }

  @ParameterizedTest
  @CsvSource({
    "{role: 'Account Administrator'}, true",
    "{role: 'account administrator'; active: true}, true",
    "{role: 'Account Administrator'; active: false}, false",
    "{role: 'Account Analyst'}, false",
    "{}, false",
  })
  void whoMayAdministerTheAccount(String user, boolean may) {
    assertThat(Access.isAdministrator(Values.mapping(user.replace(';', ',')))).isEqualTo(may);
  }

  @ParameterizedTest
  @CsvSource({
    "{}, ''",
    "{'~owner': 'u1'}, left alone: ana owns the API key",
    "{'~owner': 'u2'}, ''",
    "{'~last': true}, left alone: of today's Account Administrators this plan leaves none but ana",
  })
  void whoIsNeverDeleted(String fields, String why) {
    var there = new Live("user", new RemoteId("u1"), "ana", "ana", Values.mapping(fields), true);

    assertThat(Access.lockOut(there).orElse("")).isEqualTo(why);
  }

  @Test
  void roleUnderItsOldNameNeedsNothing() {
    Findings findings =
        compare(
            "{phone: '1', groups: {'group/prod': 'Destination Administrator'}}",
            "{phone: '1', groups: {g1: 'Manage Destination'}}");

    assertThat(findings.fields()).isEmpty();
    assertThat(findings.unchanged()).isEqualTo(2);
  }

  @Test
  void otherFieldsStayAsTheyWereFound() {
    Findings findings = compare("{phone: '1', role: 'x'}", "{phone: '2', role: 'X'}");

    assertThat(findings.fields())
        .extracting(change -> change.path().toString())
        .containsExactly("phone");
    assertThat(findings.unchanged()).isEqualTo(1);
  }

  @Test
  void lowerMembershipIsARevocation() {
    Findings findings =
        compare("{groups: {prod: 'View Destination'}}", "{groups: {g1: 'Manage Destination'}}");

    assertThat(changed(findings)).containsExactly("groups.prod SET");
    assertThat(revoked(findings))
        .containsExactly("groups.prod: Manage Destination becomes View Destination");
  }

  @Test
  void higherMembershipIsNone() {
    Findings findings =
        compare("{groups: {prod: 'Manage Destination'}}", "{groups: {g1: 'View Destination'}}");

    assertThat(changed(findings)).containsExactly("groups.prod SET");
    assertThat(findings.risks())
        .containsExactly(new RiskFinding(Risk.GRANT, "becomes Manage Destination (groups.prod)"));
  }

  @Test
  void membershipThatACompleteBlockDoesNotNameGoes() {
    Findings findings = compare("{groups: {}}", "{groups: {g1: 'View Destination', g9: 'X'}}");

    assertThat(changed(findings)).containsExactly("groups.prod REMOVE", "groups.g9 REMOVE");
    assertThat(revoked(findings))
        .containsExactly(
            "groups.prod: View Destination is taken away", "groups.g9: X is taken away");
  }

  @Test
  void membershipThatAnAdditiveBlockDoesNotNameStays() {
    Findings findings =
        compare("{membership: 'additive', groups: {}}", "{groups: {g1: 'View Destination'}}");

    assertThat(findings.hasChanges()).isFalse();
    assertThat(findings.risks()).isEmpty();
  }

  @Test
  void blockThatIsNotSaidIsLeftAlone() {
    assertThat(compare("{}", "{groups: {g1: 'View Destination'}}").hasChanges()).isFalse();
  }

  @Test
  void membershipIsAddedByTheNameOfItsInstance() {
    Findings findings = compare("{connectors: {'orders@prod': 'View Connection'}}", "{}");

    assertThat(findings.fields())
        .extracting(change -> change.path().segments())
        .containsExactly(List.of("connectors", "orders@prod"));
    Findings known =
        compare(
            "{connectors: {'orders@prod': 'View Connection'}}",
            "{connectors: {c1: 'View Connection'}}");
    assertThat(known.hasChanges()).isFalse();
  }

  @Test
  void groupMayHaveAnAtSignInItsName() {
    Findings findings = compare("{groups: {'etl@night': 'X'}}", "{groups: {g2: 'X'}}");

    assertThat(findings.hasChanges()).isFalse();
  }

  @Test
  void objectThatIsNoBlockGivesNoAccess() {
    Findings findings = compare("{address: {street: 'a'}}", "{address: {street: 'a'}}");

    assertThat(findings.hasChanges()).isFalse();
  }

  @Test
  void membershipsAreReadByTheIdOfTheOtherSide() {
    var items =
        List.of(
            Values.mapping("{user_id: 'u1', role: 'Team Manager'}"),
            Values.mapping("{user_id: 'u2', role: 'Team Member'}"));

    assertThat(Access.read(items, "user_id"))
        .isEqualTo(Values.mapping("{u1: 'Team Manager', u2: 'Team Member'}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{id: 'g1'}", "{id: 'g1', role: null}", "{id: 'g1', role: ''}"})
  void itemWithoutARoleIsNoMembership(String shadow) {
    var items =
        List.of(Values.mapping(shadow), Values.mapping("{id: 'g2', role: 'View Destination'}"));

    assertThat(Access.read(items, "id")).isEqualTo(Values.mapping("{g2: 'View Destination'}"));
  }

  @ParameterizedTest
  @CsvSource({"role, '', true", "role, Account Reviewer, false", "phone, '', false"})
  void clearedRoleIsTakenByACallOfItsOwn(String field, String after, boolean takes) {
    FieldChange change =
        FieldChange.set(FieldPath.of(field), Value.text("before"), Value.text(after));

    assertThat(Access.takesRole(change)).isEqualTo(takes);
  }

  @Test
  void creationAddsMembershipsAndNothingElse() {
    Findings findings =
        Access.creation(Findings.NONE, TABLE, Values.mapping("{phone: '1', groups: {prod: 'X'}}"));

    assertThat(changed(findings)).containsExactly("groups.prod ADD");
  }

  @Test
  void ownUserOfTheKeyIsNeverLowered() {
    String live =
        "{'~owner': 'u1', role: 'Account Administrator', groups: {g1: 'Manage Destination'}}";

    Findings findings =
        compare("{role: 'Account Reviewer', groups: {prod: 'View Destination'}}", live);

    assertThat(findings.fields()).isEmpty();
    assertThat(findings.risks()).isEmpty();
    assertThat(findings.notes())
        .containsExactly(
            "role left alone: ana owns the API key",
            "groups.prod left alone: the API key's own user is never lowered");
  }

  @Test
  void ownUserOfTheKeyMayBeRaised() {
    Findings findings =
        compare(
            "{groups: {prod: 'Manage Destination'}}",
            "{'~owner': 'u1', groups: {g1: 'View Destination'}}");

    assertThat(changed(findings)).containsExactly("groups.prod SET");
  }

  private static Findings compare(String wanted, String live) {
    var ids = new Ids();
    ids.put(Address.of("group", "prod"), new RemoteId("g1"));
    ids.put(Address.of("group", "etl@night"), new RemoteId("g2"));
    ids.put(Address.of("connector", "orders").inGroup("prod"), new RemoteId("c1"));
    var there = new Live("user", new RemoteId("u1"), "ana", "ana", Values.mapping(live), true);
    Findings fields =
        Comparison.between(TABLE, Values.mapping(wanted), there.fields(), ids)
            .findings(Address.of("user", "ana"));
    return Access.compare(fields, TABLE, Values.mapping(wanted), there, ids);
  }

  private static List<String> changed(Findings findings) {
    return findings.fields().stream().map(change -> change.path() + " " + change.effect()).toList();
  }

  private static List<String> revoked(Findings findings) {
    assertThat(findings.risks()).allMatch(found -> found.risk() == Risk.REVOKE);
    return findings.risks().stream().map(RiskFinding::why).toList();
  }
}
