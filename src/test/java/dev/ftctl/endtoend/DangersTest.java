package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is dangerous and let through is told apart in every format.
class DangersTest {

  private static final String GROUP =
      """
      kind: Group
      metadata: {name: prod}
      ---
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void seed() {
    workspace = new Workspace(folder).reaching(lab.sandbox());
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void everyFormatSaysWhoBecomesAnAdministrator() {
    workspace.file("manifests/all.yaml", people("Account Reviewer", "Team Member"));
    workspace.succeed("apply", "--auto-approve");
    workspace.file("manifests/all.yaml", people("Account Administrator", "Team Manager"));

    Ran text = workspace.run("plan");
    Ran json = workspace.run("plan", "--format", "json");
    Ran markdown = workspace.run("plan", "--format", "markdown");

    assertThat(text.code()).isZero();
    assertThat(text.out())
        .contains(
            "\n! user/bo@example.com: becomes Account Administrator\n"
                + "! team/night: becomes Team Manager (users.bo@example.com)\n\n");
    assertThat(text.out().indexOf("! user/bo")).isLessThan(text.out().indexOf("~ update"));
    assertThat(json.json().path("changes").findValues("dangers"))
        .extracting(found -> found.path(0).asText())
        .contains("becomes Account Administrator", "becomes Team Manager (users.bo@example.com)");
    assertThat(markdown.out())
        .contains("> [!CAUTION]\n> - `user/bo@example.com`: becomes Account Administrator\n")
        .contains("| **becomes Account Administrator**<br>");
  }

  @Test
  void fewMayBePausedInOnePlan() {
    workspace.file("manifests/all.yaml", GROUP + connections(6, false));
    workspace.succeed("apply", "--auto-approve", "--run-setup-tests", "never");
    workspace.file("manifests/all.yaml", GROUP + connections(6, true));

    Ran plan = workspace.run("plan");
    workspace.file("ftctl.yaml", "limits: {max_pauses: 6}\n");
    Ran allowed = workspace.run("plan");

    assertThat(plan.code()).as("%s", plan).isEqualTo(4);
    assertThat(plan.out())
        .contains("the plan holds 6 pauses, and at most 5 are allowed")
        .contains("! connector/c3@prod: is paused");
    assertThat(allowed.code()).as("%s", allowed).isZero();
  }

  @Test
  void pausingWhatIsPausedIsNoRisk() {
    workspace.file("manifests/all.yaml", GROUP + connections(6, true));
    workspace.succeed("apply", "--auto-approve", "--run-setup-tests", "never");

    Ran plan = workspace.run("plan", "--format", "json");

    assertThat(plan.json().findValuesAsText("risk")).isEqualTo(List.of());
  }

  private static String people(String role, String membership) {
    return """
    kind: User
    metadata: {name: bo@example.com}
    spec: {given_name: Bo, family_name: Li, role: %s}
    ---
    kind: Team
    metadata: {name: night}
    spec: {role: Account Reviewer, users: {bo@example.com: %s}}
    """
        .formatted(role, membership);
  }

  private static String connections(int number, boolean paused) {
    return IntStream.range(0, number)
        .mapToObj(i ->
            """
            kind: Connector
            metadata: {name: c%1$d}
            spec: {service: stripe, groups: [prod], paused: %2$s, config: {schema: c%1$d, api_key: harmless-key}}
            """
                .formatted(i, paused))
        .collect(Collectors.joining("---\n"));
  }
}
