package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A private link that no document describes is waited for as one that a document does, by its name
/// and by its id.
class UndescribedLinkTest {

  @TempDir Path folder;
  private LinkCase links;

  /// Somebody is making the link by clicks.
  @BeforeEach
  void beginALink() throws IOException {
    links = new LinkCase(folder).link("quay").course("quay", "{'looks': 6}");
    links.workspace.succeed("apply", "--auto-approve", "--settle=0");
    Files.delete(folder.resolve("manifests/quay.yaml"));
    links.writes();
  }

  @AfterEach
  void close() {
    links.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void isWaitedForByWhatComesToStandOnItAlsoByASavedPlan(boolean byId) {
    links.through(byId ? id() : "quay", "cranes");

    Ran planned = links.workspace.run("plan", "-o", "saved.json");
    Ran applied = links.workspace.succeed("apply", "--auto-approve", "saved.json");

    String address = "private-link/" + (byId ? id() : "quay");
    assertThat(planned.out())
        .contains("unchanged " + address)
        .contains("manifests/connector-cranes.yaml:7")
        .contains("# CREATING: not ready yet")
        .contains("the time that 1 object takes to be ready");
    assertThat(applied.err())
        .containsSubsequence(
            "waiting for  " + address + ": it is CREATING (15 min at most)",
            "done         " + address + ": settle",
            "done         connector/cranes@port: create");
    assertThat(links.writes()).containsExactly("POST connections", "POST connections/test");
    assertThat(links.workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void holdsBackWhatComesToStandOnItWhileItIsNotThere() {
    links.course("quay", "{'looks': 10000}");
    links.account("private_links", id(), "{'_looks': 10000}");
    links.through("quay", "cranes").connector("boats", "data_delay_sensitivity: LOW");

    Ran applied = links.workspace.run("apply", "--auto-approve", "--settle=30s");

    assertThat(applied.code()).as("%s", applied).isEqualTo(5);
    assertThat(applied.out())
        .contains("skipped      connector/cranes@port: create (waits for private-link/quay)");
    assertThat(links.writes()).containsExactly("POST connections", "POST connections/test");
  }

  @Test
  void failureStopsWhatWouldStandOnItAndNothingThatDoes() {
    links.account("private_links", id(), "{'state': 'OK'}");
    links.through("quay", "cranes").workspace.succeed("apply", "--auto-approve");
    links.account("private_links", id(), "{'state': 'FAIL', 'state_summary': 'rejected'}");
    links.through(id(), "boats");
    links.workspace.edit(
        "manifests/connector-cranes.yaml", "paused: true", "paused: true\n  sync_frequency: 60");
    links.writes();

    Ran applied = links.workspace.run("apply", "--auto-approve", "--run-setup-tests=never");

    assertThat(applied.code()).as("%s", applied).isEqualTo(5);
    assertThat(applied.out())
        .contains("failed       private-link/" + id() + ": settle\n    FAIL: rejected")
        .contains("skipped      connector/boats@port: create");
    assertThat(links.writes()).containsExactly("PATCH connections");
  }

  /// It settles by itself between plan and apply.
  @Test
  void isNoPartOfASavedPlan() {
    links.through("quay", "cranes").workspace.succeed("plan", "-o", "saved.json");
    links.account("private_links", id(), "{'state': 'OK'}");

    links.workspace.succeed("apply", "--auto-approve", "saved.json");

    assertThat(links.writes()).containsExactly("POST connections", "POST connections/test");
  }

  private String id() {
    return links.links().fieldNames().next();
  }
}
