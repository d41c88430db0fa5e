package dev.ftctl.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A plain client for the simulator's tests: JSON in, JSON out, no retries. Paths start below
/// `/v1`.
final class ApiClient implements AutoCloseable {
  static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;

  ApiClient(URI base) {
    this.base = base;
  }

  /// An answer: status, envelope, headers.
  record Answer(int status, JsonNode json, HttpResponse<String> raw) {
    String code() {
      return json.path("code").asText();
    }

    String message() {
      return json.path("message").asText();
    }

    JsonNode data() {
      return json.path("data");
    }

    /// Status, code and message in one line, to compare all three at once.
    String line() {
      return status + " " + code() + ": " + message();
    }
  }

  Answer get(String path) {
    return send("GET", path, "");
  }

  Answer post(String path, String body) {
    return send("POST", path, body);
  }

  Answer patch(String path, String body) {
    return send("PATCH", path, body);
  }

  Answer delete(String path) {
    return send("DELETE", path, "");
  }

  Answer send(String method, String path, String body) {
    var request =
        request(method, path, body).header("Authorization", basic("sandbox_key", "sandbox_secret"));
    return send(body.isEmpty() ? request : request.header("Content-Type", "application/json"));
  }

  /// A request without any header, for tests of the protocol.
  HttpRequest.Builder request(String method, String path, String body) {
    var publisher =
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    var prefix = path.startsWith("/_sandbox/") || path.startsWith("/v1/") ? "" : "/v1";
    return HttpRequest.newBuilder(URI.create(base + prefix + path)).method(method, publisher);
  }

  Answer send(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), JSON.readTree(response.body()), response);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  static String basic(String key, String secret) {
    return "Basic "
        + Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    http.close();
  }
}
