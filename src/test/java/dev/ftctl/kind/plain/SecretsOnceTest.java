package dev.ftctl.kind.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.handout.Handouts;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.testing.Scale;
import dev.ftctl.testing.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/// What is told once is told to one place: whatever fails of the sink, the reserve, the calls and
/// the run itself, the next run leaves one object of which the sink has what is in force, and no
/// other file has any of it.
class SecretsOnceTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261202);

  /// In memory where there is such a place: each value is forced to the disk several times.
  static final class InMemory implements TempDirFactory {
    private static final Path PLACE = Path.of("/dev/shm");

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
        throws IOException {
      return Files.isWritable(PLACE)
          ? Files.createTempDirectory(PLACE, "ftctl")
          : Files.createTempDirectory("ftctl");
    }
  }

  @TempDir(factory = InMemory.class)
  Path folder;

  @Test
  void eachSecretComesToItsSinkAndToNobodyElse() throws Exception {
    for (int number = 0; number < Scale.of(500, 10_000); number++) {
      long seed = SEED + number;
      Path home = Files.createDirectory(folder.resolve(Integer.toString(number)));
      var told = new ToldOnce(home, new Random(seed), "-Dftctl.test.seed=" + seed);
      told.firstRun();
      told.nextRun();
      told.assertSettled();
    }
  }

  /// Only `rotation`, a flag or the time has them made anew.
  @Test
  void noEditOfFieldsHasThemMadeAnew() {
    KindDefinition keys = Wanted.KINDS.ofSlug("system-key").definition();
    var random = new Random(SEED);
    Live live = ToldOnce.key();
    for (int number = 0; number < Scale.of(500, 10_000); number++) {
      Resource wanted =
          Wanted.of(
              "system-key/ci",
              Map.of(
                  "name", random.nextBoolean() ? "ci" : "other",
                  "expiration_period", random.nextBoolean() ? "ONE_WEEK" : "INFINITE"));
      Findings findings = keys.compare(wanted, live, new Ids(), ToldOnce.intent(Handouts.NONE));

      var change = new Change.Update(wanted, live, findings, false);
      assertThat(ToldSecrets.tells(change)).as("%s", findings).isFalse();
    }
  }
}
