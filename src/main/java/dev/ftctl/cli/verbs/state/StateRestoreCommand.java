package dev.ftctl.cli.verbs.state;

import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.verbs.LiveObjects;
import dev.ftctl.cli.verbs.YesFlag;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.state.Backups;
import dev.ftctl.operate.state.Kept;
import dev.ftctl.operate.state.Wish;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ftctl state restore`: brings a kept state back, and ends what a killed run began.
@Command(
    name = "restore",
    description = "Bring the state of a connection back from a backup, in the steps of set.")
public final class StateRestoreCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();
  @Mixin OneConnection connection = new OneConnection();
  @Mixin IdleFlag idle = new IdleFlag();
  @Mixin YesFlag yes = new YesFlag();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "BACKUP",
      description =
          "A backup (default: that of a run that did not end, else the newest of the connection).")
  String backup = "";

  @Option(names = "--file", paramLabel = "BACKUP", defaultValue = "", description = "The same.")
  String file = "";

  private final Run run;

  public StateRestoreCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    connection.require(run);
    try (var live = LiveObjects.open(run, common, accounts, project, true, Set.of("connector"))) {
      Named named = connection.of(live.directory());
      Kept kept = kept(named);
      if (!kept.backup().id().equals(named.id())) {
        throw new RefusedException(
            Refusal.USAGE,
            kept.file() + " is of " + kept.backup().address() + " (id " + kept.backup().id() + ")",
            "Only the connection that it was taken of gets it back; to give it to another:"
                + " ftctl state set ADDRESS --file FILE.");
      }
      var wanted = new Wanted(run, common, live, yes.isGiven);
      Optional<Value.Mapping> state = kept.backup().state();
      if (state.isPresent()) {
        run.output().tell("from " + new StateTelling(run, common, true).shown(kept));
        wanted.of(named, state);
      }
      ExitCode code =
          new Changing(run, common, live).to(List.of(new Wish(named, state)), idle.limit);
      return code.number();
    }
  }

  private Kept kept(Named named) {
    String asked = backup.isEmpty() ? file : backup;
    if (!asked.isEmpty()) {
      return Backups.named(run.console().folder().resolve(asked));
    }
    Backups backups = Changing.backups(run);
    return backups
        .unfinished(named)
        .or(() -> backups.newest(named))
        .orElseThrow(() ->
            new RefusedException(
                Refusal.USAGE,
                "there is no backup of " + named.address(),
                "They are made by ftctl state backup and ftctl state set; give another by"
                    + " --file FILE."));
  }
}
