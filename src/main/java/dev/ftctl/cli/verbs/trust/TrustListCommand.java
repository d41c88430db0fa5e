package dev.ftctl.cli.verbs.trust;

import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.verbs.LabelFlag;
import dev.ftctl.cli.verbs.LiveObjects;
import dev.ftctl.cli.verbs.ObjectFlags;
import dev.ftctl.cli.verbs.Results;
import dev.ftctl.cli.verbs.StateFlags;
import dev.ftctl.operate.Bulk;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.trust.TrustCalls;
import dev.ftctl.operate.trust.TrustReading;
import dev.ftctl.operate.trust.TrustSort;
import dev.ftctl.operate.trust.Trusted;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ftctl certificate list`, `ftctl fingerprint list`. Sends GETs only.
@Command(name = "list", description = "List which are trusted, and who approved them.")
public final class TrustListCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();
  @Mixin ObjectFlags objects = new ObjectFlags();
  @Mixin LabelFlag labels = new LabelFlag();
  @Mixin StateFlags states = new StateFlags();

  private final Run run;
  private final TrustSort sort;

  public TrustListCommand(Run run, TrustSort sort) {
    this.run = run;
    this.sort = sort;
  }

  @Override
  public Integer call() {
    try (var live = LiveObjects.open(run, common, accounts, project, false, TrustCalls.KINDS)) {
      List<Named> chosen = objects.warned(run).orAll(live.directory(), labels, states);
      if (chosen.size() > 1 && !common.isQuiet) {
        run.output().tell("One call for each of " + chosen.size() + " is sent.");
      }
      var found = new ConcurrentHashMap<Named, List<Trusted>>();
      var detailed = new ConcurrentHashMap<String, Named>();
      var reading =
          new TrustReading(
              new TrustCalls(live.account(), sort),
              (object, trusted) -> {
                detailed.put(object.address().toString(), object);
                found.put(object, trusted);
              });
      List<Result> results = new Bulk(accounts.parallelism, each -> {}).run(chosen, reading);
      var listing = new TrustListing(sort);
      for (Named object : chosen) {
        Named rich = detailed.getOrDefault(object.address().toString(), object);
        listing.add(rich, found.getOrDefault(rich, List.of()));
      }
      return ended(listing, results).number();
    }
  }

  private ExitCode ended(TrustListing listing, List<Result> results) {
    var failed = new ArrayList<Result>();
    results.stream().filter(Result.Failed.class::isInstance).forEach(failed::add);
    var told = new Results(run, common);
    failed.forEach(told::tell);
    common.print(run.output(), common.isJson() ? listing.json(failed) : listing.text());
    if (listing.isEmpty() && failed.isEmpty()) {
      run.output().tell("None of them trusts a " + sort.noun() + ".");
    }
    return Results.codeOf(results);
  }
}
