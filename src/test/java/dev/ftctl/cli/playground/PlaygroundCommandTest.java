package dev.ftctl.cli.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.cli.Workbench;
import dev.ftctl.cli.Workbench.Ran;
import dev.ftctl.cli.process.Stop;
import dev.ftctl.testing.Golden;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The command around the practice API: F1, F2.
final class PlaygroundCommandTest {

  private static final String FILE = "credentials.json";

  @TempDir Path folder;
  private JsonNode place;

  @Test
  void F13_5_bannerTellsEverything() {
    Ran ran = serve(url -> {}, "--seed", "1", "--now", "2026-01-01T00:00:00Z");

    assertThat(ran.code()).isZero();
    String banner =
        ran.out()
            .lines()
            .map(line -> line.replace(place.path("port").asText(), "PORT").stripTrailing())
            .collect(Collectors.joining("\n", "", "\n"));
    Golden.check("playground/banner.txt", banner);
    assertThat(ran.err()).isEqualTo("The practice API has stopped.\n");
    assertThat(Path.of("docs/how-to/practice-api.md")).exists();
  }

  @Test
  void F13_5_bannerTellsTheLimit() {
    Ran ran = serve(url -> {}, "--rate-limit", "--capacity=5");

    assertThat(ran.out().lines().skip(1).findFirst())
        .hasValue("Rate limiting enabled: capacity 5 tokens, refill 10 tokens/second");
  }

  @Test
  void requestsAreToldOnStderrAndQuietTellsNone() {
    String target = "/pagination/offset?limit=1&x=%0A::error::";

    Ran told = serve(url -> get(url, target), "--now", "2026-11-22T00:16:14Z");
    Ran quiet = serve(url -> get(url, target), "--quiet", "--rate-limit");

    assertThat(told.err())
        .startsWith("127.0.0.1 - - [22/Nov/2026 00:16:14] \"GET " + target + " HTTP/1.1\" 400 -\n");
    assertThat(quiet.err()).isEqualTo("The practice API has stopped.\n");
    assertThat(quiet.out().lines())
        .containsExactly(
            "Starting Local API on port " + place.path("port").asText() + " ...",
            "Rate limiting enabled: capacity 20 tokens, refill 10 tokens/second");
  }

  @Test
  void programsAreToldInOneLine() throws IOException {
    Ran ran = serve(url -> {}, "--format", "json", "--seed", "1");

    assertThat(ran.out().lines()).hasSize(1);
    assertThat(new JsonMapper().readTree(ran.out())).isEqualTo(place);
    assertThat(place.path("http_basic").path("username").asText())
        .matches("[0-9a-f]{5}@example[.]com");
    assertThat(place.path("http_basic").path("password").asText()).matches("[0-9a-f]{8}");
    assertThat(place.path("session_token").path("password").asText()).matches("[0-9a-f]{10}");
    assertThat(place.path("http_bearer").path("token").asText())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  }

  @Test
  void credentialsAreNewAtEachStart() {
    serve(url -> {});
    JsonNode first = place;
    serve(url -> {});

    assertThat(place.path("api_key")).isNotEqualTo(first.path("api_key"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --rate-limit                 | 20
          --rate-limit true            | 20
          --rate-limit=TRUE            | 20
          --rate-limit --capacity 7    | 7
          --capacity 7 --rate-limit    | 7
          --rate-limit false           | -
          --rate-limit=False           | -
          """)
  void F1_3_limitIsOnWhereItIsAskedFor(String flags, String limit) {
    var told = new ArrayList<String>();

    serve(
        url -> told.add(get(url, "/").headers().firstValue("X-RateLimit-Limit").orElse("-")),
        flags.split(" "));

    assertThat(told).containsExactly(limit);
  }

  @Test
  void F1_4_capacityWithoutALimitIsNoticed() {
    Ran ran = serve(url -> {}, "--capacity", "3");

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).startsWith("--capacity does nothing without --rate-limit.\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          start --port                    | --port
          start --port x                  | 'x' is not an int
          start --port 65536              | --port is 65536
          start --rate-limit perhaps      | it takes true or false
          start --rate                    | --rate
          start --capacity 0              | at least 1
          start --capacity x              | 'x' is not an int
          start --seed 1.5                | --seed 1.5
          start --now 2026-01-01          | write it as 2026-01-01T00:00:00Z
          start --now 1969-12-31T00:00:00Z | no time from 1970 on
          start --records 100001          | 0 to 100000
          start --companies -1            | 0 to 1000
          start --json-style wide         | pretty, compact
          strat                           | Did you mean: ftctl playground start?
          """)
  void F1_wrongCommandLinesAreTold(String line, String message) {
    Ran ran = refused(line.split(" "));

    assertThat(ran.code()).as(ran.err()).isEqualTo(64);
    assertThat(ran.err()).contains(message);
  }

  /// In any case of letters, and 0 is the usual port.
  @Test
  void F1_8_portInUseIsNamed() throws IOException {
    try (var usual = taken(5001);
        var other = taken(0)) {
      Ran ran = refused("START", "--port", "0");
      Ran named = refused("start", "--port", "" + other.getLocalPort());

      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.err()).startsWith("error: port 5001 of 127.0.0.1 can't be used");
      assertThat(named.code()).isEqualTo(1);
      assertThat(named.err()).startsWith("error: port " + other.getLocalPort() + " of");
      assertThat(usual.isClosed()).isFalse();
    }
  }

  @Test
  void credentialsThatCannotBeWrittenStopItBeforeItServes() {
    Ran ran = refused("start", "--credentials-out", ".");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).startsWith("error: can't write");
    assertThat(ran.out()).isEmpty();
  }

  /// What does not serve; if it did, it would end at once.
  private Ran refused(String... words) {
    var arguments = new ArrayList<>(List.of("playground"));
    arguments.addAll(List.of(words));
    var stop = new Stop();
    stop.ended(0);
    stop.ask();
    return new Workbench(folder).run(stop, arguments.toArray(String[]::new));
  }

  /// Serves on a free port until the visit is over.
  private Ran serve(Consumer<URI> visit, String... flags) {
    var arguments =
        new ArrayList<>(
            List.of("playground", "start", "--port", free(), "--credentials-out", FILE));
    arguments.addAll(List.of(flags));
    Path file = folder.resolve(FILE);
    var stop = new Stop();
    var running =
        CompletableFuture.supplyAsync(
            () -> new Workbench(folder).run(stop, arguments.toArray(String[]::new)));
    await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(file) || running.isDone());
    try {
      place = new JsonMapper().readTree(Files.readString(file));
      visit.accept(URI.create(place.path("url").asText()));
      Files.delete(file);
    } catch (IOException notStarted) {
      throw new AssertionError(running.join().err(), notStarted);
    } finally {
      stop.ended(0);
      stop.ask();
    }
    return running.join();
  }

  private static String free() {
    try (var socket = taken(0)) {
      return Integer.toString(socket.getLocalPort());
    } catch (IOException none) {
      throw new AssertionError(none);
    }
  }

  /// By this or, where somebody has it already, by them.
  private static ServerSocket taken(int port) throws IOException {
    var socket = new ServerSocket();
    try {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (BindException others) {
      assertThat(port).isNotZero();
    }
    return socket;
  }

  private static HttpResponse<String> get(URI url, String target) {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create(url + target)).build(), BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new AssertionError(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
