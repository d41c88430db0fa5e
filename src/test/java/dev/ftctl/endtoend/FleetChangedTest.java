package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// `fleet … --changed-since`: a branch is planned for the environments that it changes, and for no
/// others.
@TestInstance(Lifecycle.PER_CLASS)
class FleetChangedTest {

  private static final String GROUP = "kind: Group\nmetadata: {name: %s}\n";

  private FleetAccounts accounts;
  private Workspace workspace;
  private Path folder;

  @BeforeAll
  void commit(@TempDir Path own) throws Exception {
    folder = own;
    accounts = new FleetAccounts(2);
    workspace =
        accounts
            .workspace(folder)
            .file("manifests/all.yaml", GROUP.formatted("analytics"))
            .file("manifests/own.yaml", GROUP.formatted("\"${var:own}\""));
    withOwn("ours", "theirs");
    Repository.commit(folder);
    Repository.git(folder, "branch", "trunk");
  }

  @BeforeEach
  void backToTheTrunk() throws Exception {
    Repository.git(folder, "checkout", "-q", "-f", "trunk");
    Repository.git(folder, "checkout", "-q", "-B", "branch");
    accounts.names().forEach(name -> accounts.sandbox(name).control().reset());
  }

  @AfterAll
  void close() {
    accounts.close();
  }

  /// What each environment calls a group of its own.
  private void withOwn(String first, String second) {
    String project = accounts.project();
    for (String own : List.of(first, second)) {
      project =
          project.replaceFirst(
              "secret: (\\S+)}}\n", "secret: $1}, variables: {own: " + own + "}}\n");
    }
    workspace.file("ftctl.yaml", project);
  }

  @Test
  void otherEnvironmentIsAskedNothing() throws Exception {
    withOwn("ours", "renamed");
    Repository.commit(folder);

    Ran ran = workspace.succeed("fleet", "plan", "--changed-since", "trunk", "--format", "json");

    JsonNode unchanged = ran.json().at("/accounts/0");
    JsonNode changed = ran.json().at("/accounts/1");
    assertThat(unchanged.path("end").asText()).isEqualTo("unchanged");
    assertThat(unchanged.path("summary").asText()).isEqualTo("no document changed since trunk");
    assertThat(unchanged.has("result")).isFalse();
    assertThat(changed.at("/result/changes").findValuesAsText("address"))
        .containsExactly("group/renamed");
    assertThat(accounts.sandbox("a00").requests()).isEmpty();
    assertThat(accounts.sandbox("a01").requests()).isNotEmpty();
  }

  @Test
  void applyWritesWhatChangedThereAndNothingElse() throws Exception {
    workspace.file(
        "manifests/more.yaml", "kind: Group\nmetadata: {name: more, environments: [a00]}\n");
    Repository.commit(folder);

    Ran ran = workspace.succeed("fleet", "apply", "--auto-approve", "--changed-since", "trunk");

    assertThat(ran.out())
        .contains("=== a01: unchanged ===\nno document changed since trunk\n")
        .contains("+ create   group/more")
        .doesNotContain("analytics");
    assertThat(accounts.sandbox("a00").control().account().path("groups").findValuesAsText("name"))
        .containsExactly("more");
    assertThat(accounts.sandbox("a01").requests()).isEmpty();
  }

  @Test
  void whatAllShareChangesAll() throws Exception {
    workspace.file("manifests/all.yaml", GROUP.formatted("finance"));
    Repository.commit(folder);

    Ran ran = workspace.succeed("fleet", "validate", "--changed-since", "trunk");

    assertThat(ran.out()).doesNotContain("unchanged").contains("2 accounts");
  }
}
