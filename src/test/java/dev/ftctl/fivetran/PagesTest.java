package dev.ftctl.fivetran;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Values;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists whose cursors move, repeat themselves, or never end.
class PagesTest {

  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void objectOnTwoPagesIsOneAsTheLaterPageSays() {
    List<Value.Mapping> all =
        all(
            "{id: 'a', name: 'old'}, {id: 'b'}",
            "{id: 'b'}, {id: 'a', name: 'new'}, {user_id: 'c'}");

    assertThat(all).extracting(item -> item.text("id")).containsExactly("a", "b", "");
    assertThat(all.getFirst().text("name")).isEqualTo("new");
  }

  @Test
  void itemsWithoutIdsAreKeptAsTheyCome() {
    IntFunction<Page> pages = number -> page("{name: 'x'}, {name: 'x'}", number == 1 ? "more" : "");

    assertThat(Pages.ofItems((limit, cursor) -> pages.apply(calls.incrementAndGet()))).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{id: 'a'}", "{id: 'a', name: 1}"})
  void tenPagesWithoutAnythingNewAreTheEnd(String items) {
    assertThatThrownBy(() -> endless(number -> items)).hasMessageContaining("after 10 pages");
    assertThat(calls.get()).isBetween(10, 11);
  }

  @Test
  void listThatSkipsTenPagesNowAndThenGoesOn() {
    String[] pages = new String[30];
    for (int i = 0; i < pages.length; i++) {
      pages[i] = i % 10 == 0 ? "{id: 'i" + i + "'}" : "";
    }

    assertThat(all(pages)).hasSize(3);
  }

  @Test
  void noListHasMoreThanTenThousandPages() {
    assertThatThrownBy(() -> endless(number -> "{id: 'i" + number + "'}"))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("more than 10000 pages");
    assertThat(calls.get()).isEqualTo(10_000);
  }

  @Test
  void noListIsLargerThanAQuarterOfAGigabyte() {
    long large = 50L * 1024 * 1024;

    assertThatThrownBy(() ->
            Pages.all((limit, cursor) -> {
              int number = calls.incrementAndGet();
              Page page = page("{id: 'i" + number + "'}", "c" + number);
              return new Page("/v1/groups", large, page.items(), page.nextCursor());
            }))
        .hasMessage("GET /v1/groups → 200: a list is larger than 256 MB, more than ftctl reads");
    assertThat(calls.get()).isEqualTo(6);
  }

  private List<Value.Mapping> all(String... pages) {
    return Pages.all((limit, cursor) -> {
      int number = calls.incrementAndGet();
      return page(pages[number - 1], number == pages.length ? "" : "c" + number);
    });
  }

  private void endless(IntFunction<String> items) {
    Pages.all((limit, cursor) -> {
      int number = calls.incrementAndGet();
      return page(items.apply(number), "c" + number);
    });
  }

  private static Page page(String items, String next) {
    Value.Mapping all = Values.mapping("{items: [" + items + "]}");
    List<Value.Mapping> objects =
        ((Value.Items) all.get("items")).items().stream().map(Value.Mapping.class::cast).toList();
    return new Page(objects, next);
  }
}
