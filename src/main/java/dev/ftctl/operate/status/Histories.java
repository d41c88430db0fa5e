package dev.ftctl.operate.status;

import dev.ftctl.address.Named;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.operate.Bulk;
import dev.ftctl.operate.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Reads what became of syncs: a call for each connection, several where it syncs very often.
///
/// @param parallelism at least 1
public record Histories(ConnectionsApi api, Window window, int parallelism) {

  /// The same fleet, some of it with its history.
  ///
  /// @param some of the fleet's
  public Fleet of(Fleet fleet, List<ConnectionStatus> some) {
    Map<String, History> read = new ConcurrentHashMap<>();
    new Bulk(parallelism, result -> {})
        .run(
            some.stream().map(ConnectionStatus::connection).toList(),
            connection -> {
              read.put(connection.id(), one(connection));
              return new Result.Done(connection, "read");
            });
    return new Fleet(
        fleet.at(),
        fleet.account(),
        fleet.connections().stream().map(each -> with(each, read)).toList(),
        Optional.of(window));
  }

  private static ConnectionStatus with(ConnectionStatus each, Map<String, History> read) {
    History history = read.get(each.id());
    return history == null ? each : each.with(history);
  }

  private History one(Named connection) {
    String from = window.start().toString();
    String to = window.end().toString();
    try {
      return History.of(
          Pages.ofItems((limit, cursor) -> api.history(connection.id(), from, to, limit, cursor)));
    } catch (ApiException refused) {
      return new History.Unread(refused);
    }
  }
}
