package dev.ftctl.fivetran;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.HostileAnswer;
import dev.ftctl.testing.HostileServer;
import dev.ftctl.testing.Scale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Each hostile answer in place of every sort of call: a call ends well or as a failed call, a read
/// within so many requests, a write within one.
@Timeout(300)
final class EveryCallTest {

  private static final Map<String, Consumer<SampleApi>> READS =
      Map.of(
          "a list", api -> Pages.all(api::groups),
          "details", api -> api.details("x"),
          "a skimmed answer", api -> api.skimmed("x"));

  private static final Map<String, Consumer<SampleApi>> WRITES =
      Map.of(
          "a creation", api -> api.createGroup(Value.Mapping.EMPTY),
          "a change", api -> api.patchTable("a", "b", "c", Value.Mapping.EMPTY),
          "a deletion", api -> api.delete("x"));

  /// Most answers are heavy only by what the kernel buffers.
  private final Semaphore heavyAtOnce = new Semaphore(2);

  @Test
  void endsWithinBounds() throws Exception {
    List<String> complaints = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> all = new ArrayList<>();
      for (HostileAnswer answer : HostileAnswer.all()) {
        boolean isHeavy = answer.text().contains("for ever");
        if (answer.isOfAnyCall() && Scale.of(isHeavy ? 0 : 1, 1) == 1) {
          READS.forEach((what, call) ->
              all.add(threads.submit(() -> complaint(answer, what, call, RetryBounds.READ))));
          WRITES.forEach((what, call) ->
              all.add(threads.submit(() -> complaint(answer, what, call, RetryBounds.WRITE))));
        }
      }
      for (Future<String> one : all) {
        complaints.add(one.get());
      }
      assertThat(all).hasSizeGreaterThan(40);
    }
    complaints.removeIf(String::isEmpty);
    assertThat(complaints).isEmpty();
  }

  private enum RetryBounds {
    READ,
    WRITE
  }

  private String complaint(
      HostileAnswer answer, String what, Consumer<SampleApi> call, RetryBounds bounds)
      throws InterruptedException {
    boolean isHeavy = answer.text().contains("for ever");
    if (isHeavy) {
      heavyAtOnce.acquire();
    }
    var everywhere = new HostileAnswer(answer.name(), "*", answer.text(), 0, 0, "");
    try (var server = new HostileServer(everywhere, Map.of())) {
      var fixture = new Fixture(server.url(), true, Duration.ofSeconds(1));
      String ending = ending(() -> call.accept(fixture.api()));
      // A refusal for quota was no write.
      boolean isRefused = answer.text().startsWith("429");
      int most = bounds == RetryBounds.READ || isRefused ? 5 : 1;
      boolean isRight =
          !ending.startsWith("broken") && server.asked().size() <= most && server.stolen() == 0;
      return isRight
          ? ""
          : answer.name() + " to " + what + ": " + server.asked().size() + " requests, " + ending;
    } finally {
      if (isHeavy) {
        heavyAtOnce.release();
      }
    }
  }

  private static String ending(Runnable call) {
    try {
      call.run();
      return "well";
    } catch (ApiException failed) {
      return failed.failure().toString();
    } catch (RuntimeException | Error broken) {
      return "broken: " + broken;
    }
  }
}
