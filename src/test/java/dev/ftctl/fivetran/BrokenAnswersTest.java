package dev.ftctl.fivetran;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.fivetran.answer.AnswerEnvelope;
import dev.ftctl.fivetran.answer.BoundedStream;
import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.fivetran.answer.UnreadableAnswerException;
import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.model.value.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers that are none. A read never takes one for an empty list, a write never for a success.
final class BrokenAnswersTest {

  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ";
  private static final String TORN =
      HEAD + "500\r\n\r\n{\"code\":\"Success\",\"data\":{\"items\":[";

  @ParameterizedTest
  @EnumSource(names = {"CLOSE", "RESET"})
  void repeatsAReadWhoseAnswerBrokeOff(RawServer.Ending ending) throws IOException {
    try (var server = new RawServer(TORN, ending)) {
      var fixture = new Fixture(server.url());

      ApiFailure failure = Fixture.failureOf(() -> fixture.api().groups(1000, null));

      assertThat(server.requests()).isEqualTo(5);
      assertThat(failure.status()).isZero();
      assertThat(failure.isAmbiguous()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", TORN, "HTTP/1.1 200 OK\r\nContent-Le"})
  void leavesItOpenWhetherAWriteWhoseAnswerBrokeOffWasDone(String answer) throws IOException {
    try (var server = new RawServer(answer, RawServer.Ending.CLOSE)) {
      var fixture = new Fixture(server.url());

      ApiFailure create = Fixture.failureOf(() -> fixture.api().create(Value.Mapping.EMPTY));
      ApiFailure delete = Fixture.failureOf(() -> fixture.api().delete("id"));

      assertThat(server.requests()).isEqualTo(2);
      assertThat(create.isAmbiguous()).isTrue();
      assertThat(delete.isAmbiguous()).isTrue();
      assertThat(create.isAway()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", TORN})
  void endsACallThatGetsNoCompleteAnswerInTime(String answer) throws IOException {
    try (var server = new RawServer(answer, RawServer.Ending.SILENCE)) {
      var fixture = new Fixture(server.url(), true, Duration.ofMillis(100));

      ApiFailure write = Fixture.failureOf(() -> fixture.api().create(Value.Mapping.EMPTY));
      ApiFailure read = Fixture.failureOf(() -> fixture.api().connection("id"));

      assertThat(server.requests()).isEqualTo(1 + 5);
      assertThat(write.isAmbiguous()).isTrue();
      assertThat(write.message())
          .isEqualTo("no complete answer within 0.1 s (" + server.url().getAuthority() + ")");
      assertThat(read.status()).isZero();
    }
  }

  @Test
  void saysAtOnceThatNobodyIsThere() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var fixture = new Fixture(URI.create("http://127.0.0.1:" + port));

    ApiFailure write = Fixture.failureOf(() -> fixture.api().create(Value.Mapping.EMPTY));
    ApiFailure read = Fixture.failureOf(() -> fixture.api().connection("id"));

    assertThat(write.isAmbiguous()).isFalse();
    assertThat(write.status()).isZero();
    assertThat(read.message()).startsWith("no connection to 127.0.0.1:" + port);
    assertThat(fixture.sleeper.slept()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html>login</html>        | the answer is not JSON (text/html)",
        "[]                        | the answer is not a JSON object (text/html)",
        "{\"code\":\"Success\"}    | the answer has no list of items (text/html)",
        "{\"data\":{\"items\":{}}} | the answer has no list of items (text/html)",
        "{\"data\":{\"items\":[1]}}| the answer lists something that is no object (text/html)",
        "{} {}                     | the answer is not JSON (text/html)",
      })
  void takesNothingElseForAList(String body, String message) {
    try (var server =
        new ScriptedServer().answers(200, body, java.util.Map.of("Content-Type", "text/html"))) {
      var fixture = new Fixture(server.url());

      ApiFailure failure = Fixture.failureOf(() -> fixture.api().groups(1000, null));

      assertThat(server.asked()).hasSize(1);
      assertThat(failure.message()).isEqualTo(message);
    }
  }

  @Test
  void readsNoDetailsWithoutData() {
    try (var server = new ScriptedServer().answers(200, "{\"code\":\"Success\",\"data\":null}")) {
      var fixture = new Fixture(server.url());

      ApiFailure failure = Fixture.failureOf(() -> fixture.api().connection("id"));

      assertThat(failure.message()).startsWith("the answer has no data");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"id\":\"\"}", "{\"id\":null,\"paused\":true}"})
  void takesNothingForDetailsThatDoesNotSayOfWhat(String data) {
    try (var server =
        new ScriptedServer().answers(200, "{\"code\":\"Success\",\"data\":" + data + "}")) {
      var fixture = new Fixture(server.url());

      ApiFailure failure = Fixture.failureOf(() -> fixture.api().details("id"));

      assertThat(server.asked()).hasSize(1);
      assertThat(failure.message()).startsWith("the answer has no id");
      assertThat(failure.isAmbiguous()).isFalse();
    }
  }

  @Test
  void leavesItOpenWhetherAWriteThatDoesNotSayWhatItMadeWasDone() {
    try (var server = new ScriptedServer().answers(201, "{\"code\":\"Created\",\"data\":{}}")) {
      var fixture = new Fixture(server.url());

      ApiFailure failure = Fixture.failureOf(() -> fixture.api().createGroup(Value.Mapping.EMPTY));

      assertThat(failure.message()).startsWith("the answer has no id");
      assertThat(failure.isAmbiguous()).isTrue();
    }
  }

  @Test
  void knowsATornAnswerWhereverItIsTorn() {
    String whole =
        "{\"code\":\"Success\",\"data\":{\"items\":[{\"n\":12.5e3,\"t\":true,\"u\":null,\"z\":\"\\u00e9é\"}]}}";
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);

    for (int length = 0; length < bytes.length; length++) {
      byte[] part = Arrays.copyOf(bytes, length);
      var unreadable =
          org.assertj.core.api.Assertions.catchThrowableOfType(
              UnreadableAnswerException.class,
              () ->
                  AnswerEnvelope.content(
                      Page.class,
                      Optional.empty(),
                      true,
                      200,
                      new BoundedStream(new ByteArrayInputStream(part), 500)));
      assertThat(unreadable.isTorn()).as("torn after %d bytes", length).isTrue();
    }
  }

  @Test
  void acceptsAWriteThatAnswersWithoutContent() {
    try (var server = new ScriptedServer().answers(204, "")) {
      var fixture = new Fixture(server.url());

      fixture.api().delete("id");

      assertThat(server.asked()).hasSize(1);
    }
  }

  @Test
  void leavesItOpenWhetherAWriteWithAnEmptyAnswerWasDone() {
    try (var server = new ScriptedServer().answers(200, "")) {
      var fixture = new Fixture(server.url());

      ApiFailure failure = Fixture.failureOf(() -> fixture.api().delete("id"));

      assertThat(failure.isAmbiguous()).isTrue();
      assertThat(server.asked()).hasSize(1);
    }
  }
}
