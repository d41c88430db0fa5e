package dev.ftctl.fivetran.http;

import dev.failsafe.Execution;
import dev.failsafe.RetryPolicy;
import dev.ftctl.fivetran.answer.AnswerBody;
import dev.ftctl.fivetran.answer.Attempt;
import dev.ftctl.fivetran.answer.Verdicts;
import dev.ftctl.fivetran.pacing.Sleeper;
import dev.ftctl.fivetran.pacing.Turn;
import dev.ftctl.model.problem.ApiException;
import feign.Client;
import feign.Request;
import feign.Response;
import java.time.Duration;
import java.util.Optional;

/// The one place where calls are repeated, below every Feign interface. What may be repeated is the
/// [Verdicts]' say; anything but success leaves as an [ApiException].
final class RetryingClient implements Client {

  static final int ATTEMPTS = 5;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
  private static final double JITTER = 0.25;

  private final Exchange exchange;
  private final Verdicts verdicts;
  private final Sleeper sleeper;
  private final Optional<Turn> turn;

  /// @param turn places in quotas that were taken for these calls before
  RetryingClient(Exchange exchange, Verdicts verdicts, Sleeper sleeper, Optional<Turn> turn) {
    this.exchange = exchange;
    this.verdicts = verdicts;
    this.sleeper = sleeper;
    this.turn = turn;
  }

  /// @throws ApiException also when the thread is interrupted, with its flag set again
  @Override
  public Response execute(Request request, Request.Options options) {
    return switch (last(request, options)) {
      case Attempt.Answered answered -> AnswerBody.response(request, answered);
      case Attempt.Failed failed -> throw new ApiException(failed.failure());
    };
  }

  private Attempt last(Request request, Request.Options options) {
    try {
      Attempt first = exchange.attempt(request, options, 1, turn);
      return first.mayBeRepeated() ? repeat(request, options, first) : first;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ApiException(verdicts.interrupted(request));
    }
  }

  /// Where the server named a time, that decides, for five minutes in all; else so many attempts.
  private Attempt repeat(Request request, Request.Options options, Attempt first)
      throws InterruptedException {
    Execution<Attempt> counted = Execution.of(policy());
    long end = sleeper.nanoTime() + Verdicts.PATIENCE.toNanos();
    Attempt last = first;
    for (int number = 2; last.mayBeRepeated(); number++) {
      Duration pause = pauseAfter(last);
      if (pause.isZero()) {
        counted.recordResult(last);
        pause = counted.getDelay();
      }
      boolean isOver = counted.isComplete() || sleeper.nanoTime() + pause.toNanos() > end;
      if (isOver || Thread.currentThread().isInterrupted()) {
        return last;
      }
      sleeper.sleep(pause);
      last = exchange.attempt(request, options, number, turn);
    }
    return last;
  }

  private static RetryPolicy<Attempt> policy() {
    return RetryPolicy.<Attempt>builder()
        .handleResultIf(Attempt::mayBeRepeated)
        .withMaxAttempts(ATTEMPTS)
        .withBackoff(FIRST_PAUSE, LONGEST_PAUSE)
        .withJitter(JITTER)
        .build();
  }

  private static Duration pauseAfter(Attempt attempt) {
    return attempt instanceof Attempt.Failed failed ? failed.pause() : Duration.ZERO;
  }
}
