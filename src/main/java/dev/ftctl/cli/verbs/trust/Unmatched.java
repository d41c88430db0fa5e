package dev.ftctl.cli.verbs.trust;

import dev.ftctl.address.Named;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.operate.Bulk;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.trust.Tested;
import dev.ftctl.operate.trust.TrustCalls;
import dev.ftctl.operate.trust.TrustReading;
import dev.ftctl.operate.trust.Trusted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What becomes of objects that offer nothing of the hashes that were named: one may be trusted
/// already. A hash that nothing offers or trusts is a failure.
record Unmatched(TrustCalls calls, ApproveFlags flags, int parallelism) {

  List<Result> of(List<Tested> tested) {
    List<Named> without =
        tested.stream()
            .filter(each -> each.offers().stream().noneMatch(flags::isMeant))
            .map(Tested::object)
            .toList();
    if (flags.hashes.isEmpty() || without.isEmpty()) {
      return List.of();
    }
    Map<Named, List<Trusted>> trusted = new ConcurrentHashMap<>();
    List<Result> read =
        new Bulk(parallelism, each -> {}).run(without, new TrustReading(calls, trusted::put));
    var results = new ArrayList<Result>();
    boolean isSomewhere = without.size() < tested.size();
    for (Result result : read) {
      results.add(
          result instanceof Result.Failed ? result : of(result.object(), trusted, isSomewhere));
    }
    return results;
  }

  private Result of(Named object, Map<Named, List<Trusted>> trusted, boolean isSomewhere) {
    boolean isTrusted =
        trusted.entrySet().stream()
            .filter(entry -> entry.getKey().address().equals(object.address()))
            .flatMap(entry -> entry.getValue().stream())
            .anyMatch(each -> flags.hashes.stream().anyMatch(each::isMeant));
    String hashes = String.join(", ", flags.hashes);
    if (isTrusted) {
      return new Result.Unneeded(object, "trusts " + hashes + " already");
    }
    String what = "offers no " + calls.sort().noun() + " with the hash " + hashes;
    return isSomewhere
        ? new Result.Unneeded(object, what)
        : new Result.Failed(object, new RefusedException(Refusal.FAILED, what, ""));
  }
}
