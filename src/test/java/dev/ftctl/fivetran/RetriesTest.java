package dev.ftctl.fivetran;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.model.value.Value;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is asked again, how long after, and what is not.
final class RetriesTest {

  private static final String BUSY = "{\"code\":\"TooManyRequests\",\"message\":\"slow down\"}";

  private static final Map<String, String> PLENTY =
      Map.of("X-Rate-Limit", "20000", "X-Rate-Limit-Remaining", "19000");

  private final ScriptedServer server = new ScriptedServer();
  private final Fixture fixture = new Fixture(server.url());

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void repeatsAReadThatAServerErrorEnded(int status) {
    server.answers(status, "<html>").answers(status, "").answers(200, ScriptedServer.EMPTY_DATA);

    fixture.api().connection("id");

    assertThat(server.asked()).hasSize(3);
    assertThat(fixture.sleeper.slept()).hasSize(2);
    assertThat(fixture.account.requestCount()).isEqualTo(3);
  }

  @Test
  void waitsLongerEachTime() {
    server.answers(503, "");

    ApiFailure failure = Fixture.failureOf(() -> fixture.api().connection("id"));

    assertThat(failure.status()).isEqualTo(503);
    assertThat(failure.isAmbiguous()).isFalse();
    assertThat(server.asked()).hasSize(5);
    assertThat(fixture.sleeper.slept()).hasSize(4);
    assertThat(fixture.sleeper.slept().get(0))
        .isBetween(Duration.ofMillis(375), Duration.ofMillis(625));
    assertThat(fixture.sleeper.slept().get(3))
        .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void neverRepeatsAWriteThatAServerErrorEnded(int status) {
    server.answers(status, "{\"code\":\"ServerError\",\"message\":\"oops\"}");

    ApiFailure failure = Fixture.failureOf(() -> fixture.api().create(Value.Mapping.EMPTY));

    assertThat(server.asked()).hasSize(1);
    assertThat(failure)
        .isEqualTo(new ApiFailure("POST", "/v1/connections", status, "ServerError", "oops", true));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 409, 422})
  void takesARefusalForTheAnswer(int status) {
    server.answers(status, "{\"code\":\"Refused\",\"message\":\"no\"}");

    ApiFailure read = Fixture.failureOf(() -> fixture.api().connection("id"));
    ApiFailure write = Fixture.failureOf(() -> fixture.api().delete("id"));

    assertThat(server.asked()).hasSize(2);
    assertThat(read)
        .isEqualTo(new ApiFailure("GET", "/v1/connections/id", status, "Refused", "no", false));
    assertThat(write.isAmbiguous()).isFalse();
  }

  @Test
  void repeatsAnyVerbOnTooManyRequestsAfterTheTimeAskedFor() {
    server.answers(429, BUSY, Map.of("Retry-After", "7")).answers(201, ScriptedServer.EMPTY_DATA);

    fixture.api().create(Value.Mapping.EMPTY);

    assertThat(server.asked()).hasSize(2);
    assertThat(fixture.sleeper.slept()).containsExactly(Duration.ofSeconds(7));
  }

  /// Other clients may spend the same quota for minutes.
  @ParameterizedTest
  @CsvSource({"429, 1, 301", "429, 10, 31", "429, 300, 2", "503, 30, 11"})
  void waitsByTimeAndNotByCountWhereTheServerNamesOne(int status, String seconds, int asked) {
    server.answers(status, BUSY, Map.of("Retry-After", seconds));

    ApiFailure failure = Fixture.failureOf(() -> fixture.api().connection("id"));

    assertThat(server.asked()).hasSize(asked);
    assertThat(fixture.sleeper.nanoTime()).isEqualTo(Duration.ofMinutes(5).toNanos());
    assertThat(failure.code()).isEqualTo("TooManyRequests");
    assertThat(failure.isAmbiguous()).isFalse();
  }

