package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import dev.ftctl.testing.judge.Comment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a job shows on its forge: the plan with links, and what apply did.
class SummaryTest {

  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final String GROUPS =
      "kind: Group\nmetadata: {name: eu}\n---\nkind: Group\nmetadata: {name: us}\n";

  @TempDir Path folder;
  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  private Workspace workspace() {
    return new Workspace(folder).file("manifests/a.yaml", GROUPS).reaching(lab.sandbox());
  }

  @ParameterizedTest
  @CsvSource({
    "GITHUB_SERVER_URL, https://github.example, GITHUB_REPOSITORY, acme/data, GITHUB_SHA,"
        + " https://github.example/acme/data/blob/",
    "CI_PROJECT_URL, https://git.example/acme/data, CI, true, CI_COMMIT_SHA,"
        + " https://git.example/acme/data/-/blob/",
  })
  void placesAreLinksOnAForge(
      String one, String first, String other, String second, String commit, String base)
      throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    Path project = Files.createDirectories(folder.resolve("data/my flow"));
    Workspace workspace =
        new Workspace(project)
            .file("manifests/a.yaml", GROUPS)
            .reaching(lab.sandbox())
            .with(one, first)
            .with(other, second)
            .with(commit, COMMIT);
    String place = base + COMMIT + "/data/my%20flow/manifests/a.yaml#L";

    assertThat(workspace.succeed("plan", "--format", "markdown").out())
        .contains("[<code>manifests/<wbr>a.yaml:1</code>](" + place + "1)");
    assertThat(workspace.succeed("plan").out()).doesNotContain(base);
    assertThat(workspace.run("drift", "--format", "markdown").out()).contains("(" + place + "4)");
    workspace.edit("manifests/a.yaml", "metadata: {name: us}", "metadata: {nam: us}");
    assertThat(workspace.run("plan", "--format", "markdown").out())
        .contains("[`manifests/a.yaml:5:12`](" + place + "5)");
  }

  /// What stands in such a variable is not the forge's word.
  @ParameterizedTest
  @CsvSource({"https://x) [y](z, " + COMMIT, "javascript:alert(1), " + COMMIT, "https://x, HEAD"})
  void whatIsNoAddressMakesNoLink(String project, String commit) throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    Workspace workspace = workspace().with("CI_PROJECT_URL", project).with("CI_COMMIT_SHA", commit);

    String comment = workspace.succeed("plan", "--format", "markdown").out();

    assertThat(Comment.faults(comment)).isEmpty();
  }

  @Test
  void applyTellsWhatItDid() {
    Ran ran =
        workspace().succeed("apply", "--auto-approve", "--journal", "none", "--format", "markdown");

    assertThat(ran.out())
        .matches("(?s)<!-- ftctl:apply account=\\w+ environment=- -->\n### ftctl apply: 2 done\n.*")
        .contains("<details><summary>2 done</summary>\n\n- `group/eu: create`\n")
        .contains("Read back: all 2 writes are as the manifests say.")
        .endsWith(
            "Apply: 2 done, 0 held, 0 waiting, 0 unfinished, 0 failed, 0 skipped; 2 writes.\n");
    assertThat(Comment.faults(ran.out())).as(ran.out()).isEmpty();
    assertThat(
            workspace()
                .succeed("apply", "--auto-approve", "--journal", "none", "--format", "markdown")
                .out())
        .contains("### ftctl apply: nothing to do\n");
  }

  @Test
  void blockedApplyTellsThePlan() {
    Workspace workspace = workspace();
    workspace.succeed("apply", "--auto-approve", "--journal", "none");
    workspace.file("manifests/a.yaml", GROUPS.replace("name: us}", "name: US}"));

    Ran ran = workspace.run("apply", "--auto-approve", "--format", "markdown");

    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.out())
        .contains("### ftctl apply: **stopped**, 1 error", "The plan: 1 create · **1 blocked**")
        .contains("`--allow duplicate:group/US`");
    assertThat(Comment.faults(ran.out())).as(ran.out()).isEmpty();
  }
}
