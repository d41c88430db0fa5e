package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Users who are no persons: without an e-mail they are what they are called.
class ServiceAccountsTest {

  private static final String ROBOT =
      """
      kind: User
      metadata: {name: ci-deploy}
      spec: {user_type: SERVICE_ACCOUNT, given_name: CI, family_name: Deploy, role: Account Reviewer}
      """;

  private static final String SURROUNDINGS =
      """
      ---
      kind: Group
      metadata: {name: prod}
      ---
      kind: Team
      metadata: {name: night}
      spec: {role: Account Reviewer, users: {ci-deploy: Team Member}}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void describe() {
    workspace = new Workspace(folder).reaching(lab.sandbox());
    says(ROBOT);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void isMadeWithoutAnAddressAndFoundByItsName() {
    says(
        ROBOT.replace("}\nspec: {", "}\nspec: {groups: {prod: Destination Reviewer}, ")
            + SURROUNDINGS);

    workspace.succeed("apply", "--auto-approve");

    assertThat(lab.writes())
        .filteredOn(write -> write.path().equals("/v1/users"))
        .singleElement()
        .satisfies(
            write -> assertThat(write.body().toString()).doesNotContain("email", "ci-deploy"));
    Ran again = workspace.run("plan", "--detailed-exitcode");
    assertThat(again.code()).as("%s", again).isZero();
    says(ROBOT.replace("Account Reviewer", "Account Analyst") + SURROUNDINGS);
    assertThat(workspace.succeed("apply", "--auto-approve").out())
        .contains("~ update", "ci-deploy");
    assertThat(lab.sandbox().control().account().path("users")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SERVICE_ACCOUNT, given_name: CI | manifests/people.yaml:1: | says no family_name",
        "ROBOT, given_name: CI           | manifests/people.yaml:3:19: | REGULAR_USER",
        "REGULAR_USER, email: null       | manifests/people.yaml:3:40: | email",
      })
  void isCheckedOffline(String type, String place, String told) {
    says("kind: User\nmetadata: {name: ci}\nspec: {user_type: " + type + "}\n");

    Ran ran = workspace.run("validate");

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.toString()).contains(place, told);
  }

  @Test
  void whichOfTwoIsMeantOnlyAPersonCanTell() {
    workspace.succeed("apply", "--auto-approve");
    String first = idOfTheRobot();
    copy(first, "sly_fox");

    Ran plan = workspace.run("plan");

    assertThat(plan.code()).as("%s", plan).isEqualTo(65);
    assertThat(plan.err()).contains("CI Deploy (id " + first, "(id sly_fox)", "spec.id");
    says(ROBOT.replace("{user_type", "{id: sly_fox, user_type").replace("Deploy", "Nightly"));
    Ran renamed = workspace.succeed("apply", "--auto-approve");
    assertThat(renamed.out()).contains("family_name");
    assertThat(lab.sandbox().control().account().at("/users/sly_fox/family_name").asText())
        .isEqualTo("Nightly");
  }

  @Test
  void isMadeByNoServiceAccount() {
    ownerIs("SERVICE_ACCOUNT");

    Ran ran = workspace.run("apply", "--auto-approve");

    assertThat(ran.code()).as("%s", ran).isEqualTo(4);
    assertThat(ran.out() + ran.err())
        .contains("of the service account owner@", "lets no service account make another")
        .contains("key of a person");
    assertThat(lab.writes()).isEmpty();
  }

  @Test
  void changesItsSortByNoCall() {
    says(
        """
        kind: User
        metadata: {name: owner@sandbox.test}
        spec: {user_type: SERVICE_ACCOUNT, email: owner@sandbox.test}
        """);

    Ran ran = workspace.run("plan");

    assertThat(ran.code()).as("%s", ran).isEqualTo(4);
    assertThat(ran.out()).contains("REGULAR_USER", "no call changes it");
  }

  @Test
  void beforeItsKeyEndsWithItThePlanSaysSo() throws Exception {
    Repository.commit(folder);
    workspace.succeed("apply", "--auto-approve");
    String id = idOfTheRobot();
    ObjectNode account = lab.sandbox().control().account();
    account
        .putObject("user_api_keys")
        .putObject(id)
        .put("created_at", "2026-01-01T00:00:00Z")
        .put("expires_at", "2027-01-01T00:00:00Z");
    lab.sandbox().control().replaceAccount(account);
    says("kind: Group\nmetadata: {name: prod}\n");
    assertThat(workspace.run("plan", "--base", "HEAD", "--allow", "delete").out())
        .contains("- delete   user/ci-deploy", "its API key ends with it");
    says(ROBOT.replace("ci-deploy}", "ci-deploy, absent: true}"));

    Ran plan = workspace.succeed("plan");

    assertThat(plan.out()).contains("- delete   user/ci-deploy", "its API key ends with it");
    assertThat(workspace.run("plan", "--max-deletes", "0").code()).isEqualTo(4);
    workspace.succeed("apply", "--auto-approve");
    assertThat(lab.sandbox().control().account().path("users")).hasSize(1);
  }

  @Test
  void aMistypedAddressMakesNoSecondOne() {
    workspace.succeed("apply", "--auto-approve");
    says(ROBOT.replace("{user_type", "{email: ci@acme.example, user_type"));

    Ran plan = workspace.run("plan");

    assertThat(plan.code()).as("%s", plan).isEqualTo(4);
    assertThat(plan.out()).contains("looks like the same service account", "take `email` out");
  }

  @Test
  void isExportedAndTakenOverAndAccepted() throws Exception {
    workspace.succeed("apply", "--auto-approve");
    says("kind: Group\nmetadata: {name: prod}\n");
    workspace.succeed("apply", "--auto-approve");
    assertThat(workspace.run("plan", "--show-unmanaged").out())
        .containsPattern("user/CI%20Deploy +service account +\\w+\n");
    Path into = folder.resolve("exported");

    workspace.succeed("export", "-o", into.toString());

    String people;
    try (var files = Files.walk(into)) {
      people =
          Files.readString(
              files.filter(file -> contains(file, "SERVICE_ACCOUNT")).findFirst().orElseThrow());
    }
    assertThat(people).contains("name: CI Deploy", "family_name: Deploy").doesNotContain("email:");
    says(people);
    Ran plan = workspace.run("plan", "--detailed-exitcode");
    assertThat(plan.code()).as("%s", plan).isZero();
    ObjectNode account = lab.sandbox().control().account();
    account
        .path("users")
        .forEach(user -> {
          if (user.path("user_type").asText().equals("SERVICE_ACCOUNT")) {
            ((ObjectNode) user).put("role", "Account Analyst");
          }
        });
    lab.sandbox().control().replaceAccount(account);
    assertThat(workspace.run("drift").code()).isEqualTo(2);
    workspace.succeed("drift", "--accept", "user/CI%20Deploy");
    assertThat(Files.readString(folder.resolve("manifests/people.yaml")))
        .contains("role: Account Analyst");
  }

  @Test
  void isTakenOverFromTerraform() {
    workspace.succeed("apply", "--auto-approve");
    String id = idOfTheRobot();
    says("kind: Group\nmetadata: {name: prod}\n");
    workspace.file(
        "a.tfstate",
        """
        {"version": 4, "terraform_version": "1.9.0", "serial": 1, "lineage": "l", "resources": [
          {"mode": "managed", "type": "fivetran_user", "name": "ci",
           "instances": [{"schema_version": 0, "attributes": {"id": "%s", "user_type": "SERVICE_ACCOUNT",
             "given_name": "CI", "family_name": "Deploy", "role": "Account Reviewer"}}]}]}
        """
            .formatted(id));
    String written = workspace.succeed("import", "terraform", "a.tfstate").out();

    assertThat(written).contains("name: CI Deploy", "user_type: SERVICE_ACCOUNT");
    says(written);
    Ran plan = workspace.run("plan", "--detailed-exitcode");
    assertThat(plan.code()).as("%s", plan).isZero();
  }

  private static boolean contains(Path file, String text) {
    try {
      return Files.isRegularFile(file) && Files.readString(file).contains(text);
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private String idOfTheRobot() {
    for (var user : lab.sandbox().control().account().path("users")) {
      if (user.path("user_type").asText().equals("SERVICE_ACCOUNT")) {
        return user.path("id").asText();
      }
    }
    throw new AssertionError("no service account");
  }

  private void says(String manifests) {
    workspace.file("manifests/people.yaml", manifests);
  }

  private void copy(String id, String as) {
    ObjectNode account = lab.sandbox().control().account();
    ObjectNode users = (ObjectNode) account.path("users");
    users.set(as, ((ObjectNode) users.path(id)).deepCopy().put("id", as));
    lab.sandbox().control().replaceAccount(account);
  }

  private void ownerIs(String type) {
    ObjectNode account = lab.sandbox().control().account();
    account.path("users").forEach(user -> ((ObjectNode) user).put("user_type", type));
    lab.sandbox().control().replaceAccount(account);
  }
}
