package dev.ftctl.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.kind.KindList;
import dev.ftctl.kinds.Kinds;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.testing.Damage;
import dev.ftctl.testing.Scale;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Valid manifests, damaged at random: whatever comes of it, reading ends with resources or with
/// problems that have places, never in another way. A failure prints the seed that repeats it.
final class MutatedManifestsTest {

  @Test
  void neverEndOtherwiseThanWithResourcesOrProblems() {
    long seed = Long.getLong("ftctl.test.seed", System.nanoTime());
    KindList kinds = Kinds.all(Catalog.bundled());

    for (int round = 0; round < Scale.of(500, 20_000); round++) {
      var random = new Random(seed + round);
      Map<String, byte[]> files = Damage.done(random);
      try {
        read(files, kinds);
      } catch (ManifestException wrong) {
        assertThat(wrong.problems())
            .as("seed %d", seed + round)
            .allMatch(problem -> problem.place().isKnown());
      } catch (UnknownPathException unmatched) {
        assertThat(unmatched.getMessage()).isNotEmpty();
      } catch (RuntimeException | StackOverflowError defect) {
        fail("-Dftctl.test.seed=" + (seed + round), defect);
      }
    }
  }

  @Test
  void areValidBeforeTheyAreDamaged() {
    assertThat(problems(Damage.none())).isEmpty();
  }

  private static List<Problem> problems(Map<String, byte[]> files) {
    try {
      read(files, Kinds.all(Catalog.bundled()));
      return List.of();
    } catch (ManifestException broken) {
      return broken.problems();
    }
  }

  private static void read(Map<String, byte[]> files, KindList kinds) {
    var request =
        new ReadRequest(
            new MemoryTree(files),
            "",
            List.of(),
            "",
            Map.of(),
            Map.of("PASSWORD", "pass-word"),
            Map.of(),
            List.of(),
            false,
            new Redaction(),
            Instant.EPOCH,
            false);
    Desired desired = Manifests.read(request, kinds);
    assertThat(desired.planned()).hasSameSizeAs(desired.resources());
  }
}
