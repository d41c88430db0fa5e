package dev.ftctl.playground;

import dev.ftctl.playground.http.Answer;
import dev.ftctl.playground.http.Asked;
import dev.ftctl.playground.http.JsonStyle;
import dev.ftctl.playground.http.PercentText;
import dev.ftctl.playground.http.PracticeError;
import dev.ftctl.playground.http.Query;
import dev.ftctl.playground.http.RouteTable;
import dev.ftctl.playground.http.TokenBucket;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Where HTTP ends: takes a token for each request, has it answered, and tells of it.
final class PracticeDoor {

  private static final byte[] NOTHING = {};

  private final RouteTable routes;
  private final JsonStyle style;
  private final Optional<TokenBucket> bucket;
  private final RequestLines lines;

  PracticeDoor(
      RouteTable routes, JsonStyle style, Optional<TokenBucket> bucket, RequestLines lines) {
    this.routes = routes;
    this.style = style;
    this.bucket = bucket;
    this.lines = lines;
  }

  void handle(ServerRequest request, ServerResponse response) {
    Answer answer = bucket.map(limit -> limited(limit, request)).orElseGet(() -> answer(request));
    var prologue = request.prologue();
    String query = request.query().rawValue();
    String path = prologue.uriPath().rawPath();
    lines.add(
        request.remotePeer().host(),
        prologue.method().text(),
        query.isEmpty() ? path : path + "?" + query,
        answer.status());
    send(answer, response, prologue.method().text().equals("HEAD"));
    if (request.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
      // The library tells so, too, and leaves the connection open until it has been idle for long.
      throw new CloseConnectionException("as the client asked");
    }
  }

  private Answer limited(TokenBucket limit, ServerRequest request) {
    TokenBucket.Turn turn = limit.take();
    Answer answer =
        turn.isTaken()
            ? answer(request)
            : new PracticeError(429, "Too Many Requests").answer(style);
    return answer.with(turn.headers());
  }

  private Answer answer(ServerRequest request) {
    try {
      return routes.answer(asked(request));
    } catch (PracticeError error) {
      return error.answer(style);
    }
  }

  private static Asked asked(ServerRequest request) {
    var prologue = request.prologue();
    return new Asked(
        prologue.method().text(),
        PercentText.ofPath(prologue.uriPath().rawPath()),
        Query.of(request.query().rawValue()),
        header(request, HeaderNames.HOST),
        header(request, HeaderNames.AUTHORIZATION),
        header(request, HeaderNames.CONTENT_TYPE),
        body(request));
  }

  private static String header(ServerRequest request, HeaderName name) {
    return request.headers().contains(name) ? request.headers().get(name).get() : "";
  }

  private static byte[] body(ServerRequest request) {
    if (!request.content().hasEntity()) {
      return NOTHING;
    }
    try (var in = request.content().inputStream()) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void send(Answer answer, ServerResponse response, boolean isHead) {
    response.status(Status.create(answer.status()));
    response.header(HeaderNames.CONTENT_TYPE, answer.contentType());
    answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
    if (isHead) {
      // The library would send the body, too, and the client take it for the next answer.
      response.header(HeaderNames.CONTENT_LENGTH, Integer.toString(answer.body().length));
      response.send();
    } else if (answer.isChunked()) {
      sendInChunks(answer, response);
    } else {
      response.send(answer.body());
    }
  }

  private static void sendInChunks(Answer answer, ServerResponse response) {
    response.header(HeaderNames.TRANSFER_ENCODING, "chunked");
    try (var out = response.outputStream()) {
      out.write(answer.body());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
