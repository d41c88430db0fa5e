package dev.ftctl.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Readings side by side: as many as may be begun, in their order.
class ParallelTest {

  private static final int MOST = 64;
  private static final int ALL = 1000;

  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger highest = new AtomicInteger();
  private final AtomicInteger begun = new AtomicInteger();

  @Test
  void areInTheirOrderAndNeverAllBegun() {
    List<Integer> answers = new Parallel(ReadingObserver.NONE).all(tasks(ALL));

    assertThat(answers).isEqualTo(IntStream.range(0, ALL).boxed().toList());
    assertThat(highest.get()).isLessThanOrEqualTo(MOST);
  }

  @Test
  void endWithTheFirstFailure() {
    assertThatThrownBy(() -> new Parallel(ReadingObserver.NONE).all(tasks(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("reading 1");

    assertThat(begun.get()).isLessThan(ALL / 2);
  }

  /// @param failing which of them does
  private List<Parallel.Task<Integer>> tasks(int failing) {
    return IntStream.range(0, ALL)
        .mapToObj(number -> new Parallel.Task<>("reading", () -> answer(number, failing)))
        .toList();
  }

  private int answer(int number, int failing) {
    begun.incrementAndGet();
    highest.accumulateAndGet(open.incrementAndGet(), Math::max);
    Thread.yield();
    open.decrementAndGet();
    if (number == failing) {
      throw new IllegalStateException("reading " + number);
    }
    return number;
  }
}
