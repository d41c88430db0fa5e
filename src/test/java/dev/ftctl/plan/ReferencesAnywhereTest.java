package dev.ftctl.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.diff.Diff;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.References;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.testing.Parcels;
import dev.ftctl.testing.Scale;
import dev.ftctl.testing.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The order that references in lists and in objects ask for, also among resources of one kind.
final class ReferencesAnywhereTest {

  private final Ids ids = new Ids();

  static LongStream seeds() {
    return LongStream.range(0, Scale.of(300, 10_000));
  }

  @Test
  void waitForTheCreationOfWhatTheyMean() {
    Change parcel =
        create(
            "p",
            "{connectors: ['ref:connector/orders@prod'],"
                + " route: {depot: 'ref:group/prod', detour: {over: ['ref:parcel/q']}}}");

    Plan plan =
        plan(
            parcel,
            create("q", "{}"),
            Changes.create(Changes.group()),
            Changes.create(Changes.connector()));

    assertThat(StepOrder.of(plan))
        .containsSubsequence("connector/orders@prod: finish", "parcel/p: create")
        .containsSubsequence("group/prod: create", "parcel/p: create")
        .containsSubsequence("parcel/q: create", "parcel/p: create");
  }

  @Test
  void orderResourcesOfOneKind() {
    Plan plan =
        plan(
            create("a", "{after: ['ref:parcel/c']}"),
            create("b", "{stops: [{place: 'x', with: ['ref:parcel/a']}]}"),
            create("c", "{}"));

    assertThat(StepOrder.of(plan))
        .containsExactly("parcel/c: create", "parcel/a: create", "parcel/b: create");
  }

  @Test
  void goBeforeWhatTheyMean() {
    know("a", "b", "c");

    Plan plan =
        plan(
            delete("a", "{}"),
            delete("b", "{after_ids: ['id of a']}"),
            delete("c", "{route: {detour: {over_ids: ['id of b']}}}"));

    assertThat(StepOrder.of(plan))
        .containsExactly("parcel/c: delete", "parcel/b: delete", "parcel/a: delete");
  }

  /// People can tie such a knot in the account; no manifest says it.
  @Test
  void inACircleOfTheAccountGoInAnyOrder() {
    know("a", "b", "c", "d");

    Plan plan =
        plan(
            delete("a", "{after_ids: ['id of b']}"),
            delete("b", "{after_ids: ['id of c']}"),
            delete("c", "{after_ids: ['id of a', 'id of c']}"),
            delete("d", "{after_ids: ['id of a']}"));

    assertThat(StepOrder.of(plan))
        .hasSize(4)
        .containsSubsequence("parcel/d: delete", "parcel/a: delete");
  }

  @Test
  void keepWhatTheyMeanInTheAccount() {
    know("a", "b");

    Plan plan = plan(delete("a", "{}"), update("b", "{name: 'b'}", "{after_ids: ['id of a']}"));

    assertThat(blocks(plan)).containsExactly("still in use by parcel/b");
  }

  @Test
  void thatAreTakenOutLetWhatTheyMeantGoAfterwards() {
    know("a", "b");

    Plan plan = plan(delete("a", "{}"), update("b", "{after: []}", "{after_ids: ['id of a']}"));

    assertThat(blocks(plan)).isEmpty();
    assertThat(StepOrder.of(plan)).containsExactly("parcel/b: update", "parcel/a: delete");
  }

  @Test
  void thatAreTakenOutOfOnePlaceOnlyStillKeepWhatTheyMean() {
    know("a", "b");

    Plan plan =
        plan(
            delete("a", "{}"),
            update(
                "b", "{after: []}", "{after_ids: ['id of a'], stops: [{with_ids: ['id of a']}]}"));

    assertThat(blocks(plan)).containsExactly("still in use by parcel/b");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void orderWhateverHasNoCircle(long seed) {
    var random = new SplittableRandom(seed);
    int size = 2 + random.nextInt(8);
    var changes = new ArrayList<Change>();
    for (int i = 0; i < size; i++) {
      changes.add(create("p" + i, "{%s}".formatted(references(random, i))));
    }

    Plan plan = plan(changes.toArray(Change[]::new));

    List<String> order = StepOrder.of(plan);
    for (PlannedChange planned : plan.changes()) {
      Resource wanted = ((Change.Create) planned.change()).wanted();
      References.of(wanted, definition())
          .forEach(found ->
              assertThat(order)
                  .containsSubsequence(found.target() + ": create", wanted.address() + ": create"));
    }
  }

  private static String references(SplittableRandom random, int below) {
    if (below == 0) {
      return "";
    }
    String one = "'ref:parcel/p" + random.nextInt(below) + "'";
    String other = "'ref:parcel/p" + random.nextInt(below) + "'";
    return switch (random.nextInt(4)) {
      case 0 -> "after: [" + one + ", " + other + "]";
      case 1 -> "route: {detour: {over: [" + one + "]}}, after: [" + other + "]";
      case 2 -> "stops: [{place: 'x', with: [" + one + "]}, {place: 'y', with: [" + other + "]}]";
      default -> "";
    };
  }

  private void know(String... names) {
    Arrays.stream(names)
        .forEach(name -> ids.put(Address.of("parcel", name), new RemoteId("id of " + name)));
  }

  private Plan plan(Change... changes) {
    var diff = new Diff(List.of(changes), List.of(), ids, Intent.PLAIN, java.util.Set.of());
    return Planner.order(diff, Guards.USUAL, Changes.HEADER, Parcels.KINDS);
  }

  private static List<String> blocks(Plan plan) {
    return plan.changes().stream()
        .flatMap(planned -> planned.blocks().stream())
        .map(PlannedChange.Block::reason)
        .toList();
  }

  private static Change create(String name, String spec) {
    return Changes.create(wanted(name, spec));
  }

  private static Change update(String name, String spec, String live) {
    return Changes.update(wanted(name, spec), live(name, live));
  }

  private static Change delete(String name, String live) {
    return new Change.Delete(
        Address.of("parcel", name),
        live(name, live),
        SourceLocation.NONE,
        "absent: true",
        Findings.NONE);
  }

  private static Resource wanted(String name, String spec) {
    return new Resource(
        Address.of("parcel", name),
        Metadata.named(name),
        Values.mapping(spec),
        SourceLocation.of("m.yaml", 1, 1));
  }

  private static Live live(String name, String fields) {
    return new Live(
        "parcel", new RemoteId("id of " + name), name, name, Values.mapping(fields), true);
  }

  private static KindDefinition definition() {
    return Parcels.KINDS.ofSlug("parcel").definition();
  }
}
