package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.Sandbox;
import dev.ftctl.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Roles are asked of the account before anything is sent: a mistyped one stops the plan.
final class UnknownRoleTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  private Sandbox sandbox;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.inMemory());
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private Ran apply(String people) {
    return new Workspace(folder)
        .reaching(sandbox)
        .file(
            "manifests/a.yaml",
            """
            kind: Group
            metadata: {name: g}
            ---
            kind: User
            metadata: {name: ada@example.com}
            spec: {given_name: Ada, family_name: Byron, role: Account Reviewer}
            ---
            """
                + people)
        .run("apply", "--auto-approve");
  }

  private List<String> sent() {
    return sandbox.requests().stream()
        .filter(request -> !request.method().equals("GET"))
        .map(request -> request.method() + " " + request.path())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          spec: {role: Account Reviewr} | the account has no role 'Account Reviewr' | did you mean 'Account Reviewer'?
          spec: {role: account reviewer} | no role 'account reviewer' | did you mean 'Account Reviewer'?
          spec: {role: Edit Destination} | the role 'Edit Destination' can't be given on the account | Account Administrator, Account Analyst
          spec: {role: Account Analyst, groups: {g: Edit Destinaton}} | no role 'Edit Destinaton' | did you mean 'Edit Destination'?
          spec: {role: Account Analyst, groups: {g: Team Member}} | 'Team Member' can't be given on a destination | write one of
          spec: {role: Account Analyst, users: {ada@example.com: Team Menber}} | no role 'Team Menber' | did you mean 'Team Member'?
          spec: {role: Account Analyst, users: {ada@example.com: Account Analyst}} | can't be given on a team | Team Manager, Team Member
          """)
  void roleThatTheAccountLacksStopsThePlanAtItsPlace(String spec, String what, String hint) {
    Ran ran = apply("kind: Team\nmetadata: {name: readers}\n" + spec + "\n");

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err())
        .containsPattern("error: manifests/a.yaml:\\d+:\\d+: team/readers: ")
        .contains(what)
        .contains(hint);
    assertThat(sent()).isEmpty();
  }

  @Test
  void namesThatEveryAccountHasCostNoCall() {
    Ran ran =
        apply(
            """
            kind: Team
            metadata: {name: readers}
            spec: {role: Account Billing, groups: {g: Destination Analyst}, users: {ada@example.com: Team Manager}}
            """);

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(sandbox.requests()).noneMatch(request -> request.path().equals("/v1/roles"));
  }

  @Test
  void rolesOfTheAccountsOwnAreKnown() throws IOException {
    ObjectNode account = sandbox.control().account();
    account
        .withObjectProperty("roles")
        .set(
            "auditor",
            JSON.readTree(
                """
                {"name": "Auditor", "scope": ["ACCOUNT"], "is_custom": true, "is_deprecated": false}
                """));
    sandbox.control().replaceAccount(account);

    Ran ran = apply("kind: Team\nmetadata: {name: readers}\nspec: {role: Auditor}\n");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(sent()).contains("POST /v1/teams");
  }

  @Test
  void keyThatMayNotListRolesLeavesThemToTheServer() throws IOException {
    sandbox
        .control()
        .faults(
            JSON.readTree("[{\"match\": {\"path\": \"/v1/roles\"}, \"then\": {\"status\": 403}}]"));

    Ran ran = apply("kind: Team\nmetadata: {name: readers}\nspec: {role: Auditor}\n");

    assertThat(ran.code()).as("%s", ran).isEqualTo(5);
    assertThat(ran.out()).contains("Role 'Auditor' does not exist");
  }
}
