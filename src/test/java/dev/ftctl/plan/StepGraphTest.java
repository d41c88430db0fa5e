package dev.ftctl.plan;

import static dev.ftctl.plan.Changes.connector;
import static dev.ftctl.plan.Changes.create;
import static dev.ftctl.plan.Changes.delete;
import static dev.ftctl.plan.Changes.destination;
import static dev.ftctl.plan.Changes.followUp;
import static dev.ftctl.plan.Changes.group;
import static dev.ftctl.plan.Changes.keep;
import static dev.ftctl.plan.Changes.live;
import static dev.ftctl.plan.Changes.liveConnection;
import static dev.ftctl.plan.Changes.liveDestination;
import static dev.ftctl.plan.Changes.liveGroup;
import static dev.ftctl.plan.Changes.replace;
import static dev.ftctl.plan.Changes.settings;
import static dev.ftctl.plan.Changes.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.Step;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.testing.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which step waits for which: every edge that has to be, and none besides.
class StepGraphTest {

  private final Ids ids = new Ids();

  static Stream<Change> changesOfAConnection() {
    return Stream.of(
        create(connector()),
        update(connector(), liveConnection()),
        replace(connector()),
        followUp(connector(), liveConnection()));
  }

  @ParameterizedTest
  @MethodSource("changesOfAConnection")
  void whateverIsDoneToAConnectionWaitsForItsGroup(Change change) {
    assertThat(waits(change, create(group())).get(first(change)))
        .containsExactly("group/prod: create");
  }

  static Stream<Change> changesOfADestination() {
    Resource wanted = destination("wh", "prod");
    return Stream.of(
        create(wanted),
        update(wanted, liveDestination()),
        replace(wanted, liveDestination()),
        followUp(wanted, liveDestination()));
  }

  @ParameterizedTest
  @MethodSource("changesOfADestination")
  void connectionWaitsForTheDestinationOfItsGroup(Change change) {
    assertThat(waits(create(connector()), change).get("connector/orders@prod: create"))
        .containsExactly(first(change));
  }

  @Test
  void connectionWaitsForNoDestinationOfAnotherGroup() {
    Map<String, Set<String>> waits =
        waits(create(connector()), create(destination("other", "dev")));

    assertThat(waits.get("connector/orders@prod: create")).isEmpty();
  }

  @Test
  void connectionWaitsForNoDestinationThatGoes() {
    Map<String, Set<String>> waits =
        waits(update(connector(), liveConnection()), delete("destination/wh", liveDestination()));

    assertThat(waits.get("connector/orders@prod: update")).isEmpty();
  }

  @Test
  void connectionOfNoGroupWaitsForNoDestination() {
    Resource groupless = Wanted.of("connector/lost@prod", Map.of("service", "postgres"));
    Resource nowhere = Wanted.of("destination/wh", Map.of("service", "snowflake"));

    assertThat(waits(create(groupless), create(nowhere)).get("connector/lost@prod: create"))
        .isEmpty();
  }

  @Test
  void memberWaitsForAllOfWhatItJoins() {
    Resource user =
        Wanted.of(
            "user/ana@example.com",
            Map.of("connectors", Map.of("connector/orders@prod", "View Connection")));

    Map<String, Set<String>> waits = waits(create(user), create(connector()));

    assertThat(waits.get("user/ana@example.com: create"))
        .containsExactly("connector/orders@prod: finish");
  }

  @Test
  void partRunsAfterTheTestsAndBeforeTheFinishOfItsOwner() {
    Map<String, Set<String>> waits = waits(create(settings()), create(connector()));

    assertThat(waits.get("schema-settings/orders@prod: create"))
        .containsExactly("connector/orders@prod: test");
    assertThat(waits.get("connector/orders@prod: finish"))
        .containsExactlyInAnyOrder(
            "connector/orders@prod: test", "schema-settings/orders@prod: create");
  }

  @Test
  void whatStaysAsItIsWaitsForNothingAndNothingWaitsForIt() {
    Map<String, Set<String>> waits =
        waits(keep(connector(), liveConnection()), keep(group(), liveGroup()), create(settings()));

    assertThat(waits).containsExactly(Map.entry("schema-settings/orders@prod: create", Set.of()));
  }

  @Test
  void nothingWaitsForTheDeletionOfWhatItRefersTo() {
    Map<String, Set<String>> waits =
        waits(update(connector(), liveConnection()), delete("group/prod", liveGroup()));

    assertThat(waits.get("connector/orders@prod: update")).isEmpty();
    assertThat(waits.get("group/prod: delete")).isEmpty();
  }

  @Test
  void groupGoesAfterTheConnectionsAndTheDestinationThatStandOnIt() {
    know("group/prod", "g1");
    know("destination/wh", "g1");
    ids.put(Address.of("connector", "orders").inGroup("prod"), new RemoteId("c1"));

    Map<String, Set<String>> waits =
        waits(
            delete("group/prod", liveGroup()),
            delete("destination/wh", liveDestination()),
            delete("connector/orders@prod", liveConnection()));

    assertThat(waits)
        .isEqualTo(
            Map.of(
                "connector/orders@prod: delete",
                Set.of(),
                "destination/wh: delete",
                Set.of("connector/orders@prod: delete"),
                "group/prod: delete",
                Set.of("destination/wh: delete", "connector/orders@prod: delete")));
  }

  @Test
  void connectionGoesAfterThoseWhoLeaveIt() {
    ids.put(Address.of("connector", "orders").inGroup("prod"), new RemoteId("c1"));
    Live member =
        live(
            "user", "u1", "ana@example.com", Map.of("connectors", Map.of("c1", "View Connection")));
    Resource alone = Wanted.of("user/ana@example.com", Map.of("connectors", Map.of()));

    Map<String, Set<String>> waits =
        waits(delete("connector/orders@prod", liveConnection()), update(alone, member));

    assertThat(waits.get("connector/orders@prod: delete"))
        .containsExactly("user/ana@example.com: update");
  }

  /// Its schema settings go with a connection: their deletion has no step.
  @Test
  void deletionWithoutAStepIsWaitedForByNothing() {
    know("group/prod", "g1");
    Live settings = live("schema-settings", "c1", "orders", Map.of());

    Map<String, Set<String>> waits =
        waits(delete("group/prod", liveGroup()), delete("schema-settings/orders", settings));

    assertThat(waits).isEqualTo(Map.of("group/prod: delete", Set.of()));
  }

  private void know(String address, String id) {
    ids.put(Address.parse(address, slug -> false).orElseThrow(), new RemoteId(id));
  }

  private Map<String, Set<String>> waits(Change... changes) {
    return Changes.plan(ids, changes).waits().entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().toString(),
                entry ->
                    entry.getValue().stream().map(Step::toString).collect(Collectors.toSet())));
  }

  private String first(Change change) {
    List<Step> steps = Changes.plan(ids, change).changes().getFirst().steps();
    return steps.getFirst().toString();
  }
}
