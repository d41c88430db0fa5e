package dev.ftctl.fivetran;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.Live;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedReadingsTest {

  private final AtomicLong time = new AtomicLong();
  private final AtomicInteger reads = new AtomicInteger();
  private final SharedReadings shared = new SharedReadings(time::get);

  @Test
  void readingIsSharedAsLongAsItIsYoungEnough() {
    read(Duration.ofSeconds(1));
    time.addAndGet(Duration.ofSeconds(1).toNanos());
    read(Duration.ofSeconds(1));

    assertThat(reads).hasValue(1);
  }

  @Test
  void olderReadingIsNotEnough() {
    read(Duration.ofSeconds(1));
    time.addAndGet(Duration.ofSeconds(1).toNanos() + 1);
    read(Duration.ofSeconds(1));

    assertThat(reads).hasValue(2);
  }

  @Test
  void othersReadSomethingElse() {
    read(Duration.ofSeconds(1));
    shared.reading("team", Duration.ofSeconds(1), this::counted);

    assertThat(reads).hasValue(2);
  }

  @Test
  void thoseWhoComeDuringAReadingShareTheNextOne() throws Exception {
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first =
          threads.submit(() ->
              shared.reading(
                  "group",
                  Duration.ZERO,
                  () -> {
                    begun.countDown();
                    return waiting(goOn);
                  }));
      begun.await();
      time.incrementAndGet();
      Callable<List<Live>> late = () -> read(Duration.ZERO);
      var others = IntStream.range(0, 7).mapToObj(index -> threads.submit(late)).toList();
      goOn.countDown();
      first.get();
      for (var other : others) {
        other.get();
      }
    }

    assertThat(reads).hasValue(2);
  }

  private List<Live> waiting(CountDownLatch goOn) {
    try {
      goOn.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return counted();
  }

  private List<Live> read(Duration age) {
    return shared.reading("group", age, this::counted);
  }

  private List<Live> counted() {
    reads.incrementAndGet();
    return List.of();
  }
}
