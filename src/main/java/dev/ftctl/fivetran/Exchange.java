package dev.ftctl.fivetran;

import dev.ftctl.model.Redaction;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Sends one request once and says how it ended. Bounds the requests in flight, paces them, and
/// writes the wire lines.
final class Exchange {

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
      Sleeper sleeper,
      AccountOptions options) {
    this.client = client;
    this.bodies = bodies;
    this.verdicts = verdicts;
    this.pacer = new Pacer(sleeper);
    this.inFlight = new Semaphore(options.parallelism(), true);
    this.sleeper = sleeper;
    this.redaction = options.redaction();
    this.wire = options.wire();
  }

  /// @param number of the attempt, from one
  /// @throws InterruptedException before anything was sent
  Attempt attempt(Request request, Request.Options options, int number)
      throws InterruptedException {
    pacer.await();
    inFlight.acquire();
    try {
      long started = sleeper.nanoTime();
      Attempt attempt = send(request, options);
      long millis = Duration.ofNanos(sleeper.nanoTime() - started).toMillis();
      wire.accept(redaction.mask(line(request, attempt, millis, number)));
      return attempt;
    } finally {
      inFlight.release();
    }
  }

  private Attempt send(Request request, Request.Options options) {
    try (Response response = client.execute(request, options)) {
      Attempt attempt = verdicts.of(request, response, body(response));
      pacer.heard(response, attempt);
      return attempt;
    } catch (IOException broken) {
      return verdicts.broken(request, broken);
    }
  }

  /// What an error says besides its status is welcome, not needed.
  private byte[] body(Response response) throws IOException {
    try {
      return bodies.read(response);
    } catch (IOException broken) {
      if (response.status() < 200 || response.status() >= 300) {
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
