package dev.ftctl.cli.verbs.state;

import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.telling.Question;
import dev.ftctl.cli.verbs.LiveObjects;
import dev.ftctl.cli.verbs.YesFlag;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.state.Wish;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ftctl state set`: pause, wait until idle, back up, update, verify, resume.
@Command(
    name = "set",
    aliases = "edit",
    description = "Change the state of a connection, which is paused for that if it runs.")
public final class StateSetCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();
  @Mixin OneConnection connection = new OneConnection();
  @Mixin StateInput input = new StateInput();
  @Mixin IdleFlag idle = new IdleFlag();
  @Mixin YesFlag yes = new YesFlag();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "JSON",
      description = "The state; outer braces may be left out.")
  String json = "";

  @Option(
      names = "--batch",
      paramLabel = "FILE",
      defaultValue = "",
      description = "Many, all or none: a mapping (YAML or JSON) of address or id to state.")
  String batch = "";

  private final Run run;

  public StateSetCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    return (batch.isEmpty() ? one() : many()).number();
  }

  private ExitCode one() {
    boolean asks = !input.isGiven(json) && Prompt.isPossible(run);
    connection.require(run);
    if (!asks && !input.isGiven(json)) {
      throw new RefusedException(
          Refusal.USAGE, "no state is given", "Give it as JSON, or by --file FILE.");
    }
    Optional<Value.Mapping> given = input.read(run, json);
    try (var live = open()) {
      Named named = connection.of(live.directory());
      var wanted = new Wanted(run, common, live, yes.isGiven);
      Optional<Value.Mapping> state = wanted.of(named, given);
      return state.isEmpty()
          ? ExitCode.OK
          : new Changing(run, common, live).to(List.of(new Wish(named, state)), idle.limit);
    }
  }

  private ExitCode many() {
    if (!connection.text.isBlank() || input.isGiven(json)) {
      throw new RefusedException(
          Refusal.USAGE, "--batch names the connections and their states", "Give it alone.");
    }
    Map<String, Value.Mapping> states = new BatchFile(run, batch).read();
    try (var live = open()) {
      List<Wish> wishes =
          states.entrySet().stream()
              .map(entry ->
                  new Wish(
                      OneConnection.of(live.directory(), entry.getKey()),
                      Optional.of(entry.getValue())))
              .toList();
      if (wishes.stream().map(wish -> wish.connection().id()).distinct().count() < wishes.size()) {
        throw new RefusedException(
            Refusal.INVALID, batch + " names one connection twice", "Leave one of them out.");
      }
      if (!yes.isGiven) {
        wishes.forEach(wish -> run.output().tell("  " + wish.connection().address()));
        new Question(run)
            .require(
                "Change the state of these " + wishes.size() + "?",
                "Give --yes to do it without a question.");
      }
      return new Changing(run, common, live).to(wishes, idle.limit);
    }
  }

  private LiveObjects open() {
    return LiveObjects.open(run, common, accounts, project, true, Set.of("connector"));
  }
}
