package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Damage;
import dev.ftctl.testing.Scale;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Valid manifests, damaged at random, through the command line: each run is valid or tells what
/// isn't, and soon. A failure prints the seed that repeats it.
class MutationsTest {

  private static final String STACK_TRACE = "(?s).*(\\.java:\\d+\\)|\\tat |Exception).*";

  /// What one run may compute, whatever else the machine does.
  private static final Duration LONGEST = Duration.ofSeconds(1);

  /// What one run may wait, on a machine that does five times as much besides.
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @TempDir Path folder;

  @Test
  void endValidOrTold() {
    long seed = Long.getLong("ftctl.test.seed", System.nanoTime());
    var workspace = new Workspace(folder).with("PASSWORD", "pass-word");
    var slowest = Duration.ZERO;
    var longestWait = Duration.ZERO;
    long slowestSeed = seed;

    for (int round = 0; round < Scale.of(500, 100_000); round++) {
      Map<String, byte[]> files = Damage.done(new Random(seed + round));
      files.forEach(workspace::file);
      long start = System.nanoTime();
      long computed = THREADS.getCurrentThreadCpuTime();
      Ran ran = workspace.run("validate");
      var taken = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - computed);
      var waited = Duration.ofNanos(System.nanoTime() - start);

      assertThat(ran.code()).as("-Dftctl.test.seed=%d %s", seed + round, ran).isIn(0, 65);
      assertThat(ran.all()).as("-Dftctl.test.seed=%d", seed + round).doesNotMatch(STACK_TRACE);
      if (round > 0 && taken.compareTo(slowest) > 0) {
        slowest = taken;
        slowestSeed = seed + round;
      }
      if (round > 0 && waited.compareTo(longestWait) > 0) {
        longestWait = waited;
      }
    }

    assertThat(slowest).as("slowest, -Dftctl.test.seed=%d", slowestSeed).isLessThan(LONGEST);
    assertThat(longestWait).isLessThan(LONGEST_WAIT);
  }
}
