package dev.ftctl.sandbox.syncs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.config.Existing;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.schemas.TableScope;
import dev.ftctl.sandbox.store.AccountData;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Syncs and re-syncs on demand, and what became of them.
public final class SyncRoutes implements Routes {
  private static final String ONE = "/connections/{connectionId}";
  private static final String SCHEMAS = ONE + "/schemas";
  private static final Duration LONGEST_WINDOW = Duration.ofDays(7);
  private static final Duration DEFAULT_WINDOW = Duration.ofHours(1);

  private final SyncEngine engine;
  private final BiConsumer<AccountData, ObjectNode> tryAgain;

  /// @param tryAgain looks whether a broken connection works again, and says so in it
  public SyncRoutes(SyncEngine engine, BiConsumer<AccountData, ObjectNode> tryAgain) {
    this.engine = engine;
    this.tryAgain = tryAgain;
  }

  @Override
  public void addTo(RouteTable table) {
    table.post(ONE + "/sync", this::sync);
    table.post(ONE + "/resync", this::resync);
    table.get(ONE + "/sync-history", this::history);
    table.post(SCHEMAS + "/tables/resync", this::resyncTables);
    table.post(SCHEMAS + "/{schema}/tables/{table}/resync", this::resyncTable);
  }

  private Reply sync(Call call) {
    var connection = Existing.connection(call).deepCopy();
    var force = call.bool("force").orElse(false);
    tryAgain.accept(call.account(), connection);
    engine.sync(call.account(), connection, force);
    return triggered(connection);
  }

  /// No scope means everything.
  private Reply resync(Call call) {
    var connection = Existing.connection(call).deepCopy();
    var scope = call.body().path("scope");
    var all = scope.isMissingNode() || scope.isNull();
    if (!all) {
      if (!scope.isObject() || scope.isEmpty()) {
        throw ApiError.badRequest("Scope must not be empty");
      }
      new TableScope(call.account(), connection).check(call, scope);
    }
    again(call, connection, all ? Optional.empty() : Optional.of(scope));
    return triggered(connection);
  }

  private static Reply triggered(ObjectNode connection) {
    var id = connection.path("id").asText();
    return Reply.done("Sync has been successfully triggered for connection with id '" + id + "'");
  }

  /// `{schema: [tables]}`
  private Reply resyncTables(Call call) {
    if (call.body().isEmpty()) {
      Existing.connection(call);
      throw ApiError.badRequest("At least one table is required");
    }
    return resyncTables(call, call.body());
  }

  /// The older form, for one table.
  private Reply resyncTable(Call call) {
    var tables = JsonNodeFactory.instance.objectNode();
    tables.putArray(call.param("schema")).add(call.param("table"));
    return resyncTables(call, tables);
  }

  private Reply resyncTables(Call call, JsonNode tables) {
    var connection = Existing.connection(call).deepCopy();
    new TableScope(call.account(), connection).check(call, tables);
    again(call, connection, Optional.of(tables));
    return Reply.done("Re-sync has been triggered successfully");
  }

  private void again(Call call, ObjectNode connection, Optional<JsonNode> tables) {
    if (!engine.resync(call.account(), connection, tables)) {
      throw ApiError.conflict("A sync is in progress that cannot be completed");
    }
  }

  /// Newest first. The document lacks this operation (fivetran-quirks 2.4.4): times, the widest
  /// window and the defaults are those of its page.
  private Reply history(Call call) {
    var id = Existing.connection(call).path("id").asText();
    var start = time(call, "start_time");
    var end = time(call, "end_time");
    var to =
        end.orElseGet(
            () -> start.map(from -> from.plus(DEFAULT_WINDOW)).orElseGet(call.account()::instant));
    var from = start.orElseGet(() -> to.minus(DEFAULT_WINDOW));
    if (!from.isBefore(to)) {
      throw ApiError.invalid("Query parameter 'end_time' must be after 'start_time'");
    }
    if (Duration.between(from, to).compareTo(LONGEST_WINDOW) > 0) {
      throw ApiError.invalid("The time range must not be longer than 7 days");
    }
    var found =
        SyncBook.of(call.account(), id).syncs().stream()
            .filter(item -> !Instant.parse(item.path("start_time").asText()).isBefore(from))
            .filter(item -> !Instant.parse(item.path("start_time").asText()).isAfter(to))
            .toList()
            .reversed();
    return Reply.ok(
        "Sync history retrieved successfully", call.page().of(found, Function.identity()));
  }

  private static Optional<Instant> time(Call call, String name) {
    return call.query(name)
        .map(text -> {
          try {
            return OffsetDateTime.parse(text).toInstant();
          } catch (DateTimeException unreadable) {
            throw ApiError.invalid(
                "Invalid value '" + text + "' of query parameter '" + name + "'");
          }
        });
  }
}
