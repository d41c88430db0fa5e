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

/// `/pagination/offset`: so many records are skipped, and so many answered.
final class OffsetPagination implements Endpoint {

  private static final Set<String> PARAMETERS = SortingParameters.and("limit", "offset");

  private final Items items;

  OffsetPagination(Items items) {
    this.items = items;
  }

  @Override
  public Answer answer(Asked asked) {
    Query query = asked.query();
    query.allowOnly(PARAMETERS);
    int limit = query.between("limit", 10, 1, 50);
    BigInteger offset = query.atLeast("offset", 0, 0);
    Order order = SortingParameters.order(query);
    List<Items.Written> all = items.since(order, query.time(SortingParameters.SINCE));
    return Answer.json(
        200,
        JsonStyle.PAGE.object(json -> {
          Items.write(Items.slice(all, offset, limit), json);
          json.writeNumberField("offset", offset);
          json.writeNumberField("limit", limit);
          json.writeNumberField("total", all.size());
        }));
  }
}
