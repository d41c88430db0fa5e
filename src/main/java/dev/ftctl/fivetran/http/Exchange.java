package dev.ftctl.fivetran.http;

import dev.ftctl.fivetran.answer.Attempt;
import dev.ftctl.fivetran.answer.BodyReader;
import dev.ftctl.fivetran.answer.Headers;
import dev.ftctl.fivetran.answer.UnreadableAnswerException;
import dev.ftctl.fivetran.answer.Verdicts;
import dev.ftctl.fivetran.pacing.CallSorts;
import dev.ftctl.fivetran.pacing.InFlight;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Sends one request once and says how it ended. Bounds the requests in flight, paces them, and
/// lets itself be observed.
final class Exchange {

  /// Bytes of a body that never stands in memory as a whole.
  private static final int LARGE = 1024 * 1024;

  private static final long ROOM = 16L * LARGE;

  private final Client client;
  private final BodyReader bodies;
  private final Verdicts verdicts;
  private final Pacer pacer;
  private final InFlight inFlight;
  private final Sleeper sleeper;
  private final Redaction redaction;
  private final RequestObserver wire;
  private final Duration timeout;
  private final BodyRoom room = new BodyRoom(ROOM);

  /// What the last answer's clock showed.
  private volatile Instant clock = Instant.MIN;

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
    this.inFlight = new InFlight(options.parallelism());
    this.sleeper = sleeper;
    this.redaction = options.redaction();
    this.wire = options.wire();
    this.timeout = options.timeout();
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
    Leave leave = leave(sorts, turn);
    long started = sleeper.nanoTime();
    Reception reception;
    try {
      wire.begins(request.httpMethod().name(), redaction.mask(request.url()), number);
      reception = send(request, options, leave);
    } finally {
      inFlight.giveBack(leave.place());
    }
    long millis = Duration.ofNanos(sleeper.nanoTime() - started).toMillis();
    Attempt attempt = reception.attempt();
    wire.ended(RequestEnd.of(request, attempt, millis, number, redaction));
    return attempt;
  }

  /// Empty before the first answer that tells it.
  Optional<Instant> clock() {
    return clock.equals(Instant.MIN) ? Optional.empty() : Optional.of(clock);
  }

  /// What came back. A body that there is room for is taken apart while the next request is on its
  /// way.
  private interface Reception {
    Attempt attempt();
  }

  /// What a request needs to go.
  private record Leave(Permit permit, InFlight.Place place) {}

  private Leave leave(Set<CallSort> sorts, Optional<Turn> turn) throws InterruptedException {
    Permit permit = pacer.await(sorts, turn);
    try {
      return new Leave(permit, inFlight.take());
    } catch (InterruptedException stopped) {
      pacer.unsent(permit);
      throw stopped;
    }
  }

  private Reception send(Request request, Request.Options options, Leave leave) {
    Permit permit = leave.permit();
    long sent = System.nanoTime();
    Duration extra = FormUpload.isOne(request) ? new FormUpload(request).extra() : Duration.ZERO;
    long end = sent + timeout.plus(extra).toNanos();
    boolean isHeard = false;
    try (Response response = client.execute(request, options)) {
      pacer.heard(permit, response);
      Headers.date(response).ifPresent(date -> clock = date);
      isHeard = true;
      inFlight.heard(leave.place(), request, response.status(), System.nanoTime() - sent);
      return received(request, response, permit, end);
    } catch (IOException broken) {
      inFlight.lost(leave.place());
      Attempt none = verdicts.broken(request, broken);
      return () -> none;
    } finally {
      if (!isHeard) {
        pacer.lost(permit);
      }
    }
  }

  /// @param end when the request's time is over, as [System#nanoTime] tells it
  private Reception received(Request request, Response response, Permit permit, long end)
      throws IOException {
    Duration left = left(end);
    try {
      if (!Verdicts.isSuccess(response)) {
        Attempt refused = verdicts.of(request, response, bodies.ofError(response, left));
        pacer.judged(permit, refused);
        return () -> refused;
      }
      if (Verdicts.isSkimmed(request)) {
        return skimmed(request, response, end);
      }
      if (Verdicts.isSpooled(request)) {
        Attempt spooled = new Attempt.Answered(response.status(), bodies.spooled(response, left));
        return () -> spooled;
      }
      byte[] body = bodies.whole(response, left);
      return later(body.length, () -> verdicts.of(request, response, body));
    } catch (UnreadableAnswerException unreadable) {
      Attempt none = verdicts.unreadable(request, response, unreadable);
      return () -> none;
    } catch (OutOfMemoryError full) {
      Attempt none = verdicts.unreadable(request, response, UnreadableAnswerException.full());
      return () -> none;
    }
  }

  /// At once where there is no room to wait.
  private Reception later(int bytes, Reception takenApart) {
    if (!room.take(bytes)) {
      Attempt now = takenApart.attempt();
      return () -> now;
    }
    return () -> {
      try {
        return takenApart.attempt();
      } finally {
        room.giveBack(bytes);
      }
    };
  }

  /// A large answer is taken apart as it comes.
  private Reception skimmed(Request request, Response response, long end) throws IOException {
    byte[] beginning = bodies.beginning(response, left(end), LARGE);
    if (beginning.length == LARGE) {
      Attempt large =
          bodies.skimmed(
              response, left(end), beginning, body -> verdicts.of(request, response, body));
      return () -> large;
    }
    return later(beginning.length, () -> skimmed(request, response, beginning));
  }

  private Attempt skimmed(Request request, Response response, byte[] whole) {
    try {
      return BodyReader.skimmed(whole, body -> verdicts.of(request, response, body));
    } catch (UnreadableAnswerException unreadable) {
      return verdicts.unreadable(request, response, unreadable);
    } catch (IOException broken) {
      return verdicts.broken(request, broken);
    } catch (OutOfMemoryError full) {
      return verdicts.unreadable(request, response, UnreadableAnswerException.full());
    }
  }

  private static Duration left(long end) {
    return Duration.ofNanos(end - System.nanoTime());
  }
}
