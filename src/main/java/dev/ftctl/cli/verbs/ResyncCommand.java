package dev.ftctl.cli.verbs;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.operate.sync.ResyncAsk;
import dev.ftctl.render.English;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ftctl resync`: history is loaded again.
@Command(name = "resync", description = "Load history again, of connections or some tables.")
public final class ResyncCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();
  @Mixin ObjectFlags objects = new ObjectFlags();
  @Mixin LabelFlag labels = new LabelFlag();
  @Mixin StateFlags states = new StateFlags();
  @Mixin YesFlag yes = new YesFlag();
  @Mixin WaitFlag wait = new WaitFlag();

  @Option(
      names = "--table",
      paramLabel = "SCHEMA.TABLE",
      split = ",",
      description = "Only this table, by its names in the source; may be repeated.")
  List<String> tables = List.of();

  private final Run run;

  public ResyncCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    SequencedMap<String, List<String>> scope = scope();
    return new SyncRun(run, common, accounts, project, wait)
        .of(
            directory -> objects.warned(run).of(directory, labels, states),
            chosen -> yes.requireAlways(run, "Re-sync", chosen, price()),
            (api, followed) -> new ResyncAsk(api, scope, wait.isGiven(), followed))
        .number();
  }

  private String price() {
    String what = tables.isEmpty() ? "All tables" : English.count(tables.size(), "table");
    return what + " of each will be loaded again from the start, which takes time and may cost.";
  }

  private SequencedMap<String, List<String>> scope() {
    var scope = new LinkedHashMap<String, List<String>>();
    for (String table : tables) {
      int dot = table.indexOf('.');
      if (dot < 1 || dot == table.length() - 1) {
        throw new RefusedException(
            Refusal.USAGE,
            "--table " + table + " names no table",
            "Write it with its schema: --table public.orders.");
      }
      List<String> names =
          scope.computeIfAbsent(table.substring(0, dot), schema -> new ArrayList<>());
      names.add(table.substring(dot + 1));
    }
    return scope;
  }
}
