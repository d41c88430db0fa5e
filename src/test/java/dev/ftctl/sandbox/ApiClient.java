package dev.ftctl.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A plain client for the simulator's tests: JSON in, JSON out, no retries. Paths start below
/// `/v1`.
public final class ApiClient implements AutoCloseable {
  public static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;

  public ApiClient(URI base) {
    this.base = base;
  }

  /// An answer: status, envelope, headers.
  public record Answer(int status, JsonNode json, HttpResponse<String> raw) {
    public String code() {
      return json.path("code").asText();
    }

    public String message() {
      return json.path("message").asText();
    }

    public JsonNode data() {
      return json.path("data");
    }

    /// Status, code and message in one line, to compare all three at once.
    public String line() {
      return status + " " + code() + ": " + message();
    }
  }

  public Answer get(String path) {
    return send("GET", path, "");
  }

  public Answer post(String path, String body) {
    return send("POST", path, body);
  }

  public Answer patch(String path, String body) {
    return send("PATCH", path, body);
  }

  public Answer delete(String path) {
    return send("DELETE", path, "");
  }

  public Answer send(String method, String path, String body) {
    var request =
        request(method, path, body).header("Authorization", basic("sandbox_key", "sandbox_secret"));
    return send(body.isEmpty() ? request : request.header("Content-Type", "application/json"));
  }

  /// Sends a file as a part of a form.
  public Answer upload(String method, String path, String part, byte[] file) {
    var head =
        "--ftctl\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"code.zip\"\r\n"
                .formatted(part)
            + "Content-Type: application/zip\r\n\r\n";
    var body =
        HttpRequest.BodyPublishers.concat(
            HttpRequest.BodyPublishers.ofString(head),
            HttpRequest.BodyPublishers.ofByteArray(file),
            HttpRequest.BodyPublishers.ofString("\r\n--ftctl--\r\n"));
    return send(
        request(method, path, "")
            .method(method, body)
            .header("Authorization", basic("sandbox_key", "sandbox_secret"))
            .header("Content-Type", "multipart/form-data; boundary=ftctl"));
  }

  /// A request without any header, for tests of the protocol.
  public HttpRequest.Builder request(String method, String path, String body) {
    var publisher =
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    var prefix = path.startsWith("/_sandbox/") || path.startsWith("/v1/") ? "" : "/v1";
    return HttpRequest.newBuilder(URI.create(base + prefix + path)).method(method, publisher);
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      var isFile =
          response.headers().firstValue("Content-Type").orElse("").endsWith("octet-stream");
      return new Answer(
          response.statusCode(),
          isFile ? MissingNode.getInstance() : JSON.readTree(response.body()),
          response);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  public static String basic(String key, String secret) {
    return "Basic "
        + Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    http.close();
  }
}
