package dev.ftctl.plan;

import static dev.ftctl.plan.Changes.connector;
import static dev.ftctl.plan.Changes.create;
import static dev.ftctl.plan.Changes.delete;
import static dev.ftctl.plan.Changes.group;
import static dev.ftctl.plan.Changes.liveConnection;
import static dev.ftctl.plan.Changes.liveGroup;
import static dev.ftctl.plan.Changes.replace;
import static dev.ftctl.plan.Changes.settings;
import static dev.ftctl.plan.Changes.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.diff.Diff;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.model.Allowance;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Protection;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Risk;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Wanted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private static final Plan.Header HEADER =
      new Plan.Header("acme", "acc", "", 1, 1, Part.WHOLE, "d");

  private final Ids ids = new Ids();

  @Test
  void partRunsBetweenTheCreationOfItsOwnerAndTheUnpausing() {
    Plan plan = plan(create(connector()), create(settings()));

    assertThat(StepOrder.of(plan))
        .containsExactly(
            "connector/orders@prod: create",
            "connector/orders@prod: test",
            "schema-settings/orders@prod: create",
            "connector/orders@prod: finish");
  }

  @Test
  void destinationComesBeforeTheConnectionsOfItsGroup() {
    Resource destination =
        Wanted.of("destination/wh", Map.of("group", "prod", "service", "snowflake"));

    Plan plan = plan(create(connector()), create(destination), create(group()));

    assertThat(StepOrder.of(plan).subList(0, 3))
        .containsExactly(
            "group/prod: create", "destination/wh: create", "connector/orders@prod: create");
  }

  @Test
  void deletesConnectionsBeforeTheirGroup() {
    ids.put(Address.of("group", "prod"), new RemoteId("g1"));
    ids.put(Address.of("connector", "orders").inGroup("prod"), new RemoteId("c1"));

    Plan plan =
        plan(delete("group/prod", liveGroup()), delete("connector/orders@prod", liveConnection()));

    assertThat(StepOrder.of(plan))
        .containsExactly("connector/orders@prod: delete", "group/prod: delete");
  }

  @Test
  void groupThatIsStillInUseIsNotDeleted() {
    ids.put(Address.of("group", "prod"), new RemoteId("g1"));
    var diff =
        new Diff(
            List.of(delete("group/prod", liveGroup())),
            List.of(liveConnection()),
            ids,
            Intent.PLAIN,
            java.util.Set.of());

    Plan plan = Planner.order(diff, Guards.USUAL, HEADER, Wanted.KINDS);

    assertThat(plan.changes().getFirst().blocks().getFirst().reason())
        .isEqualTo("still in use by connector/orders@prod");
  }

  @Test
  void fiveDeletionsAreAllowedAndSixBlockTheWholePlan() {
    Plan five = plan(deletions(5));
    Plan six = plan(deletions(6));

    assertThat(five.isBlocked()).isFalse();
    assertThat(six.isBlocked()).isTrue();
    assertThat(six.notices().getFirst().message()).contains("6 deletions").contains("at most 5");
  }

  @Test
  void pruneIsBlockedUntilDeleteIsAllowed() {
    Change pruned =
        new Change.Delete(
            Address.of("group", "old"), liveGroup(), SourceLocation.NONE, "--prune", Findings.NONE);

    assertThat(plan(Guards.USUAL, pruned).isBlocked()).isTrue();
    assertThat(plan(allowing("delete"), pruned).isBlocked()).isFalse();
  }

  @Test
  void replacementIsBlockedAndNamesTheFlagThatAllowsIt() {
    Plan plan = plan(Guards.USUAL, replace(connector()));

    assertThat(plan.changes().getFirst().blocks().getFirst().fix())
        .isEqualTo("allow it with --allow replace:connector/orders@prod");
    assertThat(plan(allowing("replace:connector/orders@*"), replace(connector())).isBlocked())
        .isFalse();
    assertThat(plan(allowing("replace:connector/other@*"), replace(connector())).isBlocked())
        .isTrue();
  }

  @Test
  void protectionBeatsWhatIsAllowed() {
    Plan plan = plan(allowing("replace"), replace(Wanted.shielded(connector())));

    assertThat(plan.changes().getFirst().blocks().getFirst().reason()).contains("protected");
  }

  @Test
  void everyRiskIsJudged() {
    for (Risk risk : List.of(Risk.EXPOSE, Risk.HISTORY, Risk.DUPLICATE)) {
      Change change = update(new RiskFinding(risk, "why"));

      assertThat(plan(Guards.USUAL, change).isBlocked()).as("%s", risk).isTrue();
      assertThat(plan(allowing(risk.flag()), change).isBlocked()).as("%s", risk).isFalse();
    }
    for (Risk risk : List.of(Risk.RESYNC, Risk.REVOKE)) {
      assertThat(plan(Guards.USUAL, update(new RiskFinding(risk, ""))).isBlocked())
          .as("%s", risk)
          .isFalse();
    }
  }

  @Test
  void savedPlanIsStaleWhenAChangeDiffersAndOnlyThen() {
    SavedPlan saved =
        SavedPlan.of(plan(create(group())), Wanted.KINDS, List.of("manifests"), "1.2.0");

    assertThat(saved.differences(plan(create(group())), Wanted.KINDS, "1.9.1")).isEmpty();
    assertThat(saved.differences(plan(create(group()), create(connector())), Wanted.KINDS, "1.2.0"))
        .isEmpty();
    assertThat(saved.differences(plan(create(connector())), Wanted.KINDS, "1.2.0"))
        .containsExactly("group/prod needs no change any more");
    assertThat(saved.differences(plan(create(group())), Wanted.KINDS, "2.0.0"))
        .containsExactly("ftctl's major version was '1' and is '2'");
    assertThat(saved.within(plan(create(group()), create(connector()))).changes()).hasSize(1);
  }

  private Plan plan(Change... changes) {
    return plan(Guards.USUAL, changes);
  }

  private Plan plan(Guards guards, Change... changes) {
    return Planner.order(
        new Diff(Arrays.asList(changes), List.of(), ids, Intent.PLAIN, java.util.Set.of()),
        guards,
        HEADER,
        Wanted.KINDS);
  }

  private static Guards allowing(String risk) {
    return new Guards(List.of(Allowance.parse(risk).orElseThrow()), Map.of(), Protection.NONE);
  }

  private static Change[] deletions(int count) {
    var all = new ArrayList<Change>();
    IntStream.range(0, count).forEach(i -> all.add(delete("webhook/hook" + i, hook(i))));
    return all.toArray(Change[]::new);
  }

  private static Live hook(int i) {
    return new Live("webhook", new RemoteId("w" + i), "k" + i, "w" + i, Value.Mapping.EMPTY, true);
  }
}
