package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.fivetran.pacing.Sleeper;
import dev.ftctl.walk.LookAgain;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stands on a private link waits until it is there.
class SettlingTest {

  private static final String NEVER = "{'looks': 10000}";

  @TempDir Path folder;
  private LinkCase links;

  @BeforeEach
  void describe() {
    links = new LinkCase(folder).link("quay").through("quay", "cranes");
  }

  @AfterEach
  void close() {
    links.close();
  }

  @Test
  void whatGoesThroughALinkComesWhenItIsThere() {
    links.course("quay", "{'looks': 6}");

    Ran applied = links.workspace.succeed("apply", "--auto-approve", "--parallelism=1");

    assertThat(applied.err())
        .contains("waiting for  private-link/quay: it is CREATING (15 min at most)\n")
        .containsOnlyOnce("waiting for")
        .contains("done         private-link/quay: settle\n");
    assertThat(links.writes())
        .containsSubsequence("POST private-links", "POST connections", "POST connections/test");
    assertThat(links.waited()).isEqualTo(5 + 10 + 20 + 40 + 60);
    assertThat(links.workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  /// Also where one step runs at a time: no nap ends before the destination is there.
  @Test
  void othersGoOnMeanwhile() {
    links.course("quay", "{'looks': 3}");
    links.workspace.waitingBy(
        new After(
            () -> links.lab.sandbox().control().account().path("destinations").size() > 0,
            new Impatient()));

    Ran applied = links.workspace.succeed("apply", "--auto-approve", "--parallelism=1");

    assertThat(applied.err().indexOf("destination/port: create"))
        .isLessThan(applied.err().indexOf("private-link/quay: settle"));
  }

  @Test
  void linkThatFailsStopsWhatGoesThroughItAndNothingElse() {
    links.course("quay", "{'looks': 3, 'ends': 'FAIL', 'summary': 'no such endpoint service'}");
    links.connector("boats", "data_delay_sensitivity: LOW");

    Ran applied = links.workspace.run("apply", "--auto-approve");

    assertThat(applied.code()).as("%s", applied).isEqualTo(5);
    assertThat(applied.out())
        .contains(
            "failed       private-link/quay: settle\n    FAIL: no such endpoint service\n",
            "skipped      connector/cranes@port: create (waits for private-link/quay: settle)\n");
    assertThat(links.lab.sandbox().control().account().path("connections")).hasSize(1);
    assertThat(links.workspace.run("plan").out())
        .contains("unchanged private-link/quay")
        .contains("FAIL: no such endpoint service; what stands on it can't work");

    links.writes();
    Ran again = links.workspace.run("apply", "--auto-approve");

    assertThat(again.code()).as("%s", again).isEqualTo(1);
    assertThat(again.out()).contains("FAIL: no such endpoint service");
    assertThat(links.writes()).isEmpty();

    links.workspace.edit("manifests/quay.yaml", "vpce-1", "vpce-2");
    links.course("quay", "{'looks': 2, 'ends': 'OK'}");
    links.workspace.succeed("apply", "--auto-approve");
    assertThat(links.writes())
        .containsExactly("PATCH private-links", "POST connections", "POST connections/test");
  }

  @Test
  void linkThatIsNotThereInTimeHoldsBackWhatGoesThroughIt() throws IOException {
    links.course("quay", NEVER);

    Ran applied =
        links.workspace.run(
            "apply", "--auto-approve", "--settle=90s", "--report=report.json", "--format=markdown");

    assertThat(applied.code()).as("%s", applied).isEqualTo(5);
    assertThat(links.waited()).isEqualTo(90);
    assertThat(applied.out().replace("<wbr>", "").replace("&#64;", "@"))
        .contains("<code>private-link/quay: settle</code> | waiting | it is still CREATING; the")
        .contains("<code>connector/cranes@port: create</code> | skipped | waits for private-link/");
    JsonNode report = new JsonMapper().readTree(links.workspace.read("report.json"));
    assertThat(report.path("exit_code").asInt()).isEqualTo(5);
    assertThat(report.path("outcomes").findValues("holds_back")).hasSize(1);

    links.writes();
    Ran again = links.workspace.run("apply", "--auto-approve", "--settle", "0");

    assertThat(again.code()).as("%s", again).isEqualTo(1);
    assertThat(again.out())
        .contains("# CREATING: not ready yet")
        .contains("Cost   2 steps, 1 of them runs setup tests, about 1 s and the time that");
    assertThat(links.writes()).isEmpty();

    links
        .course("quay", "null")
        .account("private_links", links.links().fieldNames().next(), "{'state': 'OK'}");
    links.workspace.succeed("apply", "--auto-approve");
    assertThat(links.writes()).containsExactly("POST connections", "POST connections/test");
  }

  /// Nothing stands on it, so nothing is left undone.
  @Test
  void linkThatNobodyNeedsIsANoteWhereItIsNotThere() {
    links.course("quay", NEVER);
    links.workspace.edit(
        "manifests/connector-cranes.yaml", "PrivateLink\n  private_link: quay", "Directly");

    Ran applied = links.workspace.succeed("apply", "--auto-approve", "--settle=1m");

    assertThat(applied.out())
        .contains("waiting      private-link/quay: settle\n    it is still CREATING")
        .contains("1 waiting, 0 unfinished, 0 failed, 0 skipped");
    Ran planned = links.workspace.run("plan", "--detailed-exitcode");
    assertThat(planned.code()).isZero();
    assertThat(planned.out()).contains("# CREATING: not ready yet");
    links.workspace.succeed("apply", "--auto-approve");
    assertThat(links.waited()).as("waited for no more").isEqualTo(60);
  }

  /// What comes after so long is looked at once more, and is what was planned.
  @Test
  void waitThatIsLongerThanALookLastsEndsWell() {
    links.course("quay", "{'looks': 14}");

    links.workspace.succeed("apply", "--auto-approve");

    assertThat(links.waited()).isGreaterThan(LookAgain.LONGEST.toSeconds());
    assertThat(links.writes()).contains("POST connections", "POST connections/test");
    assertThat(links.workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void nobodyWaitsForWhatIsLeftOut() {
    links.workspace.edit(
        "manifests/connector-cranes.yaml", "PrivateLink\n  private_link: quay", "Directly");
    links.course("quay", NEVER).workspace.succeed("apply", "--auto-approve", "--settle=0");
    links.workspace.file(
        "manifests/connector-cranes.yaml", "kind: Group\nmetadata: {name: spare}\n");
    links.through("quay", "boats");

    Ran applied = links.workspace.run("apply", "--auto-approve", "--skip-blocked");

    assertThat(applied.code()).as("%s", applied).isEqualTo(5);
    assertThat(applied.out()).contains("connector/cranes@port looks like the same connection");
    assertThat(links.waited()).isZero();
  }

  /// One time for the run, however many there are.
  @Test
  void allLinksShareOneDeadline() {
    links.course("*", NEVER).link("dock").through("dock", "boats");

    Ran applied = links.workspace.run("apply", "--auto-approve", "--settle=10m");

    assertThat(applied.code()).as("%s", applied).isEqualTo(5);
    assertThat(links.waited()).isBetween(600L, 660L);
    assertThat(applied.out())
        .contains("2 waiting, 0 unfinished, 0 failed, 4 skipped")
        .contains("(waits for private-link/quay)", "(waits for private-link/dock)");
  }

  /// What goes through a link already is changed whatever the link does.
  @Test
  void whatStandsOnALinkAlreadyIsNotHeldUp() {
    links.workspace.succeed("apply", "--auto-approve");
    links.account(
        "private_links",
        links.links().fieldNames().next(),
        "{'state': 'FAIL', 'state_summary': 'gone'}");
    links.workspace.edit("manifests/connector-cranes.yaml", "user: fivetran", "user: loader");
    links.writes();

    links.workspace.run("apply", "--auto-approve", "--run-setup-tests=never");

    assertThat(links.writes()).containsExactly("PATCH connections");
  }

  /// Its setup tests would fail, since they go through a link that is being changed.
  @Test
  void whatIsTestedThroughAChangedLinkWaitsAlsoWhereNoDocumentSaysSo() {
    links.workspace.succeed("apply", "--auto-approve");
    links.connector("cranes", "data_delay_sensitivity: LOW");
    links.workspace.edit("manifests/connector-cranes.yaml", "user: fivetran", "user: loader");
    links.workspace.edit("manifests/quay.yaml", "vpce-1", "vpce-2");
    links.course("quay", "{'looks': 3}");
    links.writes();

    links.workspace.succeed("apply", "--auto-approve");

    assertThat(links.writes()).containsExactly("PATCH private-links", "PATCH connections");
    assertThat(links.waited()).isPositive();
  }

  /// A link comes and goes by itself between plan and apply.
  @Test
  void savedPlanWaitsForWhatAnotherRunBegan() {
    links.course("quay", "{'looks': 4}");
    links.workspace.run("apply", "--auto-approve", "--settle=0");
    links.workspace.succeed("plan", "-o", "saved.json");
    links.writes();

    links.workspace.succeed("apply", "--auto-approve", "saved.json");

    assertThat(links.writes()).containsExactly("POST connections", "POST connections/test");
  }

  @Test
  void targetWaitsForTheLinkThatItNeeds() {
    links.course("quay", "{'looks': 9}");
    links.workspace.run("apply", "--auto-approve", "--settle=0");
    links.writes();

    Ran applied =
        links.workspace.succeed("apply", "--auto-approve", "--target=connector/cranes@port");

    assertThat(applied.err()).contains("waiting for  private-link/quay");
    assertThat(links.writes()).containsExactly("POST connections", "POST connections/test");
  }

  /// Time in which every nap lasts until something is the case, and never longer than ten seconds.
  private record After(BooleanSupplier isSo, Impatient time) implements Sleeper {

    @Override
    public long nanoTime() {
      return time.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
      for (int naps = 0; naps < 1_000 && !isSo.getAsBoolean(); naps++) {
        Thread.sleep(10);
      }
      time.sleep(duration);
    }
  }
}
