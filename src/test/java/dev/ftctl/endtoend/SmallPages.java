package dev.ftctl.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Stands before a simulator: pages hold one object, however many are asked for, and one read
/// fails.
final class SmallPages implements AutoCloseable {

  /// An answer that is not the simulator's.
  ///
  /// @param missing how many bytes more are promised than come
  record Lie(int status, String body, int missing) {

    Lie(int status, String body) {
      this(status, body, 0);
    }

    /// One that breaks off.
    static Lie torn(String body) {
      return new Lie(200, body, 100);
    }
  }

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final URI simulator;
  private int reads;
  private int laterPages;
  private int failing;
  private Lie lie = new Lie(200, "");
  private String failed = "";

  SmallPages(URI simulator) {
    this.simulator = simulator;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    server.createContext("/", this::carry);
    server.setExecutor(threads);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// From now on nothing was read and nothing fails.
  synchronized void forget() {
    reads = 0;
    laterPages = 0;
    failing = 0;
    failed = "";
  }

  /// The n-th read and each like it get that answer.
  ///
  /// @param nth from 1
  synchronized void fail(int nth, Lie answer) {
    failing = nth;
    lie = answer;
  }

  synchronized int reads() {
    return reads;
  }

  synchronized int laterPages() {
    return laterPages;
  }

  /// Path and query of the read that fails; empty when none did.
  synchronized String failed() {
    return failed;
  }

  private synchronized boolean isLiedTo(String method, String call) {
    if (!method.equals("GET")) {
      return false;
    }
    reads++;
    laterPages += call.contains("cursor=") ? 1 : 0;
    if (reads == failing) {
      failed = call;
    }
    return call.equals(failed);
  }

  private void carry(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    String call = exchange.getRequestURI().toString();
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (isLiedTo(method, call)) {
      answer(exchange, lie.status(), lie.body().getBytes(StandardCharsets.UTF_8), lie.missing());
      return;
    }
    var request =
        HttpRequest.newBuilder(simulator.resolve(call.replaceAll("limit=\\d+", "limit=1")))
            .method(method, BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach((name, texts) -> {
          if (name.matches("(?i)authorization|content-type|accept")) {
            texts.forEach(text -> request.header(name, text));
          }
        });
    try {
      HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
      answer(exchange, answer.statusCode(), answer.body(), 0);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body, int missing)
      throws IOException {
    exchange
        .getResponseHeaders()
        .add("Content-Type", body.length > 0 && body[0] == '<' ? "text/html" : "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length + missing);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
    http.close();
  }
}
