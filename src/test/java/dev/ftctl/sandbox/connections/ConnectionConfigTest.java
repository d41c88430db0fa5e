package dev.ftctl.sandbox.connections;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.sandbox.ApiClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How a config is merged, cleared and filled in.
class ConnectionConfigTest {

  private final ConnectionCase connections = new ConnectionCase();
  private final ApiClient api = connections.api;

  @AfterEach
  void close() {
    connections.close();
  }

  private JsonNode details(String id) {
    return api.get("/connections/" + id).data();
  }

  @Test
  void mergesTheTopOfAConfigReplacesArraysAndClearsWithNull() {
    var id =
        connections.id(
            connections.create(
                "s3",
                "{'schema':'a','table_group_name':'b','bucket':'x','pattern':'p','prefix':'q',"
                    + "'files':[{'table_name':'t','file_pattern':'f','junk':1},{'table_name':'u'}]}",
                ""));

    var patched =
        api.patch(
            "/connections/" + id,
            json(
                "{'config':{'pattern':null,'prefix':'','bucket':'y','junk':1,'files':[{'table_name':'v'}]}}"));
    var config = patched.data().path("config");

    assertThat(patched.line()).isEqualTo("200 Success: Connection has been updated");
    assertThat(config.path("bucket").asText()).isEqualTo("y");
    assertThat(config.has("pattern")).isFalse();
    assertThat(config.has("prefix")).isFalse();
    assertThat(config.has("junk")).isFalse();
    assertThat(config.path("files")).hasSize(1);
    assertThat(config.path("files").get(0).path("table_name").asText()).isEqualTo("v");
    assertThat(config.path("files").get(0).path("file_pattern").isNull()).isTrue();
  }

  @Test
  void mergesSomeListsByTheKeyOfTheirItems() {
    var path =
        "/connections/"
            + connections.id(
                connections.create(
                    "aws_lambda",
                    "{'schema':'a','secrets_list':[{'key':'A','value':'1'},{'key':'B','value':'2'},"
                        + "{'key':'Z','value':null}]}",
                    ""));

    assertThat(keys(path, "[{'key':'C','value':'3'}]")).isEqualTo("ABC");
    assertThat(keys(path, "[{'key':'A','value':'new'}]")).isEqualTo("ABC");
    assertThat(keys(path, "[]")).isEqualTo("ABC");
    assertThat(keys(path, "[{'key':'B','value':null},{'key':'Z','value':null}]")).isEqualTo("AC");
    assertThat(keys(path, "[{'key':'A'}]")).isEqualTo("C");
    assertThat(api.patch(path, json("{'config':{'secrets_list':[{'value':'3'}]}}")).line())
        .isEqualTo("400 InvalidInput: Invalid 'config' object");
    assertThat(keys(path, "[{'key':'C','value':null}]")).isEmpty();
    assertThat(keys(path, "[{'key':'D','value':'4'}]")).isEqualTo("D");
    assertThat(keys(path, "null")).isEmpty();
  }

  /// The keys that the list has after that PATCH.
  private String keys(String path, String list) {
    var config =
        api.patch(path, json("{'config':{'secrets_list':" + list + "}}")).data().path("config");
    return String.join("", config.path("secrets_list").findValuesAsText("key"));
  }

  @Test
  void refusesToNullEnumsAndReadOnlyMembers() {
    var path = "/connections/" + connections.id(connections.postgres());

    assertThat(api.patch(path, json("{'config':{'update_method':null}}")).line())
        .isEqualTo("400 InvalidInput: Invalid 'config' object");
    assertThat(api.patch(path, json("{'config':{'public_key':null}}")).line())
        .isEqualTo("400 InvalidInput: Invalid 'config' object");
  }

  @Test
  void keepsNothingOfARefusedPatch() {
    var id = connections.id(connections.postgres());
    var before = details(id);

    api.patch(
        "/connections/" + id,
        json("{'paused':false,'config':{'host':'other'},'sync_frequency':7}"));

    assertThat(details(id)).isEqualTo(before);
  }

