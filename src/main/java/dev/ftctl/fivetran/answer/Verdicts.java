package dev.ftctl.fivetran.answer;

import dev.ftctl.model.Redaction;
import dev.ftctl.model.file.SpooledFile;
import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.model.problem.CallDetails;
import dev.ftctl.model.value.Value;
import feign.Request;
import feign.Request.HttpMethod;
import feign.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Says what an answer, or the lack of one, means: success, a failure, whether the call may be
/// repeated blindly, and whether a write may have been carried out all the same.
///
/// Repeated are a GET on 429, 5xx, a reset, a time-out or a torn body, and any verb on 429, which
/// Fivetran answers before it does anything. Never another write. A refused connection is not
/// repeated: it says at once that the URL is wrong.
public final class Verdicts {

  public static final int TOO_MANY_REQUESTS = 429;

  private static final int NOT_AUTHENTICATED = 401;

  /// A longer `Retry-After` ends the call: hourly quotas answer 3600.
  public static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Redaction redaction;
  private final Duration timeout;
  private final InstantSource clock;
  private final Route route;

  public Verdicts(Redaction redaction, Duration timeout, InstantSource clock, Route route) {
    this.route = route;
    this.redaction = redaction;
    this.timeout = timeout;
    this.clock = clock;
  }

  /// Of a complete answer.
  public Attempt of(Request request, Response response, byte[] body) {
    if (!isSuccess(response)) {
      return refused(request, response, body);
    }
    try {
      return of(request, response, AnswerEnvelope.whole(body));
    } catch (UnreadableAnswerException unreadable) {
      return unreadable(request, response, unreadable, ErrorText.isPage(response, body));
    } catch (IOException broken) {
      return broken(request, broken);
    }
  }

  /// Of a success that is still coming.
  ///
  /// @throws UnreadableAnswerException when it does not say what it must
  /// @throws IOException when it broke off
  public Attempt of(Request request, Response response, BoundedStream body) throws IOException {
    var method = request.requestTemplate().methodMetadata();
    Object content = AnswerEnvelope.content(method, isRead(request), response.status(), body);
    if (isRead(request) && content instanceof Value.Mapping data) {
      AskedObject.of(method, path(request)).check(data);
    }
    return new Attempt.Answered(
        response.status(),
        switch (content) {
          case Page page -> page.from(path(request), body.count());
          case Envelope whole ->
              new Envelope(
                  whole.status(),
                  whole.content(),
                  Headers.text(response, "X-Request-Id").orElse(""));
          default -> content;
        });
  }

  /// Of a success that does not say what it must.
  public Attempt unreadable(
      Request request, Response response, UnreadableAnswerException unreadable) {
    return unreadable(request, response, unreadable, ErrorText.isPage(response, new byte[0]));
  }

  private Attempt unreadable(
      Request request, Response response, UnreadableAnswerException unreadable, boolean isPage) {
    String said = unreadable.getMessage() + kind(response);
    if (unreadable.isTorn()) {
      return failed(request, 0, said, true);
    }
    var failure = failure(request, response.status(), "", said, !isRead(request));
    return new Attempt.Failed(
        isPage ? failure.saidByAnother(failure.message()) : failure, false, Duration.ZERO);
  }

  public static boolean isSuccess(Response response) {
    return response.status() >= 200 && response.status() < 300;
  }

  /// Whether the answer of this call is taken apart as it comes.
  public static boolean isSkimmed(Request request) {
    return AnswerEnvelope.skimOf(request.requestTemplate().methodMetadata()).isPresent();
  }

  /// Whether the answer of this call is a file, and not what the API says of something.
  public static boolean isSpooled(Request request) {
    return request.requestTemplate().methodMetadata().returnType() == SpooledFile.class;
  }

  /// Of an answer whose body did not come, or of none at all.
  public Attempt broken(Request request, IOException cause) {
    if (Thread.currentThread().isInterrupted()) {
      return failed(request, 0, "interrupted", false);
    }
    if (Breakage.has(cause, OutOfMemoryError.class)) {
      // Asked again it would be no smaller.
      String full = String.valueOf(UnreadableAnswerException.full().getMessage());
      return failed(request, 0, full, false);
    }
    Optional<Breakage> unsent = Breakage.of(cause, route);
    if (unsent.isPresent()) {
      boolean mayBeRepeated = unsent.get().isPassing() && isRead(request);
      return unsent(request, unsent.get().words(), mayBeRepeated);
    }
    String message =
        cause instanceof HttpTimeoutException
            ? "no complete answer within "
                + timeout.toMillis() / 1000.0
                + " s ("
                + route.shown()
                + ")"
            : "the connection broke" + Breakage.reason(cause) + " (" + route.shown() + ")";
    return failed(request, 0, message, true);
  }

