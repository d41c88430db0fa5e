package dev.ftctl.cli.verbs.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.verbs.LiveObjects;
import dev.ftctl.files.NamedOutput;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.state.StateReading;
import dev.ftctl.render.Json;
import dev.ftctl.render.StateJson;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ftctl state get`: a connection's state. Sends GETs only.
@Command(name = "get", description = "Print the state of a connection.")
public final class StateGetCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();
  @Mixin OneConnection connection = new OneConnection();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      defaultValue = "",
      description = "Write it there, as state set --file takes it.")
  String file = "";

  private final Run run;

  public StateGetCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    connection.require(run);
    try (var live = LiveObjects.open(run, common, accounts, project, false, Set.of("connector"))) {
      Named named = connection.of(live.directory());
      Value.Mapping state = stateOf(live, named);
      if (!file.isEmpty()) {
        try (NamedOutput output =
            NamedOutput.open(run.console().disk(), run.console().folder().resolve(file))) {
          output.write(StateJson.of(state));
        }
        run.output().tell(named.address() + ": its state is in " + file);
        return ExitCode.OK.number();
      }
      run.output()
          .document(common.isJson() ? Json.text(document(named, state)) : StateJson.of(state));
      return ExitCode.OK.number();
    }
  }

  /// @throws RefusedException when there is none
  static Value.Mapping stateOf(LiveObjects live, Named named) {
    return new StateReading(live.account().api(ConnectionsApi.class))
        .of(named)
        .orElseThrow(() ->
            new RefusedException(
                Refusal.FAILED,
                named.address() + " has no state yet",
                "It gets one by its first sync, or by ftctl state set."));
  }

  private static ObjectNode document(Named named, Value.Mapping state) {
    ObjectNode document =
        Json.object()
            .put("address", named.address().toString())
            .put("id", named.id())
            .put("paused", named.live().fields().get("paused").equals(Value.bool(true)));
    document.set("state", Json.of(state));
    return document;
  }
}
