package dev.ftctl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.crash.Company.Ended;
import dev.ftctl.crash.Incident.Moment;
import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One request of an apply gets a bad answer, or none, or is its last: the run settles that itself,
/// or says that it did not and leaves it to the next one. Each fault, at each request, in each
/// scenario.
class FaultMatrixTest {

  /// Scenarios of each build; all of them under `-Pdeep`.
  private static final int USUAL = 3;

  private static final int SCENARIOS = 24;

  private static final SequencedMap<String, String> FAULTS =
      new TreeMap<>(
          Map.of(
              "429", "{\"status\": 429, \"retryAfter\": 0}",
              "500 before the commit", "{\"status\": 500}",
              "500 after the commit", "{\"status\": 500, \"commit\": true}",
              "502 with a page", "{\"status\": 502, \"html\": \"<h1>Bad gateway</h1>\"}",
              "dropped before the commit", "{\"drop\": \"before\"}",
              "dropped after the commit", "{\"drop\": \"after\"}",
              "torn body", "{\"tornBody\": true}"));

  /// No answer in time, though the request was carried out.
  private static final String STALLED = "{\"stallMillis\": 1500}";

  private static final String SHORT = "--timeout=1s";

  @TempDir private Path folder;

  static Stream<Integer> numbers() {
    return IntStream.range(0, Scale.of(USUAL, SCENARIOS)).boxed();
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void applyConvergesAndNeverClaimsWhatIsNotThere(int number) throws Exception {
    Scenario scenario = Scenarios.in(folder).get(number);
    Undisturbed undisturbed = Undisturbed.of(scenario);
    var trials = new ArrayList<Trial>();
    for (int index = 0; index < undisturbed.requests(); index++) {
      for (Map.Entry<String, String> fault : FAULTS.entrySet()) {
        trials.add(new Trouble(scenario, undisturbed, fault.getKey(), fault.getValue(), index));
      }
      trials.add(new Abort(scenario, undisturbed, index, Moment.BEFORE));
      trials.add(new Abort(scenario, undisturbed, index, Moment.AFTER));
    }

    requireConverged(scenario, undisturbed, trials);
  }

  /// Takes its seconds each, so that a build does it for some of the requests.
  @ParameterizedTest
  @MethodSource("numbers")
  void applyThatHearsNothingInTimeConverges(int number) throws Exception {
    Scenario scenario = Scenarios.in(folder).get(number);
    Undisturbed undisturbed = Undisturbed.of(scenario);
    int trials = Scale.of(4, undisturbed.requests());
    List<Trouble> stalls =
        IntStream.range(0, trials)
            .map(trial -> (trial + 1) * undisturbed.requests() / trials - 1)
            .mapToObj(index -> new Trouble(scenario, undisturbed, "stalled", STALLED, index))
            .toList();

    requireConverged(scenario, undisturbed, stalls);
  }

  @ParameterizedTest
  @ValueSource(ints = SCENARIOS)
  void allScenariosAreThere(int many) {
    assertThat(Scenarios.in(folder)).hasSize(many);
  }

  private static void requireConverged(
      Scenario scenario, Undisturbed undisturbed, List<? extends Trial> trials) throws Exception {
    List<Disturbed> ends = Lanes.run(trials);

    assertThat(ends).as(scenario.name()).hasSameSizeAs(trials).isNotEmpty();
    assertThat(ends).flatExtracting(end -> end.complaints(undisturbed)).isEmpty();
    assertThat(ends).extracting(end -> end.first().code()).isSubsetOf(0, 1, 5, 69, 77);
  }

  private interface Trial extends Lanes.Trial {}

  private record Trouble(
      Scenario scenario, Undisturbed undisturbed, String name, String then, int index)
      implements Trial {
    @Override
    public Disturbed on(Simulator simulator) {
      simulator.replaceAccount(undisturbed.start());
      simulator.faults("{\"match\": {\"nth\": " + (index + 1) + "}, \"then\": " + then + "}");
      Ended first = scenario.wanted().apply(simulator.url(), 8, SHORT);
      return first.code() == 0
          ? Disturbed.asItIs(this.toString(), first, simulator)
          : Disturbed.applyAgain(scenario.wanted(), this.toString(), first, simulator);
    }

    @Override
    public String toString() {
      return scenario + ": " + name + " at request " + index;
    }
  }

  private record Abort(Scenario scenario, Undisturbed undisturbed, int index, Moment moment)
      implements Trial {
    @Override
    public Disturbed on(Simulator simulator) throws IOException {
      simulator.replaceAccount(undisturbed.start());
      Ended first;
      try (var gate = new Gate(simulator.url(), Incident.abort(Incident.request(index), moment))) {
        first = scenario.wanted().apply(gate.url(), 8);
      }
      return Disturbed.applyAgain(scenario.wanted(), this.toString(), first, simulator);
    }

    @Override
    public String toString() {
      return scenario + ": aborted at request " + index + " " + moment;
    }
  }
}
