package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A name that differs from a live one in letter case only makes no second object unasked.
class SameLettersTest {

  @TempDir Path folder;
  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @CsvSource({"Group, group", "Team, team"})
  void creationBesideANameThatDiffersInLetterCaseIsBlocked(String kind, String slug) {
    Workspace workspace = new Workspace(folder).reaching(lab.sandbox());
    describe(workspace, kind, "Finance", "");
    workspace.succeed("apply", "--auto-approve");
    describe(workspace, kind, "finance", "");
    lab.forget();

    Ran blocked = workspace.run("apply", "--auto-approve");
    assertThat(blocked.code()).as("%s", blocked).isEqualTo(4);
    assertThat(blocked.out())
        .contains(
            slug + "/Finance looks like the same " + slug,
            "write 'Finance', as the account has it; to rename that one, write `moved_from:"
                + " Finance`");
    assertThat(lab.writes()).isEmpty();

    describe(workspace, kind, "finance", ", moved_from: Finance");
    assertThat(workspace.succeed("plan").out()).contains("1 move, 0 blocked");

    describe(workspace, kind, "finance", "");
    workspace.succeed("apply", "--auto-approve", "--allow", "duplicate:" + slug + "/finance");
    assertThat(lab.writes()).hasSize(1);
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();

    describe(workspace, kind, "Finance", "");
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  private static void describe(Workspace workspace, String kind, String name, String more) {
    String spec = kind.equals("Team") ? "spec: {role: Account Reviewer}\n" : "";
    workspace.file(
        "manifests/m.yaml",
        "kind: %s\nmetadata: {name: %s%s}\n%s".formatted(kind, name, more, spec));
  }
}
