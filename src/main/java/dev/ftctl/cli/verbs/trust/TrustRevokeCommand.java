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
import dev.ftctl.cli.verbs.YesFlag;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.operate.Bulk;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.trust.Revocation;
import dev.ftctl.operate.trust.TrustCalls;
import dev.ftctl.operate.trust.TrustReading;
import dev.ftctl.operate.trust.TrustSort;
import dev.ftctl.operate.trust.Trusted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ftctl certificate revoke`, `ftctl fingerprint revoke`.
@Command(name = "revoke", description = "Trust one no longer, by its hash.")
public final class TrustRevokeCommand implements Callable<Integer> {

  private static final String PRICE =
      "Connections that meet it again will fail their tests, and may not sync, until it is approved"
          + " anew.";

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();
  @Mixin ObjectFlags objects = new ObjectFlags();
  @Mixin LabelFlag labels = new LabelFlag();
  @Mixin StateFlags states = new StateFlags();
  @Mixin YesFlag yes = new YesFlag();

  @Option(
      names = "--hash",
      required = true,
      paramLabel = "HASH",
      description = "Its SHA-256, as list tells it; may be repeated.")
  List<String> hashes = List.of();

  private final Run run;
  private final TrustSort sort;

  public TrustRevokeCommand(Run run, TrustSort sort) {
    this.run = run;
    this.sort = sort;
  }

  @Override
  public Integer call() {
    try (var live = LiveObjects.open(run, common, accounts, project, true, TrustCalls.KINDS)) {
      List<Named> chosen = objects.warned(run).of(live.directory(), labels, states).objects();
      return revoked(new TrustCalls(live.account(), sort), chosen).number();
    }
  }

  private ExitCode revoked(TrustCalls calls, List<Named> chosen) {
    var results = new Results(run, common);
    Map<String, List<Trusted>> listed = new ConcurrentHashMap<>();
    List<Result> read =
        new Bulk(accounts.parallelism, each -> {})
            .run(
                chosen,
                new TrustReading(
                    calls, (object, all) -> listed.put(object.address().toString(), all)));
    var meant = new ArrayList<Trusted>();
    listed.values().forEach(all -> all.stream().filter(this::isMeant).forEach(meant::add));
    var ends = new ArrayList<Result>();
    for (Result result : read) {
      boolean isFound =
          meant.stream()
              .anyMatch(each -> each.object().address().equals(result.object().address()));
      if (!isFound) {
        Result end = result instanceof Result.Failed ? result : none(result.object(), meant);
        results.tell(end);
        ends.add(end);
      }
    }
    confirm(meant);
    var bulk = new Bulk(accounts.parallelism, results::tell);
    run.stop().guard(bulk::stop);
    ends.addAll(bulk.run(meant.stream().map(each -> task(calls, each)).toList()));
    return results.end(ends);
  }

  private boolean isMeant(Trusted trusted) {
    return hashes.stream().anyMatch(trusted::isMeant);
  }

  private Result none(Named object, List<Trusted> meant) {
    String what = "trusts no " + sort.noun() + " with the hash " + String.join(", ", hashes);
    return meant.isEmpty()
        ? new Result.Failed(object, new RefusedException(Refusal.FAILED, what, ""))
        : new Result.Unneeded(object, what);
  }

  private void confirm(List<Trusted> meant) {
    if (meant.isEmpty() || yes.isGiven) {
      return;
    }
    var listing = new TrustListing(sort);
    meant.forEach(each -> listing.add(each.object(), List.of(each)));
    run.output().tellText(listing.text());
    List<Named> objects = meant.stream().map(Trusted::object).distinct().toList();
    yes.requireAlways(run, "Revoke", new ObjectFlags.Chosen(objects, false), PRICE);
  }

  private static Bulk.Task task(TrustCalls calls, Trusted trusted) {
    return new Bulk.Task(trusted.object(), new Revocation(calls, trusted));
  }
}
