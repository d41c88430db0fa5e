package dev.ftctl.endtoend;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ftctl.sandbox.Sandbox;
import dev.ftctl.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/// A project with an environment for each of many simulated accounts. All of them are behind one
/// address, as Fivetran's are: whose account it is is told by the key.
final class FleetAccounts implements AutoCloseable {

  private static final Set<String> OF_A_CONNECTION =
      Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade");

  private final Map<String, Sandbox> sandboxes = new LinkedHashMap<>();
  private final Set<String> away = ConcurrentHashMap.newKeySet();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpServer door;
  private volatile BiConsumer<String, String> arrivals = (name, method) -> {};

  FleetAccounts(int count) {
    this(IntStream.range(0, count).mapToObj("a%02d"::formatted).toList(), Duration.ZERO);
  }

  FleetAccounts(List<String> names, Duration latency) {
    try {
      for (String name : names) {
        SandboxOptions options =
            SandboxOptions.inMemory().withSeed(seed(name)).withLatency(latency);
        sandboxes.put(name, Sandbox.start(options));
      }
      door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    door.createContext("/", this::carry);
    door.start();
  }

  private static ObjectNode seed(String name) {
    ObjectNode seed = JsonNodeFactory.instance.objectNode();
    seed.putObject("account")
        .putObject("info")
        .put("account_id", "account_" + name)
        .put("account_name", "Company " + name);
    return seed;
  }

  List<String> names() {
    return List.copyOf(sandboxes.keySet());
  }

  Sandbox sandbox(String name) {
    return sandboxes.get(name);
  }

  /// From now on nobody answers for that account.
  void away(String name) {
    away.add(name);
  }

  /// From now on each request is told of, by the account that it is for and its method, before it
  /// is answered.
  void arrivals(BiConsumer<String, String> told) {
    arrivals = told;
  }

  /// A folder of somebody who has the keys to all accounts, and a project with nothing but them.
  Workspace workspace(Path folder) {
    var workspace =
        new Workspace(folder)
            .waitingBy(new Impatient())
            .with("FTCTL_QUOTAS", "none")
            .with("FIVETRAN_API_URL", url())
            .file("ftctl.yaml", project());
    variables().forEach(workspace::with);
    return workspace;
  }

  String url() {
    return "http://127.0.0.1:" + door.getAddress().getPort();
  }

  Map<String, String> variables() {
    var variables = new LinkedHashMap<String, String>();
    for (String name : names()) {
      String prefix = name.toUpperCase(Locale.ROOT);
      variables.put(prefix + "_API_KEY", "key_" + name);
      variables.put(prefix + "_API_SECRET", "canary_secret_" + name);
    }
    return variables;
  }

  String project() {
    var text = new StringBuilder("environments:\n");
    for (String name : names()) {
      String prefix = name.toUpperCase(Locale.ROOT);
      text.append(
          "  %s: {account: account_%s, credentials: {key: %s_API_KEY, secret: %s_API_SECRET}}\n"
              .formatted(name, name, prefix, prefix));
    }
    return text.toString();
  }

  private void carry(HttpExchange exchange) throws IOException {
    try (exchange) {
      String name = name(exchange.getRequestHeaders().getFirst("Authorization"));
      arrivals.accept(name, exchange.getRequestMethod());
      if (away.contains(name)) {
        return;
      }
      HttpResponse<byte[]> answer = client.send(forwarded(exchange, name), BODY);
      answer
          .headers()
          .map()
          .forEach((header, texts) -> {
            if (!OF_A_CONNECTION.contains(header.toLowerCase(Locale.ROOT))) {
              exchange.getResponseHeaders().put(header, texts);
            }
          });
      exchange.sendResponseHeaders(
          answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private static final HttpResponse.BodyHandler<byte[]> BODY =
      HttpResponse.BodyHandlers.ofByteArray();

  private HttpRequest forwarded(HttpExchange exchange, String name) throws IOException {
    Sandbox sandbox = sandboxes.get(name);
    byte[] body = exchange.getRequestBody().readAllBytes();
    var request =
        HttpRequest.newBuilder(URI.create(sandbox.url() + exchange.getRequestURI().toString()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach((header, texts) -> {
          String low = header.toLowerCase(Locale.ROOT);
          if (!OF_A_CONNECTION.contains(low) && !low.equals("authorization")) {
            texts.forEach(text -> request.header(header, text));
          }
        });
    String key = sandbox.apiKey() + ":" + sandbox.apiSecret();
    request.header(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)));
    return request.build();
  }

  private static String name(String authorization) {
    byte[] key = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
    return new String(key, StandardCharsets.UTF_8)
        .replaceFirst("^key_", "")
        .replaceFirst(":.*", "");
  }

  @Override
  public void close() {
    door.stop(0);
    sandboxes.values().forEach(Sandbox::close);
  }
}
