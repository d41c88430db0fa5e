package dev.ftctl.sandbox.syncs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.Nodes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is remembered of one connection's syncs, in the account's collection `syncs`: `{base?,
/// fresh?, running?, queued?, due?, records}`.
///
/// - `base`: the start of the last sync, from which the schedule counts
/// - `fresh`: the end of the last success, or when syncing was switched on
/// - `queued`: tables to sync again as soon as it can be, as `{schema: [tables]}`; empty for all
/// - `due`: when something happens by itself, in milliseconds of the epoch
/// - `records`: the last syncs, oldest first
record SyncBook(String id, ObjectNode json) {
  static final String COLLECTION = "syncs";
  private static final String RECORDS = "records";
  private static final int RECORDS_KEPT = 100;

  /// A sync on its way.
  ///
  /// @param event what began it
  /// @param tables those that are synced again, if it is about some
  record Run(
      Instant started,
      Instant ends,
      boolean historical,
      String event,
      Optional<JsonNode> tables,
      NextSync next) {}

  static SyncBook of(AccountData account, String id) {
    return new SyncBook(
        id,
        account
            .find(COLLECTION, id)
            .map(ObjectNode::deepCopy)
            .orElseGet(JsonNodeFactory.instance::objectNode));
  }

  /// When something happens by itself to the connection of a stored book.
  static Optional<Instant> due(JsonNode stored) {
    return stored.has("due")
        ? Optional.of(Instant.ofEpochMilli(stored.path("due").asLong()))
        : Optional.empty();
  }

  Optional<Instant> base() {
    return Nodes.text(json, "base").map(Instant::parse);
  }

  void setBase(Instant base) {
    json.put("base", AccountData.timestamp(base));
  }

  Optional<Instant> fresh() {
    return Nodes.text(json, "fresh").map(Instant::parse);
  }

  void activate(Instant now) {
    setBase(now);
    json.put("fresh", AccountData.timestamp(now));
  }

  Optional<Run> running() {
    var run = json.path("running");
    if (!run.isObject()) {
      return Optional.empty();
    }
    return Optional.of(
        new Run(
            Instant.parse(run.path("started").asText()),
            Instant.parse(run.path("ends").asText()),
            run.path("historical").asBoolean(),
            run.path("event").asText(),
            Optional.of(run.path("tables")).filter(JsonNode::isObject),
            new NextSync(run.path("next").deepCopy())));
  }

  void begin(Run run) {
    setBase(run.started());
    if (fresh().isEmpty()) {
      json.put("fresh", AccountData.timestamp(run.started()));
    }
    var node = json.putObject("running");
    node.put("started", AccountData.timestamp(run.started()));
    node.put("ends", AccountData.timestamp(run.ends()));
    node.put("historical", run.historical()).put("event", run.event());
    run.tables().ifPresent(tables -> node.set("tables", tables));
    node.set("next", run.next().json());
    records().add(SyncRecord.begun(run));
    while (records().size() > RECORDS_KEPT) {
      records().remove(0);
    }
  }

  void end(Instant at, NextSync.Outcome outcome) {
    ended(
        at,
        switch (outcome) {
          case SUCCEEDS -> "SUCCESSFUL";
          case FAILS, BREAKS -> "FAILED";
          case RESCHEDULED -> "RESCHEDULED";
        });
    if (outcome == NextSync.Outcome.SUCCEEDS) {
      json.put("fresh", AccountData.timestamp(at));
    }
  }

  void cancel(Instant at) {
    ended(at, "CANCELED");
  }

  private void ended(Instant at, String status) {
    json.remove("running");
    var last = records().size() - 1;
    if (records().path(last) instanceof ObjectNode open) {
      SyncRecord.end(open, id, at, status);
    }
  }

  /// The last syncs, oldest first.
  List<JsonNode> syncs() {
    var all = new ArrayList<JsonNode>();
    json.path(RECORDS).forEach(all::add);
    return all;
  }

  private ArrayNode records() {
    return json.withArrayProperty(RECORDS);
  }

  boolean hasQueued() {
    return json.has("queued");
  }

  void queueAll() {
    json.putObject("queued");
  }

  /// All that is queued already stays so.
  void queue(JsonNode tables) {
    if (json.path("queued").isObject() && json.path("queued").isEmpty()) {
      return;
    }
    var queued = json.withObjectProperty("queued");
    for (var schema : tables.properties()) {
      var list = queued.withArrayProperty(schema.getKey());
      for (var table : schema.getValue()) {
        if (!contains(list, table)) {
          list.add(table);
        }
      }
    }
  }

  private static boolean contains(ArrayNode list, JsonNode item) {
    for (var each : list) {
      if (each.equals(item)) {
        return true;
      }
    }
    return false;
  }

  /// What was to be synced again, some tables if not all; nothing is queued afterwards.
  Optional<JsonNode> takeQueued() {
    return Optional.ofNullable(json.remove("queued")).filter(tables -> !tables.isEmpty());
  }

  /// Nothing is kept of a connection that never synced.
  void save(AccountData account, Optional<Instant> due) {
    if (json.isEmpty() && due.isEmpty()) {
      return;
    }
    json.remove("due");
    // Rounded up, so that its time has come when it is due.
    due.ifPresent(at -> json.put("due", at.plusNanos(999_999).toEpochMilli()));
    account.put(COLLECTION, id, json);
  }
}
