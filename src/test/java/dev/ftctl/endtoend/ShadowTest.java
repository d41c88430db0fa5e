package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Fivetran lists whom an account role lets into a group beside the group's members, with an empty
/// role.
class ShadowTest {

  @TempDir Path folder;
  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Account Administrator", "Account Analyst", "Account Reviewer"})
  void nothingIsPlannedForThoseWhomAnAccountRoleLetsIn(String role) {
    Workspace workspace = company(role, "groups: {}");
    workspace.succeed("apply", "--auto-approve");
    lab.forget();

    Ran plan = workspace.succeed("plan", "--detailed-exitcode");

    assertThat(plan.toString()).doesNotContain("groups.");
    assertThat(lab.writes()).isEmpty();
  }

  @Test
  void membershipThatIsRemovedLeavesAShadowThatIsLeftAlone() {
    company("Account Reviewer", "groups: {prod: View Destination}")
        .succeed("apply", "--auto-approve");
    Workspace workspace = company("Account Reviewer", "groups: {}");

    Ran applied = workspace.succeed("apply", "--auto-approve", "--allow", "revoke");

    assertThat(applied.toString()).contains("groups.prod");
    assertThat(workspace.succeed("plan", "--detailed-exitcode").toString())
        .doesNotContain("groups.prod");
  }

  @Test
  void teamsOfAnAccountRoleHaveNothingPlannedEither() {
    Workspace workspace = company("Account Reviewer", "groups: {}");
    workspace.file(
        "manifests/ops.yaml",
        """
        kind: Team
        metadata: {name: ops}
        spec: {role: Account Analyst, groups: {}, users: {ana@acme.example: Team Member}}
        """);
    workspace.succeed("apply", "--auto-approve");

    Ran plan = workspace.succeed("plan", "--detailed-exitcode");

    assertThat(plan.toString()).doesNotContain("groups.");
  }

  private Workspace company(String role, String groups) {
    return new Workspace(folder)
        .reaching(lab.sandbox())
        .file(
            "manifests/company.yaml",
            """
            kind: Group
            metadata: {name: prod}
            ---
            kind: User
            metadata: {name: ana@acme.example}
            spec: {given_name: Ana, family_name: Ruiz, role: %s, %s}
            """
                .formatted(role, groups));
  }
}
