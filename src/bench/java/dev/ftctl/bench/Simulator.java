package dev.ftctl.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The simulator in a process of its own, its account kept in a file.
final class Simulator implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern EXPORT = Pattern.compile("export (\\w+)=(\\S+)");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Process process;
  private final Map<String, String> environment = new HashMap<>();

  private Simulator(Process process) {
    this.process = process;
  }

  /// Starts it and waits until it listens.
  ///
  /// @param latency milliseconds before each answer
  static Simulator start(Path home, Path data, int latency) throws IOException {
    var builder =
        new ProcessBuilder(
            home.resolve("ftctl").toString(),
            "sandbox",
            "start",
            "-q",
            "--data",
            data.toString(),
            "--latency",
            latency + "ms");
    builder.environment().put("FTCTL_JAVA_OPTS", "-Xmx3g");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    var simulator = new Simulator(builder.start());
    var lines =
        new BufferedReader(new InputStreamReader(simulator.process.getInputStream(), UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      var export = EXPORT.matcher(line);
      if (export.find()) {
        simulator.environment.put(export.group(1), export.group(2));
      }
      if (line.startsWith("Ctrl-C")) {
        return simulator;
      }
    }
    throw new IllegalStateException("the simulator did not start");
  }

  /// What `ftctl` needs to reach it.
  Map<String, String> environment() {
    return environment;
  }

  JsonNode account() throws IOException, InterruptedException {
    return send("GET", "account", "");
  }

  void replaceAccount(JsonNode account) throws IOException, InterruptedException {
    send("PUT", "account", JSON.writeValueAsString(account));
  }

  void faults(String rules) throws IOException, InterruptedException {
    send("PUT", "faults", rules);
  }

  void forgetRequests() throws IOException, InterruptedException {
    send("DELETE", "requests", "");
  }

  /// The last ten thousand, in order.
  JsonNode requests() throws IOException, InterruptedException {
    return send("GET", "requests", "").path("requests");
  }

  private JsonNode send(String method, String endpoint, String body)
      throws IOException, InterruptedException {
    var url = URI.create(environment.get("FIVETRAN_API_URL"));
    var request =
        HttpRequest.newBuilder(url.resolve("/_sandbox/" + endpoint))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(endpoint + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /// Ends it in order, so that its account is whole in the file.
  @Override
  public void close() {
    http.close();
    process.destroy();
    process.onExit().join();
  }
}
