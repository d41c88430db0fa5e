package dev.ftctl.sandbox.connections;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.sandbox.config.ConfigRules;
import dev.ftctl.sandbox.config.ConfigScalars;
import dev.ftctl.sandbox.config.Networking;
import dev.ftctl.sandbox.config.SdkPackages;
import dev.ftctl.sandbox.config.SetupState;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.Families;
import dev.ftctl.sandbox.store.Fingerprints;
import java.util.List;

/// A connection while a request fills it in. `_auth` keeps the fingerprints of what is never
/// answered.
record ConnectionDraft(Call call, ObjectNode connection, ServiceFacts facts) {
  static final List<Integer> FREQUENCIES = List.of(1, 5, 15, 30, 60, 120, 180, 360, 480, 720, 1440);
  private static final List<String> SENSITIVITIES =
      List.of("LOW", "NORMAL", "HIGH", "CUSTOM", "SYNC_FREQUENCY");
  private static final int DAILY = 1440;
  private static final String AGENT = "hybrid_deployment_agent_id";

  /// Members that a PATCH changes for good. One of them must be there: flags for the setup tests
  /// alone are refused.
  private static final List<String> PERSISTENT =
      List.of(
          "config",
          "auth",
          "paused",
          "pause_after_trial",
          "sync_frequency",
          "daily_sync_time",
          "schedule_type",
          "schedule",
          "data_delay_sensitivity",
          "data_delay_threshold",
          "networking_method",
          "proxy_agent_id",
          "private_link_id",
          AGENT,
          "destination_configuration",
          "external_secrets_manager_id",
          "external_secrets_keys_config",
          "schema_status",
          "is_historical_sync");

  /// A connection with the server's defaults.
  static ObjectNode fresh(AccountData account, String group, String service, String schema) {
    var node = JsonNodeFactory.instance.objectNode();
    node.put("id", account.newId())
        .put("group_id", group)
        .put("service", service)
        .put("service_version", 1);
    node.put("schema", schema)
        .put("connected_by", account.userId().orElse(null))
        .put("created_at", account.now());
    node.putNull("succeeded_at").putNull("failed_at");
    node.put("paused", false).put("pause_after_trial", false);
    node.put("sync_frequency", 360).put("schedule_type", "auto");
    node.put("data_delay_sensitivity", "NORMAL").put("data_delay_threshold", 0);
    node.put("networking_method", "Directly");
    node.putNull("private_link_id").putNull("proxy_agent_id");
    // A connection takes over its destination's agent unless it is given one.
    var agent = account.find(AccountData.DESTINATIONS, group).map(each -> each.path(AGENT));
    node.set(AGENT, agent.orElse(JsonNodeFactory.instance.nullNode()));
    var status = node.putObject("status");
    status
        .put("setup_state", SetupState.INCOMPLETE)
        .put("sync_state", "scheduled")
        .put("update_state", "on_schedule");
    status.put("is_historical_sync", true);
    status.putArray("tasks");
    status.putArray("warnings");
    return node;
  }

  void create() {
    mustHaveItsPackage();
    connection.set("config", ConfigRules.ofConnection(facts).created(call.body().path("config")));
    var scalars = new ConfigScalars(call, connection);
    scalars.oneOf("destination_schema_names", List.of("FIVETRAN_NAMING", "SOURCE_NAMING"));
    scalars.object("connect_card_config");
    common(scalars);
  }

  void modify() {
    if (PERSISTENT.stream().noneMatch(call.body()::has)) {
      throw ApiError.invalid("The request must contain at least one field to update");
    }
    mustHaveItsPackage();
    var stored = connection.withObjectProperty("config");
    connection.set(
        "config", ConfigRules.ofConnection(facts).patched(stored, call.body().path("config")));
    common(new ConfigScalars(call, connection));
    var status = new ConfigScalars(call, connection.withObjectProperty("status"));
    status.oneOf("schema_status", List.of("blocked_on_capture", "ready"));
    status.bool("is_historical_sync");
  }

  private void mustHaveItsPackage() {
    if (facts.service().equals("connector_sdk")) {
      SdkPackages.mustBeFree(
          call.account(), call.body().path("config"), connection.path("id").asText());
    }
  }

  private void common(ConfigScalars scalars) {
    scalars.bool("paused");
    scalars.bool("pause_after_trial");
    delays(scalars);
    List.of("proxy_agent_id", "private_link_id").forEach(scalars::reference);
    agent(scalars);
    scalars.object("destination_configuration");
    if (facts.externalSecrets()) {
      scalars.reference("external_secrets_manager_id");
      scalars.object("external_secrets_keys_config");
    }
    schedule(scalars);
    auth();
    Networking.derive(connection, call.body(), facts);
  }

  private void agent(ConfigScalars scalars) {
    var isNull = call.body().path(AGENT).isNull();
    if (!isNull || !new Families(call.account()).takeNullForNothing("connections")) {
      scalars.reference(AGENT);
    }
  }

  /// Null means the server's choice; go-fivetran always sends the keys.
  private void delays(ConfigScalars scalars) {
    if (call.body().path("data_delay_sensitivity").isNull()) {
      connection.put("data_delay_sensitivity", "NORMAL");
    }
    if (call.body().path("data_delay_threshold").isNull()) {
      connection.put("data_delay_threshold", 0);
    }
    scalars.oneOf("data_delay_sensitivity", SENSITIVITIES);
    scalars.integer("data_delay_threshold", any -> true);
  }

  /// `daily_sync_time` is kept only beside a frequency of one day.
  private void schedule(ConfigScalars scalars) {
    scalars.integer("sync_frequency", FREQUENCIES::contains);
    scalars.oneOf("schedule_type", List.of("auto", "manual"));
    scalars.matching("daily_sync_time", time -> time.matches("([01]\\d|2[0-3]):00"));
    SyncSchedule.take(call.body(), connection);
    if (connection.path("sync_frequency").asInt() != DAILY) {
      connection.remove("daily_sync_time");
    }
  }

  private void auth() {
    var auth = call.body().path("auth");
    if (auth.isObject()) {
      var kept = connection.withObjectProperty("_auth");
      Fingerprints.fingerprinted(auth)
          .properties()
          .forEach(entry -> kept.set(entry.getKey(), entry.getValue()));
    } else if (!auth.isMissingNode() && !auth.isNull()) {
      throw ApiError.invalid("Invalid 'auth' object");
    }
  }
}
