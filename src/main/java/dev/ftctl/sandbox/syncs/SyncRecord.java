package dev.ftctl.sandbox.syncs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.store.AccountData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// An item of the sync history. The API document lacks that operation: the members are inferred
/// from the page that describes it (fivetran-quirks 2.4.4).
final class SyncRecord {
  private static final List<String> STAGES = List.of("extract", "process", "load");

  private SyncRecord() {}

  static ObjectNode begun(SyncBook.Run run) {
    var item = JsonNodeFactory.instance.objectNode();
    item.put("start_time", AccountData.timestamp(run.started())).putNull("end_time");
    item.put("status", "RUNNING");
    item.put("is_historical_sync", run.historical()).put("trigger", run.event());
    return item;
  }

  /// The stages share the time evenly; volumes follow from the connection and the moment, the same
  /// in every run.
  static void end(ObjectNode item, String id, Instant at, String status) {
    item.put("end_time", AccountData.timestamp(at)).put("status", status);
    var started = Instant.parse(item.path("start_time").asText());
    var share = Duration.between(started, at).dividedBy(STAGES.size());
    var megabytes = status.equals("SUCCESSFUL") ? 1 + Math.floorMod(id.hashCode(), 50) : 0;
    for (var i = 0; i < STAGES.size(); i++) {
      var from = started.plus(share.multipliedBy(i));
      item.putObject(STAGES.get(i))
          .put("start_time", AccountData.timestamp(from))
          .put("end_time", AccountData.timestamp(from.plus(share)))
          .put("volume_mb", megabytes);
    }
  }
}
