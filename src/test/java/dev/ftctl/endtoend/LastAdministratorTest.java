package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.SandboxOptions;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With a key that belongs to the account, no owner is guarded; but whoever are the last
/// administrators stay that, whatever the manifests say.
class LastAdministratorTest {

  private static final String ADMINISTRATOR = "Account Administrator";
  private static final String REVIEWER = "Account Reviewer";

  @TempDir Path folder;
  private final Lab lab = new Lab(SandboxOptions.inMemory().withSystemKey());
  private Workspace workspace;

  @BeforeEach
  void twoOfThem() {
    workspace = new Workspace(folder).reaching(lab.sandbox());
    write(user("ana", ADMINISTRATOR), user("ben", ADMINISTRATOR), user("eve", REVIEWER));
    workspace.succeed("apply", "--auto-approve", "--journal", "none");
    write(user("owner", REVIEWER).replace("acme.example", "sandbox.test"));
    workspace.succeed("apply", "--auto-approve", "--journal", "none");
    lab.forget();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void oneOfTwoIsLowered() {
    write(user("ana", REVIEWER), user("ben", ADMINISTRATOR));

    workspace.succeed("apply", "--auto-approve");

    assertThat(roleOf("ana")).isEqualTo(REVIEWER);
  }

  @Test
  void bothAtOnceAreLeftAlone() {
    write(user("ana", REVIEWER), user("ben", REVIEWER));

    Ran plan = workspace.succeed("plan", "-v", "--detailed-exitcode");
    workspace.succeed("apply", "--auto-approve");

    assertThat(plan.toString())
        .contains(
            "role left alone: of today's Account Administrators this plan leaves none but"
                + " ana@acme.example")
        .contains(
            "role left alone: of today's Account Administrators this plan leaves none but"
                + " ben@acme.example");
    assertThat(lab.writes()).isEmpty();
  }

  @Test
  void lastOneIsNotDeletedAfterTheOtherWasLowered() {
    write(user("ana", REVIEWER), user("ben", ADMINISTRATOR));
    workspace.succeed("apply", "--auto-approve");
    write(user("ben", ADMINISTRATOR).replace("}\nspec", ", absent: true}\nspec"));
    lab.forget();

    Ran plan = workspace.succeed("plan", "-v", "--detailed-exitcode");

    assertThat(plan.toString())
        .contains(
            "left alone: of today's Account Administrators this plan leaves none but"
                + " ben@acme.example");
    assertThat(lab.writes()).isEmpty();
  }

  @Test
  void removedDocumentsDeleteNoneOfTheLast() throws Exception {
    write(user("ana", ADMINISTRATOR), user("ben", ADMINISTRATOR), user("eve", REVIEWER));
    Repository.commit(folder);
    write(user("eve", REVIEWER));

    Ran plan = workspace.run("plan", "--base", "HEAD", "--allow", "delete", "--detailed-exitcode");

    assertThat(plan.code()).as("%s", plan).isZero();
  }

  /// Not in the run that makes the other one, which may fail; in the next.
  @Test
  void anotherOneTakesTheirPlaceInTwoRuns() {
    write(
        user("ana", REVIEWER),
        user("ben", ADMINISTRATOR).replace("}\nspec", ", absent: true}\nspec"),
        user("eve", ADMINISTRATOR));

    workspace.succeed("apply", "--auto-approve");
    String after = roleOf("ana") + ", " + roleOf("ben") + ", " + roleOf("eve");
    workspace.succeed("apply", "--auto-approve");

    assertThat(after).isEqualTo(ADMINISTRATOR + ", " + ADMINISTRATOR + ", " + ADMINISTRATOR);
    assertThat(roleOf("ana")).isEqualTo(REVIEWER);
    assertThat(roleOf("ben")).isEqualTo("no such user");
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  private void write(String... users) {
    workspace.file("manifests/people.yaml", String.join("---\n", users));
  }

  private String roleOf(String name) {
    for (var user : lab.sandbox().control().account().path("users")) {
      if (user.path("email").asText().startsWith(name + "@")) {
        return user.path("role").asText();
      }
    }
    return "no such user";
  }

  private static String user(String name, String role) {
    return """
    kind: User
    metadata: {name: %s@acme.example}
    spec: {given_name: %s, family_name: Ruiz, role: %s}
    """
        .formatted(name, name, role);
  }
}
