package dev.ftctl.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/// Every error text by the request that gets it; with two mistakes at once, the one that is found
/// first: F13-3.
final class ErrorTextsTest {

  private static final Practice PRACTICE = Practice.usual();

  @AfterAll
  static void close() {
    PRACTICE.close();
  }

  @ParameterizedTest(name = "F13-3 {0}")
  @CsvFileSource(files = "src/test/resources/playground/errors.psv", delimiter = '|')
  void F13_3_wrongParametersAreTold(String target, int status, String text) {
    HttpResponse<String> answer = PRACTICE.get(target);

    assertThat(answer.body()).isEqualTo("{\n  \"error\": \"" + text + "\"\n}\n");
    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @ParameterizedTest(name = "F13-3 {0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http_basic  |                | Authorization header is missing
          http_basic  | Basic bm9ib2R5 | Invalid API key or format
          http_basic  | basic          | Invalid API key or format
          http_bearer | Bearer         | Invalid API key or format
          http_bearer | bearer BEARER  | Invalid API key or format
          http_bearer | BEARER         | Invalid API key or format
          api_key     |                | Authorization header is missing
          api_key     | ApiKey KEY     | Invalid API key or format
          api_key     | apiKey  KEY    | Invalid API key or format
          """)
  void F13_3_whoMayNotReadGetsAPage(String endpoint, String header, String text) {
    var credentials = PRACTICE.playground().credentials();
    String[] headers = {};
    if (header != null) {
      String filled =
          header.replace("BEARER", credentials.bearerToken()).replace("KEY", credentials.apiKey());
      headers = new String[] {"Authorization", filled};
    }

    HttpResponse<String> answer = PRACTICE.get("/auth/" + endpoint, headers);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).endsWith("<h1>Unauthorized</h1>\n<p>" + text + "</p>\n");
    assertThat(answer.headers().map()).doesNotContainKey("www-authenticate");
  }

  @ParameterizedTest(name = "F13-3 {0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          text/plain                | {}                                    | 415 | not &#39;application/json&#39;.</p>
          application/json          | {"username":                          | 400 | could not understand.</p>
          application/json          | {} {}                                 | 400 | could not understand.</p>
          application/json          | [1]                                   | 400 | "error": "Username and password are required"
          application/json          | {}                                    | 400 | "error": "Username and password are required"
          application/json          | {"username": "", "password": "x"}     | 400 | "error": "Username and password are required"
          application/json          | {"username": "x", "password": null}   | 400 | "error": "Username and password are required"
          application/json          | {"username": "x", "password": "y"}    | 401 | "error": "Invalid username or password"
          Application/JSON; q=1     | {"username": 5, "password": [0]}      | 401 | "error": "Invalid username or password"
          application/problem+json  | {"username": "x", "password": "y"}    | 401 | "error": "Invalid username or password"
          """)
  void F13_3_loginsAreChecked(String type, String body, int status, String text) {
    HttpResponse<String> answer =
        PRACTICE.send("POST", "/auth/session_token/login", body, "Content-Type", type);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(text);
  }

  @Test
  void F13_3_emptyLoginIsNoJson() {
    HttpResponse<String> answer =
        PRACTICE.send("POST", "/auth/session_token/login", "", "Content-Type", "application/json");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
  }

  @ParameterizedTest(name = "F13-3 {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          USER:WORD:1767225600   | 200 |
          USER:WORD:1767225599   | 401 | Token has expired
          USER:WORD:-5           | 401 | Token has expired
          USER:word:1767225599   | 401 | Invalid Token
          user:WORD:1767229200   | 401 | Invalid Token
          USER:WORD              | 400 | Invalid token format
          USER:WORD:1:2          | 400 | Invalid token format
          USER:WORD:soon         | 400 | Invalid token format
          """)
  void F13_3_tokensAreReadThenComparedThenTimed(String token, int status, String text) {
    var session = PRACTICE.playground().credentials().session();
    String filled = token.replace("USER", session.username()).replace("WORD", session.password());
    String encoded = Base64.getEncoder().encodeToString(filled.getBytes(StandardCharsets.UTF_8));

    HttpResponse<String> answer =
        PRACTICE.get("/auth/session_token/data", "Authorization", "Token " + encoded);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    if (text != null) {
      assertThat(answer.body()).contains("\"error\": \"" + text + "\"");
    }
  }

  @Test
  void F13_3_tokenThatIsNoneIsTold() {
    assertThat(PRACTICE.get("/auth/session_token/data").body()).contains("Token is missing");
    assertThat(PRACTICE.get("/auth/session_token/data", "Authorization", "Token abc").body())
        .contains("Invalid token format");
    assertThat(PRACTICE.get("/auth/session_token/data", "Authorization", "Token /w==").body())
        .contains("Invalid token format");
  }

  @Test
  void F13_3_nothingToExportIsTold() {
    try (var empty = Practice.of(Practice.options().withData(0, 0, true))) {
      HttpResponse<String> answer = empty.get("/export/csv");

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).isEqualTo("{\n  \"error\": \"No data available to export.\"\n}\n");
      assertThat(empty.json("/pagination/page_number").path("total_pages").asInt()).isZero();
    }
  }

  @ParameterizedTest(name = "F13-3 {0} {1}")
  @CsvSource({
    "DELETE, /pagination/keyset, 405",
    "PATCH, /cursors/1/departments, 405",
    "GET, /auth/session_token/login, 405",
    "HEAD, /auth/session_token/login, 405",
    "POST, /nowhere, 404",
    "GET, /, 404",
    "GET, /pagination/offset/, 404",
    "GET, /cursors//departments, 404",
    "GET, /cursors/1/departments/2, 404",
  })
  void F13_3_wrongPathsAndVerbsGetAPage(String method, String path, int status) {
    HttpResponse<String> answer = PRACTICE.send(method, path, "");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
  }
}
