package dev.ftctl.ci;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The comments of one pull request, or the notes of one merge request, behind an HTTP server on
/// loopback; and files to download.
abstract class Forge implements AutoCloseable {

  static final JsonMapper JSON = new JsonMapper();

  /// The one that a test's job has.
  static final String TOKEN = "canary-token-of-the-forge";

  /// @param id of the author, by which a forge knows who may change it
  record Comment(int number, int author, String body) {}

  /// What was asked, as `PATCH /path?query`, and with which body.
  record Asked(String call, String body) {}

  /// @param headers beside the type, which is JSON
  record Answer(int status, JsonNode body, Map<String, String> headers) {

    static Answer of(int status, JsonNode body) {
      return new Answer(status, body, Map.of());
    }

    static Answer refused(int status, String message) {
      return of(status, JSON.createObjectNode().put("message", message));
    }
  }

  static final int JOB = 41;
  static final int SOMEBODY = 7;

  final List<Comment> comments = new CopyOnWriteArrayList<>();
  final List<Asked> asked = new CopyOnWriteArrayList<>();

  /// Of each request, all that it had.
  final List<List<String>> authorizations = new CopyOnWriteArrayList<>();

  final Map<String, byte[]> files = new HashMap<>();
  private final HttpServer server;

  /// How many comments a page has, whatever is asked for.
  int pageSize = 100;

  /// Whether the token may write.
  boolean isWritable = true;

  Forge() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Adds what somebody wrote before.
  void comment(int author, String body) {
    comments.add(new Comment(100 + comments.size(), author, body));
  }

  List<String> bodiesOf(int author) {
    return comments.stream().filter(one -> one.author() == author).map(Comment::body).toList();
  }

  /// The calls other than GET and questions of who is asking.
  List<String> writes() {
    return asked.stream()
        .map(Asked::call)
        .filter(call -> !call.startsWith("GET ") && !call.endsWith("/graphql"))
        .toList();
  }

  /// The answer to a call that has the token.
  abstract Answer answer(String method, String path, Map<String, String> query, JsonNode body);

  /// Whether the request has the token, as this forge wants it.
  abstract boolean isAllowed(HttpExchange exchange);

  final Answer write(int number, JsonNode body) {
    if (!isWritable) {
      return Answer.refused(403, "Resource not accessible by integration");
    }
    String text = body.path("body").asText();
    if (text.isEmpty() || text.length() > 65_536) {
      return Answer.refused(422, "body is too long (maximum is 65536 characters)");
    }
    for (Comment one : comments) {
      if (one.number() == number) {
        if (one.author() != JOB) {
          return Answer.refused(403, "not yours");
        }
        var changed = new Comment(number, JOB, text);
        comments.set(comments.indexOf(one), changed);
        return Answer.of(200, json(changed));
      }
    }
    if (number != 0) {
      return Answer.refused(404, "Not Found");
    }
    comment(JOB, text);
    return Answer.of(201, json(comments.getLast()));
  }

  abstract ObjectNode json(Comment comment);

  final JsonNode page(int page) {
    var list = JSON.createArrayNode();
    comments.stream()
        .skip((page - 1L) * pageSize)
        .limit(pageSize)
        .map(this::json)
        .forEach(list::add);
    return list;
  }

  final boolean hasMore(int page) {
    return comments.size() > page * pageSize;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String path = exchange.getRequestURI().getPath();
      asked.add(new Asked(exchange.getRequestMethod() + " " + exchange.getRequestURI(), body));
      authorizations.add(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
      byte[] file = files.get(path);
      if (file != null) {
        exchange.sendResponseHeaders(200, file.length);
        exchange.getResponseBody().write(file);
        return;
      }
      Answer answer =
          isAllowed(exchange)
              ? answer(exchange.getRequestMethod(), path, query(exchange), tree(body))
              : Answer.refused(401, "Bad credentials");
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] bytes = JSON.writeValueAsBytes(answer.body());
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Map<String, String> query(HttpExchange exchange) {
    String query = exchange.getRequestURI().getQuery();
    return query == null
        ? Map.of()
        : Stream.of(query.split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  private static JsonNode tree(String body) throws JsonProcessingException {
    return body.isEmpty() ? JSON.missingNode() : JSON.readTree(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /// Everything that a forge keeps or heard.
  String all() {
    var texts = new ArrayList<String>();
    comments.forEach(one -> texts.add(one.body()));
    asked.forEach(one -> texts.add(one.call() + " " + one.body()));
    return String.join("\n", texts);
  }
}
