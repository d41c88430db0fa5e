package dev.ftctl.playground.endpoint;

import dev.ftctl.playground.data.Order;
import dev.ftctl.playground.http.Answer;
import dev.ftctl.playground.http.Asked;
import dev.ftctl.playground.http.Endpoint;
import dev.ftctl.playground.http.JsonStyle;
import dev.ftctl.playground.http.PaddedBase64;
import dev.ftctl.playground.http.PracticeError;
import dev.ftctl.playground.http.Query;
import dev.ftctl.playground.http.UtcTime;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `/pagination/keyset`: a page goes on behind the time at which the last one ended. Records of
/// that same time that did not fit on it are never answered: the trap of this method, kept on
/// purpose.
final class KeysetPagination implements Endpoint {

  private static final String SCROLL = "scroll_param";
  private static final Set<String> PARAMETERS = Set.of(SCROLL, SortingParameters.SINCE);
  private static final int SIZE = 50;

  private final Items items;

  KeysetPagination(Items items) {
    this.items = items;
  }

  @Override
  public Answer answer(Asked asked) {
    Query query = asked.query();
    query.allowOnly(PARAMETERS);
    List<Items.Written> left = left(query);
    List<Items.Written> page = Items.slice(left, BigInteger.ZERO, SIZE);
    return Answer.json(
        200,
        JsonStyle.PAGE.object(json -> {
          Items.write(page, json);
          json.writeNumberField("total_count", left.size());
          json.writeStringField(
              SCROLL,
              left.size() > SIZE
                  ? PaddedBase64.encode(page.getLast().updatedAt().toString())
                  : null);
        }));
  }

  private List<Items.Written> left(Query query) {
    Optional<String> scroll = query.text(SCROLL).filter(text -> !text.isEmpty());
    if (scroll.isEmpty()) {
      return items.since(Order.USUAL, query.time(SortingParameters.SINCE));
    }
    if (query.text(SortingParameters.SINCE).filter(text -> !text.isEmpty()).isPresent()) {
      throw new PracticeError(
          400,
          "You can only use 'updated_since' in first request, subsequent requests should use only"
              + " 'scroll_param'");
    }
    Instant last =
        PaddedBase64.decode(scroll.get())
            .flatMap(UtcTime::read)
            .orElseThrow(() -> new PracticeError(400, "Invalid scroll_param value"));
    return items.after(last);
  }
}
