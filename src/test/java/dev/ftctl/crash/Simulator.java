package dev.ftctl.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.sandbox.Sandbox;
import dev.ftctl.sandbox.SandboxOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A simulator, driven through its control endpoints: in a process of its own, or in this one,
/// which is cheaper and enough where only the client ends badly.
final class Simulator implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern URL = Pattern.compile("FIVETRAN_API_URL=(\\S+)");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Runnable end;
  private final URI url;

  private Simulator(Runnable end, URI url) {
    this.end = end;
    this.url = url;
  }

  static Simulator inProcess() throws IOException {
    var sandbox = Sandbox.start(SandboxOptions.inMemory());
    return new Simulator(sandbox::close, sandbox.url());
  }

  static Simulator start() throws IOException {
    Process process = Child.start(Map.of(), Path.of(""), "sandbox", "start", "--port", "0");
    var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    var said = new ArrayList<String>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
      Matcher url = URL.matcher(line);
      if (url.find()) {
        return new Simulator(process::destroyForcibly, URI.create(url.group(1)));
      }
    }
    throw new IllegalStateException("no simulator: " + String.join("\n", said));
  }

  URI url() {
    return url;
  }

  /// As new: no account, no faults, no requests.
  void reset() {
    send("POST", "reset", "");
  }

  /// `{collection: {id: node}}`.
  JsonNode account() {
    return send("GET", "account", "");
  }

  /// Takes what [#account] gave in the place of what there is.
  void replaceAccount(JsonNode account) {
    send("PUT", "account", account.toString());
  }

  void forgetRequests() {
    send("DELETE", "requests", "");
  }

  /// Each as `GET /v1/groups`, those that were dropped included.
  List<String> requests() {
    var requests = new ArrayList<String>();
    send("GET", "requests", "")
        .path("requests")
        .forEach(
            one -> requests.add(one.path("method").asText() + " " + one.path("path").asText()));
    return List.copyOf(requests);
  }

  /// Replaces the fault rules by these, as JSON; an empty text ends all faults.
  void faults(String rules) {
    send("PUT", "faults", "[" + rules + "]");
  }

  @Override
  public void close() {
    http.close();
    end.run();
  }

  private JsonNode send(String method, String endpoint, String body) {
    var request =
        HttpRequest.newBuilder(url.resolve("/_sandbox/" + endpoint))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(endpoint + ": " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException away) {
      throw new java.io.UncheckedIOException(away);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
