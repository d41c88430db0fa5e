package dev.ftctl.operate.trust;

import dev.ftctl.address.Named;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.Deed;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.tests.TestLine;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Runs the setup tests of an object, which trust nothing by themselves, to see which keys its
/// hosts show.
///
/// @param now by which certificates are valid or not
/// @param seen takes what came of it; called by many threads
public record OfferRun(TrustCalls calls, Instant now, Consumer<Tested> seen) implements Deed {

  @Override
  public Result of(Named object) {
    Value.Mapping answer = calls.test(object);
    var bySort =
        Offer.all(object, answer, now).stream()
            .collect(Collectors.partitioningBy(offer -> offer.sort() == calls.sort()));
    var tested =
        new Tested(
            object,
            bySort.getOrDefault(true, List.of()),
            bySort.getOrDefault(false, List.of()),
            TestLine.all(answer));
    seen.accept(tested);
    return new Result.Unneeded(
        object, "offers no " + calls.sort().noun() + " that is not trusted; " + tested.summary());
  }
}
