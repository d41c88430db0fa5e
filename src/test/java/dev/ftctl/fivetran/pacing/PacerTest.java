package dev.ftctl.fivetran.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.fivetran.PacedServer;
import dev.ftctl.fivetran.RecordingSleeper;
import dev.ftctl.model.CallSort;
import dev.ftctl.model.Calls;
import dev.ftctl.model.Quota;
import dev.ftctl.model.Quotas;
import dev.ftctl.testing.Scale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// When the pacer lets requests go, in a time of its own.
final class PacerTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Set<CallSort> PLAIN = EnumSet.of(CallSort.REQUEST);
  private static final Set<CallSort> CREATION =
      EnumSet.of(CallSort.REQUEST, CallSort.CONNECTION_CREATION);
  private static final Set<CallSort> TEST =
      EnumSet.of(CallSort.REQUEST, CallSort.SETUP_TEST, CallSort.SOURCE_INTERACTION);
  private static final Quotas TWENTY_A_MINUTE =
      new Quotas(List.of(new Quota(CallSort.CONNECTION_CREATION, 20, MINUTE)));

  private final List<String> notices = new ArrayList<>();

  static LongStream seeds() {
    return new Random().longs(Scale.of(20, 400));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void keepsEveryQuotaHoweverTheNetworkBehaves(long seed) throws InterruptedException {
    var random = new Random(seed);
    var quotas =
        new Quotas(
            List.of(
                new Quota(CallSort.REQUEST, random.nextLong(20, 200), MINUTE),
                new Quota(CallSort.CONNECTION_CREATION, random.nextLong(1, 20), MINUTE),
                new Quota(CallSort.CONNECTION_CREATION, random.nextLong(10, 60), HOUR),
                new Quota(CallSort.SETUP_TEST, random.nextLong(1, 50), MINUTE),
                new Quota(CallSort.SOURCE_INTERACTION, random.nextLong(1, 50), MINUTE)));
    var latency = Duration.ofMillis(random.nextLong(1, 20_000));
    var server = new PacedServer(quotas, latency, random.nextBoolean(), random);
    var pacer = new Pacer(server, quotas, notices::add);
    var kinds = List.of(PLAIN, CREATION, TEST);

    for (int call = 0; call < 200; call++) {
      server.call(pacer, kinds.get(random.nextInt(kinds.size())));
    }
    server.settle();

    assertThat(server.refused()).isZero();
    assertThat(server.accepted()).isEqualTo(200);
  }

  @Test
  void takesHardlyLongerThanTheQuotaDoes() throws InterruptedException {
    var server = new PacedServer(TWENTY_A_MINUTE, Duration.ofSeconds(1), false, new Random(1));
    var pacer = new Pacer(server, TWENTY_A_MINUTE, notices::add);

    for (int call = 0; call < 250; call++) {
      server.call(pacer, CREATION);
    }
    server.settle();

    assertThat(TWENTY_A_MINUTE.leastTime(Calls.NONE.with(CallSort.CONNECTION_CREATION, 250)))
        .isEqualTo(Duration.ofMinutes(12));
    assertThat(server.span()).isBetween(Duration.ofMinutes(12), Duration.ofSeconds(12 * 63));
    assertThat(notices)
        .hasSizeBetween(11, 13)
        .allMatch(
            told -> told.matches("waiting \\d+ s: no more than 20 connections created per .*"));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void asksForNoMoreThanIsLeft(long seed) throws InterruptedException {
    var random = new Random(seed);
    long limit = random.nextLong(100, 800);
    var server =
        new PacedServer(
            new Quotas(List.of(new Quota(CallSort.REQUEST, limit, HOUR))),
            Duration.ofMillis(random.nextLong(1, 3000)),
            true,
            random);
    var pacer = new Pacer(server, Quotas.NONE, notices::add);
    server.call(pacer, PLAIN);
    server.settle();

    // As many are not used in a window as may be in flight.
    long calls = 2 * (limit - PacedServer.MOST_IN_FLIGHT);
    for (int call = 1; call < calls; call++) {
      server.call(pacer, PLAIN);
    }
    server.settle();

    assertThat(server.refused()).isZero();
    assertThat(server.accepted()).isEqualTo((int) calls);
    assertThat(server.span()).isBetween(HOUR.minusMinutes(10), HOUR.plusMinutes(15));
  }

  @Test
  void slowsDownWhenOthersLeaveFew() throws InterruptedException {
    var server =
        new PacedServer(
            new Quotas(List.of(new Quota(CallSort.REQUEST, 20_000, HOUR))),
            Duration.ofMillis(20),
            true,
            new Random(1));
    var pacer = new Pacer(server, Quotas.NONE, notices::add);
    server.spendElsewhere(19_850);
    server.call(pacer, PLAIN);
    server.settle();

    for (int call = 0; call < 100; call++) {
      server.call(pacer, PLAIN);
    }
    server.settle();

    assertThat(server.refused()).isZero();
    assertThat(server.span()).isGreaterThan(Duration.ofMillis(100 * 170));
    assertThat(pacer.requestsLeft()).contains(new RequestsLeft(49, 20_000));
  }

  @Test
  void asksOnceAMinuteWhenNothingIsLeft() throws InterruptedException {
    var server =
        new PacedServer(
            new Quotas(List.of(new Quota(CallSort.REQUEST, 500, HOUR))),
            Duration.ofMillis(20),
            true,
            new Random(1));
    var pacer = new Pacer(server, Quotas.NONE, notices::add);
    server.spendElsewhere(499);
    server.call(pacer, PLAIN);
    server.settle();
    long started = server.nanoTime();

    server.call(pacer, PLAIN);

    assertThat(Duration.ofNanos(server.nanoTime() - started))
        .isBetween(Duration.ofSeconds(59), Duration.ofSeconds(61));
    assertThat(notices).containsExactly("waiting 60 s: 0 of 500 requests are left");
  }

  @Test
  void takesATrialAccountForOne() throws InterruptedException {
    var server =
        new PacedServer(
            new Quotas(List.of(new Quota(CallSort.REQUEST, 500, HOUR))),
            Duration.ofMillis(20),
            true,
            new Random(1));
    var pacer = new Pacer(server, Quotas.PAID, notices::add);

    server.call(pacer, PLAIN);
    server.settle();

    assertThat(pacer.quotas()).isEqualTo(Quotas.TRIAL);
  }

  @Test
  void placesTakenForAStepAreItsOwn() throws InterruptedException {
    var sleeper = new RecordingSleeper();
    var quotas = new Quotas(List.of(new Quota(CallSort.CONNECTION_CREATION, 1, MINUTE)));
    var pacer = new Pacer(sleeper, quotas, notices::add);
    Calls creation = Calls.requests(1).with(CallSort.CONNECTION_CREATION, 1);

    Optional<Turn> turn = pacer.tryTurn(creation);
    Optional<Turn> second = pacer.tryTurn(creation);
    Permit permit = pacer.await(CREATION, turn);
    turn.orElseThrow().close();

    assertThat(second).isEmpty();
    assertThat(permit.places()).hasSize(1);
    assertThat(sleeper.slept()).isEmpty();
    assertThat(pacer.tryTurn(creation)).isEmpty();
    pacer.lost(permit);
    sleeper.sleep(MINUTE);
    assertThat(pacer.tryTurn(creation)).isPresent();
  }

  @Test
  void placesThatAStepDidNotUseComeBack() {
    var quotas = new Quotas(List.of(new Quota(CallSort.SETUP_TEST, 1, MINUTE)));
    var pacer = new Pacer(new RecordingSleeper(), quotas, notices::add);
    Calls test = Calls.requests(1).withSetupTests(1);

    pacer.tryTurn(test).orElseThrow().close();

    assertThat(pacer.tryTurn(test)).isPresent();
  }

  /// Whoever looked before others took the last place would wait for an hour.
  @Test
  void nobodyWaitsForAQuotaOfWhichTheNextRunGoesOn() throws InterruptedException {
    var sleeper = new RecordingSleeper();
    var quotas =
        new Quotas(List.of(new Quota(CallSort.PRIVATE_LINK_CREATION, 1, Duration.ofHours(1))));
    var pacer = new Pacer(sleeper, quotas, notices::add);
    Calls creation = Calls.requests(1).with(CallSort.PRIVATE_LINK_CREATION, 1);

    assertThat(pacer.usedUp(creation)).isEmpty();
    Turn others = pacer.tryTurn(creation).orElseThrow();

    assertThat(pacer.awaitTurn(creation)).isTrue();
    assertThat(sleeper.slept()).isEmpty();
    assertThat(pacer.tryTurn(creation)).isEmpty();
    assertThat(pacer.usedUp(creation)).isPresent();
    others.close();
    assertThat(pacer.usedUp(creation)).isEmpty();
  }

  @Test
  void stoppedRunWaitsForNothingLong() throws InterruptedException {
    var pacer = new Pacer(new RecordingSleeper(), TWENTY_A_MINUTE, notices::add);
    for (int call = 0; call < 20; call++) {
      pacer.await(CREATION, Optional.empty());
    }
    pacer.stop();

    assertThatThrownBy(() -> pacer.await(CREATION, Optional.empty()))
        .isInstanceOf(InterruptedException.class);
    assertThat(pacer.awaitTurn(Calls.NONE.with(CallSort.CONNECTION_CREATION, 1))).isFalse();
    assertThat(pacer.await(PLAIN, Optional.empty()).places()).isEmpty();
  }
}
