package dev.ftctl.sandbox.connections;

import static dev.ftctl.sandbox.SandboxCase.json;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;

/// A simulator with a group and its destination, into which connections are created.
final class ConnectionCase implements AutoCloseable {

  final SandboxCase fixture = new SandboxCase();
  final ApiClient api = fixture.api;
  String group = "";

  ConnectionCase() {
    group = api.post("/groups", json("{'name':'Prod'}")).data().path("id").asText();
    api.post(
        "/destinations",
        json("{'group_id':'" + group + "','service':'clickhouse','time_zone_offset':'0'}"));
  }

  ApiClient.Answer create(String service, String config, String more) {
    return api.post(
        "/connections",
        json(
            "{'group_id':'%s','service':'%s','config':%s%s}"
                .formatted(group, service, config, more)));
  }

  ApiClient.Answer postgres() {
    return create(
        "postgres",
        "{'schema_prefix':'pg','host':'db.acme.test','port':5432,'database':'app','user':'ft','password':'s3cret',"
            + "'update_method':'QUERY_BASED'}",
        ",'paused':true,'run_setup_tests':false,'data_delay_sensitivity':null,'data_delay_threshold':null");
  }

  String id(ApiClient.Answer created) {
    return created.data().path("id").asText();
  }

  @Override
  public void close() {
    fixture.close();
  }
}
