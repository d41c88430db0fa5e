package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The user who owns the API key stays, whatever asks for the contrary: the key would go with the
/// user.
class LockOutTest {

  private static final String OWNER =
      """
      kind: User
      metadata: {name: owner@sandbox.test}
      spec: {given_name: Sandbox, family_name: Owner, role: Account Administrator}
      """;

  private static final String OTHER =
      """
      ---
      kind: User
      metadata: {name: ana@acme.example}
      spec: {given_name: Ana, family_name: Ruiz, role: Account Reviewer}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void applyBoth() {
    workspace =
        new Workspace(folder).reaching(lab.sandbox()).file("manifests/people.yaml", OWNER + OTHER);
    workspace.succeed("apply", "--auto-approve", "--journal", "none");
    lab.forget();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void absentDocumentDoesNotEndTheOwnerOfTheKey() {
    workspace.file(
        "manifests/people.yaml", (OWNER + OTHER).replace("}\nspec", ", absent: true}\nspec"));

    Ran plan = workspace.succeed("plan", "-v");
    workspace.succeed("apply", "--auto-approve");

    assertThat(plan.toString()).contains("left alone: owner@sandbox.test owns the API key");
    assertThat(plan.out()).contains("1 delete");
    assertThat(lab.writes()).hasSize(1);
    assertThat(lab.writes().getFirst().method()).isEqualTo("DELETE");
    assertThat(lab.sandbox().control().account().path("users").toString())
        .contains("owner@sandbox.test")
        .doesNotContain("ana@acme.example");
  }

  @Test
  void removedDocumentDoesNotEither() throws Exception {
    Repository.commit(folder);
    workspace.file("manifests/people.yaml", OTHER.substring(4));

    Ran plan = workspace.run("plan", "--base", "HEAD", "--allow", "delete", "--detailed-exitcode");

    assertThat(plan.code()).as("%s", plan).isZero();
  }
}
