package dev.ftctl.playground.endpoint;

import dev.ftctl.playground.data.Order;
import dev.ftctl.playground.http.Answer;
import dev.ftctl.playground.http.Asked;
import dev.ftctl.playground.http.Endpoint;
import dev.ftctl.playground.http.JsonStyle;
import java.util.List;
import java.util.Set;

/// `/incremental/timestamp`: what was updated later than a time. Not at that time, since clients
/// ask again with the last one that they got, until nothing comes.
final class TimestampSync implements Endpoint {

  private final Items items;

  TimestampSync(Items items) {
    this.items = items;
  }

  @Override
  public Answer answer(Asked asked) {
    asked.query().allowOnly(Set.of("since"));
    List<Items.Written> found =
        asked.query().time("since").map(items::after).orElseGet(() -> items.in(Order.USUAL));
    return Answer.json(200, JsonStyle.PAGE.object(json -> Items.write(found, json)));
  }
}
