package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.cli.process.Stop;
import dev.ftctl.fivetran.pacing.Sleeper;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Scale;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// However private links go, however long runs wait for them, wherever they are stopped and
/// whatever the quota leaves: what goes through a link is never made before it is there, nothing is
/// made twice, and once everything can be made one more run leaves nothing to do.
class LinkCoursesTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261201L);
  private static final int RUNS = 3;

  @TempDir Path folder;

  @Test
  void whateverTheCourseDependentsAreNeverFirstAndNothingIsMadeTwice() {
    for (int at = 0; at < Scale.of(3, 300); at++) {
      var random = new Random(SEED + at);
      try (var links = new LinkCase(folder.resolve("w" + at))) {
        links.workspace.with("FTCTL_QUOTAS", "");
        int count = describe(links, random);
        for (int run = 0; run < RUNS; run++) {
          anyRun(links, random, "seed " + (SEED + at));
        }
        lastRun(links, count, "seed " + (SEED + at));
      }
    }
  }

  private static int describe(LinkCase links, Random random) {
    int count = 1 + random.nextInt(4);
    for (int at = 0; at < count; at++) {
      links.link("quay" + at);
      for (int one = random.nextInt(3); one > 0; one--) {
        links.through("quay" + at, "cranes" + at + one);
      }
    }
    return count;
  }

  private static void anyRun(LinkCase links, Random random, String seed) {
    quota(
        links,
        random.nextBoolean() ? "{}" : "{'privateLinksCreatedPerHour': " + random.nextInt(4) + "}");
    for (int at = 0; at < 4; at++) {
      int looks = random.nextInt(4) == 0 ? 10_000 : random.nextInt(12);
      String end = random.nextInt(4) == 0 ? "FAIL" : "OK";
      links.course("quay" + at, "{'looks': " + looks + ", 'ends': '" + end + "'}");
    }
    var stop = new Stop();
    int naps = random.nextInt(3) == 0 ? random.nextInt(200) : Integer.MAX_VALUE;
    links.workspace.stoppedBy(stop).waitingBy(new Interrupting(stop, naps));
    String settle = List.of("0", "20s", "3m", "15m").get(random.nextInt(4));

    Ran ran =
        links.workspace.run(
            "apply",
            "--auto-approve",
            "--settle=" + settle,
            "--parallelism=" + (1 + random.nextInt(4)));

    assertThat(ran.code()).as(seed + "%s", ran).isIn(0, 1, 5, 130);
    assertThat(ran.code() == 0).as(seed + "%s", ran).isEqualTo(ran.code() != 130 && isDone(ran));
    holds(links, seed + ran);
  }

  private static boolean isDone(Ran ran) {
    return ran.out().contains(" 0 unfinished, 0 failed, 0 skipped; ")
        || ran.out().contains("Nothing changes");
  }

  /// Those that failed are mended by whoever can, and the others come into being.
  private static void lastRun(LinkCase links, int count, String seed) {
    quota(links, "{}");
    links
        .links()
        .fieldNames()
        .forEachRemaining(id -> links.account("private_links", id, "{'state': 'OK'}"));
    for (int at = 0; at < 4; at++) {
      links.course("quay" + at, "{'looks': 1, 'ends': 'OK'}");
    }
    links.workspace.stoppedBy(new Stop()).waitingBy(new Impatient());

    links.workspace.succeed("apply", "--auto-approve");

    holds(links, seed);
    assertThat(links.links()).as(seed).hasSize(count);
    assertThat(links.workspace.run("plan", "--detailed-exitcode").code()).as(seed).isZero();
    assertThat(made(links, "/v1/private-links")).as(seed).isEqualTo(count);
    assertThat(made(links, "/v1/connections"))
        .as(seed)
        .isEqualTo(links.lab.sandbox().control().account().path("connections").size());
  }

  private static long made(LinkCase links, String path) {
    return links.lab.writes().stream()
        .filter(write -> write.method().equals("POST") && write.path().equals(path))
        .filter(write -> write.status() == 201)
        .count();
  }

  /// A setup test fails through a link that was not there when it ran.
  private static void holds(LinkCase links, String what) {
    JsonNode account = links.lab.sandbox().control().account();
    Set<String> looked = new HashSet<>();
    for (RequestRecord request : links.lab.sandbox().requests()) {
      if (request.method().equals("GET")) {
        looked.add(request.path().replaceFirst("/v1/private-links/", ""));
      } else if (request.path().equals("/v1/connections")) {
        assertThat(looked).as(what).contains(request.body().path("private_link_id").asText());
      } else if (request.path().endsWith("/test")) {
        assertThat(request.status()).as(what).isEqualTo(200);
      }
    }
    for (JsonNode connection : account.path("connections")) {
      String link = connection.path("private_link_id").asText();
      assertThat(account.at("/private_links/" + link + "/state").asText()).as(what).isEqualTo("OK");
      assertThat(connection.at("/status/setup_state").asText()).as(what).isNotEqualTo("broken");
    }
  }

  private static void quota(LinkCase links, String quotas) {
    try {
      links.lab.sandbox().control().quotas(new JsonMapper().readTree(quotas.replace('\'', '"')));
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(quotas, malformed);
    }
  }

  /// Somebody types Ctrl-C while the run waits for the so manieth time.
  private static final class Interrupting implements Sleeper {

    private final Stop stop;
    private int left;
    private long nanos;

    Interrupting(Stop stop, int left) {
      this.stop = stop;
      this.left = left;
    }

    @Override
    public synchronized long nanoTime() {
      return nanos;
    }

    @Override
    public synchronized void sleep(Duration duration) {
      nanos += duration.toNanos();
      if (left-- == 0) {
        Thread.ofVirtual().start(stop::ask);
      }
    }
  }
}
