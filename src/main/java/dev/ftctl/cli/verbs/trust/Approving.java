package dev.ftctl.cli.verbs.trust;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.verbs.Results;
import dev.ftctl.model.shown.ShellWord;
import dev.ftctl.operate.Bulk;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.trust.Approval;
import dev.ftctl.operate.trust.Offer;
import dev.ftctl.operate.trust.OfferRun;
import dev.ftctl.operate.trust.Tested;
import dev.ftctl.operate.trust.TrustCalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// From what setup tests meet to what is trusted: tested, shown, chosen, approved, tested again.
final class Approving {

  private final Run run;
  private final CommonFlags common;
  private final int parallelism;
  private final TrustCalls calls;
  private final ApproveFlags flags;
  private final boolean isYes;
  private final Results results;
  private final Map<Named, Tested> tested = new ConcurrentHashMap<>();

  Approving(
      Run run,
      CommonFlags common,
      int parallelism,
      TrustCalls calls,
      ApproveFlags flags,
      boolean isYes) {
    this.run = run;
    this.common = common;
    this.parallelism = parallelism;
    this.calls = calls;
    this.flags = flags;
    this.isYes = isYes;
    this.results = new Results(run, common);
  }

  ExitCode of(List<Named> objects) {
    var all = new ArrayList<Result>();
    List<Offer> offers = offered(objects, all);
    if (run.stop().isAsked()) {
      offers.forEach(offer -> add(all, new Result.NotBegun(offer.object())));
      return results.end(all);
    }
    // Nothing is under way while somebody is asked: a signal may end it at once.
    run.stop().release();
    var choice = Choice.among(offers, run, flags, isYes);
    choice.left().forEach(left -> add(all, left));
    new Unmatched(calls, flags, parallelism)
        .of(objects.stream().filter(tested::containsKey).map(tested::get).toList())
        .forEach(result -> add(all, result));
    List<Result> approved = approved(choice.approved());
    testAgain(approved);
    all.addAll(approved);
    return results.end(all);
  }

  private void add(List<Result> all, Result result) {
    results.tell(result);
    all.add(result);
  }

  /// What setup tests meet, shown; the ends of objects that offer nothing are added.
  private List<Offer> offered(List<Named> objects, List<Result> all) {
    var offers = new ArrayList<Offer>();
    List<Result> ends =
        guarded(result -> {})
            .run(objects, new OfferRun(calls, now(), each -> tested.put(each.object(), each)));
    for (Result end : ends) {
      Tested seen = tested.get(end.object());
      if (seen == null) {
        add(all, end);
        continue;
      }
      results.add(end.object(), "offers", OfferText.json(seen.offers()));
      results.add(end.object(), "tests", TextNode.valueOf(seen.summary()));
      offers.addAll(seen.offers());
      if (seen.offers().isEmpty() && flags.hashes.isEmpty()) {
        add(all, end);
      }
      tellOthers(seen);
    }
    var text = new OfferText(common.errPaint(run.console()));
    offers.forEach(offer -> run.output().tellText(text.of(offer)));
    return offers;
  }

  private List<Result> approved(List<Offer> offers) {
    List<Bulk.Task> tasks =
        offers.stream()
            .map(offer -> new Bulk.Task(offer.object(), new Approval(calls, offer)))
            .toList();
    return guarded(results::tell).run(tasks);
  }

  private void testAgain(List<Result> approved) {
    var changed = new LinkedHashSet<Named>();
    approved.stream()
        .filter(Result.Done.class::isInstance)
        .forEach(done -> changed.add(done.object()));
    var again = new OfferRun(calls, now(), this::tellAgain);
    for (Result end : guarded(result -> {}).run(List.copyOf(changed), again)) {
      if (end instanceof Result.Failed failed) {
        String why = String.valueOf(failed.cause().getMessage());
        run.output().tell(end.object().address() + ": its tests can't be run again: " + why);
      }
    }
  }

  private void tellAgain(Tested seen) {
    results.add(seen.object(), "tests_again", TextNode.valueOf(seen.summary()));
    if (!common.isJson()) {
      run.output().result(seen.object().address() + ": tested again: " + seen.summary() + "\n");
    }
    seen.offers()
        .forEach(offer ->
            run.output()
                .tell(seen.object().address() + ": now offers " + offer.hash() + ": run it again"));
    tellOthers(seen);
  }

  private void tellOthers(Tested seen) {
    if (!seen.others().isEmpty()) {
      String address = seen.object().address().toString();
      String other = calls.sort().other().noun();
      run.output()
          .tell(
              "%s also offers a %s: ftctl %s approve %s"
                  .formatted(address, other, other, ShellWord.of(address)));
    }
  }

  private Bulk guarded(Consumer<Result> observer) {
    var bulk = new Bulk(parallelism, observer);
    run.stop().guard(bulk::stop);
    return bulk;
  }

  private Instant now() {
    return run.console().clock().instant();
  }
}
