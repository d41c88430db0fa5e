package dev.ftctl.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Each way of paging, walked to its end as a client does: F13-2.
final class WalkTest {

  private static final Practice PRACTICE = Practice.usual();

  @AfterAll
  static void close() {
    PRACTICE.close();
  }

  private final List<String> ids = new ArrayList<>();
  private int calls;

  @Test
  void F13_2_nextPageUrlsLeadThroughAllRecords() {
    follow("/pagination/next_page_url");

    assertThat(calls).isEqualTo(20);
    assertThatAllCameOnce();
  }

  @Test
  void F13_2_nextPageUrlsKeepTheirParameters() {
    follow(
        "/pagination/next_page_url?per_page=50&order_by=createdAt&order_type=desc"
            + "&updated_since=0001-01-01T00:00:00Z");

    assertThat(calls).isEqualTo(4);
    assertThatAllCameOnce();
    assertThat(ids.getFirst())
        .isEqualTo(PRACTICE.json("/pagination/offset?offset=199").at("/data/0/id").asText());
  }

  @Test
  void F13_2_pageNumbersEndWhereTheySay() {
    int pages = read("/pagination/page_number").path("total_pages").asInt();
    for (int page = 2; page <= pages; page++) {
      read("/pagination/page_number?page=" + page);
    }

    assertThat(calls).isEqualTo(20);
    assertThatAllCameOnce();
    assertThat(PRACTICE.json("/pagination/page_number?page=21").path("data")).isEmpty();
  }

  @Test
  void F13_2_offsetsEndAtTheTotal() {
    int total = 1;
    for (int offset = 0; offset < total; offset += 30) {
      total = read("/pagination/offset?limit=30&offset=" + offset).path("total").asInt();
    }

    assertThat(calls).isEqualTo(7);
    assertThatAllCameOnce();
  }

  @Test
  void F13_2_keysetEndsWithNull() {
    JsonNode page = read("/pagination/keyset");
    while (!page.path("scroll_param").isNull()) {
      String scroll = page.path("scroll_param").asText();
      page =
          read(
              "/pagination/keyset?scroll_param="
                  + URLEncoder.encode(scroll, StandardCharsets.UTF_8));
    }

    assertThat(calls).isEqualTo(4);
    assertThatAllCameOnce();
  }

  /// The same data and order after a request that sorts the other way round.
  @Test
  void sortingIsOfOneRequest() {
    String before = PRACTICE.get("/export/csv").body();

    PRACTICE.get("/pagination/offset?order_type=desc");

    assertThat(PRACTICE.get("/export/csv").body()).isEqualTo(before);
  }

  private void follow(String first) {
    for (JsonNode next = read(first).path("next_page_url"); !next.isNull(); ) {
      next = read(next.asText()).path("next_page_url");
    }
  }

  private JsonNode read(String target) {
    calls++;
    JsonNode page = PRACTICE.json(target);
    page.path("data").forEach(one -> ids.add(one.path("id").asText()));
    return page;
  }

  private void assertThatAllCameOnce() {
    assertThat(ids).hasSize(200).doesNotHaveDuplicates();
  }
}