  @Test
  void succeedsAfterManyRefusalsThatNameATime() {
    for (int i = 0; i < 20; i++) {
      server.answers(429, BUSY, Map.of("Retry-After", "2"));
    }
    server.answers(201, ScriptedServer.EMPTY_DATA);

    fixture.api().create(Value.Mapping.EMPTY);

    assertThat(server.asked()).hasSize(21);
    assertThat(fixture.sleeper.nanoTime()).isEqualTo(Duration.ofSeconds(40).toNanos());
  }

  @Test
  void countsOnlyRefusalsWithoutATime() {
    server
        .answers(503, "")
        .answers(429, BUSY, Map.of("Retry-After", "2"))
        .answers(503, "")
        .answers(429, BUSY, Map.of("Retry-After", "2"))
        .answers(503, "");

    Fixture.failureOf(() -> fixture.api().connection("id"));

    assertThat(server.asked()).hasSize(7);
  }

  @Test
  void givesUpAtOnceWhenTheWaitIsTooLong() {
    server.answers(429, BUSY, Map.of("Retry-After", "3600"));

    ApiFailure failure = Fixture.failureOf(() -> fixture.api().connection("id"));

    assertThat(server.asked()).hasSize(1);
    assertThat(failure.message())
        .isEqualTo("slow down (to be tried again in 60 minutes, longer than ftctl waits)");
  }

  @Test
  void sendsNoMoreOfWhatIsUsedUpForLong() {
    server
        .answers(200, ScriptedServer.EMPTY_DATA, PLENTY)
        .answers(429, BUSY, Map.of("Retry-After", "3600"))
        .answers(200, ScriptedServer.EMPTY_DATA, PLENTY);
    fixture.api().connection("id");
    Fixture.failureOf(() -> fixture.api().create(Value.Mapping.EMPTY));

    ApiFailure unsent = Fixture.failureOf(() -> fixture.api().create(Value.Mapping.EMPTY));
    fixture.api().connection("id");

    assertThat(server.asked()).hasSize(3);
    assertThat(unsent.status()).isEqualTo(429);
    assertThat(unsent.isAmbiguous()).isFalse();
    assertThat(unsent.message())
        .isEqualTo(
            "not sent: the quota is used up for another 60 minutes, longer than ftctl waits");
  }

  @Test
  void refusalOfOneCallHoldsNoOtherWhileManyAreLeft() {
    server
        .answers(200, ScriptedServer.EMPTY_DATA, PLENTY)
        .answers(429, BUSY, Map.of("Retry-After", "3600"))
        .answers(200, ScriptedServer.EMPTY_DATA, PLENTY);
    fixture.api().connection("id");
    Fixture.failureOf(() -> fixture.api().sync("id"));

    fixture.api().connection("id");

    assertThat(server.asked()).hasSize(3);
    assertThat(fixture.sleeper.slept()).isEmpty();
  }

  @Test
  void waitsOnItsOwnTermsWhenNoTimeIsAskedFor() {
    server
        .answers(429, BUSY, Map.of("Retry-After", "soon"))
        .answers(200, ScriptedServer.EMPTY_DATA);

    fixture.api().connection("id");

    assertThat(fixture.sleeper.slept()).hasSize(1);
    assertThat(fixture.sleeper.slept().getFirst()).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void slowsDownWhenFewRequestsAreLeft() {
    server
        .answers(
            200,
            ScriptedServer.EMPTY_DATA,
            Map.of("X-Rate-Limit", "20000", "X-Rate-Limit-Remaining", "150"))
        .answers(
            200,
            ScriptedServer.EMPTY_DATA,
            Map.of("X-Rate-Limit", "20000", "X-Rate-Limit-Remaining", "19000"));

    for (int call = 0; call < 4; call++) {
      fixture.api().connection("id");
    }

    assertThat(fixture.sleeper.slept()).containsExactly(Duration.ofMillis(180));
  }

  @Test
  void followsNoRedirect() {
    server.answers(302, "", Map.of("Location", server.url() + "/elsewhere"));

    ApiFailure failure = Fixture.failureOf(() -> fixture.api().connection("id"));

    assertThat(server.asked()).hasSize(1);
    assertThat(failure.status()).isEqualTo(302);
  }
}
