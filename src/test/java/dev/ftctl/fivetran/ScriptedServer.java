package dev.ftctl.fivetran;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Answers by script, in order; the last answer stays. Keeps what it was asked.
public final class ScriptedServer implements AutoCloseable {

  static final String EMPTY_LIST = "{\"code\":\"Success\",\"data\":{\"items\":[]}}";
  static final String EMPTY_DATA = "{\"code\":\"Success\",\"data\":{}}";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Reply> script = new ConcurrentLinkedQueue<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private volatile long millis;
  private volatile Reply last = new Reply(200, EMPTY_DATA, Map.of());

  record Reply(int status, String body, Map<String, String> headers) {}

  record Asked(String method, String target, Map<String, List<String>> headers, String body) {
    Optional<String> header(String name) {
      return headers.entrySet().stream()
          .filter(entry -> entry.getKey().equalsIgnoreCase(name))
          .map(entry -> String.join(",", entry.getValue()))
          .findFirst();
    }
  }

  public ScriptedServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public ScriptedServer answers(int status, String body) {
    return answers(status, body, Map.of());
  }

  public ScriptedServer answers(int status, String body, Map<String, String> headers) {
    script.add(new Reply(status, body, headers));
    return this;
  }

  /// How long each answer takes at least.
  void takesMillis(long each) {
    millis = each;
  }

  int mostAtOnce() {
    return mostAtOnce.get();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<Asked> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    try (exchange) {
      LockSupport.parkNanos(millis * 1_000_000);
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      asked.add(
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              Map.copyOf(exchange.getRequestHeaders()),
              body));
      Reply next = script.poll();
      Reply reply = next == null ? last : next;
      last = reply;
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      atOnce.decrementAndGet();
      byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
