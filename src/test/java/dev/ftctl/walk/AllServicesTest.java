package dev.ftctl.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.apply.Outcome;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.kind.Action;
import dev.ftctl.model.Resource;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.PlannedChange;
import dev.ftctl.testing.AllServices;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import dev.ftctl.testing.SchemaCheck;
import dev.ftctl.testing.Written;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every service of the catalogue, from its scaffold to the simulator and back, all in one account.
final class AllServicesTest {

  /// One service in so many is tried in each build, all of them under `-Pdeep`.
  private static final int STEP = Scale.of(5, 1);

  private static final long SEED = 810L;

  /// Created, planned empty, everything that is no name changed, planned empty again.
  @Test
  void scaffoldsAreAppliedOnceAndNeedNothingAfterwards() {
    Resource[] wanted = Written.resources(AllServices.documents(SEED, STEP));
    Resource[] changed =
        Written.resources(
            AllServices.documents(SEED + STEP, STEP)
                .replace("sync_frequency: 360", "sync_frequency: 60"));
    try (var lab = new Lab().allowing("replace", "resync")) {
      requireDone(lab.apply(wanted));
      requireNothingToDo(lab, wanted);

      long patched = patched(lab, changed);
      requireDone(lab.apply(changed));
      requireNothingToDo(lab, changed);

      long connectors = of("connector", wanted);
      assertThat(connectors).isBetween(STEP == 1 ? 773L : 100L, 773L);
      assertThat(patched).isEqualTo(connectors);
    }
  }

  private static long of(String kind, Resource... wanted) {
    return Stream.of(wanted).filter(one -> one.address().kind().equals(kind)).count();
  }

  private static void requireDone(Outcomes outcomes) {
    assertThat(outcomes.outcomes())
        .as("seed %d", SEED)
        .filteredOn(
            outcome -> !(outcome instanceof Outcome.Done) && !(outcome instanceof Outcome.Waiting))
        .isEmpty();
  }

  private static void requireNothingToDo(Lab lab, Resource... wanted) {
    lab.forget();
    Plan after = lab.plan(wanted);

    assertThat(after.changes().stream().flatMap(planned -> differences(planned))).isEmpty();
    assertThat(lab.writes()).isEmpty();
  }

  /// How many connectors the plan changes by a PATCH.
  private static long patched(Lab lab, Resource... wanted) {
    return lab.plan(wanted).changes().stream()
        .filter(planned -> planned.change().action() == Action.UPDATE)
        .filter(planned -> planned.change().address().kind().equals("connector"))
        .count();
  }

  @Test
  void scaffoldsKeepToTheSchema() {
    var schema = new SchemaCheck("ftctl.schema.json");

    assertThat(SchemaCheck.documents(AllServices.documents(SEED, STEP)))
        .allSatisfy(document -> assertThat(schema.faults(document)).as("%s", document).isEmpty());
  }

  private static Stream<String> differences(PlannedChange planned) {
    return planned.change().findings().fields().stream()
        .map(field ->
            "%s: %s %s → %s"
                .formatted(
                    planned.change().address(),
                    field.path(),
                    field.before().display(),
                    field.after().display()));
  }
}
