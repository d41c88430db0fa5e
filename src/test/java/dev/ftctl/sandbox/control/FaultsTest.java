package dev.ftctl.sandbox.control;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import dev.ftctl.sandbox.store.RequestRecord;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private final SandboxCase fixture = new SandboxCase();
  private final ApiClient api = fixture.api;
  private final SandboxControl control = fixture.sandbox.control();

  @AfterEach
  void close() {
    fixture.close();
  }

  private static JsonNode node(String text) {
    try {
      return ApiClient.JSON.readTree(json(text));
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  private int groups() {
    return control.account().path("groups").size();
  }

  @Test
  void dropsBeforeTheCommitAndKeepsNothing() {
    control.faults(node("[{'match':{'method':'POST','times':1},'then':{'drop':'before'}}]"));

    assertThatThrownBy(() -> api.post("/groups", json("{'name':'a'}")))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(groups()).isZero();
    assertThat(fixture.sandbox.requests()).extracting(RequestRecord::status).containsExactly(0);
    assertThat(api.post("/groups", json("{'name':'a'}")).status()).isEqualTo(201);
  }

  @Test
  void dropsAfterTheCommitAndKeepsTheWrite() {
    control.faults(node("[{'match':{'method':'POST'},'then':{'drop':'after'}}]"));

    assertThatThrownBy(() -> api.post("/groups", json("{'name':'a'}")))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(groups()).isEqualTo(1);
  }

  @Test
  void hitsExactlyTheNthOrEveryNthRequest() {
    control.faults(
        node(
            "[{'match':{'path':'/groups$','nth':2},'then':{'status':503}},"
                + "{'match':{'path':'/users$','every':2},'then':{'status':500}}]"));

    assertThat(api.get("/groups").status()).isEqualTo(200);
    assertThat(api.get("/groups").status()).isEqualTo(503);
    assertThat(api.get("/groups").status()).isEqualTo(200);
    assertThat(api.get("/users").status()).isEqualTo(200);
    assertThat(api.get("/users").status()).isEqualTo(500);
    assertThat(api.get("/users").status()).isEqualTo(200);
    assertThat(api.get("/users").status()).isEqualTo(500);
  }

  @Test
  void answersWithStatusHeadersAndBodyOfTheRule() {
    control.faults(
        node(
            "[{'match':{'times':1},'then':{'status':429,'retryAfter':7}},"
                + "{'match':{'times':2},'then':{'status':400,'body':{'code':'X','message':'m'}}}]"));

    var limited = api.get("/groups");
    var refused = api.get("/groups");

    assertThat(limited.line()).isEqualTo("429 TooManyRequests: Injected fault: HTTP 429");
    assertThat(limited.raw().headers().firstValue("Retry-After")).contains("7");
    assertThat(refused.line()).isEqualTo("400 X: m");
  }

  @Test
  void commitsBehindAnErrorWhenAsked() {
    control.faults(
        node(
            "[{'match':{'method':'POST'},'then':{'status':502,'html':'<h1>no</h1>','commit':true}}]"));

    assertThatThrownBy(() -> api.post("/groups", json("{'name':'a'}")))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(groups()).isEqualTo(1);
  }

  @Test
  void tearsABody() {
    control.faults(node("[{'then':{'tornBody':true}}]"));

    assertThatThrownBy(() -> api.get("/groups")).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void waitsAsLongAsTheRuleSays() {
    control.faults(node("[{'then':{'latencyMillis':120}}]"));

    api.get("/groups");

    assertThat(fixture.sandbox.requests().getFirst().millis()).isGreaterThanOrEqualTo(120);
  }

  @Test
  void limitsRequestsUntilTheWindowHasPassed() {
    control.quotas(node("{'requestsPerHour':2}"));

    assertThat(api.get("/groups").raw().headers().firstValue("X-Rate-Limit-Remaining"))
        .contains("1");
    api.get("/groups");
    var limited = api.get("/groups");
    control.advance(Duration.ofMinutes(61));

    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.code()).isEqualTo("TooManyRequests");
    assertThat(Long.parseLong(limited.raw().headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(3_500L, 3_600L);
    assertThat(api.get("/groups").status()).isEqualTo(200);
  }

  @Test
  void limitsSetupTestsAndTakesBackWhatTheRefusedCallWrote() {
    control.quotas(node("{'setupTestsPerMinute':0}"));
    var group = api.post("/groups", json("{'name':'a'}")).data().path("id").asText();

    var refused =
        api.post(
            "/connections",
            json("{'group_id':'%s','service':'github','config':{'schema':'a'}}".formatted(group)));

    assertThat(refused.line())
        .isEqualTo("429 TooManyRequests: No more than 0 setup tests are allowed per minute");
    assertThat(control.account().path("connections")).isEmpty();
  }

  @Test
  void isDrivenFromOutsideThroughItsControlEndpoints() {
    api.post("/groups", json("{'name':'a'}"));
    var before = api.get("/_sandbox/account").json();

    assertThat(api.send("PUT", "/_sandbox/faults", json("[{'then':{'status':500}}]")).status())
        .isEqualTo(200);
    assertThat(api.get("/groups").status()).isEqualTo(500);
    assertThat(api.get("/_sandbox/requests").json().path("requests")).hasSize(2);
    assertThat(api.delete("/_sandbox/requests").status()).isEqualTo(200);
    assertThat(api.get("/_sandbox/requests").json().path("requests")).isEmpty();
    assertThat(api.post("/_sandbox/reset", "").status()).isEqualTo(200);
    assertThat(api.get("/groups").data().path("items")).isEmpty();
    assertThat(api.send("PUT", "/_sandbox/account", before.toString()).status()).isEqualTo(200);
    assertThat(api.get("/groups").data().path("items")).hasSize(1);
    assertThat(api.post("/_sandbox/clock", json("{'advanceSeconds':60}")).status()).isEqualTo(200);
    assertThat(api.get("/_sandbox/nonsense").status()).isEqualTo(404);
  }

  @Test
  void refusesRulesThatMeanNothing() {
    assertThat(api.send("PUT", "/_sandbox/faults", json("[{'match':{'path':'('}}]")).status())
        .isEqualTo(400);
  }
}
