package dev.ftctl.sandbox.transformations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.Nodes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Runs of a transformation, which its node remembers: `_next_run` says how the next one goes, as
/// `{"seconds": 60, "status": "FAILED"}`; without it a run takes no time and succeeds.
/// `_full_refresh` tells afterwards whether the last run was one.
final class Runs {
  private static final String RUNNING = "RUNNING";
  private static final String ENDS = "_ends_at";
  private static final String ENDS_AS = "_ends_as";
  private static final String NEXT = "_next_run";

  private Runs() {}

  static void start(AccountData account, ObjectNode node, boolean fullRefresh) {
    if (node.path("status").asText().equals(RUNNING)) {
      throw ApiError.conflict(named(node) + " is already running");
    }
    var next = node.remove(NEXT);
    var seconds = next == null ? 0 : next.path("seconds").asLong(0);
    var started = account.instant();
    node.put("status", RUNNING).put("last_started_at", AccountData.timestamp(started));
    node.put("_full_refresh", fullRefresh);
    node.put(ENDS, AccountData.timestamp(started.plus(Duration.ofSeconds(seconds))));
    node.put(ENDS_AS, next == null ? "SUCCEEDED" : next.path("status").asText("SUCCEEDED"));
  }

  static void cancel(AccountData account, ObjectNode node) {
    if (!node.path("status").asText().equals(RUNNING)) {
      throw ApiError.conflict(named(node) + " is not running");
    }
    node.put("status", "CANCELED").put("last_ended_at", account.now());
    node.remove(List.of(ENDS, ENDS_AS));
  }

  /// A run that has ended by the account's time has ended.
  static void endWhatIsOver(AccountData account, ObjectNode node) {
    var ends = Nodes.text(node, ENDS).map(Instant::parse);
    if (ends.isPresent() && !ends.get().isAfter(account.instant())) {
      node.put("status", node.path(ENDS_AS).asText());
      node.set("last_ended_at", node.path(ENDS));
      node.remove(List.of(ENDS, ENDS_AS));
    }
  }

  private static String named(ObjectNode node) {
    return "Transformation with id '" + node.path("id").asText() + "'";
  }
}
