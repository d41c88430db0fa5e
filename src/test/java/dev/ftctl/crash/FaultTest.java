package dev.ftctl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.crash.Company.Ended;
import dev.ftctl.testing.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// One request of an apply gets a bad answer, or none: the run settles that itself, or says that it
/// did not and leaves it to the next one.
class FaultTest {

  private static final SequencedMap<String, String> FAULTS =
      new TreeMap<>(
          Map.of(
              "429", "{\"status\": 429, \"retryAfter\": 1}",
              "500 before the commit", "{\"status\": 500}",
              "500 after the commit", "{\"status\": 500, \"commit\": true}",
              "dropped before the commit", "{\"drop\": \"before\"}",
              "dropped after the commit", "{\"drop\": \"after\"}",
              "torn body", "{\"tornBody\": true}"));

  @Test
  void applyConvergesAndNeverClaimsWhatIsNotThere() throws Exception {
    Undisturbed undisturbed = Undisturbed.apply();
    List<Trouble> troubles = troubles(undisturbed.requests());

    List<Disturbed> ends = Lanes.run(troubles);

    assertThat(ends).hasSize(troubles.size());
    assertThat(ends).flatExtracting(end -> end.complaints(undisturbed)).isEmpty();
    assertThat(ends).extracting(end -> end.first().code()).isSubsetOf(0, 1, 5, 69);
  }

  /// Each fault at requests all along the way, no two at the same ones.
  private static List<Trouble> troubles(int requests) {
    var troubles = new ArrayList<Trouble>();
    int trials = Scale.of(12, requests);
    int offset = 0;
    for (Map.Entry<String, String> fault : FAULTS.entrySet()) {
      for (int trial = 0; trial < trials; trial++) {
        int index = (trial * requests + offset * requests / FAULTS.size()) / trials;
        troubles.add(new Trouble(fault.getKey(), fault.getValue(), index));
      }
      offset++;
    }
    return troubles;
  }

  private record Trouble(String name, String then, int index) implements Lanes.Trial {
    @Override
    public Disturbed on(Simulator simulator) {
      simulator.faults("{\"match\": {\"nth\": " + (index + 1) + "}, \"then\": " + then + "}");
      Ended first = Company.apply(simulator.url(), 8);
      return first.code() == 0
          ? Disturbed.asItIs(this.toString(), first, simulator)
          : Disturbed.applyAgain(this.toString(), first, simulator);
    }

    @Override
    public String toString() {
      return name + " at request " + index;
    }
  }
}
