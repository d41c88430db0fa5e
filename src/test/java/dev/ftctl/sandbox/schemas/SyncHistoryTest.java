package dev.ftctl.sandbox.schemas;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SyncHistoryTest {
  private final SandboxCase sandbox = new SandboxCase();
  private final ApiClient api = sandbox.api;

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void honoursPreCreatedSettingsInTheFirstSync() {
    var path = "/connections/" + paused();
    api.post(
        path + "/schemas",
        json(
            "{'schemas':{'public':{'tables':{'audit_log':{'enabled':false},"
                + "'users':{'columns':{'ssn':{'enabled':false},'email':{'hashed':true}}}}}}}"));

    api.patch(path, json("{'paused':false,'run_setup_tests':false}"));

    var sync = onlySync();
    assertThat(sync.path("event").asText()).isEqualTo("unpaused");
    assertThat(texts(sync.path("excluded")))
        .containsExactly("public.users.ssn", "public.audit_log");
    assertThat(texts(sync.path("hashed"))).containsExactly("public.users.email");
    assertThat(api.get(path + "/schemas").data().at("/schemas/public/tables").has("orders"))
        .isTrue();
  }

  @Test
  void syncsEverythingWhenNobodyChoseAnything() {
    var path = "/connections/" + paused();

    api.patch(path, json("{'paused':false}"));
    api.patch(path, json("{'sync_frequency':60}"));

    assertThat(onlySync().path("excluded")).isEmpty();
    assertThat(api.get(path + "/schemas").status()).isEqualTo(200);
  }

  @Test
  void recordsWhatASyncOnDemandLeavesOut() {
    var path = "/connections/" + paused();
    api.post(path + "/schemas/reload", "{}");
    api.patch(path, json("{'paused':false}"));
    api.patch(path + "/schemas/public", json("{'enabled':false}"));

    api.post(path + "/sync", "{}");

    var items = history();
    assertThat(items).hasSize(2);
    assertThat(texts(items.getLast().path("excluded"))).containsExactly("public");
  }

  @Test
  void forgetsTheSettingsOfADeletedConnection() {
    var id = paused();
    api.post("/connections/" + id + "/schemas/reload", "{}");

    api.delete("/connections/" + id);

    assertThat(sandbox.sandbox.control().account().path("schema_configs").has(id)).isFalse();
  }

  /// A postgres connection that has passed its setup tests and is paused.
  private String paused() {
    var group = api.post("/groups", json("{'name':'analytics'}")).data().path("id").asText();
    api.post(
        "/destinations",
        json(
            "{'group_id':'%s','service':'snowflake','time_zone_offset':'0','config':{"
                    .formatted(group)
                + "'host':'acme.example.com','port':443,'database':'RAW','auth':'PASSWORD',"
                + "'user':'ft','password':'not-a-secret'}}"));
    var created =
        api.post(
            "/connections",
            json(
                "{'group_id':'%s','service':'postgres','paused':true,'config':{".formatted(group)
                    + "'schema_prefix':'pg','host':'db.example.com','port':5432,"
                    + "'database':'app','user':'ft','password':'not-a-secret',"
                    + "'update_method':'QUERY_BASED'}}"));
    assertThat(created.data().at("/status/setup_state").asText()).isEqualTo("connected");
    return created.data().path("id").asText();
  }

  private JsonNode onlySync() {
    assertThat(history()).hasSize(1);
    return history().getFirst();
  }

  private List<JsonNode> history() {
    var history = sandbox.sandbox.control().account().path("history");
    return StreamSupport.stream(history.spliterator(), false).toList();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
