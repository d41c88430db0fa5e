package dev.ftctl.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What parameters may look like: F5.
final class ParametersTest {

  private static final Practice PRACTICE = Practice.usual();

  @AfterAll
  static void close() {
    PRACTICE.close();
  }

  /// A number as Python reads it; all else counts as not given.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          offset=7                    | 7
          offset=%2B7                 | 7
          offset=+7+                  | 7
          offset=1_0                  | 10
          offset=007                  | 7
          offset=%D9%A1%D9%A2         | 12
          offset=%F0%9F%9F%95         | 0
          offset=1__0                 | 0
          offset=_1                   | 0
          offset=3.0                  | 0
          offset=abc                  | 0
          offset=                     | 0
          offset                      | 0
          offset=5&offset=6           | 5
          &&offset=5&                 | 5
          %6fffset=5                  | 5
          offset=123456789012345678901234567890 | 123456789012345678901234567890
          """)
  void numbersAreReadAsTheOriginalDoes(String query, String offset) {
    JsonNode page = PRACTICE.json("/pagination/offset?" + query);

    assertThat(page.path("offset").asText()).isEqualTo(offset);
  }

  @Test
  void whatIsNotPercentEncodedStandsForItself() {
    String answer =
        PRACTICE.raw(
            """
            GET /pagination/offset?100%=x&%zz=&%4 HTTP/1.1
            Host: 127.0.0.1
            Connection: close

            """);

    assertThat(answer).contains("Unexpected query parameters: %4, %zz, 100%");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 200",
    "updated_since=, 200",
    "updated_since=0001-01-01T00:00:00Z, 200",
    "updated_since=2025-12-31t22:05:00Z, 2",
    "updated_since=2025-12-31T22:5:0Z, 2",
    "updated_since=2025-12-31T22:09:24Z, 2",
    "updated_since=2025-12-31T22:09:25Z, 1",
    "updated_since=2026-1-1T0:0:0Z, 0",
  })
  void timesMayBeShortAndCountThemselves(String query, int total) {
    assertThat(PRACTICE.json("/pagination/offset?" + query).path("total").asInt()).isEqualTo(total);
  }

  @Test
  void pagesBeforeTheFirstAreEmptyAndLeadToIt() {
    for (String page : new String[] {"0", "-1", "-999999999999999999999"}) {
      JsonNode answer = PRACTICE.json("/pagination/next_page_url?page=" + page);

      assertThat(answer.path("data")).isEmpty();
      assertThat(answer.path("page").asText()).isEqualTo(page);
      assertThat(answer.path("next_page_url").asText()).contains("?page=1&per_page=10&");
    }
  }

  @Test
  void linkNamesTheHostThatWasAsked() {
    int port = PRACTICE.playground().url().getPort();

    JsonNode answer =
        PRACTICE.json("http://localhost:" + port + "/pagination/next_page_url?per_page=50");

    assertThat(answer.path("next_page_url").asText())
        .isEqualTo(
            "http://localhost:%d/pagination/next_page_url"
                + "?page=2&per_page=50&order_by=updatedAt&order_type=asc",
            port);
  }

  @ParameterizedTest
  @CsvSource({
    "MjAyNS0xMi0zMVQyMjowOToyNFo=, 1",
    "MjAyNS0x.Mi0zMVQy*MjowOToyNFo=, 1",
    "MjAyNS0xMi0zMVQyMjowOToyNFo=garbage, 1",
    "MjAyNS0xMi0zMVQyMjowOToyM1o=, 2",
  })
  void scrollsSkipWhatIsNoBase64(String scroll, int count) {
    JsonNode page = PRACTICE.json("/pagination/keyset?updated_since=&scroll_param=" + scroll);

    assertThat(page.path("total_count").asInt()).isEqualTo(count);
  }

  @Test
  void stepsBeginAndEndWhereTheyAreAsked() {
    JsonNode two = PRACTICE.json("/incremental/step?start_id=2&end_id=3").path("data");
    JsonNode one = PRACTICE.json("/incremental/step?start_id=200&end_id=200").path("data");

    assertThat(two.findValuesAsText("id")).containsExactly("2", "3");
    assertThat(one.findValuesAsText("id")).containsExactly("200");
  }

  @Test
  void equalTimesKeepTheirOrderEitherWay() {
    try (var many = Practice.of(Practice.options().withData(0, 300, true))) {
      many.get("/cursors/companies");
      String up = "/cursors/companies?order_type=asc&updated_since=2026-01-01T00:00:00Z";
      String down = "/cursors/companies?order_type=desc&updated_since=2026-01-01T00:00:00Z";

      try (var same = Practice.of(Practice.options().withData(0, 300, true))) {
        same.get("/cursors/companies");
        assertThat(many.json(up).path("data"))
            .hasSizeGreaterThan(100)
            .isEqualTo(same.json(down).path("data"));
      }
    }
  }
}
