package dev.ftctl.sandbox;

import dev.ftctl.sandbox.control.ControlDesk;
import dev.ftctl.sandbox.control.Fault;
import dev.ftctl.sandbox.control.Faults;
import dev.ftctl.sandbox.http.Answer;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Doorkeeper;
import dev.ftctl.sandbox.http.Incoming;
import dev.ftctl.sandbox.http.Operations;
import dev.ftctl.sandbox.http.Reception;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RequestMask;
import dev.ftctl.sandbox.http.Visitor;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.RequestLog;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.sandbox.store.SandboxClock;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where HTTP ends: turns the server library's request into [Incoming], lets faults happen, keeps
/// the request log, and sends the answer or drops the connection.
final class HttpDoor {
  private static final int DROPPED = 0;
  private static final HeaderName SITE = HeaderNames.create("Sec-Fetch-Site");

  private final Doorkeeper keeper;
  private final Reception reception;
  private final ControlDesk control;
  private final Faults faults;
  private final RequestLog requests;
  private final RequestMask mask;
  private final SandboxClock clock;
  private final Duration latency;

  HttpDoor(
      Doorkeeper keeper,
      Reception reception,
      ControlDesk control,
      Faults faults,
      RequestLog requests,
      RequestMask mask,
      SandboxClock clock,
      Duration latency) {
    this.keeper = keeper;
    this.reception = reception;
    this.control = control;
    this.faults = faults;
    this.requests = requests;
    this.mask = mask;
    this.clock = clock;
    this.latency = latency;
  }

  void handle(ServerRequest request, ServerResponse response) {
    try {
      keeper.check(visitor(request));
    } catch (ApiError stranger) {
      send(Answer.json(stranger.status(), Map.of(), Reply.refused(stranger).envelope()), response);
      return;
    }
    var incoming = incoming(request);
    if (incoming.rawPath().startsWith(ControlDesk.PREFIX)) {
      send(control.answer(incoming), response);
      return;
    }
    var arrival = faults.arrive(incoming.method(), incoming.rawPath());
    Answer answer;
    try {
      answer = answer(incoming, arrival);
    } finally {
      // Before anybody can have heard of it, and begun another.
      faults.leave();
    }
    var fault = arrival.fault();
    if (fault.drop()) {
      throw new CloseConnectionException("dropped by a fault rule");
    }
    if (fault.torn()) {
      sendHalf(answer, response);
      return;
    }
    send(answer, response);
  }

  /// Once it is logged.
  private Answer answer(Incoming incoming, Faults.Arrival arrival) {
    var started = System.nanoTime();
    var at = AccountData.timestamp(clock.instant());
    var shown = mask.shown(incoming.rawPath(), incoming.body());
    var fault = arrival.fault();
    pause(latency.plus(fault.latency()));
    var answer = answer(incoming, fault);
    pause(fault.stall());
    requests.add(
        new RequestRecord(
            at,
            incoming.method(),
            incoming.rawPath(),
            incoming.rawQuery(),
            shown,
            fault.drop() ? DROPPED : answer.status(),
            Duration.ofNanos(System.nanoTime() - started).toMillis(),
            arrival.inFlight(),
            Operations.violations(incoming)));
    return answer;
  }

  private Answer answer(Incoming incoming, Fault fault) {
    var nothing = new Answer(DROPPED, Map.of(), Answer.JSON_TYPE, new byte[0]);
    var proper = fault.commit() ? reception.answer(incoming) : nothing;
    return switch (fault.substitute()) {
      case Fault.Substitute.Nothing none -> proper;
      case Fault.Substitute.Given given ->
          new Answer(
              given.status(),
              given.headers(),
              given.contentType(),
              given.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    };
  }

  private static Visitor visitor(ServerRequest request) {
    return new Visitor(
        header(request, HeaderNames.HOST),
        request.localPeer().port(),
        header(request, HeaderNames.ORIGIN),
        header(request, SITE));
  }

  private static Incoming incoming(ServerRequest request) {
    var prologue = request.prologue();
    var query = new LinkedHashMap<String, String>();
    request
        .query()
        .names()
        .forEach(name -> query.put(name, request.query().first(name).orElse("")));
    return new Incoming(
        prologue.method().text(),
        prologue.uriPath().rawPath(),
        request.query().rawValue(),
        query,
        header(request, HeaderNames.AUTHORIZATION),
        header(request, HeaderNames.ACCEPT),
        header(request, HeaderNames.CONTENT_TYPE),
        body(request));
  }

  private static String header(ServerRequest request, HeaderName name) {
    return request.headers().contains(name)
        ? String.join(",", request.headers().get(name).allValues())
        : "";
  }

  private static byte[] body(ServerRequest request) {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    try (var in = request.content().inputStream()) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void send(Answer answer, ServerResponse response) {
    head(answer, response);
    response.send(answer.body());
  }

  /// Announces the whole body, sends half of it and closes the connection.
  private static void sendHalf(Answer answer, ServerResponse response) {
    head(answer, response);
    response.header(HeaderNames.CONTENT_LENGTH, Integer.toString(answer.body().length));
    try {
      var out = response.outputStream();
      out.write(Arrays.copyOf(answer.body(), answer.body().length / 2));
      out.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    throw new CloseConnectionException("body torn by a fault rule");
  }

  private static void head(Answer answer, ServerResponse response) {
    response.status(Status.create(answer.status()));
    response.header(HeaderNames.CONTENT_TYPE, answer.contentType());
    answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
  }

  private static void pause(Duration howLong) {
    if (howLong.isZero()) {
      return;
    }
    try {
      Thread.sleep(howLong);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CloseConnectionException("stopped");
    }
  }
}
