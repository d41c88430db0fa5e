package dev.ftctl.playground.endpoint;

import dev.ftctl.playground.data.Order;
import dev.ftctl.playground.http.Answer;
import dev.ftctl.playground.http.Asked;
import dev.ftctl.playground.http.Endpoint;
import dev.ftctl.playground.http.JsonStyle;
import dev.ftctl.playground.http.Query;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/// `/pagination/next_page_url`: each page has the address of the next one, the last has null.
final class NextPageUrlPagination implements Endpoint {

  private static final Set<String> PARAMETERS = SortingParameters.and("per_page", "page");

  private final Items items;

  NextPageUrlPagination(Items items) {
    this.items = items;
  }

  @Override
  public Answer answer(Asked asked) {
    Query query = asked.query();
    query.allowOnly(PARAMETERS);
    Order order = SortingParameters.order(query);
    int size = query.between("per_page", 10, 1, 50);
    List<Items.Written> all = items.since(order, query.time(SortingParameters.SINCE));
    BigInteger page = query.whole("page", 1);
    // The parameter is not checked: before the first page there is an empty one.
    List<Items.Written> slice =
        page.signum() > 0 ? PageNumberPagination.page(all, page, size) : List.of();
    boolean isLast =
        page.multiply(BigInteger.valueOf(size)).compareTo(BigInteger.valueOf(all.size())) >= 0;
    BigInteger next = page.max(BigInteger.ZERO).add(BigInteger.ONE);
    return Answer.json(
        200,
        JsonStyle.PAGE.object(json -> {
          Items.write(slice, json);
          json.writeNumberField("total_items", all.size());
          json.writeNumberField("page", page);
          json.writeNumberField("per_page", size);
          json.writeStringField("next_page_url", isLast ? null : url(asked, next, size, order));
        }));
  }

  /// As the original builds it: by the name that the client called, and nothing percent-encoded.
  private static String url(Asked asked, BigInteger page, int size, Order order) {
    String url =
        "http://%s%s?page=%d&per_page=%d&order_by=%s&order_type=%s"
            .formatted(asked.host(), asked.path(), page, size, order.by(), order.type());
    return asked
        .query()
        .text(SortingParameters.SINCE)
        .filter(since -> !since.isEmpty())
        .map(since -> url + "&" + SortingParameters.SINCE + "=" + since)
        .orElse(url);
  }
}
