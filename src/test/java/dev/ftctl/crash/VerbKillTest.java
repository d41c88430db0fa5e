package dev.ftctl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.crash.Company.Ended;
import dev.ftctl.crash.Incident.Moment;
import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A verb on many objects, in a process of its own, killed by SIGKILL at the first of its writes:
/// the same command again does what is left, and nothing twice.
class VerbKillTest {

  private static final int KILLED = 128 + 9;

  private static final String ACCOUNT =
      """
      {'groups':{'g':{'id':'g','name':'prod'}},
       'destinations':{'g':{'id':'g','group_id':'g','service':'postgres_warehouse','config':{}}},
       'connections':{%s,%s,%s},
       'transformations':{
         'x_one':{'_next_run':{'seconds':600}},'x_two':{'_next_run':{'seconds':600}},
         'x_six':{'_next_run':{'seconds':600}}}}
      """
          .formatted(connection("one"), connection("two"), connection("six"));

  @TempDir Path folder;

  /// @param call whose first one is struck
  private record Kill(List<String> line, String call, Moment moment) {}

  /// One of each verb in each build; under `-Pdeep` on both sides of the commit.
  static Stream<Kill> kills() {
    Stream<Moment> moments =
        Scale.of(0, 1) == 0 ? Stream.of(Moment.AFTER) : Stream.of(Moment.values());
    return moments.flatMap(moment ->
        Stream.of(
            new Kill(
                words("certificate approve connector/* --all --yes"),
                "POST /v1/connections/\\w+/certificates",
                moment),
            new Kill(
                words("transformation run transformation/* --yes"),
                "POST /v1/transformations/\\w+/run",
                moment)));
  }

  private static List<String> words(String line) {
    return List.of((line + " --parallelism 1").split(" "));
  }

  @ParameterizedTest
  @MethodSource("kills")
  void nextRunDoesWhatAKilledOneLeft(Kill kill) throws Exception {
    try (var simulator = Simulator.inProcess()) {
      simulator.replaceAccount(json(ACCOUNT));
      var desk = new StateDesk(folder, simulator, json("{}"));
      Ended killed = killed(desk, kill);
      assertThat(killed.code()).as(killed.text()).isEqualTo(KILLED);

      Ended ended = desk.run(simulator.url(), kill.line().toArray(String[]::new));

      assertThat(ended.code()).as(ended.text()).isZero();
      boolean isCommitted = kill.moment() == Moment.AFTER;
      assertThat(ended.text())
          .contains(
              isCommitted
                  ? "2 done, 1 needed nothing, 0 failed."
                  : "3 done, 0 needed nothing, 0 failed.");
      assertThat(
              simulator.requests().stream().filter(request -> request.matches(kill.call())).count())
          .isEqualTo(3);
    }
  }

  private static Ended killed(StateDesk desk, Kill kill) throws IOException, InterruptedException {
    var victim = new CompletableFuture<Process>();
    var incident =
        new Incident(
            arrival -> arrival.call().matches(kill.call()),
            kill.moment(),
            gate -> {
              victim.join().toHandle().destroyForcibly();
              victim.join().onExit().join();
              return false;
            });
    try (var gate = new Gate(desk.simulator().url(), incident)) {
      victim.complete(desk.start(gate.url(), kill.line().toArray(String[]::new)));
      return StateDesk.ended(victim.join());
    }
  }

  private static String connection(String name) {
    return "'c_%1$s':{'id':'c_%1$s','service':'postgres','schema':'%1$s','group_id':'g','config':{"
            .formatted(name)
        + "'host':'selfsigned.%s.example.com','user':'u','password':'harmless1'}}".formatted(name);
  }

  private static ObjectNode json(String text) throws IOException {
    return (ObjectNode) new JsonMapper().readTree(text.replace('\'', '"'));
  }
}
