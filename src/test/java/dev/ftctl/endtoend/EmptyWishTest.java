package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Manifests that are not there are no wish for an empty account.
class EmptyWishTest {

  private static final String SCOPED = "prune: {scope: {kinds: [Group]}}\n";

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void haveAGroup() throws Exception {
    workspace = new Workspace(folder).reaching(lab.sandbox());
    workspace.file("other/group.yaml", "kind: Group\nmetadata: {name: kept}\n");
    workspace.succeed("apply", "other", "--auto-approve", "--journal", "none");
    lab.forget();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plan",
        "apply --auto-approve",
        "plan --prune",
        "apply --auto-approve --prune --allow delete"
      })
  void withoutDocumentsNothingIsPlanned(String command) {
    workspace.file("ftctl.yaml", SCOPED);
    workspace.file("manifests/notes.txt", "none here\n");

    Ran ran = workspace.run(command.split(" "));

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err()).contains("there is no manifest", "absent: true");
    assertThat(ran.out()).doesNotContain("as the manifests say");
    assertThat(lab.sandbox().control().account().path("groups")).hasSize(1);
  }

  @Test
  void withoutProjectFileAnEmptyFolderIsRefusedToo() {
    workspace.file("manifests/notes.txt", "none here\n");

    assertThat(workspace.run("plan").code()).isEqualTo(65);
  }

  @Test
  void rowsThatAreAllGoneAreRefused() {
    workspace.file("ftctl.yaml", SCOPED);
    workspace.file("manifests/rows.csv", "name\n");
    workspace.file(
        "manifests/groups.yaml",
        "kind: Group\nfor_each: {csv: rows.csv}\nmetadata: {name: \"${each.name}\"}\n");

    Ran ran = workspace.run("apply", "--prune", "--allow", "delete", "--auto-approve");

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err()).contains("the manifests describe nothing, in 1 file");
    assertThat(lab.sandbox().control().account().path("groups")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "allow: [delete]\n", "prune: {limits: {max_deletes: 1}}\n"})
  void pruneNeedsAScope(String project) {
    workspace.file("manifests/group.yaml", "kind: Group\nmetadata: {name: kept}\n");
    if (!project.isEmpty()) {
      workspace.file("ftctl.yaml", project);
    }

    Ran ran = workspace.run("plan", "--prune");

    assertThat(ran.code()).as("%s", ran).isEqualTo(64);
    assertThat(ran.err()).contains("prune.scope");
    assertThat(lab.sandbox().requests()).isEmpty();
  }
}
