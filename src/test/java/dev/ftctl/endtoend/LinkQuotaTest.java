package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fivetran makes five private links an hour. What is left over waits for the next apply, and
/// nothing is sent twice.
class LinkQuotaTest {

  @TempDir Path folder;
  private LinkCase links;

  @BeforeEach
  void describe() throws IOException {
    links = new LinkCase(folder);
    for (int at = 0; at < 7; at++) {
      links.link("quay" + at).through("quay" + at, "cranes" + at);
    }
    links.workspace.with("FTCTL_QUOTAS", "");
    links
        .lab
        .sandbox()
        .control()
        .quotas(new JsonMapper().readTree("{\"privateLinksCreatedPerHour\": 5}"));
  }

  @AfterEach
  void close() {
    links.close();
  }

  @Test
  void whatIsLeftOverWaitsForTheNextApply() throws IOException {
    Ran planned = links.workspace.run("plan");
    assertThat(planned.out())
        .contains("7 private links created")
        .contains("(no more than 5 private links created per hour)");

    Ran first = links.workspace.run("apply", "--auto-approve", "--run-setup-tests=never");

    assertThat(first.code()).as("%s", first).isEqualTo(5);
    assertThat(first.out())
        .contains("no more than 5 private links created per hour: the next apply goes on")
        .contains("skipped      private-link/quay", ": settle (waits for private-link/quay")
        .contains("2 waiting, 0 unfinished, 0 failed, 4 skipped");
    assertThat(links.links()).hasSize(5);
    assertThat(links.waited()).as("nobody waits for an hour").isLessThan(900);
    assertThat(links.writes().stream().filter("POST private-links"::equals)).hasSize(5);

    Ran early = links.workspace.run("apply", "--auto-approve", "--run-setup-tests=never");

    assertThat(early.code()).as("%s", early).isEqualTo(1);
    assertThat(early.out()).contains("the quota of new private links is used up; the next apply");
    assertThat(links.links()).hasSize(5);
    assertThat(links.writes()).as("asked once, refused for all").hasSizeLessThanOrEqualTo(2);

    links.lab.sandbox().control().quotas(new JsonMapper().readTree("{}"));
    links.workspace.succeed("apply", "--auto-approve", "--run-setup-tests=never");
    assertThat(links.writes()).containsOnly("POST private-links", "POST connections").hasSize(4);
    assertThat(links.links()).hasSize(7);
    assertThat(links.workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  /// Others have used some of it, which only Fivetran knows.
  @Test
  void refusalIsNoFailure() throws IOException {
    links
        .lab
        .sandbox()
        .control()
        .quotas(new JsonMapper().readTree("{\"privateLinksCreatedPerHour\": 2}"));

    Ran ran = links.workspace.run("apply", "--auto-approve", "--run-setup-tests=never");

    assertThat(ran.code()).as("%s", ran).isEqualTo(5);
    assertThat(ran.out()).contains("0 failed").contains("5 waiting");
    assertThat(links.links()).hasSize(2);
  }
}
