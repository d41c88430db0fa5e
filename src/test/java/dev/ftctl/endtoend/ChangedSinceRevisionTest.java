package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Revisions that `--changed-since` can and can not compare with.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangedSinceRevisionTest {

  @TempDir static Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeAll
  void commitAndApply() throws Exception {
    workspace = new Workspace(folder).reaching(lab.sandbox());
    ChangingProject.FILES.forEach(workspace::file);
    Repository.commit(folder);
    workspace.succeed("apply", "--auto-approve", "--journal", "none");
    disturb();
  }

  @AfterEach
  void restore() throws IOException {
    Files.deleteIfExists(folder.resolve("manifests/untracked.yaml"));
    ChangingProject.FILES.forEach(workspace::file);
  }

  @AfterAll
  void close() {
    lab.close();
  }

  @Test
  void brokenProjectFileMakesEverythingAChange() throws Exception {
    workspace.edit("ftctl.yaml", "variables:", "variabls:");
    Repository.commit(folder);
    try {
      restore();

      JsonNode plan = plan("--changed-since", "HEAD");

      assertThat(ChangedSinceTest.changes(plan)).isEqualTo(ChangedSinceTest.changes(plan()));
      assertThat(plan.path("notices").toString()).contains("can't be compared", "variabls");
    } finally {
      restore();
      Repository.commit(folder);
    }
  }

  @Test
  void revisionThatIsNotThereIsRefused() {
    lab.forget();

    Ran ran = workspace.run("plan", "--changed-since", "origin/main");

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains("--changed-since origin/main: git knows no such", "git fetch");
    assertThat(lab.sandbox().requests()).isEmpty();
  }

  /// When it is applied the branch that it was compared with has gone on, and has even become HEAD.
  @Test
  void savedPlanRemembersWhereTheTwoParted() throws Exception {
    Repository.git(folder, "branch", "-f", "trunk");
    workspace.edit("manifests/two.yaml", "harmless-hook", "harmless-hook-2");
    workspace.edit("manifests/shop.yaml", "port: 3306", "port: 3307");
    workspace.succeed("plan", "--changed-since", "trunk", "--no-cache", "-o", "plan.json");
    String before = workspace.read("plan.json");
    Repository.commit(folder);
    Repository.git(folder, "branch", "-f", "trunk");
    try {
      Ran applied = workspace.run("apply", "plan.json", "--no-cache", "--journal", "none");

      assertThat(applied.code()).as("%s", applied).isZero();
      assertThat(before).containsPattern("--changed-since=[0-9a-f]{40}").doesNotContain("no-cache");
      assertThat(applied.out()).contains("connector/shop@*").doesNotContain("connector/crm");
    } finally {
      disturb();
      Files.delete(folder.resolve("plan.json"));
      restore();
      Repository.commit(folder);
    }
  }

  /// A clone that does not go back to where the two parted.
  @Test
  void revisionWithoutACommonAncestorIsRefused() throws Exception {
    Path other = folder.resolveSibling(folder.getFileName() + "-other");
    Files.createDirectories(other);
    Repository.commit(
        Files.writeString(other.resolve("file"), "another beginning").resolveSibling(""));
    Repository.git(folder, "fetch", "-q", other.toString(), "HEAD:refs/heads/stranger");

    Ran ran = workspace.run("plan", "--changed-since", "stranger");

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains("no ancestor in common with HEAD", "fetch-depth: 0");
  }

  /// What others merged meanwhile is no change of this branch.
  @Test
  void revisionThatWentOnIsComparedWhereTheTwoParted() throws Exception {
    Repository.git(folder, "branch", "-f", "ahead");
    Repository.git(folder, "checkout", "-q", "ahead");
    workspace.edit("manifests/shop.yaml", "port: 3306", "port: 3307");
    Files.delete(folder.resolve("manifests/two.yaml"));
    workspace.file("manifests/untracked.yaml", ChangingProject.hook("theirs"));
    Repository.commit(folder);
    Repository.git(folder, "checkout", "-q", "-");
    workspace.edit("manifests/orders.yaml", "port: 5432", "port: 5433");

    JsonNode plan = plan("--changed-since", "ahead", "--base", "ahead");

    assertThat(ChangedSinceTest.changes(plan).keySet()).containsExactly("connector/orders@prod");
  }

  private JsonNode plan(String... more) throws JsonProcessingException {
    var words = new ArrayList<>(List.of("plan", "--format", "json"));
    words.addAll(List.of(more));
    Ran ran = workspace.run(words.toArray(String[]::new));
    assertThat(ran.code()).as("%s", ran).isZero();
    return ChangedSinceTest.JSON.readTree(ran.out());
  }

  /// Somebody changes everything by hand.
  private void disturb() throws IOException {
    ObjectNode account = lab.sandbox().control().account();
    account.path("connections").forEach(one -> ((ObjectNode) one).put("sync_frequency", 5));
    account
        .path("webhooks")
        .forEach(
            one -> ((ObjectNode) one).putArray("events").add("sync_start").add("dbt_run_start"));
    account.path("teams").forEach(one -> ((ObjectNode) one).put("description", "by hand"));
    lab.sandbox().control().replaceAccount(account);
  }
}
