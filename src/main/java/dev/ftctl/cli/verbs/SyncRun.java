package dev.ftctl.cli.verbs;

import dev.ftctl.address.Directory;
import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.operate.Deed;
import dev.ftctl.operate.follow.Followed;
import dev.ftctl.operate.follow.Looks;
import java.util.Set;
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
    var all = new Waiting(run, common, accounts.parallelism, waiting, "sync");
    all.stamp();
    try (var live = LiveObjects.open(run, common, accounts, project, true, Set.of("connector"))) {
      ObjectFlags.Chosen chosen = choice.apply(live.directory());
      confirm.accept(chosen);
      ConnectionsApi api = live.account().api(ConnectionsApi.class);
      int pages = Math.max(1, Math.ceilDiv(live.directory().all().size(), Pages.LIMIT));
      var looks = new Looks(() -> Pages.all(api::list), api::details, pages);
      return all.all(chosen.objects(), looks, followed -> asking.with(api, followed));
    }
  }
}
