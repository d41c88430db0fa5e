package dev.ftctl.plan;

import static dev.ftctl.plan.Changes.connector;
import static dev.ftctl.plan.Changes.create;
import static dev.ftctl.plan.Changes.delete;
import static dev.ftctl.plan.Changes.destination;
import static dev.ftctl.plan.Changes.group;
import static dev.ftctl.plan.Changes.keep;
import static dev.ftctl.plan.Changes.live;
import static dev.ftctl.plan.Changes.liveConnection;
import static dev.ftctl.plan.Changes.liveDestination;
import static dev.ftctl.plan.Changes.liveGroup;
import static dev.ftctl.plan.Changes.replace;
import static dev.ftctl.plan.Changes.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.Action;
import dev.ftctl.kind.Step;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a plan says of itself, in which order, and what is left of it.
class PlanTest {

  private final Ids ids = new Ids();

  @Test
  void standsInTheOrderOfKindsThenOfAddresses() {
    Plan plan =
        Changes.plan(
            ids,
            create(settings()),
            create(connector()),
            create(destination("wh2", "prod")),
            create(destination("wh1", "prod")),
            create(group()));

    assertThat(addresses(plan))
        .containsExactly(
            "group/prod",
            "destination/wh1",
            "destination/wh2",
            "connector/orders@prod",
            "schema-settings/orders@prod");
  }

  @Test
  void listsWhatIsUnmanagedInTheOrderOfKindsThenOfLabels() {
    List<Live> unmanaged =
        List.of(
            live("webhook", "w1", "a", Map.of()),
            live("group", "g2", "z", Map.of()),
            live("group", "g3", "b", Map.of()));

    Plan plan = Changes.plan(ids, unmanaged);

    assertThat(plan.unmanaged()).extracting(Live::label).containsExactly("b", "z", "a");
  }

  @Test
  void countsChangesByWhatTheyDo() {
    Plan plan =
        Changes.plan(
            ids, create(group()), replace(connector()), keep(settings(), liveConnection()));

    assertThat(plan.count(Action.CREATE)).isEqualTo(1);
    assertThat(plan.count(Action.NONE)).isEqualTo(1);
    assertThat(plan.count(Action.DELETE)).isZero();
    assertThat(plan.blocked()).isEqualTo(1);
  }

  @Test
  void hasChangesUnlessAllStaysAsItIs() {
    assertThat(Changes.plan(ids, keep(group(), liveGroup())).hasChanges()).isFalse();
    assertThat(Changes.plan(ids, keep(group(), liveGroup()), create(connector())).hasChanges())
        .isTrue();
  }

  @Test
  void leavesOutWhatIsBlockedAndTheStepsThatWaitForIt() {
    Plan rest =
        Changes.plan(ids, replace(connector()), create(settings()), create(group()))
            .withoutBlocked();

    assertThat(addresses(rest)).containsExactly("group/prod", "schema-settings/orders@prod");
    assertThat(rest.waits().keySet())
        .extracting(Step::toString)
        .containsExactly("group/prod: create");
  }

  @Test
  void narrowedForgetsTheStepsOfTheRest() {
    Plan plan = Changes.plan(ids, create(connector()), create(group()));

    Plan narrowed = plan.only(Set.of(Address.of("connector", "orders").inGroup("prod")));

    assertThat(addresses(narrowed)).containsExactly("connector/orders@prod");
    assertThat(StepOrder.of(narrowed))
        .containsExactly(
            "connector/orders@prod: create",
            "connector/orders@prod: test",
            "connector/orders@prod: finish");
  }

  @Test
  void groupOfAConnectionThatStaysIsNotDeleted() {
    ids.put(Address.of("group", "prod"), new RemoteId("g1"));
    ids.put(Address.of("connector", "orders").inGroup("prod"), new RemoteId("c1"));

    Plan plan =
        Changes.plan(ids, delete("group/prod", liveGroup()), keep(connector(), liveConnection()));

    assertThat(plan.changes().getFirst().blocks())
        .extracting(PlannedChange.Block::reason)
        .containsExactly("still in use by connector/orders@prod");
  }

  @Test
  void groupGoesWithEverythingThatStandsOnIt() {
    ids.put(Address.of("group", "prod"), new RemoteId("g1"));
    ids.put(Address.of("destination", "wh"), new RemoteId("g1"));
    ids.put(Address.of("connector", "orders").inGroup("prod"), new RemoteId("c1"));

    Plan plan =
        Changes.plan(
            ids,
            delete("group/prod", liveGroup()),
            delete("destination/wh", liveDestination()),
            delete("connector/orders@prod", liveConnection()));

    assertThat(plan.isBlocked()).isFalse();
  }

  private static List<String> addresses(Plan plan) {
    return plan.changes().stream().map(planned -> planned.change().address().toString()).toList();
  }
}
