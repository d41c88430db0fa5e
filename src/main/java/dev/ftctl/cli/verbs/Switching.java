package dev.ftctl.cli.verbs;

import dev.ftctl.address.Directory;
import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.operate.Bulk;
import dev.ftctl.operate.PauseSwitch;
import dev.ftctl.operate.Result;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Pausing and resuming, which are one verb with two directions.
record Switching(Run run, CommonFlags common, AccountFlags accounts, ProjectFlags project) {

  ExitCode to(boolean paused, Function<Directory, ObjectFlags.Chosen> choice, YesFlag yes) {
    try (var live = LiveObjects.open(run, common, accounts, project, true, Set.of("connector"))) {
      ObjectFlags.Chosen chosen = choice.apply(live.directory());
      yes.require(run, paused ? "Pause" : "Resume", chosen);
      var results = new Results(run, common);
      var bulk = new Bulk(accounts.parallelism, results::tell);
      run.stop().guard(bulk::stop);
      List<Result> all =
          bulk.run(
              chosen.objects(), new PauseSwitch(live.account().api(ConnectionsApi.class), paused));
      return results.end(all);
    }
  }
}
