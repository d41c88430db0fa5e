package dev.ftctl.sandbox.connections;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.catalog.NamingFamily;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.sandbox.config.Cascades;
import dev.ftctl.sandbox.config.Existing;
import dev.ftctl.sandbox.config.FieldRules;
import dev.ftctl.sandbox.config.Undocumented;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.people.Memberships;
import dev.ftctl.sandbox.schemas.SchemaConfigs;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.Nodes;
import dev.ftctl.sandbox.store.QuotaGate;
import dev.ftctl.sandbox.syncs.SyncEngine;
import java.util.Optional;
import java.util.function.Function;

/// `/connections`: create, read, change, delete. What else can be done to one is in
/// [ConnectionActions].
public final class ConnectionRoutes implements Routes {
  private final SyncEngine engine;

  public ConnectionRoutes(SyncEngine engine) {
    this.engine = engine;
  }

  @Override
  public void addTo(RouteTable table) {
    table.get("/connections", this::list);
    table.post("/connections", this::create);
    table.get("/connections/{connectionId}", this::details);
    table.patch("/connections/{connectionId}", this::modify);
    table.delete("/connections/{connectionId}", this::delete);
  }

  private Reply list(Call call) {
    var found =
        call.account().all(AccountData.CONNECTIONS).stream()
            .filter(each -> fits(call, each, "group_id") && fits(call, each, "schema"))
            .toList();
    return Reply.ok(
        "Connections list retrieved successfully", call.page().of(found, ConnectionView::item));
  }

  static boolean fits(Call call, ObjectNode connection, String field) {
    return call.query(field).map(connection.path(field).asText()::equals).orElse(true);
  }

  private Reply create(Call call) {
    var group = call.required("group_id");
    var service = call.required("service");
    var account = call.account();
    Existing.group(account, group);
    var facts =
        account
            .catalog()
            .connection(service)
            .orElseThrow(() -> ApiError.invalid("Unsupported connector service '" + service + "'"));
    var schema = schema(call, facts);
    if (account.all(AccountData.CONNECTIONS).stream()
        .anyMatch(each -> isNamed(each, group, schema))) {
      throw ApiError.conflict(
          "Connection with schema '" + schema + "' already exists in group '" + group + "'");
    }
    account.spend(QuotaGate.Quota.CONNECTIONS_CREATED_PER_MINUTE);
    account.spend(QuotaGate.Quota.CONNECTIONS_CREATED_PER_HOUR);
    var connection = ConnectionDraft.fresh(account, group, service, schema);
    new ConnectionDraft(call, connection, facts).create();
    var tests = tested(call, connection);
    var stored = engine.store(account, connection, false);
    var answer = ConnectionTests.details(call, stored, tests);
    if (connection.path("connect_card_config").isObject()) {
      answer.set("connect_card", ConnectionActions.connectCard(connection.path("id").asText()));
    }
    return Reply.created("Connection has been created", answer);
  }

  private static boolean isNamed(ObjectNode connection, String group, String schema) {
    return connection.path("group_id").asText().equals(group)
        && connection.path("schema").asText().equals(schema);
  }

  /// The connection's name from the naming keys of its config.
  private static String schema(Call call, ServiceFacts facts) {
    var config = call.body().path("config");
    if (!config.isMissingNode() && !config.isNull() && !config.isObject()) {
      throw FieldRules.refusal();
    }
    Function<String, Optional<String>> naming =
        key -> Nodes.text(config, key).filter(value -> !value.isBlank());
    return facts
        .schemaName(naming)
        .or(() -> Undocumented.schemaOfReports(facts, config, naming))
        .orElseThrow(() -> missingName(call, facts));
  }

  private static ApiError missingName(Call call, ServiceFacts facts) {
    var config = call.body().path("config");
    var missing =
        facts.naming().keys().stream()
            .filter(key -> Nodes.text(config, key).filter(value -> !value.isBlank()).isEmpty())
            .findFirst()
            .orElse("schema");
    // Without quotes for the table: that is how the API says it.
    return ApiError.invalid(
        facts.naming() == NamingFamily.SCHEMA_TABLE && missing.equals("table")
            ? "Field table is required"
            : "Field '" + missing + "' is required");
  }

  private Reply details(Call call) {
    var connection = Existing.connection(call);
    return Reply.ok(
        "Connection details retrieved successfully",
        ConnectionView.details(connection, facts(call, connection)));
  }

  private Reply modify(Call call) {
    var before = Existing.connection(call);
    var connection = before.deepCopy();
    var facts = facts(call, connection);
    new ConnectionDraft(call, connection, facts).modify();
    var tests = tested(call, connection);
    var historical = call.bool("is_historical_sync").orElse(false);
    var stored = engine.store(call.account(), connection, historical);
    return Reply.ok("Connection has been updated", ConnectionTests.details(call, stored, tests));
  }

  private Reply delete(Call call) {
    Existing.connection(call);
    var id = call.param("connectionId");
    call.account().remove(AccountData.CONNECTIONS, id);
    engine.forget(call.account(), id);
    SchemaConfigs.forget(call.account(), id);
    Memberships.forget(call.account(), id);
    TrustRoutes.forget(call.account(), id);
    Cascades.ofConnection(call.account(), id);
    return Reply.done("Connection with id '" + id + "' has been deleted");
  }

  /// Runs the setup tests unless the request says no.
  private static Optional<ArrayNode> tested(Call call, ObjectNode connection) {
    return call.bool("run_setup_tests").orElse(true)
        ? ConnectionTests.run(call, connection)
        : Optional.empty();
  }

  static ServiceFacts facts(Call call, ObjectNode connection) {
    return call.account().catalog().connection(connection.path("service").asText()).orElseThrow();
  }
}
