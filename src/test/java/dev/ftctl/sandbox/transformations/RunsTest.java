package dev.ftctl.sandbox.transformations;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunsTest {
  private final SandboxCase fixture = new SandboxCase();
  private final ApiClient api = fixture.api;

  @BeforeEach
  void seed() {
    fixture.plant("transformations", "plain", json("{'_group_id':'g'}"));
    fixture.plant(
        "transformations",
        "slow",
        json("{'type':'QUICKSTART','_next_run':{'seconds':60,'status':'FAILED'}}"));
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void endsARunAtOnceUnlessTheSeedSaysOtherwise() {
    assertThat(api.post("/transformations/plain/run", "").line())
        .isEqualTo("200 Success: Transformation with id 'plain' has been started");

    var ended = api.get("/transformations/plain").data();
    assertThat(ended.path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(ended.path("last_ended_at")).isEqualTo(ended.path("last_started_at"));
  }

  @Test
  void runsAsLongAndEndsAsItWasTold() {
    api.post("/transformations/slow/run", json("{'full_refresh':true}"));

    assertThat(status("slow")).isEqualTo("RUNNING");
    assertThat(api.post("/transformations/slow/run", "").status()).isEqualTo(409);
    fixture.sandbox.control().advance(Duration.ofSeconds(61));
    assertThat(status("slow")).isEqualTo("FAILED");
    api.post("/transformations/slow/run", "");
    assertThat(status("slow")).isEqualTo("SUCCEEDED");
  }

  @Test
  void cancelsOnlyWhatRuns() {
    assertThat(api.post("/transformations/slow/cancel", "").line())
        .isEqualTo("409 Conflict: Transformation with id 'slow' is not running");
    api.post("/transformations/slow/run", "");

    assertThat(api.post("/transformations/slow/cancel", "").status()).isEqualTo(200);

    fixture.sandbox.control().advance(Duration.ofSeconds(61));
    assertThat(status("slow")).isEqualTo("CANCELED");
  }

  @Test
  void listsByGroupAndType() {
    assertThat(api.get("/transformations").data().path("items")).hasSize(2);
    assertThat(api.get("/transformations?group_id=g").data().at("/items/0/id").asText())
        .isEqualTo("plain");
    assertThat(api.get("/transformations?type=QUICKSTART").data().path("items")).hasSize(1);
    assertThat(api.get("/transformations").data().at("/items/0").has("_group_id")).isFalse();
    assertThat(api.get("/transformations/none").line())
        .isEqualTo("404 NotFound: Transformation with id 'none' is not found");
  }

  private String status(String id) {
    return api.get("/transformations/" + id).data().path("status").asText();
  }
}
