package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// How many requests are in flight, as the server counts them. An answer takes long enough that all
/// that may be in flight are.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParallelismTest {

  private static final String SLOW = "{\"match\": {}, \"then\": {\"latencyMillis\": 30}}";
  private static final String SLOWER_ABOVE_12 =
      "{\"match\": {\"above\": 12}, \"then\": {\"latencyMillis\": 150}}";
  private static final String REFUSED_ABOVE_12 =
      "{\"match\": {\"above\": 12}, \"then\": {\"latencyMillis\": 30, \"status\": 429}}";

  @TempDir static Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeAll
  void apply() {
    var size = new CallBudgetTest.Size(10, 10, 150, 150, 3, 1, 2, 4);
    workspace =
        new Workspace(folder)
            .file("manifests/all.yaml", Company.manifests(size))
            .reaching(lab.sandbox());
    workspace.succeed("apply", "--auto-approve", "-q", "--journal", "none");
  }

  @AfterAll
  void close() {
    lab.close();
  }

  @Test
  void aNumberStaysANumber() throws Exception {
    assertThat(plan("[" + SLOW + "]", "--parallelism", "5").most()).isEqualTo(5);
  }

  @Test
  void autoGrowsWhereTheServerIsQuick() throws Exception {
    assertThat(plan("[" + SLOW + "]").most()).isBetween(13, 32);
  }

  /// How few are refused depends on the machine a little: `AdaptiveLimitTest` holds the number.
  @Test
  void autoStaysBelowWhereItIsRefused() throws Exception {
    Planned planned = plan("[" + REFUSED_ABOVE_12 + "," + SLOW + "]");

    assertThat(planned.refusals()).isBetween(1L, planned.all() / 10L);
  }

  @Test
  void autoStaysBelowWhereAnswersTakeLonger() throws Exception {
    Planned planned = plan("[" + SLOWER_ABOVE_12 + "," + SLOW + "]");

    assertThat(planned.above(12)).isLessThan(planned.all() / 4);
  }

  @Test
  void outputIsTheSameWhateverTheNumber() throws Exception {
    String one = plan("[]", "--parallelism", "1").out();

    assertThat(plan("[" + REFUSED_ABOVE_12 + "]").out()).isEqualTo(one);
    assertThat(plan("[]", "--parallelism", "40").out()).isEqualTo(one);
  }

  @Test
  void whatIsNoNumberIsRefused() {
    for (String number : List.of("0", "-3", "many", "1.5", "100000", "AUTO")) {
      Ran ran = workspace.run("plan", "--parallelism=" + number);

      assertThat(ran.code()).as("%s", ran).isEqualTo(64);
      assertThat(ran.err()).containsIgnoringCase("parallelism").contains(", or auto");
    }
  }

  private record Planned(String out, List<RequestRecord> requests) {

    int most() {
      return requests.stream().mapToInt(RequestRecord::inFlight).max().orElse(0);
    }

    long refusals() {
      return requests.stream().filter(request -> request.status() == 429).count();
    }

    long above(int number) {
      return requests.stream().filter(request -> request.inFlight() > number).count();
    }

    int all() {
      return requests.size();
    }
  }

  private Planned plan(String faults, String... words) throws Exception {
    lab.sandbox().control().faults(new JsonMapper().readTree(faults));
    lab.forget();
    var command = new ArrayList<>(List.of("plan", "--show-unmanaged"));
    command.addAll(List.of(words));
    Ran ran = workspace.succeed(command.toArray(String[]::new));
    return new Planned(ran.out(), lab.sandbox().requests());
  }
}
