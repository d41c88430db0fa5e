package dev.ftctl.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;

/// An account with connections that sync when they are told to, on a clock that moves when somebody
/// waits for it.
final class SyncingCompany implements AutoCloseable {

  private static final String MANIFESTS =
      """
      kind: Group
      metadata: {name: prod}
      ---
      kind: Destination
      metadata: {name: prod}
      spec: {group: prod, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: acme.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: harmless1}}
      ---
      kind: Connector
      for_each: [pg, crm, shop, old]
      metadata: {name: "${each.value}", labels: {team: data}}
      spec:
        service: postgres
        groups: [prod]
        paused: false
        schedule_type: manual
        config: {schema_prefix: "${each.value}", host: "${each.value}.example.com", port: 5432, database: app, user: ft, password: harmless1, update_method: QUERY_BASED}
      ---
      kind: Webhook
      metadata: {name: pager}
      spec: {url: https://hooks.example.com/pager, events: [sync_end], active: true}
      """;

  final Lab lab = new Lab();
  final Workspace workspace;

  SyncingCompany(Path folder) {
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .file("manifests/all.yaml", MANIFESTS)
            .waitingBy(new AccountClock(lab));
    workspace.succeed("apply", "--auto-approve");
    lab.forget();
  }

  /// Says how the next sync of a connection goes, by its schema.
  void next(String connection, String members) {
    lab.sandbox().control().nextSync(json("{'connection':'" + connection + "'," + members + "}"));
  }

  void faults(String rules) {
    lab.sandbox().control().faults(json(rules));
  }

  /// The simulator keeps the last hundred of a connection, so that a long test counts anew.
  void forgetSyncs() {
    lab.sandbox()
        .control()
        .account()
        .path("syncs")
        .fieldNames()
        .forEachRemaining(id ->
            lab.sandbox().control().mergeAccount(json("{'syncs':{'" + id + "':{'records':[]}}}")));
  }

  /// How many syncs of a connection there were, of whatever end.
  int syncs(String connection) {
    JsonNode syncs = lab.sandbox().control().account().path("syncs");
    return syncs.path(id(connection)).path("records").size();
  }

  String id(String connection) {
    for (JsonNode each : lab.sandbox().control().account().path("connections")) {
      if (each.path("schema").asText().equals(connection)) {
        return each.path("id").asText();
      }
    }
    throw new AssertionError("no connection " + connection);
  }

  List<String> writes() {
    return lab.writes().stream()
        .map(request ->
            request.method()
                + " "
                + request.path().replaceFirst(".*/[a-z]+_[a-z]+(_[a-z]+)*", "")
                + " "
                + request.body())
        .toList();
  }

  static JsonNode json(String text) {
    try {
      return new JsonMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException malformed) {
      throw new AssertionError(malformed);
    }
  }

  @Override
  public void close() {
    lab.close();
  }
}
