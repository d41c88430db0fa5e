package dev.ftctl.fivetran.http;

import dev.ftctl.fivetran.answer.Attempt;
import dev.ftctl.fivetran.answer.BodyReader;
import dev.ftctl.fivetran.answer.Verdicts;
import dev.ftctl.fivetran.pacing.CallSorts;
import dev.ftctl.fivetran.pacing.Pacer;
import dev.ftctl.fivetran.pacing.Permit;
import dev.ftctl.fivetran.pacing.Sleeper;
import dev.ftctl.fivetran.pacing.Turn;
import dev.ftctl.model.CallSort;
import dev.ftctl.model.Redaction;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Sends one request once and says how it ended. Bounds the requests in flight, paces them, and
/// writes the wire lines.
final class Exchange {

  /// Bytes of a body of which not many may be in memory at once.
  private static final int LARGE = 64 * 1024;

  private final Client client;
  private final BodyReader bodies;
  private final Verdicts verdicts;
  private final Pacer pacer;
  private final Semaphore inFlight;
  private final Sleeper sleeper;
  private final Redaction redaction;
  private final Consumer<String> wire;

  /// @param client what sends
  Exchange(
      Client client,
      BodyReader bodies,
      Verdicts verdicts,
      Pacer pacer,
      Sleeper sleeper,
      AccountOptions options) {
    this.client = client;
    this.bodies = bodies;
    this.verdicts = verdicts;
    this.pacer = pacer;
    this.inFlight = new Semaphore(options.parallelism(), true);
    this.sleeper = sleeper;
    this.redaction = options.redaction();
    this.wire = options.wire();
  }

  /// @param number of the attempt, from one
  /// @param turn places in quotas that were taken for this call before
  /// @throws InterruptedException before anything was sent
  Attempt attempt(Request request, Request.Options options, int number, Optional<Turn> turn)
      throws InterruptedException {
    Set<CallSort> sorts = CallSorts.of(request);
    Optional<Duration> usedUp = pacer.usedUpFor(sorts);
    if (usedUp.isPresent()) {
      return verdicts.usedUp(request, usedUp.get());
    }
    Permit permit = permit(sorts, turn);
    long started = sleeper.nanoTime();
    Reception reception;
    try {
      reception = send(request, options, permit);
    } finally {
      inFlight.release();
    }
    long millis = Duration.ofNanos(sleeper.nanoTime() - started).toMillis();
    Attempt attempt = reception.attempt();
    wire.accept(redaction.mask(line(request, attempt, millis, number)));
    return attempt;
  }

  /// What came back. A body that isn't large is taken apart while the next request is on its way.
  private interface Reception {
    Attempt attempt();
  }

  private Permit permit(Set<CallSort> sorts, Optional<Turn> turn) throws InterruptedException {
    Permit permit = pacer.await(sorts, turn);
    try {
      inFlight.acquire();
    } catch (InterruptedException stopped) {
      pacer.unsent(permit);
      throw stopped;
    }
    return permit;
  }

  private Reception send(Request request, Request.Options options, Permit permit) {
    boolean isHeard = false;
    try (Response response = client.execute(request, options)) {
      pacer.heard(permit, response);
      isHeard = true;
      byte[] body = body(response);
      if (isSuccess(response) && body.length < LARGE) {
        return () -> verdicts.of(request, response, body);
      }
      Attempt attempt = verdicts.of(request, response, body);
      pacer.judged(permit, attempt);
      return () -> attempt;
    } catch (IOException broken) {
      Attempt none = verdicts.broken(request, broken);
      return () -> none;
    } finally {
      if (!isHeard) {
        pacer.lost(permit);
      }
    }
  }

  private static boolean isSuccess(Response response) {
    return response.status() >= 200 && response.status() < 300;
  }

  /// What an error says besides its status is welcome, not needed.
  private byte[] body(Response response) throws IOException {
    try {
      return bodies.read(response);
    } catch (IOException broken) {
      if (!isSuccess(response)) {
        return new byte[0];
      }
      throw broken;
    }
  }

  private static String line(Request request, Attempt attempt, long millis, int number) {
    URI url = URI.create(request.url());
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    String call = request.httpMethod().name() + " " + url.getRawPath() + query;
    String trail = " in " + millis + " ms (attempt " + number + ")";
    return switch (attempt) {
      case Attempt.Answered answered -> call + " → " + answered.status() + trail;
      case Attempt.Failed failed -> {
        var failure = failed.failure();
        String status = failure.status() == 0 ? "no answer" : Integer.toString(failure.status());
        String code = failure.code().isEmpty() ? failure.message() : failure.code();
        yield call + " → " + status + trail + ": " + code;
      }
    };
  }
}