  /// Of a call that was stopped while it waited for its turn; nothing was sent.
  public ApiFailure interrupted(Request request) {
    return failure(request, 0, "", "interrupted", false);
  }

  /// Of a call that is not worth sending: the API said that its quota is used up for so long.
  public Attempt usedUp(Request request, Duration wait) {
    String message =
        "not sent: the quota is used up for another " + rounded(wait) + ", longer than ftctl waits";
    return new Attempt.Failed(
        failure(request, TOO_MANY_REQUESTS, "TooManyRequests", message, false), false, wait);
  }

  public static String path(Request request) {
    return URI.create(request.url()).getRawPath();
  }

  public static boolean isRead(Request request) {
    return request.httpMethod() == HttpMethod.GET;
  }

  private Attempt refused(Request request, Response response, byte[] body) {
    int status = response.status();
    Optional<Value.Mapping> envelope = AnswerEnvelope.ofError(body);
    String code = envelope.map(said -> said.text("code")).orElse("");
    String message =
        envelope
            .map(said -> said.text("message"))
            .orElseGet(() -> ErrorText.of(request, response, body));
    boolean isOurs = envelope.isPresent() || !ErrorText.isForeign(response, body);
    CallDetails details = isOurs ? details(response) : CallDetails.NONE;
    if (status == TOO_MANY_REQUESTS) {
      var usedUp = failure(request, status, code, message, false).with(details);
      return repeatable(request, response, usedUp, true);
    }
    boolean isServerError = status >= 500;
    var failure =
        failure(request, status, code, message, isServerError && !isRead(request)).with(details);
    if (envelope.isEmpty() && !isServerError && ErrorText.isForeign(response, body)) {
      return new Attempt.Failed(failure.saidByAnother(failure.message()), false, Duration.ZERO);
    }
    return repeatable(request, response, failure, isServerError && isRead(request));
  }

  private CallDetails details(Response response) {
    return new CallDetails(
        response.status() == NOT_AUTHENTICATED ? route.credentials() : "",
        Headers.text(response, "X-Request-Id")
            .filter(id -> id.matches("[\\w.:-]{1,100}"))
            .map(redaction::maskAnswer)
            .orElse(""));
  }

  /// Where the server names a time (`Retry-After`), that decides whether and when the call is
  /// repeated.
  private Attempt repeatable(
      Request request, Response response, ApiFailure failure, boolean mayBeRepeated) {
    Duration wait =
        mayBeRepeated
            ? Headers.retryAfter(response, clock.instant()).orElse(Duration.ZERO)
            : Duration.ZERO;
    if (wait.compareTo(PATIENCE) <= 0) {
      return new Attempt.Failed(failure, mayBeRepeated, wait);
    }
    String said =
        failure.message()
            + " (to be tried again in "
            + rounded(wait)
            + ", longer than ftctl waits)";
    return new Attempt.Failed(
        failure(request, failure.status(), failure.code(), said, failure.isAmbiguous())
            .with(failure.details()),
        false,
        wait);
  }

  private Attempt unsent(Request request, String message, boolean mayBeRepeated) {
    return new Attempt.Failed(
        failure(request, 0, "", message, false), mayBeRepeated, Duration.ZERO);
  }

  private Attempt failed(Request request, int status, String message, boolean isPassing) {
    var failure = failure(request, status, "", message, !isRead(request));
    return new Attempt.Failed(failure, isPassing && isRead(request), Duration.ZERO);
  }

  private ApiFailure failure(
      Request request, int status, String code, String message, boolean isAmbiguous) {
    return new ApiFailure(
        request.httpMethod().name(),
        path(request),
        status,
        redaction.maskAnswer(code),
        redaction.maskAnswer(message),
        isAmbiguous);
  }

  private static String rounded(Duration wait) {
    return wait.compareTo(Duration.ofDays(2)) < 0
        ? Math.max(1, wait.toMinutes()) + " minutes"
        : wait.toDays() + " days";
  }

  private static String kind(Response response) {
    return Headers.text(response, "Content-Type").map(type -> " (" + type + ")").orElse("");
  }
}
