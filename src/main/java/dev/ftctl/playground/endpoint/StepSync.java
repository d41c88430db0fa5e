package dev.ftctl.playground.endpoint;

import dev.ftctl.playground.data.Item;
import dev.ftctl.playground.http.Answer;
import dev.ftctl.playground.http.Asked;
import dev.ftctl.playground.http.Endpoint;
import dev.ftctl.playground.http.JsonStyle;
import dev.ftctl.playground.http.PracticeError;
import dev.ftctl.playground.http.Query;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// `/incremental/step`: records whose ids count up from 1, by ranges. Beyond the last there is
/// nothing, and no error.
final class StepSync implements Endpoint {

  private static final String START = "start_id";
  private static final String END = "end_id";

  private final List<Items.Written> numbered;

  StepSync(List<Item> items) {
    numbered =
        IntStream.range(0, items.size())
            .mapToObj(index -> items.get(index).withId(Integer.toString(index + 1)))
            .map(Items.Written::of)
            .toList();
  }

  @Override
  public Answer answer(Asked asked) {
    Query query = asked.query();
    query.allowOnly(Set.of(START, END));
    Optional<BigInteger> given = query.whole(START);
    Optional<BigInteger> last = query.whole(END);
    if (given.isEmpty() || last.isEmpty()) {
      throw new PracticeError(400, "Both 'start_id' and 'end_id' parameters are required");
    }
    BigInteger first = query.atLeast(START, 1, 1);
    if (last.get().compareTo(first) < 0) {
      throw new PracticeError(
          400, "Invalid value for 'end_id'. It must be greater than or equal to 'start_id'.");
    }
    int size = last.get().min(BigInteger.valueOf(numbered.size())).intValueExact();
    BigInteger before = first.subtract(BigInteger.ONE);
    List<Items.Written> found = Items.slice(numbered.subList(0, size), before, numbered.size());
    return Answer.json(200, JsonStyle.PAGE.object(json -> Items.write(found, json)));
  }
}
