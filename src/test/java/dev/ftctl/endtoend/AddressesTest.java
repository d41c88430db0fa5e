package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An address covers the same wherever one may be given.
class AddressesTest {

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private AddressedCompany company;
  private Workspace workspace;

  @BeforeEach
  void applyTheCompany() {
    workspace = new Workspace(folder).reaching(lab.sandbox());
    company = AddressedCompany.in(workspace);
    workspace.succeed("apply", "--auto-approve", "--journal", "none");
    lab.forget();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"connector/orders_db", "connector/orders_d?", "connector/*@g1", "*orders_db@g1"})
  void protectsTheInstancesOfADocument(String address) {
    company.project("protect: ['" + address + "']");
    workspace.edit(AddressedCompany.FILE, "{name: orders_db}", "{name: orders_db, absent: true}");

    Ran plan = workspace.run("plan");

    assertThat(plan.code()).as("%s", plan).isEqualTo(4);
    assertThat(plan.out())
        .contains("delete is refused: connector/orders_db@g1 is protected")
        .doesNotContain("covers nothing");
  }

  @ParameterizedTest
  @CsvSource({
    "connector/orders_db, 0",
    "connector/orders_d?, 0",
    "connector/orders_db@g?, 0",
    "connector/orders_db@g1, 0",
    "connector/crm, 4",
  })
  void allowsARiskForTheInstancesOfADocument(String address, int code) {
    company.replaceOrders();

    assertThat(workspace.run("plan", "--allow", "replace:" + address).code()).isEqualTo(code);
    company.project("allow: ['replace:" + address + "']");
    assertThat(workspace.run("plan").code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connector/orders_db",
        "connector/orders_db@g1",
        "connector/orders_d?@g1",
        "connector/orders_d?",
        "*orders*"
      })
  void narrowsToWhatATargetCovers(String address) {
    workspace.file(
        AddressedCompany.FILE,
        AddressedCompany.DOCUMENTS.replace("paused: false", "paused: false, sync_frequency: 60"));

    Ran plan = workspace.succeed("plan", "--target", address, "--format", "json");

    assertThat(plan.json().path("changes").findValuesAsText("address"))
        .containsExactly("connector/orders_db@g1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"connector/orders_db", "connector/orders_d?@g1"})
  void sendsSecretsAgainAndIgnoresByTheSameRule(String address) {
    workspace.succeed("apply", "--auto-approve", "--rotate-secrets=" + address);
    assertThat(lab.writes()).hasSize(1);

    company.project("ignore: ['" + address + "']");
    company.replaceOrders();
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  /// What a document said of itself is of that document, whatever its name looks like.
  @Test
  void protectionOfAnEarlierDocumentIsOfItAlone() throws Exception {
    for (int number = 0; number < 20; number++) {
      company.hook("many" + number);
    }
    company.hook("pa*");
    workspace.edit("manifests/pa*.yaml", "pa*\"}", "pa*\", protect: true}");
    workspace.succeed("apply", "--auto-approve", "--journal", "none");
    Repository.commit(folder);
    Files.delete(folder.resolve("manifests/pager.yaml"));
    Files.delete(folder.resolve("manifests/pa*.yaml"));

    Ran plan = workspace.run("plan", "--base", "HEAD");

    assertThat(plan.code()).isEqualTo(4);
    assertThat(plan.out())
        .contains("webhook/pa%2A is protected")
        .contains("webhook/pager")
        .doesNotContain("webhook/pager is protected");
  }

  @Test
  void connectTakesAPatternOfOneConnection() {
    assertThat(workspace.runOnTerminal("connect", "connector/cr?").err())
        .contains("connector/crm@g1 is connected");
    assertThat(workspace.runOnTerminal("connect", "connector/*").err())
        .contains("connector/* means 2 connections");
  }
}
