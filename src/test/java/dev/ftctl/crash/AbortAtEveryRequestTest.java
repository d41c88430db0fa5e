package dev.ftctl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.crash.Company.Ended;
import dev.ftctl.crash.Incident.Moment;
import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An apply that ends at any of its requests, before or after the commit, and is run again: the
/// account is that of an apply which nothing disturbed.
class AbortAtEveryRequestTest {

  /// Of so many reads one is tried in each build.
  private static final int READS = 20;

  /// And of so many writes.
  private static final int WRITES = 6;

  @Test
  void secondRunEndsInTheSameAccountWhereverTheFirstOneEnded() throws Exception {
    Undisturbed undisturbed = Undisturbed.of(Scenario.EXAMPLES);
    List<Abort> aborts = aborts(undisturbed);

    List<Disturbed> ends = Lanes.run(Lanes.MOSTLY_WORKING, aborts);

    assertThat(ends).hasSize(aborts.size());
    assertThat(ends).flatExtracting(end -> end.complaints(undisturbed)).isEmpty();
  }

  /// Some of the requests; which side of the commit and how parallel takes turns. All of it under
  /// `-Pdeep`.
  private static List<Abort> aborts(Undisturbed undisturbed) {
    var aborts = new ArrayList<Abort>();
    for (int index = 0; index < undisturbed.requests(); index++) {
      int step = Scale.of(undisturbed.isWrite(index) ? WRITES : READS, 1);
      if (index % step != 0) {
        continue;
      }
      for (int turn = index; turn < index + Scale.of(1, 4); turn++) {
        aborts.add(new Abort(index, Moment.alternating(turn), turn / 2 % 2 == 0 ? 1 : 8));
      }
    }
    return aborts;
  }

  private record Abort(int index, Moment moment, int parallelism) implements Lanes.Trial {
    @Override
    public Disturbed on(Simulator simulator) throws IOException {
      Ended first;
      var incident = Incident.abort(Incident.request(index), moment);
      try (var gate = new Gate(simulator.url(), incident)) {
        first = Company.EXAMPLES.apply(gate.url(), parallelism);
      }
      return Disturbed.applyAgain(Company.EXAMPLES, this.toString(), first, simulator);
    }

    @Override
    public String toString() {
      return "aborted at request " + index + " " + moment + ", parallelism " + parallelism;
    }
  }
}
