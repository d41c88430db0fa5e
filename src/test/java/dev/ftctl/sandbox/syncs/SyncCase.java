package dev.ftctl.sandbox.syncs;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import java.time.Duration;
import java.time.Instant;

/// A simulator whose clock a test moves, with a connection that syncs.
final class SyncCase implements AutoCloseable {

  final SandboxCase fixture = new SandboxCase();
  final ApiClient api = fixture.api;

  void next(String members) {
    assertThat(put("{'connection':'pg'," + members + "}").status()).isEqualTo(200);
  }

  ApiClient.Answer put(String body) {
    return api.send("PUT", "/_sandbox/next-sync", json(body));
  }

  void advance(Duration by) {
    fixture.sandbox.control().advance(by);
  }

  String state(String path, String member) {
    return api.get(path).data().path("status").path(member).asText();
  }

  Instant instant(String path, String member) {
    return Instant.parse(api.get(path).data().path(member).asText());
  }

  String active() {
    var path = paused();
    api.patch(path, json("{'paused':false}"));
    return path;
  }

  /// A postgres connection that has passed its setup tests and is paused; gives its path.
  String paused() {
    var group = fixture.group("g");
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
    return "/connections/" + created.data().path("id").asText();
  }

  @Override
  public void close() {
    fixture.close();
  }
}
