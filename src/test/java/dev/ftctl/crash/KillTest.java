package dev.ftctl.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.crash.Company.Ended;
import dev.ftctl.crash.Incident.Moment;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// `apply` in a process of its own, killed by SIGKILL at requests all along its way.
class KillTest {

  private static final int KILLS = 20;
  private static final int KILLED = 128 + 9;

  @Test
  void nextApplyEndsInTheSameAccountWhereverAnApplyWasKilled() throws Exception {
    Undisturbed undisturbed = Undisturbed.of(Scenario.EXAMPLES);
    List<Kill> kills =
        IntStream.range(0, KILLS)
            .mapToObj(
                nth -> new Kill(nth * undisturbed.requests() / KILLS, Moment.alternating(nth)))
            .toList();

    List<Disturbed> ends = Lanes.run(kills);

    assertThat(ends).hasSize(KILLS);
    assertThat(ends).extracting(end -> end.first().code()).containsOnly(KILLED);
    assertThat(ends).flatExtracting(end -> end.complaints(undisturbed)).isEmpty();
  }

  private record Kill(int index, Moment moment) implements Lanes.Trial {
    @Override
    public Disturbed on(Simulator simulator) throws IOException, InterruptedException {
      return Disturbed.applyAgain(
          Company.EXAMPLES, this.toString(), killedRun(simulator), simulator);
    }

    private Ended killedRun(Simulator simulator) throws IOException, InterruptedException {
      var victim = new CompletableFuture<Process>();
      var incident = new Incident(Incident.request(index), moment, gate -> killed(victim.join()));
      try (var gate = new Gate(simulator.url(), incident)) {
        Process process = Company.EXAMPLES.applying(gate.url(), 8);
        victim.complete(process);
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), text);
      }
    }

    /// Never lets the request pass: nobody waits for it any more. By its handle, since
    /// `Process.destroyForcibly` also closes the stream that another thread is reading.
    private static boolean killed(Process victim) {
      victim.toHandle().destroyForcibly();
      victim.onExit().join();
      return false;
    }

    @Override
    public String toString() {
      return "killed at request " + index + " " + moment;
    }
  }
}
