package dev.ftctl.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Risk;
import dev.ftctl.model.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UserTest {

  private final Bench bench = new Bench();

  @BeforeEach
  void makeGroups() {
    for (String name : List.of("prod", "dev", "lab")) {
      bench.create(Bench.wanted("group/" + name, "{name: '" + name + "'}"));
    }
    bench.forgetRequests();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void livesFromCreationToDeletion() {
    Resource ana = ana("role: 'Account Reviewer', groups: {'group/prod': 'Destination Analyst'}");
    bench.create(ana);
    assertThat(bench.differences(ana)).isEmpty();

    bench.delete(ana);

    assertThat(bench.find(ana)).isEmpty();
  }

  @Test
  void isFoundWhateverTheCaseOfItsAddress() {
    bench.create(ana("role: 'Account Reviewer'"));

    assertThat(bench.find(Bench.wanted("user/ana", "{email: 'ANA@EXAMPLE.COM'}"))).isPresent();
  }

  @Test
  void patchesOnlyTheName() {
    bench.create(ana("role: 'Account Reviewer', phone: '1'"));
    Resource renamed =
        Bench.wanted("user/ana", "{email: 'ana@example.com', given_name: 'Anna', phone: null}");
    bench.forgetRequests();

    bench.update(renamed);

    assertThat(bench.writes())
        .singleElement()
        .asString()
        .endsWith(" {\"given_name\":\"Anna\",\"phone\":null}");
    assertThat(bench.differences(renamed)).isEmpty();
  }

  @Test
  void refusesToBeInvitedWithoutName() {
    Resource nameless = Bench.wanted("user/ana", "{email: 'ana@example.com'}");

    Findings findings = bench.kind(nameless).definition().creation(nameless, bench.ids());

    assertThat(findings.problems())
        .extracting(Problem::rule)
        .containsOnly("missing-field")
        .hasSize(2);
  }

  @Test
  void changesMembershipsOneCallEachRemovalsLast() {
    bench.create(
        ana("groups: {'group/prod': 'Manage Destination', 'group/dev': 'View Destination'}"));
    Resource moved =
        ana("groups: {'group/prod': 'View Destination', 'group/lab': 'Edit Destination'}");
    Findings findings = bench.compare(moved);
    assertThat(bench.differences(moved))
        .containsExactly(
            "groups.prod: \"Manage Destination\" → \"View Destination\"",
            "groups.lab: (not set) → \"Edit Destination\"",
            "groups.dev: \"View Destination\" → (not set)");
    assertThat(findings.risks())
        .extracting(RiskFinding::risk)
        .containsExactly(Risk.REVOKE, Risk.REVOKE);
    bench.forgetRequests();

    bench.update(moved);

    assertThat(bench.writes())
        .extracting(write -> write.substring(0, write.indexOf(' ')))
        .containsExactly("PATCH", "POST", "DELETE");
    assertThat(bench.differences(moved)).isEmpty();
  }

  @Test
  void onlyAddsWhenAdditive() {
    bench.create(ana("groups: {'group/dev': 'View Destination'}"));

    var differences =
        bench.differences(
            ana("membership: 'additive', groups: {'group/prod': 'View Destination'}"));

    assertThat(differences).containsExactly("groups.prod: (not set) → \"View Destination\"");
  }

  @Test
  void takesOldAndNewNamesOfARoleForOne() {
    bench.create(ana("groups: {'group/dev': 'Destination Analyst'}"));

    assertThat(bench.differences(ana("groups: {'group/dev': 'Edit Destination'}"))).isEmpty();
  }

  @Test
  void leavesBlocksAloneThatItDoesNotName() {
    bench.create(ana("groups: {'group/dev': 'Destination Analyst'}"));

    assertThat(bench.differences(ana("role: null"))).isEmpty();
  }

  @Test
  void groupsThatAnAccountRoleOpensAreNoMemberships() {
    Resource reviewer = ana("role: 'Account Reviewer', groups: {'group/prod': 'View Destination'}");
    bench.create(reviewer);

    Findings findings = bench.compare(reviewer);
    Findings less = bench.compare(ana("role: 'Account Reviewer', groups: {}"));

    assertThat(findings.hasChanges()).isFalse();
    assertThat(less.fields())
        .extracting(change -> change.path().toString())
        .containsExactly("groups.prod");
    assertThat(less.risks()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"before", "after"})
  void joinsAGroupThatTheAccountRoleOpensThoughTheAnswerIsLost(String moment) {
    bench.create(ana("role: 'Account Reviewer'"));
    Resource member = ana("role: 'Account Reviewer', groups: {'group/prod': 'View Destination'}");
    bench.faults(
        "[{'match': {'method': 'POST', 'path': '/groups', 'times': 1}, 'then': {'drop': '"
            + moment
            + "'}}]");

    bench.update(member);

    assertThat(bench.differences(member)).isEmpty();
  }

  @Test
  void losesItsAccountRoleByACallOfItsOwn() {
    bench.create(ana("role: 'Account Analyst'"));
    Resource plain = ana("role: null");
    assertThat(bench.compare(plain).risks()).hasSize(1);
    bench.forgetRequests();

    bench.update(plain);

    assertThat(bench.writes()).singleElement().asString().startsWith("DELETE").endsWith("/role");
    assertThat(bench.differences(plain)).isEmpty();
  }

  @Test
  void leavesTheOwnerOfTheKeyAlone() {
    Resource owner =
        Bench.wanted(
            "user/owner@sandbox.test",
            "{email: 'owner@sandbox.test', role: 'Account Reviewer', groups: {}}");

    Findings findings = bench.compare(owner);

    assertThat(findings.fields()).isEmpty();
    assertThat(findings.risks()).isEmpty();
    assertThat(findings.notes()).anyMatch(note -> note.contains("API key"));
    assertThat(bench.delete(owner)).isInstanceOf(StepResult.Done.class);
    assertThat(bench.find(owner)).isPresent();
  }

  private static Resource ana(String more) {
    return Bench.wanted(
        "user/ana@example.com",
        "{email: 'Ana@example.com', given_name: 'Ana', family_name: 'Ruiz', " + more + "}");
  }
}
