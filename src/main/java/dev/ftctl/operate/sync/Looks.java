package dev.ftctl.operate.sync;

import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.model.problem.ApiException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// Looks at connections with as few calls as it takes: at each alone, or at the whole list where
/// that is fewer.
///
/// @param pages that the list of all connections has
record Looks(ConnectionsApi api, int pages) {

  /// What came of looking at one.
  sealed interface Look {
    record Seen(SyncSight sight) implements Look {}

    record Gone() implements Look {}

    record Blind(ApiException why) implements Look {}
  }

  Map<String, Look> at(Collection<String> ids) {
    var looks = new LinkedHashMap<String, Look>();
    if (ids.size() > pages) {
      try {
        Pages.all(api::list)
            .forEach(fields -> looks.put(fields.text("id"), new Look.Seen(new SyncSight(fields))));
      } catch (ApiException blind) {
        ids.forEach(id -> looks.put(id, new Look.Blind(blind)));
      }
    }
    // What a list lacks may have come in between two of its pages.
    ids.forEach(id -> looks.computeIfAbsent(id, this::alone));
    return looks;
  }

  private Look alone(String id) {
    try {
      return new Look.Seen(new SyncSight(api.details(id)));
    } catch (ApiException failed) {
      return failed.failure().isNotFound() ? new Look.Gone() : new Look.Blind(failed);
    }
  }
}
