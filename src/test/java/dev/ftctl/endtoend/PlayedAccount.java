package dev.ftctl.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server that plays answers as they are given to it, in whatever form; what nobody gave is an
/// empty list.
final class PlayedAccount implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> written = new CopyOnWriteArrayList<>();
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final Map<String, String> headers = new ConcurrentHashMap<>();

  private final List<String> keys = new CopyOnWriteArrayList<>();

  private record Answer(int status, String type, String body) {}

  PlayedAccount() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    data(
        "/account/info",
        "{'account_id': 'mossy_quarry', 'account_name': 'Quarry', 'user_id': null}");
    data("/groups", "{'items': [{'id': 'dry_well', 'name': 'quarry'}]}");
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Says that a GET succeeds with these data, written with single quotes.
  PlayedAccount data(String path, String data) {
    return answers(
        "GET " + path, 200, "application/json", "{'code': 'Success', 'data': " + data + "}");
  }

  /// @param call as `GET /groups`
  PlayedAccount answers(String call, int status, String type, String body) {
    answers.put(call, new Answer(status, type, body.replace('\'', '"')));
    return this;
  }

  /// The same with a body of JSON as it is to be sent.
  PlayedAccount answersJson(String call, int status, String body) {
    answers.put(call, new Answer(status, "application/json", body));
    return this;
  }

  /// A connection `pit` of which every text is the same, as JSON writes it.
  PlayedAccount connection(String text) {
    String light =
        ("\"id\":\"still_pond\",\"group_id\":\"dry_well\",\"service\":\"postgres\",\"schema\":\"pit\","
             + "\"status\":{\"setup_state\":\"broken\",\"tasks\":[{\"code\":%1$s,\"message\":%1$s}],"
             + "\"warnings\":[{\"code\":%1$s,\"message\":%1$s}]}")
            .formatted(text);
    answersJson("GET /connections", 200, "{\"data\":{\"items\":[{" + light + "}]}}");
    return answersJson(
        "GET /connections/still_pond",
        200,
        "{\"data\":{"
            + light
            + ",\"paused\":true,\"config\":{\"schema_prefix\":\"pit\",\"host\":"
            + text
            + ",\"port\":5432}}}");
  }

  /// What was sent by other calls than GET, as `PATCH /connections/x {…}`.
  List<String> written() {
    return written;
  }

  /// `key:secret` of each request.
  List<String> keys() {
    return keys;
  }

  /// All that was sent, as `GET /connections?limit=1` or `PATCH /connections/x {…}`.
  List<String> sent() {
    return sent;
  }

  /// Of the last request, their names in small letters.
  Map<String, String> headers() {
    return headers;
  }

  private void note(HttpExchange exchange, String body) {
    String query = exchange.getRequestURI().getRawQuery();
    sent.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI().getRawPath().replaceFirst("^/v1(?=/)", "")
            + (query == null ? "" : "?" + query)
            + (body.isEmpty() ? "" : " " + body));
    headers.clear();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String key = exchange.getRequestHeaders().getFirst("Authorization").replace("Basic ", "");
      keys.add(new String(Base64.getDecoder().decode(key), StandardCharsets.UTF_8));
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String call =
          exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath().substring(3);
      note(exchange, body);
      if (!call.startsWith("GET")) {
        written.add(call + " " + body);
      }
      Answer empty =
          new Answer(200, "application/json", "{\"code\":\"Success\",\"data\":{\"items\":[]}}");
      Answer answer = answers.getOrDefault(call, empty);
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
