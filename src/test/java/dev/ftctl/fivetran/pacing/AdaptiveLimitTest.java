package dev.ftctl.fivetran.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.fivetran.pacing.PretendedServer.Run;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `--parallelism auto` before servers of many tempers, in pretended time.
class AdaptiveLimitTest {

  /// As many as a plan of a large account sends.
  private static final int REQUESTS = 1394;

  private static final int LATENCY = 200;
  private static final long SEED = Long.getLong("ftctl.test.seed", 20_261_130L);

  @Test
  void growsToTheMostBeforeAServerThatBearsIt() {
    Run auto = run(PretendedServer.answering(level -> LATENCY), auto());
    Run eight = run(PretendedServer.answering(level -> LATENCY), new FixedLimit(8));

    assertThat(auto.most()).isEqualTo(32);
    assertThat((double) eight.millis() / auto.millis()).isGreaterThan(3.2);
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 10, 11, 12, 13, 14, 15, 17, 20, 23, 27})
  void staysBelowWhereItIsRefused(int bound) {
    Run auto = run(PretendedServer.refusingAbove(bound, LATENCY), auto());
    Run best = run(PretendedServer.refusingAbove(bound, LATENCY), new FixedLimit(bound));

    assertThat(auto.refusals()).isBetween(1, 5);
    assertThat(auto.most()).isLessThanOrEqualTo(bound + 5);
    assertThat((double) auto.millis() / best.millis()).isLessThan(1.15);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6})
  void fallsBelowItsStart(int bound) {
    Run auto = run(PretendedServer.refusingAbove(bound, LATENCY), auto());

    assertThat(auto.refusals()).isLessThan(40);
  }

  /// Refusals come at once, so that many could come before the first is known.
  @Test
  void refusalsAtOnceAreAsFew() {
    Run auto = run(PretendedServer.answering(level -> level > 12 ? -6 : LATENCY), auto());

    assertThat(auto.refusals()).isBetween(1, 5);
  }

  @Test
  void staysWhereAnswersBeginToTakeLonger() {
    IntUnaryOperator step = level -> level > 12 ? 3 * LATENCY : LATENCY;
    IntUnaryOperator steep = level -> LATENCY + Math.max(0, level - 12) * LATENCY / 2;
    IntUnaryOperator queue = level -> LATENCY * Math.max(12, level) / 12;
    IntUnaryOperator gentle = level -> LATENCY + Math.max(0, level - 12) * LATENCY / 10;

    for (IntUnaryOperator server : new IntUnaryOperator[] {step, steep, queue, gentle}) {
      Run auto = run(PretendedServer.answering(server), auto());

      assertThat(auto.most()).isLessThan(32);
      assertThat((double) auto.millis() / best(server).millis())
          .as("%s, best %s", auto, best(server))
          .isLessThan(1.15);
    }
  }

  /// One in a hundred is refused, whatever is in flight: slower than without, never a crawl.
  @Test
  void bearsRefusalsThatHaveOtherReasons() {
    Run auto = run(PretendedServer.refusingOneIn(100, LATENCY, SEED), auto());
    Run eight = run(PretendedServer.refusingOneIn(100, LATENCY, SEED), new FixedLimit(8));

    assertThat(auto.millis()).isLessThan(eight.millis());
  }

  @Test
  void serverThatIsAwayIsAskedByFew() {
    var limit = new AdaptiveLimit(8, 32);

    IntStream.range(0, 50)
        .forEach(round -> {
          Limit.Sent one = limit.sent(1);
          limit.ended(one, new Limit.End.Refused(false), 100);
        });

    assertThat(limit.limit()).isEqualTo(1);
  }

  @Test
  void whatNobodyWaitsForIsNotTried() {
    var limit = new AdaptiveLimit(8, 32);

    IntStream.range(0, 200)
        .forEach(round -> {
          Limit.Sent one = limit.sent(8);
          limit.ended(one, new Limit.End.Answered(1), 0);
        });

    assertThat(limit.limit()).isEqualTo(8);
    assertThat(limit.admits(8)).isFalse();
  }

  private static Run best(IntUnaryOperator server) {
    return IntStream.rangeClosed(1, 32)
        .mapToObj(number -> run(PretendedServer.answering(server), new FixedLimit(number)))
        .min((one, other) -> Long.compare(one.millis(), other.millis()))
        .orElseThrow();
  }

  private static Limit auto() {
    return new AdaptiveLimit(8, 32);
  }

  private static Run run(PretendedServer server, Limit limit) {
    return server.run(REQUESTS, limit, SEED);
  }
}
