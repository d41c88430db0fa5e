package dev.ftctl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.crash.Company.Ended;
import dev.ftctl.crash.Incident.Moment;
import dev.ftctl.testing.Scale;
import dev.ftctl.testing.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One request of an apply gets a bad answer, or none, or is its last: the run settles that itself,
/// or says that it did not and leaves it to the next one. Each fault, at each request, in each
/// scenario; in each build, every fault at each write, and in turn at reads.
///
/// The disturbed run sends one request after the other, so that a number means the same request
/// each time.
class FaultMatrixTest {

  /// Scenarios of each build; all of them under `-Pdeep`.
  private static final int USUAL = 3;

  /// Of so many faults one meets a read in each build, the next one the next read.
  private static final int READS = 16;

  /// And of so many one meets a write.
  private static final int WRITES = 3;

  private static final List<Fault> FAULTS =
      List.of(
          new Fault("429", "{\"status\": 429, \"retryAfter\": 0}"),
          new Fault("500 before the commit", "{\"status\": 500}"),
          new Fault("500 after the commit", "{\"status\": 500, \"commit\": true}"),
          new Fault("502 with a page", "{\"status\": 502, \"html\": \"<h1>Bad gateway</h1>\"}"),
          new Fault("dropped before the commit", "{\"drop\": \"before\"}"),
          new Fault("dropped after the commit", "{\"drop\": \"after\"}"),
          new Fault(
              "an answer that says nothing",
              "{\"commit\": true, \"body\": {\"code\": \"Success\", \"data\": {}}}"),
          new Fault("torn body", "{\"tornBody\": true}"),
          new Fault("no answer in time", "{\"stallMillis\": 1500}", "--timeout=1s"));

  @TempDir static Path folder;

  static Stream<Scenario> scenarios() {
    return Scenarios.in(folder).stream().limit(Scale.of(USUAL, Integer.MAX_VALUE));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void applyConvergesAndNeverClaimsWhatIsNotThere(Scenario scenario) throws Exception {
    Undisturbed undisturbed = Undisturbed.of(scenario);
    var trials = new ArrayList<Lanes.Trial>();
    for (int index = 0; index < undisturbed.requests(); index++) {
      List<Lanes.Trial> all = trials(scenario, undisturbed, index);
      int step = Scale.of(undisturbed.isWrite(index) ? WRITES : READS, 1);
      for (int at = index % step; at < all.size(); at += step) {
        trials.add(all.get(at));
      }
    }

    List<Disturbed> ends = Lanes.run(Lanes.MOSTLY_WAITING, trials);

    assertThat(ends).hasSameSizeAs(trials).isNotEmpty();
    assertThat(ends).flatExtracting(end -> end.complaints(undisturbed)).isEmpty();
    assertThat(ends).extracting(end -> end.first().code()).isSubsetOf(0, 1, 4, 5, 69, 77);
  }

  private static List<Lanes.Trial> trials(Scenario scenario, Undisturbed undisturbed, int index) {
    var trials = new ArrayList<Lanes.Trial>();
    FAULTS.forEach(fault -> trials.add(new Trouble(scenario, undisturbed, fault, index)));
    trials.add(new Abort(scenario, undisturbed, index, Moment.BEFORE));
    trials.add(new Abort(scenario, undisturbed, index, Moment.AFTER));
    return trials;
  }

  @Test
  void eachKindIsInOne() throws IOException {
    var all = new StringBuilder();
    for (Scenario scenario : Scenarios.in(folder)) {
      Path manifests = scenario.wanted().folder().resolve("manifests/all.yaml");
      all.append(Files.readString(manifests));
    }

    assertThat(Wanted.KINDS.kinds())
        .extracting(kind -> "kind: " + kind.definition().name() + "\n")
        .allSatisfy(kind -> assertThat(all).contains(kind));
  }

  @Test
  void scenariosAreManyAndOfDifferentNames() {
    assertThat(Scenarios.in(folder))
        .hasSizeGreaterThanOrEqualTo(20)
        .extracting(Scenario::name)
        .doesNotHaveDuplicates();
  }

  /// @param then what the simulator does, as a rule says it
  /// @param words what the disturbed run says besides
  private record Fault(String name, String then, String... words) {}

  private record Trouble(Scenario scenario, Undisturbed undisturbed, Fault fault, int index)
      implements Lanes.Trial {
    @Override
    public Disturbed on(Simulator simulator) throws IOException {
      simulator.replaceAccount(undisturbed.start());
      Company wanted = scenario.wanted().alone();
      simulator.faults(
          "{\"match\": {\"nth\": " + (index + 1) + "}, \"then\": " + fault.then() + "}");
      Ended first = wanted.apply(simulator.url(), 1, fault.words());
      assertThat(simulator.requests()).as("%s", this).hasSizeGreaterThan(index);
      return first.code() == 0
          ? Disturbed.asItIs(wanted, this.toString(), first, simulator)
          : Disturbed.applyAgain(wanted, this.toString(), first, simulator);
    }

    @Override
    public String toString() {
      return scenario + ": " + fault.name() + " at request " + index;
    }
  }

  private record Abort(Scenario scenario, Undisturbed undisturbed, int index, Moment moment)
      implements Lanes.Trial {
    @Override
    public Disturbed on(Simulator simulator) throws IOException {
      simulator.replaceAccount(undisturbed.start());
      Company wanted = scenario.wanted().alone();
      Ended first;
      try (var gate = new Gate(simulator.url(), Incident.abort(Incident.request(index), moment))) {
        first = wanted.apply(gate.url(), 1);
        assertThat(gate.hasHappened()).as("%s", this).isTrue();
      }
      assertThat(first.code() != 0 || Disturbed.couldNotLookBack(first))
          .as("%s\n%s", this, first.text())
          .isTrue();
      return Disturbed.applyAgain(wanted, this.toString(), first, simulator);
    }

    @Override
    public String toString() {
      return scenario + ": aborted at request " + index + " " + moment;
    }
  }
}
