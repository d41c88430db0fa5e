package dev.ftctl.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The bucket of tokens: F13-6, F12.
final class RateLimitTest {

  private static final int CLIENTS = 50;

  private final AtomicLong now = new AtomicLong();

  @Test
  void F13_6_workedExample() {
    try (var practice = limited(5)) {
      for (int left = 4; left >= 0; left--) {
        assertThat(told(practice)).isEqualTo("200 limit 5 remaining " + left + " reset 1 retry -");
      }
      assertThat(told(practice)).isEqualTo("429 limit 5 remaining 0 reset 1 retry 1");

      pass(Duration.ofMillis(100));
      assertThat(told(practice)).isEqualTo("200 limit 5 remaining 0 reset 1 retry -");
      assertThat(told(practice)).isEqualTo("429 limit 5 remaining 0 reset 1 retry 1");

      pass(Duration.ofSeconds(1));
      assertThat(told(practice)).isEqualTo("200 limit 5 remaining 4 reset 1 retry -");
    }
  }

  @Test
  void F13_6_fiftyAtOnceGetTwentyAnswers() throws Exception {
    try (var practice = limited(20)) {
      assertThat(successes(practice)).isEqualTo(20);

      pass(Duration.ofMillis(750));
      assertThat(successes(practice)).isEqualTo(7);
    }
  }

  @Test
  void F13_6_fiftyAtOnceGetTwentyAnswersAndWhatComesMeanwhile() throws Exception {
    try (var practice = Practice.of(Practice.options().withCapacity(20))) {
      long begin = System.nanoTime();

      int successes = successes(practice);

      long most = 20 + Duration.ofNanos(System.nanoTime() - begin).toMillis() / 100;
      assertThat(successes).isBetween(20, (int) Math.min(CLIENTS, most));
    }
  }

  @Test
  void F12_2_everyRequestCostsAndTells() {
    try (var practice = limited(6)) {
      List<HttpResponse<String>> answers =
          List.of(
              practice.get("/nowhere"),
              practice.get("/pagination/offset?x=1"),
              practice.get("/auth/api_key"),
              practice.send("PUT", "/export/csv", ""),
              practice.send("OPTIONS", "/export/csv", ""),
              practice.send("HEAD", "/export/csv", ""),
              practice.send("POST", "/auth/session_token/login", "{}"));

      assertThat(answers.stream().map(HttpResponse::statusCode))
          .containsExactly(404, 400, 401, 405, 200, 200, 429);
      assertThat(answers.stream().map(answer -> header(answer, "X-RateLimit-Remaining")))
          .containsExactly("5", "4", "3", "2", "1", "0", "0");
      assertThat(answers.getLast().body()).isEqualTo("{\n  \"error\": \"Too Many Requests\"\n}\n");
    }
  }

  /// As whole seconds, rounded up.
  @ParameterizedTest
  @CsvSource({"100, 31, 4", "100, 30, 3", "1, 1, 1"})
  void F12_6_resetIsRoundedUp(int capacity, int requests, String reset) {
    try (var practice = limited(capacity)) {
      HttpResponse<String> last = practice.get("/");
      for (int request = 1; request < requests; request++) {
        last = practice.get("/");
      }

      assertThat(header(last, "X-RateLimit-Reset")).isEqualTo(reset);
    }
  }

  @Test
  void F12_8_withoutALimitNothingIsTold() {
    try (var practice = Practice.usual()) {
      assertThat(practice.get("/pagination/offset").headers().map().keySet())
          .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains("ratelimit"));
    }
  }

  private Practice limited(int capacity) {
    return Practice.of(Practice.options().withCapacity(capacity).withNanoTime(now::get));
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  /// Those of fifty clients that begin together.
  private static int successes(Practice practice) throws Exception {
    var begin = new CountDownLatch(1);
    var clients = new ArrayList<Future<Integer>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int client = 0; client < CLIENTS; client++) {
        clients.add(
            threads.submit(() -> {
              begin.await();
              return practice.get("/pagination/offset").statusCode();
            }));
      }
      begin.countDown();
      int successes = 0;
      for (Future<Integer> client : clients) {
        assertThat(client.get()).isIn(200, 429);
        successes += client.get() == 200 ? 1 : 0;
      }
      return successes;
    }
  }

  private static String told(Practice practice) {
    HttpResponse<String> answer = practice.get("/pagination/offset");
    return "%d limit %s remaining %s reset %s retry %s"
        .formatted(
            answer.statusCode(),
            header(answer, "X-RateLimit-Limit"),
            header(answer, "X-RateLimit-Remaining"),
            header(answer, "X-RateLimit-Reset"),
            header(answer, "Retry-After"));
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("-");
  }
}
