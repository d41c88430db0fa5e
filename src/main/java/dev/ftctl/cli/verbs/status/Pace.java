package dev.ftctl.cli.verbs.status;

import dev.ftctl.cli.process.Run;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.model.CallSort;
import dev.ftctl.model.WrittenDuration;
import java.time.Duration;

/// How often an account may be looked at, so that most of its quota is left to others.
///
/// @param connections that its lists have
record Pace(Account account, int connections) {

  /// A tenth.
  private static final int SHARE = 10;

  /// The wished pause, or the shortest that the quota allows.
  Duration of(Run run, Duration wished) {
    Duration shortest = shortest();
    if (wished.compareTo(shortest) >= 0) {
      return wished;
    }
    run.output()
        .tell(
            "Looks every "
                + WrittenDuration.of(shortest)
                + ", not every "
                + WrittenDuration.of(wished)
                + ": more would take over a tenth of the account's quota of requests.");
    return shortest;
  }

  private Duration shortest() {
    // The list of groups, and the pages of connections.
    long calls = 1L + Math.max(1, Math.ceilDiv(connections, Pages.LIMIT));
    return account.quotas().all().stream()
        .filter(quota -> quota.sort() == CallSort.REQUEST)
        .map(quota -> quota.window().multipliedBy(calls * SHARE).dividedBy(quota.limit()))
        .map(pause -> Duration.ofSeconds(pause.toSeconds() + 1))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
