package dev.ftctl.cli.verbs.transformation;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.verbs.LiveObjects;
import dev.ftctl.cli.verbs.ObjectFlags;
import dev.ftctl.cli.verbs.WaitFlag;
import dev.ftctl.cli.verbs.Waiting;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.TransformationsApi;
import dev.ftctl.operate.Deed;
import dev.ftctl.operate.follow.Followed;
import dev.ftctl.operate.follow.Looks;
import java.util.function.Consumer;

/// Running and cancelling: both ask for something that takes time, and may wait for its end.
record Asked(
    Run run,
    CommonFlags common,
    AccountFlags accounts,
    ProjectFlags project,
    TransformationFlags flags,
    WaitFlag ending) {

  /// What is done to each, given the calls and who sees what began.
  interface Asking {
    Deed with(TransformationsApi api, Consumer<Followed> followed);
  }

  /// @param confirm asks where it has to
  ExitCode of(Consumer<ObjectFlags.Chosen> confirm, Asking asking) {
    var waiting = new Waiting(run, common, accounts.parallelism, ending, "run");
    waiting.stamp();
    try (var live =
        LiveObjects.open(
            run,
            common,
            accounts,
            project,
            true,
            (account, described) -> flags.directory(run, account, described.resources()))) {
      ObjectFlags.Chosen chosen = flags.of(live.directory());
      confirm.accept(chosen);
      TransformationsApi api = live.account().api(TransformationsApi.class);
      int pages = Math.max(1, Math.ceilDiv(live.directory().all().size(), Pages.LIMIT));
      var looks =
          new Looks(
              () -> Pages.all((limit, cursor) -> api.list(null, limit, cursor)),
              api::details,
              pages);
      return waiting.all(chosen.objects(), looks, followed -> asking.with(api, followed));
    }
  }
}
