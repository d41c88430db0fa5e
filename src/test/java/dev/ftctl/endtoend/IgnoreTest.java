package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the project file leaves to others is left, in plan and apply alike.
class IgnoreTest {

  private static final String HOOK =
      """
      kind: Webhook
      metadata: {name: audit}
      spec: {url: "https://hooks.example.com/audit", events: [sync_end], active: true, secret: "${env:X:-harmless-secret}"}
      ---
      kind: User
      metadata: {name: ana@acme.example}
      spec: {given_name: Ana, family_name: Ruiz, role: Account Reviewer}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void applyTheManifests() {
    workspace = new Workspace(folder).reaching(lab.sandbox()).file("manifests/all.yaml", HOOK);
    workspace.succeed("apply", "--auto-approve");
    lab.forget();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private void edit() {
    workspace.file(
        "manifests/all.yaml",
        HOOK.replace("[sync_end]", "[sync_start]")
            .replace("active: true", "active: false")
            .replace("family_name: Ruiz", "family_name: Rey"));
  }

  @Test
  void objectIsLeftAlone() {
    edit();
    workspace.file("ftctl.yaml", "ignore: [webhook/*]\n");

    Ran plan = workspace.run("plan", "--detailed-exitcode", "--format", "json");
    workspace.succeed("apply", "--auto-approve");

    assertThat(plan.code()).isEqualTo(2);
    assertThat(plan.json().path("changes").findValuesAsText("address"))
        .containsOnlyOnce("user/ana@acme.example");
    assertThat(lab.writes()).hasSize(1);
    assertThat(lab.writes().getFirst().path()).startsWith("/v1/users/");
  }

  @Test
  void fieldIsLeftAloneAndTheOthersAreNot() {
    edit();
    workspace.file(
        "ftctl.yaml",
        "ignore:\n  - {addresses: ['webhook/*', 'user/*'], fields: [active, family_name]}\n");

    workspace.succeed("apply", "--auto-approve");

    assertThat(lab.writes()).hasSize(1);
    assertThat(lab.writes().getFirst().body().toString())
        .contains("sync_start")
        .doesNotContain("\"active\":false");
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void creationSendsTheFieldAllTheSame() {
    workspace.file("ftctl.yaml", "ignore:\n  - {addresses: webhook/*, fields: [active]}\n");
    workspace.file(
        "manifests/more.yaml",
        HOOK.lines()
            .limit(3)
            .reduce("", (one, line) -> one + line + "\n")
            .replace("audit", "second")
            .replace("active: true", "active: false"));

    workspace.succeed("apply", "--auto-approve");

    assertThat(lab.writes()).hasSize(1);
    assertThat(lab.writes().getFirst().body().toString()).contains("\"active\":false");
  }

  @Test
  void whatIsIgnoredIsNotPrunedAndNotReported() {
    workspace.file("manifests/all.yaml", HOOK.lines().skip(4).reduce("", (a, b) -> a + b + "\n"));
    workspace.file("ftctl.yaml", "prune: {scope: {kinds: [Webhook]}}\nignore: ['webhook/*']\n");

    Ran plan = workspace.succeed("plan", "--prune", "--show-unmanaged", "--format", "json");

    assertThat(plan.json().path("changes").findValuesAsText("action")).doesNotContain("delete");
    assertThat(plan.json().path("unmanaged").findValuesAsText("address"))
        .noneMatch(address -> address.startsWith("webhook/"));
  }

  @Test
  void limitsOfPruneAreThoseOfARunThatPrunes() {
    workspace.file("manifests/all.yaml", HOOK.lines().skip(4).reduce("", (a, b) -> a + b + "\n"));
    workspace.file(
        "ftctl.yaml",
        "limits: {max_deletes: 3}\nprune: {scope: {kinds: [Webhook]}, limits: {max_deletes: 0}}\n");

    Ran plan = workspace.run("plan", "--prune", "--allow", "delete");

    assertThat(plan.code()).isEqualTo(4);
    assertThat(plan.toString()).contains("at most 0 are allowed in one plan");
  }
}
