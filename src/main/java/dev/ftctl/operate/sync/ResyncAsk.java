package dev.ftctl.operate.sync;

import dev.ftctl.address.Named;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.Deed;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.follow.Followed;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;

/// Loads history of a connection again.
///
/// @param tables by schema; empty for everything
/// @param isWaitedFor whether somebody waits for the end: then a paused one is refused, whose
///   re-sync begins when it is resumed
/// @param followed sees what was asked for; called by many threads
public record ResyncAsk(
    ConnectionsApi api,
    SequencedMap<String, List<String>> tables,
    boolean isWaitedFor,
    Consumer<Followed> followed)
    implements Deed {

  @Override
  public Result of(Named connection) {
    var trigger = new Trigger(api, connection.id());
    SyncSight before = trigger.look();
    Trigger.requireSetUp(before);
    if (isWaitedFor && before.isPaused() && !before.isRunning()) {
      throw new RefusedException(
          Refusal.FAILED,
          "is paused, so that its re-sync begins when it is resumed, and waiting would not end:"
              + " ftctl resume "
              + connection.address()
              + " first, or leave out --wait",
          "");
    }
    trigger.pull(before, () -> api.resync(connection.id(), body()));
    followed.accept(new FollowedSync(connection, before, true));
    return new Result.Done(connection, words(before));
  }

  private static String words(SyncSight before) {
    if (before.isRunning()) {
      return "re-sync follows the running sync";
    }
    return before.isPaused() ? "is paused; re-sync begins when it is resumed" : "re-sync began";
  }

  private Value.Mapping body() {
    if (tables.isEmpty()) {
      return Value.Mapping.EMPTY;
    }
    Value.Mapping scope = Value.Mapping.EMPTY;
    for (var entry : tables.entrySet()) {
      var names = new ArrayList<Value>();
      entry.getValue().forEach(table -> names.add(Value.text(table)));
      scope = scope.with(entry.getKey(), Value.items(names));
    }
    return Value.Mapping.EMPTY.with("scope", scope);
  }
}
