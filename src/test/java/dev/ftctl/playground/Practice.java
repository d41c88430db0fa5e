package dev.ftctl.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/// A practice API with the data of seed 1 at the beginning of 2026, and a client of it.
final class Practice implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Playground playground;

  private Practice(PlaygroundOptions options) {
    try {
      playground = Playground.start(options);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  static PlaygroundOptions options() {
    return PlaygroundOptions.usual(1).withClock(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  static Practice usual() {
    return of(options());
  }

  static Practice of(PlaygroundOptions options) {
    return new Practice(options);
  }

  Playground playground() {
    return playground;
  }

  HttpResponse<String> get(String target, String... headers) {
    return send("GET", target, "", headers);
  }

  JsonNode json(String target, String... headers) {
    return read(get(target, headers).body());
  }

  HttpResponse<String> send(String method, String target, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(url(target)))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /// What a connection gets that sends this: lines that a client would not send.
  String raw(String lines) {
    try (var socket = new Socket("127.0.0.1", playground.url().getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(lines.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Whole URLs stay as they are.
  private String url(String target) {
    return target.startsWith("/") ? playground.url() + target : target;
  }

  @Override
  public void close() {
    http.close();
    playground.close();
  }

  static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }
}
