package dev.ftctl.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.apply.Outcome;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.WorkingTree;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.plan.Plan;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Wanted;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `examples/manifests`, from the files to the simulator and back.
class ExampleCompanyTest {

  @Test
  void appliesOnceAndNeedsNothingAfterwards() {
    Resource[] company = company();
    try (var lab = new Lab()) {
      Outcomes outcomes = lab.apply(company);
      lab.forget();

      Plan after = lab.plan(company);

      assertThat(outcomes.outcomes())
          .hasSizeGreaterThan(company.length)
          .filteredOn(outcome ->
              !(outcome instanceof Outcome.Done) && !(outcome instanceof Outcome.Waiting))
          .isEmpty();
      assertThat(after.changes())
          .filteredOn(planned -> planned.change().findings().hasChanges())
          .isEmpty();
      assertThat(lab.writes()).isEmpty();
    }
  }

  private static Resource[] company() {
    var request =
        ReadRequest.plain(
            new WorkingTree(Path.of("")),
            List.of("examples/manifests"),
            new Redaction(),
            Instant.EPOCH);
    try {
      return Manifests.read(request, Wanted.KINDS).resources().toArray(Resource[]::new);
    } catch (ManifestException wrong) {
      throw new AssertionError(wrong.problems().toString(), wrong);
    }
  }
}
