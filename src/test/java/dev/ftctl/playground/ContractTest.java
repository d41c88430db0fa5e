package dev.ftctl.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.playground.data.Credentials;
import dev.ftctl.testing.Golden;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What each endpoint answers, to the byte, with its type and length: F13-1.
final class ContractTest {

  private static final Practice PRACTICE = Practice.usual();
  private static final Practice SMALL = Practice.of(Practice.options().withData(3, 6, true));

  @AfterAll
  static void close() {
    PRACTICE.close();
    SMALL.close();
  }

  @ParameterizedTest(name = "F13-1 {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          next-page-url | /pagination/next_page_url?per_page=2&page=7
          next-page-url-since | /pagination/next_page_url?per_page=1&updated_since=2025-12-31T22:5:00Z&order_by=createdAt&order_type=desc
          next-page-url-last | /pagination/next_page_url?per_page=2&page=100
          page-number | /pagination/page_number?per_page=2&page=2
          offset | /pagination/offset?limit=2&offset=3&order_type=desc
          offset-beyond | /pagination/offset?offset=200
          keyset-last | /pagination/keyset?updated_since=2025-12-31T22:00:00Z
          timestamp | /incremental/timestamp?since=2025-12-31T22:00:00Z
          step | /incremental/step?start_id=199&end_id=1000
          step-beyond | /incremental/step?start_id=201&end_id=300
          companies | /cursors/companies
          departments | /cursors/2/departments?order_type=desc
          error | /pagination/offset?caf%C3%A9=1&%f0%9f%8d%b0=2&a%22%5C%0A%7F%01/=3
          not-found | /nowhere
          unauthorized | /auth/http_basic
          """)
  void F13_1_answersAreTheSameBytes(String name, String target) {
    check(name, PRACTICE.get(target));
  }

  @Test
  void F13_1_exportIsAFileInChunks() {
    HttpResponse<String> answer = SMALL.get("/export/csv");

    check("export", answer);
    assertThat(answer.headers().firstValue("Transfer-Encoding")).hasValue("chunked");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=data_export.csv");
    assertThat(SMALL.get("/export/csv/?any=thing").body()).isEqualTo(answer.body());
  }

  @Test
  void F13_1_authAnswersTheFirstTwentyToWhoMayRead() {
    Credentials credentials = SMALL.playground().credentials();
    String basic = credentials.basic().username() + ":" + credentials.basic().password();
    String encoded = Base64.getEncoder().encodeToString(basic.getBytes());
    List<HttpResponse<String>> answers =
        List.of(
            SMALL.get("/auth/http_basic", "Authorization", "Basic " + encoded),
            SMALL.get("/auth/http_bearer", "Authorization", "Bearer " + credentials.bearerToken()),
            SMALL.get(
                "/auth/api_key?any=thing", "Authorization", "apiKey " + credentials.apiKey()));

    answers.forEach(answer -> check("auth", answer));
    var all =
        PRACTICE.json(
            "/auth/api_key",
            "Authorization",
            "apiKey " + PRACTICE.playground().credentials().apiKey());
    assertThat(all.path("data")).hasSize(20);
  }

  @Test
  void F13_1_loginAnswersATokenThatOpensTheData() {
    Credentials.Login session = SMALL.playground().credentials().session();
    String login =
        "{\"username\": \"%s\", \"password\": \"%s\"}"
            .formatted(session.username(), session.password());

    HttpResponse<String> answer =
        SMALL.send("POST", "/auth/session_token/login", login, "Content-Type", "application/json");

    check("login", answer);
    String token = Practice.read(answer.body()).path("token").asText();
    assertThat(new String(Base64.getDecoder().decode(token)))
        .isEqualTo("%s:%s:%d", session.username(), session.password(), 1767225600L + 3600);
    check("auth", SMALL.get("/auth/session_token/data", "Authorization", "Token " + token));
    check("auth", SMALL.get("/auth/session_token/data", "Authorization", token));
  }

  @Test
  void F13_1_compactStyleHasNoBlanks() {
    try (var practice = Practice.of(Practice.options().withData(1, 0, true).compact())) {
      String key = practice.playground().credentials().apiKey();

      check("compact-error", practice.get("/pagination/offset?limit=0"));
      check("compact-auth", practice.get("/auth/api_key", "Authorization", "apiKey " + key));
    }
  }

  @ParameterizedTest(name = "F13-1 HEAD {0}")
  @ValueSource(strings = {"/pagination/offset", "/export/csv", "/nowhere"})
  void F13_1_headIsFollowedByTheNextAnswer(String target) {
    String said =
        PRACTICE.raw(
            """
            HEAD %s HTTP/1.1
            Host: 127.0.0.1

            GET /cursors/7/departments HTTP/1.1
            Host: 127.0.0.1
            Connection: close

            """
                .formatted(target));

    String[] heads = said.split("\r\n\r\n", 3);
    assertThat(heads[0].lines()).anyMatch(line -> line.matches("Content-Length: [1-9]\\d+"));
    assertThat(heads[1]).startsWith("HTTP/1.1 404");
    assertThat(heads[2]).contains("company_id '7' not found");
  }

  @Test
  void F13_1_headAndOptionsAnswerWithoutABody() {
    HttpResponse<String> whole = PRACTICE.get("/pagination/offset");
    HttpResponse<String> head = PRACTICE.send("HEAD", "/pagination/offset", "");
    HttpResponse<String> options = PRACTICE.send("OPTIONS", "/pagination/offset?any=thing", "");
    HttpResponse<String> post = PRACTICE.send("POST", "/pagination/offset", "");

    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Length"))
        .isEqualTo(whole.headers().firstValue("Content-Length"));
    assertThat(options.statusCode()).isEqualTo(200);
    assertThat(options.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
    assertThat(post.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
    check("method-not-allowed", post);
  }

  private static void check(String name, HttpResponse<String> answer) {
    String head = "";
    for (String header : List.of("Content-Type", "Content-Length", "WWW-Authenticate")) {
      head +=
          answer.headers().firstValue(header).map(value -> header + ": " + value + "\n").orElse("");
    }
    Golden.check(
        "playground/" + name + ".http",
        answer.statusCode()
            + "\n"
            + head.replace(":" + port(answer), ":PORT")
            + "\n"
            + answer.body().replace(":" + port(answer), ":PORT"));
  }

  private static int port(HttpResponse<String> answer) {
    return answer.uri().getPort();
  }
}
