package dev.ftctl.cli.verbs.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.verbs.LiveObjects;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.state.Difference;
import dev.ftctl.operate.state.StateReading;
import dev.ftctl.render.Json;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `ftctl state diff`: a connection's state against a given one. Sends GETs only.
@Command(
    name = "diff",
    description = "Compare the state of a connection with a given one; exit 2 for differences.")
public final class StateDiffCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();
  @Mixin OneConnection connection = new OneConnection();
  @Mixin StateInput input = new StateInput();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "JSON",
      description = "The state; outer braces may be left out.")
  String json = "";

  private final Run run;

  public StateDiffCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    connection.require(run);
    Value.Mapping wanted =
        input
            .read(run, json)
            .orElseThrow(() ->
                new RefusedException(
                    Refusal.USAGE,
                    "no state is given to compare with",
                    "Give it as JSON, or by --file FILE."));
    try (var live = LiveObjects.open(run, common, accounts, project, false, Set.of("connector"))) {
      Named named = connection.of(live.directory());
      Value.Mapping state =
          new StateReading(live.account().api(ConnectionsApi.class))
              .of(named)
              .orElse(Value.Mapping.EMPTY);
      List<Difference> all = Difference.between(state, wanted);
      ExitCode code = all.isEmpty() ? ExitCode.OK : ExitCode.PENDING;
      if (common.isJson()) {
        run.output().document(Json.text(document(named, all, code)));
      } else if (!all.isEmpty()) {
        run.output()
            .result(
                named.address()
                    + "\n"
                    + new Differences(all, common.outPaint(run.console())).text());
      } else {
        run.output().result(named.address() + ": no differences\n");
      }
      return code.number();
    }
  }

  private static ObjectNode document(Named named, List<Difference> all, ExitCode code) {
    ObjectNode document =
        Json.object().put("address", named.address().toString()).put("id", named.id());
    var items = document.putArray("differences");
    for (Difference difference : all) {
      ObjectNode item = items.addObject().put("path", difference.path().jsonPointer());
      if (!difference.before().isAbsent()) {
        item.set("before", Json.of(difference.before()));
      }
      if (!difference.after().isAbsent()) {
        item.set("after", Json.of(difference.after()));
      }
    }
    return document.put("exit_code", code.number());
  }
}
