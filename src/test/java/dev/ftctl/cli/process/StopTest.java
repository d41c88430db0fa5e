package dev.ftctl.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class StopTest {

  @Test
  void signalTellsWhatRunsAndWaitsForItsEnd() {
    var stop = new Stop();
    var told = new AtomicInteger();
    stop.guard(() -> {
      told.incrementAndGet();
      CompletableFuture.runAsync(() -> stop.ended(5));
    });

    int code = stop.ask();

    assertThat(code).isEqualTo(5);
    assertThat(told).hasValue(1);
  }

  @Test
  void signalWaitsForNothingThatNeedsNoGoodEnd() {
    var stop = new Stop();

    int code = stop.ask();

    assertThat(code).isEqualTo(Stop.NOT_ENDED);
    assertThat(stop.isAsked()).isTrue();
  }

  @Test
  void whatBeginsAfterASignalIsToldAtOnce() {
    var stop = new Stop();
    stop.ask();
    var told = new AtomicInteger();

    stop.guard(told::incrementAndGet);

    assertThat(told).hasValue(1);
  }
}
