package dev.ftctl.cli.fleet;

import dev.ftctl.cli.process.Console;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.process.Stop;
import dev.ftctl.cli.process.Summary;
import dev.ftctl.render.fleet.FleetRow;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.util.Optional;

/// The command for one account, run as if it were the only one: with streams, secrets, signals and
/// a client of its own. What it shares with the others are the manifests.
final class Alone {

  private static final String ERROR = "error: ";

  private final Run run;
  private final Door door;
  private final AccountLine lines;
  private final UnchangedAccounts unchanged;
  private final boolean isScreen;

  /// @param isScreen whether what it prints may go to a terminal as it is
  Alone(Run run, Door door, AccountLine lines, UnchangedAccounts unchanged, boolean isScreen) {
    this.run = run;
    this.door = door;
    this.lines = lines;
    this.unchanged = unchanged;
    this.isScreen = isScreen;
  }

  Finished run(String environment, Stop stop) {
    if (unchanged.has(environment)) {
      String line = "no document changed since " + unchanged.revision();
      return Finished.without(
          new FleetRow(environment, "", 0, FleetRow.End.UNCHANGED, false, false, line));
    }
    var out = new StringWriter();
    var err = new StringWriter();
    Console console = console(new PrintWriter(out), new PrintWriter(err));
    Run alone = run.beside(console, stop, unchanged.reading());
    int code = door.enter(lines.of(environment), alone);
    String told = err.toString();
    Summary summary = alone.summary();
    var row =
        new FleetRow(
            environment,
            summary.account(),
            code,
            FleetRow.End.ENDED,
            summary.hasChanges(),
            summary.hasWrites(),
            closing(summary, code, told));
    return new Finished(row, out.toString(), told, summary.report());
  }

  /// What the result closed with, or the first error where there is none.
  private static String closing(Summary summary, int code, String told) {
    boolean isResult = code == ExitCode.OK.number() || code == ExitCode.PENDING.number();
    Optional<String> error =
        told.lines()
            .filter(line -> line.startsWith(ERROR))
            .map(line -> line.substring(ERROR.length()))
            .findFirst();
    return isResult || !summary.line().isEmpty() ? summary.line() : error.orElse("");
  }

  private Console console(PrintWriter out, PrintWriter err) {
    Console own = run.console();
    Console.Terminals terminals = own.terminals();
    return new Console(
        out,
        err,
        new BufferedReader(Reader.nullReader()),
        own.environment(),
        own.folder(),
        new Console.Terminals(
            false, isScreen && terminals.out(), false, terminals.columns(), terminals.rows()),
        own.clock(),
        own.disk(),
        own.sleeper());
  }
}
