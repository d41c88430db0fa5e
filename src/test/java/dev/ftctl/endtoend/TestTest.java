package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Fivetran's own tests, run for what is named.
class TestTest {

  @TempDir Path folder;
  private SyncingCompany company;
  private Workspace workspace;

  @BeforeEach
  void open() {
    company = new SyncingCompany(folder);
    workspace = company.workspace;
  }

  @AfterEach
  void close() {
    company.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"connector/pg@prod", "destination/prod", "webhook/pager"})
  void C22_everyKindThatHasTestsIsTested(String address) {
    Ran ran = workspace.succeed("test", address);

    assertThat(ran.out())
        .containsPattern("(?m)^" + address + ": PASSED +\\p{Upper}")
        .containsPattern("(?m)^" + address + ": \\d+ tests?, none failed$");
    assertThat(company.writes()).hasSize(1).noneMatch(write -> write.contains("trust"));
  }

  @Test
  void C22_failedTestIsAFailure() {
    JsonNode moved =
        SyncingCompany.json(
            "{'connections':{'"
                + company.id("pg")
                + "':{'config':{'host':'unreachable.example.com'}}}}");
    company.lab.sandbox().control().mergeAccount(moved);

    Ran ran = workspace.run("test", "pg", "crm", "--yes", "--format", "json");

    assertThat(ran.code()).as("%s", ran).isEqualTo(5);
    assertThat(ran.json().at("/items/0/text").asText()).matches("1 of \\d tests failed");
    assertThat(ran.json().at("/items/0/tests").toString()).contains("FAILED");
    assertThat(workspace.run("test", "pg").code()).isEqualTo(1);
  }

  @Test
  void nothingIsTestedUnasked() {
    assertThat(workspace.run("test").code()).isEqualTo(64);
    assertThat(workspace.run("test", "group/prod").code()).isEqualTo(64);
    assertThat(workspace.run("test", "connector/*").code()).isEqualTo(4);
    assertThat(company.writes()).isEmpty();
  }

  @Test
  void lostAnswerIsAskedForAgain() {
    company.faults("[{'match':{'method':'POST','path':'/test$','times':1},'then':{'status':502}}]");

    assertThat(workspace.succeed("test", "pg").out()).contains("none failed");
  }

  @Test
  void addressOfAWebhookIsNotRepeated() {
    company.faults(
        "[{'match':{'method':'POST','path':'/test$'},'then':{'status':200,'body':{'code':'Success',"
            + "'data':{'succeed':false,'status':500,"
            + "'message':'https://hooks.example.com/pager answered 500'}}}}]");

    Ran ran = workspace.run("test", "webhook/pager");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("FAILED").contains("the url answered 500");
    assertThat(ran.all()).doesNotContain("hooks.example.com/pager");
  }
}
