package dev.ftctl.cli.verbs.state;

import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.verbs.LiveObjects;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.state.Kept;
import dev.ftctl.render.Json;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ftctl state backup`: keeps a connection's state as it is. Sends GETs only.
@Command(name = "backup", description = "Keep the state of a connection in a file of its own.")
public final class StateBackupCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();
  @Mixin OneConnection connection = new OneConnection();

  private final Run run;

  public StateBackupCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    connection.require(run);
    try (var live = LiveObjects.open(run, common, accounts, project, false, Set.of("connector"))) {
      Named named = connection.of(live.directory());
      Value.Mapping state = StateGetCommand.stateOf(live, named);
      boolean isPaused = named.live().fields().get("paused").equals(Value.bool(true));
      Kept kept =
          Changing.backups(run).take(named, run.console().clock().instant(), isPaused, state);
      String shown = new StateTelling(run, common, true).shown(kept);
      common.print(
          run.output(),
          common.isJson()
              ? Json.text(
                  Json.object()
                      .put("address", named.address().toString())
                      .put("id", named.id())
                      .put("backup", shown))
              : shown + "\n");
      return ExitCode.OK.number();
    }
  }
}
