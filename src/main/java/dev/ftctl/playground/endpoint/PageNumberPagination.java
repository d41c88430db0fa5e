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

/// `/pagination/page_number`: pages have numbers, and each tells how many there are.
final class PageNumberPagination implements Endpoint {

  private static final Set<String> PARAMETERS = SortingParameters.and("per_page", "page");

  private final Items items;

  PageNumberPagination(Items items) {
    this.items = items;
  }

  @Override
  public Answer answer(Asked asked) {
    Query query = asked.query();
    query.allowOnly(PARAMETERS);
    Order order = SortingParameters.order(query);
    int size = query.between("per_page", 10, 1, 50);
    BigInteger page = query.atLeast("page", 1, 1);
    List<Items.Written> all = items.since(order, query.time(SortingParameters.SINCE));
    return Answer.json(
        200,
        JsonStyle.PAGE.object(json -> {
          Items.write(page(all, page, size), json);
          json.writeNumberField("page", page);
          json.writeNumberField("page_size", size);
          json.writeNumberField("total_pages", Math.ceilDiv(all.size(), size));
          json.writeNumberField("total_items", all.size());
        }));
  }

  /// @param number from 1
  static List<Items.Written> page(List<Items.Written> all, BigInteger number, int size) {
    BigInteger before = number.subtract(BigInteger.ONE).multiply(BigInteger.valueOf(size));
    return Items.slice(all, before, size);
  }
}
