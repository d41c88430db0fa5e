package dev.ftctl.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.crash.Company.Ended;
import dev.ftctl.crash.Incident.Moment;
import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `apply` in a process of its own, killed by SIGKILL at requests all along its way.
class KillTest {

  private static final int KILLED = 128 + 9;

  @TempDir static Path folder;

  /// The example company in each build; under `-Pdeep` every scenario.
  static Stream<Scenario> scenarios() {
    Stream<Scenario> small = Scenarios.in(folder).stream();
    return Stream.concat(Stream.of(Scenario.EXAMPLES), small.limit(Scale.of(0, Integer.MAX_VALUE)));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void nextApplyEndsInTheSameAccountWhereverAnApplyWasKilled(Scenario scenario) throws Exception {
    Undisturbed undisturbed = Undisturbed.of(scenario);
    int many = scenario.equals(Scenario.EXAMPLES) ? Scale.of(3, 20) : 6;
    List<Kill> kills =
        IntStream.range(0, many)
            .mapToObj(nth -> Kill.ofSome(scenario, undisturbed, nth, many))
            .toList();

    List<Disturbed> ends = Lanes.run(Lanes.MOSTLY_WORKING, kills);

    assertThat(ends).hasSize(many);
    assertThat(ends).extracting(end -> end.first().code()).containsOnly(KILLED);
    assertThat(ends).flatExtracting(end -> end.complaints(undisturbed)).isEmpty();
  }

  private record Kill(Scenario scenario, Undisturbed undisturbed, int index, Moment moment)
      implements Lanes.Trial {

    /// The nth of so many, spread over all requests.
    static Kill ofSome(Scenario scenario, Undisturbed undisturbed, int nth, int many) {
      int index = nth * undisturbed.requests() / many;
      return new Kill(scenario, undisturbed, index, Moment.alternating(nth));
    }

    @Override
    public Disturbed on(Simulator simulator) throws IOException, InterruptedException {
      simulator.replaceAccount(undisturbed.start());
      Company wanted = scenario.wanted().alone();
      Ended first = killedRun(simulator, wanted);
      return Disturbed.applyAgain(wanted, this.toString(), first, simulator);
    }

    private Ended killedRun(Simulator simulator, Company wanted)
        throws IOException, InterruptedException {
      var victim = new CompletableFuture<Process>();
      var incident = new Incident(Incident.request(index), moment, gate -> killed(victim.join()));
      try (var gate = new Gate(simulator.url(), incident)) {
        Process process = wanted.applying(gate.url(), 8);
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
      return scenario + ": killed at request " + index + " " + moment;
    }
  }
}
