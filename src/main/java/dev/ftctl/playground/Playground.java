package dev.ftctl.playground;

import dev.ftctl.playground.data.Credentials;
import dev.ftctl.playground.data.PracticeData;
import dev.ftctl.playground.endpoint.PracticeRoutes;
import dev.ftctl.playground.http.JsonStyle;
import dev.ftctl.playground.http.TokenBucket;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A running practice API, on loopback.
public final class Playground implements AutoCloseable {

  // Held here, since the logging system keeps only weak references and would forget the level.
  private static final Logger SERVER_LOG = Logger.getLogger("io.helidon");

  private static final long LARGEST_BODY_BYTES = 1024 * 1024;

  private final WebServer server;
  private final Credentials credentials;

  private Playground(WebServer server, Credentials credentials) {
    this.server = server;
    this.credentials = credentials;
  }

  /// @throws IOException when the port cannot be used
  public static Playground start(PlaygroundOptions options) throws IOException {
    var wanted = options.data();
    var data =
        PracticeData.make(
            wanted.seed(), options.clock(), wanted.records(), wanted.companies(), wanted.mutates());
    var style = options.isCompact() ? JsonStyle.COMPACT : JsonStyle.PRETTY;
    Optional<TokenBucket> bucket =
        Optional.of(options.capacity())
            .filter(capacity -> capacity > 0)
            .map(capacity -> new TokenBucket(capacity, options.nanoTime()));
    var door =
        new PracticeDoor(
            PracticeRoutes.over(data, options.clock(), style, options.tokenSeconds()),
            style,
            bucket,
            new RequestLines(options.clock(), options.log()));
    return new Playground(serving(door, options.port()), data.credentials());
  }

  /// `http://127.0.0.1:PORT`.
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /// What opens the endpoints of `/auth`.
  public Credentials credentials() {
    return credentials;
  }

  @Override
  public void close() {
    server.stop();
  }

  private static WebServer serving(PracticeDoor door, int port) throws IOException {
    SERVER_LOG.setLevel(Level.OFF);
    var server =
        WebServer.builder()
            .host("127.0.0.1")
            .port(port)
            .shutdownHook(false)
            .featuresDiscoverServices(false)
            .shutdownGracePeriod(Duration.ofMillis(20))
            .maxPayloadSize(LARGEST_BODY_BYTES)
            // Else the second packet of an answer waits 40 ms for the first to be acknowledged.
            .connectionOptions(socket -> socket.tcpNoDelay(true))
            // The original takes what is not percent-encoded as it stands.
            .addProtocol(Http1Config.builder().validatePrologue(false).build())
            .routing(routing -> routing.any(door::handle))
            .build();
    server.start();
    // A port that is taken is only logged by the library; no exception tells it.
    if (!server.isRunning()) {
      throw new IOException("cannot serve on port " + port + " of 127.0.0.1");
    }
    return server;
  }
}
