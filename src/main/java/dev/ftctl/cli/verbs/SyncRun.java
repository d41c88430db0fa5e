package dev.ftctl.cli.verbs;

import dev.ftctl.address.Directory;
import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.operate.Bulk;
import dev.ftctl.operate.Deed;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.sync.Followed;
import dev.ftctl.operate.sync.Following;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/// Syncing and re-syncing: both ask for something that takes time, and may wait for its end.
record SyncRun(
    Run run, CommonFlags common, AccountFlags accounts, ProjectFlags project, WaitFlag waiting) {

  /// What is done to each connection, given the calls and who sees what began.
  interface Asking {
    Deed with(ConnectionsApi api, Consumer<Followed> followed);
  }

  /// @param confirm asks where it has to
  ExitCode of(
      Function<Directory, ObjectFlags.Chosen> choice,
      Consumer<ObjectFlags.Chosen> confirm,
      Asking asking) {
    if (!run.console().terminals().err()) {
      run.output().stamp(run.console().clock());
    }
    try (var live = LiveObjects.open(run, common, accounts, project, true, Set.of("connector"))) {
      ObjectFlags.Chosen chosen = choice.apply(live.directory());
      confirm.accept(chosen);
      return all(live, chosen, asking);
    }
  }

  private ExitCode all(LiveObjects live, ObjectFlags.Chosen chosen, Asking asking) {
    ConnectionsApi api = live.account().api(ConnectionsApi.class);
    int pages = Math.max(1, Math.ceilDiv(live.directory().all().size(), Pages.LIMIT));
    var results = new Results(run, common);
    var followed = new ConcurrentHashMap<String, Followed>();
    try (var telling = new SyncTelling(run, common, results)) {
      var following = new Following(api, pages, run.console().sleeper(), telling);
      var bulk =
          new Bulk(
              accounts.parallelism,
              result -> {
                if (waiting.isGiven() && followed.containsKey(result.object().id())) {
                  telling.began(result);
                } else {
                  results.tell(result);
                }
              });
      run.stop()
          .guard(() -> {
            bulk.stop();
            following.stop();
          });
      Deed deed = asking.with(api, each -> followed.put(each.connection().id(), each));
      List<Result> begun = bulk.run(chosen.objects(), deed);
      return results.end(
          waiting.isGiven()
              ? ended(begun, following.run(inOrder(begun, followed), waiting.limit))
              : begun);
    }
  }

  private static List<Followed> inOrder(List<Result> begun, Map<String, Followed> followed) {
    var ordered = new ArrayList<Followed>();
    for (Result result : begun) {
      Followed each = followed.get(result.object().id());
      if (each != null) {
        ordered.add(each);
      }
    }
    return ordered;
  }

  private static List<Result> ended(List<Result> begun, Map<String, Result> ends) {
    return begun.stream().map(result -> ends.getOrDefault(result.object().id(), result)).toList();
  }
}
