package dev.ftctl.cli.verbs.status;

import dev.ftctl.cli.process.DurationText;
import dev.ftctl.cli.process.Run;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.operate.status.ConnectionStatus;
import dev.ftctl.operate.status.Fleet;
import dev.ftctl.operate.status.Histories;
import dev.ftctl.operate.status.Window;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/// What became of the last syncs. It costs a call for each connection, so of a large fleet only of
/// those that are selected, or need somebody.
final class HistoryFlag {

  /// Of a fleet that nobody selected from.
  private static final int MOST = 100;

  @Option(
      names = "--history",
      paramLabel = "D",
      converter = DurationText.class,
      description = "Syncs of that time too, at most 7d; a call for each connection.")
  Duration length = Duration.ZERO;

  boolean isGiven() {
    return !length.isZero();
  }

  /// @throws RefusedException when it is longer than the API tells
  void require() {
    if (length.compareTo(Window.LONGEST) > 0) {
      throw new RefusedException(
          Refusal.USAGE, "Fivetran tells no more than the last 7 days", "Give --history 7d.");
    }
  }

  /// The fleet with its histories, as far as they were asked for.
  ///
  /// @param isSelected whether somebody said which connections
  Fleet with(Run run, Account account, int parallelism, Fleet fleet, boolean isSelected) {
    if (!isGiven()) {
      return fleet;
    }
    List<ConnectionStatus> all = fleet.connections();
    List<ConnectionStatus> some =
        isSelected || all.size() <= MOST
            ? all
            : all.stream().filter(ConnectionStatus::needsAttention).toList();
    run.output().tell(telling(some.size(), all.size()));
    var window = new Window(fleet.at(), length);
    return new Histories(account.api(ConnectionsApi.class), window, parallelism).of(fleet, some);
  }

  private static String telling(int some, int all) {
    return some == all
        ? "Histories: one call for each of " + all + " is sent."
        : "Histories: one call for each of the "
            + some
            + " of "
            + all
            + " that need attention is sent; name or select others.";
  }
}
