package dev.ftctl.cli.verbs.state;

import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.telling.Question;
import dev.ftctl.cli.verbs.LiveObjects;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.state.StateReading;
import dev.ftctl.operate.state.StateText;
import dev.ftctl.render.StateJson;
import dev.ftctl.render.Tone;
import java.util.Optional;

/// The state that a connection shall have: given, or typed beside the one that it has, and
/// confirmed.
record Wanted(Run run, CommonFlags common, LiveObjects live, boolean isConfirmed) {

  /// Empty when it shall stay as it is.
  ///
  /// @throws dev.ftctl.model.RefusedException when it is not confirmed, is no state, or the
  ///   connection has none
  Optional<Value.Mapping> of(Named named, Optional<Value.Mapping> given) {
    Optional<Value.Mapping> current =
        new StateReading(live.account().api(ConnectionsApi.class)).of(named);
    var telling = new StateTelling(run, common, true);
    Optional<Value.Mapping> wanted = given.isPresent() ? given : typed(telling, current);
    if (wanted.isEmpty()) {
      run.output()
          .result(
              common.outPaint(run.console()).apply(Tone.CHANGED, "No changes made to state.")
                  + "\n");
      return wanted;
    }
    if (!isConfirmed && !wanted.equals(current)) {
      run.output().tell(named.address() + ": its state will change");
      run.output()
          .tellText(
              Differences.between(
                      current.orElse(Value.Mapping.EMPTY), wanted.get(), telling.paint())
                  .text());
      new Question(run)
          .require(
              "Pause it, update its state and verify that?",
              "Give --yes to do it without a question.");
    }
    return wanted;
  }

  private Optional<Value.Mapping> typed(StateTelling telling, Optional<Value.Mapping> current) {
    telling.banner("=== Getting current connection state ===");
    run.output().tellText(current.map(StateJson::of).orElse("none yet\n"));
    telling.banner("=== Enter new state information ===");
    run.output().tell("As JSON, such as {\"cursor\": \"2025-03-06 20:20:20\"}; Enter keeps it.");
    String line = new Prompt(run).line("New state: ");
    if (line.isBlank()) {
      return Optional.empty();
    }
    StateText text = StateText.of(line);
    if (text.isCompleted()) {
      run.output().tellText("Taken as\n" + StateJson.of(text.state()));
    }
    return Optional.of(text.state());
  }
}
