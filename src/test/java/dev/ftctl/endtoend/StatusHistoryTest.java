package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What became of the last syncs, at a call for each connection that it is told of.
class StatusHistoryTest {

  @TempDir Path folder;

  @Test
  void runsFailuresRateAndTimesAreTold() {
    try (var company = new SyncingCompany(folder)) {
      Workspace workspace = company.workspace;
      for (String seconds : new String[] {"120", "60", "600"}) {
        company.next("pg", "'seconds':" + seconds);
        workspace.succeed("sync", "pg", "--wait");
      }
      company.next("pg", "'outcome':'fails'");
      workspace.run("sync", "pg", "--wait");
      company.next("crm", "'seconds':6000");
      workspace.succeed("sync", "crm");
      Instant now = Instant.parse(company.lab.sandbox().control().now()).plusSeconds(60);
      workspace.at(Clock.fixed(now, ZoneOffset.UTC));
      company.lab.forget();

      Ran ran = workspace.succeed("status", "--history", "7d", "pg", "crm", "--format", "json");

      JsonNode pg = ran.json().at("/items/0/history");
      assertThat(ran.json().at("/history_seconds").asInt()).isEqualTo(604_800);
      assertThat(pg.path("failed").asInt()).isEqualTo(1);
      assertThat(pg.path("succeeded").asInt()).isGreaterThanOrEqualTo(3);
      assertThat(pg.path("syncs").asInt()).isEqualTo(pg.path("succeeded").asInt() + 1);
      assertThat(pg.path("success_percent").asInt()).isBetween(75, 90);
      assertThat(pg.path("longest_seconds").asInt()).isBetween(590, 610);
      assertThat(pg.path("loaded_megabytes").asInt()).isPositive();
      assertThat(calls(company.lab.sandbox().requests().stream().map(each -> each.path())))
          .isEqualTo(2);
      assertThat(ran.err()).isEqualTo("Histories: one call for each of 2 is sent.\n");
      assertThat(workspace.run("status", "--history", "7d", "pg").out())
          .contains("SYNCS")
          .containsPattern("\\d+, 1 failed +\\d\\d % +\\d+ \\w+, at most 10 min +\\d+ MB");
    }
  }

  /// A call for each of thousands is not what somebody means who names none of them.
  @Test
  void ofManyOnlyThoseThatNeedSomebodyAreAskedFor() {
    String[] many =
        Stream.concat(
                IntStream.range(0, 120).mapToObj(i -> "c" + i + " g {}"),
                Stream.of("bad g {'failed_at':'-1m'}"))
            .toArray(String[]::new);
    try (var fleet = new WatchedFleet(folder, many)) {
      Ran ran = fleet.workspace.succeed("status", "--history", "1d");

      assertThat(ran.err()).contains("one call for each of the 1 of 121 that need attention");
      assertThat(calls(fleet.lab.sandbox().requests().stream().map(each -> each.path())))
          .isEqualTo(1);
      fleet.lab.forget();
      fleet.workspace.succeed("status", "--history", "1d", "--group", "g");
      assertThat(calls(fleet.lab.sandbox().requests().stream().map(each -> each.path())))
          .isEqualTo(121);
    }
  }

  @Test
  void historyThatCannotBeReadIsNamedAndNoGoodEnd() {
    try (var fleet = new WatchedFleet(folder, "a g {}", "b g {}")) {
      fleet.faults(
          "[{'match':{'path':'id_b/sync-history'},'then':{'status':403,'body':{'code':'Forbidden','message':'no"
              + " right'}}}]");

      Ran ran = fleet.workspace.run("status", "--history", "1d", "--fail-on", "broken");

      assertThat(ran.code()).as("%s", ran).isEqualTo(77);
      assertThat(ran.out()).contains("unread").containsPattern("history unread: .*no right");
      JsonNode json = fleet.workspace.run("status", "--history", "1d", "--format", "json").json();
      assertThat(json.at("/items/1/history/error").asText()).contains("no right");
      assertThat(json.at("/exit_code").asInt()).isEqualTo(77);
    }
  }

  private static long calls(Stream<String> paths) {
    return paths.filter(path -> path.endsWith("/sync-history")).count();
  }
}
