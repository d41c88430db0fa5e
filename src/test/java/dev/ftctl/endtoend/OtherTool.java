package dev.ftctl.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Somebody else's client of the same account: plain HTTP, nothing of ftctl's.
final class OtherTool implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private final String authorization;

  OtherTool(Sandbox sandbox) {
    base = sandbox.url();
    String key = sandbox.apiKey() + ":" + sandbox.apiSecret();
    authorization =
        "Basic " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  /// Sends a body written with single quotes, empty for none, and gives the answer's `data`.
  JsonNode send(String method, String path, String body) {
    var publisher =
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'));
    var request =
        HttpRequest.newBuilder(URI.create(base + "/v1" + path))
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .method(method, publisher)
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new AssertionError(method + " " + path + " → " + answer.body());
      }
      return JSON.readTree(answer.body()).path("data");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /// Creates, and gives the id of what was made.
  String create(String path, String body) {
    return send("POST", path, body).path("id").asText();
  }

  /// The id of the object of a collection whose field reads so.
  String idOf(String collection, String field, String text) {
    for (JsonNode item : send("GET", "/" + collection + "?limit=1000", "").path("items")) {
      if (item.path(field).asText().equals(text)) {
        return item.path("id").asText();
      }
    }
    throw new AssertionError("no " + field + " '" + text + "' in " + collection);
  }

  @Override
  public void close() {
    http.close();
  }
}