  @Test
  void neverMovesOrChangesItsService() {
    var id = connections.id(connections.postgres());

    api.patch(
        "/connections/" + id,
        json("{'paused':true,'group_id':'x_y','service':'mysql','schema':'other'}"));

    assertThat(details(id).path("group_id").asText()).isEqualTo(connections.group);
    assertThat(details(id).path("service").asText()).isEqualTo("postgres");
    assertThat(details(id).path("schema").asText()).isEqualTo("pg");
  }

  @Test
  void derivesTheNetworkingMethodFromTunnelFields() {
    var path = "/connections/" + connections.id(connections.postgres());

    var tunnelled =
        api.patch(path, json("{'config':{'tunnel_host':'t','tunnel_port':22,'tunnel_user':'u'}}"));
    var stillTunnelled = api.patch(path, json("{'networking_method':'Directly'}"));
    var direct =
        api.patch(
            path,
            json(
                "{'networking_method':'Directly','config':{'tunnel_host':null,'tunnel_port':null,'tunnel_user':null}}"));

    assertThat(tunnelled.data().path("networking_method").asText()).isEqualTo("SshTunnel");
    assertThat(stillTunnelled.data().path("networking_method").asText()).isEqualTo("SshTunnel");
    assertThat(direct.data().path("networking_method").asText()).isEqualTo("Directly");
  }

  @Test
  void clearsReferencesWithAnEmptyText() {
    connections.fixture.plant("proxy_agents", "some_agent", "{}");
    var path = "/connections/" + connections.id(connections.postgres());

    var set =
        api.patch(path, json("{'proxy_agent_id':'some_agent','networking_method':'ProxyAgent'}"));
    var cleared = api.patch(path, json("{'proxy_agent_id':'','networking_method':'Directly'}"));

    assertThat(set.data().path("proxy_agent_id").asText()).isEqualTo("some_agent");
    assertThat(cleared.data().path("proxy_agent_id").isNull()).isTrue();
  }

  @Test
  void leavesItsLinkOrAgentWithTheMethod() {
    connections.fixture.plant("private_links", "some_link", "{}");
    var path = "/connections/" + connections.id(connections.postgres());
    api.patch(path, json("{'private_link_id':'some_link','networking_method':'PrivateLink'}"));

    var same = api.patch(path, json("{'paused':true}"));
    var tunnelled = api.patch(path, json("{'config':{'tunnel_host':'t'}}"));

    assertThat(same.data().path("private_link_id").asText()).isEqualTo("some_link");
    assertThat(tunnelled.data().path("networking_method").asText()).isEqualTo("SshTunnel");
    assertThat(tunnelled.data().path("private_link_id").isNull()).isTrue();
  }

  @Test
  void fillsInWhatAServiceDefaultsTo() {
    var config = connections.create("itunes_connect", "{'schema':'itc'}", "").data().path("config");

    assertThat(config.path("timeframe_months").asText()).isEqualTo("TWELVE");
    assertThat(config.path("app_sync_mode").asText()).isEqualTo("AllApps");
  }

  @Test
  void refusesToChangeWhatOnlyCreationSets() {
    var id =
        connections.id(
            connections.create("facebook_ads", "{'schema':'fb','timeframe_months':'SIX'}", ""));

    assertThat(
            api.patch("/connections/" + id, json("{'config':{'timeframe_months':'TWELVE'}}"))
                .line())
        .isEqualTo("400 InvalidInput: Field 'timeframe_months' cannot be modified");
  }

  @Test
  void fillsInWhatTheDocumentSaysIsTheDefault() {
    var lambda = connections.create("aws_lambda", "{'schema':'a'}", "").data().path("config");
    var mongo = connections.create("mongo", "{'schema_prefix':'b'}", "").data().path("config");

    assertThat(lambda.path("connection_type").asText()).isEqualTo("Directly");
    assertThat(mongo.path("packing_mode").asText()).isEqualTo("UseUnpackedModeOnly");
  }
}
