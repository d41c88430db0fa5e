package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A saved plan is carried out exactly, or refused.
class SavedPlanTest {

  private static final String CLICKS = "connector/clickstream@analytics_prod";

  @TempDir Path folder;
  private final Lab lab = Accounts.withExamples();
  private Workspace workspace;

  @BeforeEach
  void savePlan() {
    workspace = new Workspace(folder).withExamples().reaching(lab.sandbox());
    workspace.edit("manifests/shop/clickstream.yaml", "sync_frequency: 15", "sync_frequency: 30");
    workspace.succeed("plan", "-o", "plan.json");
    lab.forget();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void isAppliedWithoutAQuestion() {
    Ran applied = workspace.run("apply", "plan.json");

    assertThat(applied.code()).as("%s", applied).isZero();
    assertThat(applied.out()).endsWith("\nRead back: the only write is as the manifests say.\n");
    assertThat(lab.writes()).hasSize(1);
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void worksOnlyOnce() {
    workspace.succeed("apply", "plan.json");
    lab.forget();

    Ran again = workspace.run("apply", "plan.json");

    isStale(again, CLICKS);
  }

  /// Managed or not: what was looked at is not what is there.
  @ParameterizedTest
  @CsvSource({
    "sync_frequency, 60",
    "paused, true",
    "pause_after_trial, true",
  })
  void isStaleWhenATouchedObjectChanged(String field, String value) {
    changeLive("clicks", "{'" + field + "':" + value + "}");

    Ran applied = workspace.run("apply", "plan.json");

    isStale(applied, CLICKS);
  }

  @Test
  void isStaleWhenATouchedObjectIsGone() {
    try (var other = new OtherTool(lab.sandbox())) {
      String id = other.idOf("connections", "schema", "raw_web.clicks");
      other.send("DELETE", "/connections/" + id, "");
    }
    lab.forget();

    Ran applied = workspace.run("apply", "plan.json");

    isStale(applied, CLICKS);
  }

  @Test
  void isStaleWhenAManifestChanged() {
    workspace.edit("manifests/people/teams.yaml", "Reads the books", "Keeps the books");

    Ran applied = workspace.run("apply", "plan.json");

    isStale(applied, "manifests");
  }

  @Test
  void isStaleWhenAVariableChanged() {
    workspace.with("SHOP_PREFIX", "one");
    workspace.edit(
        "manifests/shop/clickstream.yaml", "prefix: web/", "prefix: \"${env:SHOP_PREFIX}\"");
    workspace.succeed("plan", "-o", "plan.json");
    workspace.with("SHOP_PREFIX", "two");
    lab.forget();

    Ran applied = workspace.run("apply", "plan.json");

    isStale(applied, CLICKS);
  }

  @Test
  void isNotStaleWhenAnotherObjectChanged() {
    changeLive("stripe", "{'sync_frequency':1440}");

    Ran applied = workspace.run("apply", "plan.json");

    assertThat(applied.code()).as("%s", applied).isZero();
    assertThat(lab.writes()).hasSize(1);
    assertThat(workspace.run("plan").changes())
        .containsExactly(
            "~ update connector/stripe@finance manifests/finance/stripe.yaml:1",
            "sync_frequency 1440 → 60");
  }

  /// What others did to the settings meanwhile is no reason to refuse a plan that doesn't touch
  /// them, and none to be silent.
  @Test
  void isReadBackWithTheSettingsThatStandOnWhatItWrote() {
    workspace.edit("manifests/finance/erp.yaml", "sync_frequency: 360", "sync_frequency: 180");
    workspace.succeed("plan", "-o", "plan.json");
    try (var other = new OtherTool(lab.sandbox())) {
      String id = other.idOf("connections", "schema", "erp");
      other.send(
          "PATCH", "/connections/" + id + "/schemas", "{'schema_change_handling':'ALLOW_ALL'}");
    }

    Ran applied = workspace.run("apply", "plan.json");

    assertThat(applied.code()).as("%s", applied).isZero();
    assertThat(applied.out())
        .contains("Read back: not all is as the manifests say:")
        .contains("left: update schema-settings/erp@finance");
  }

  @Test
  void neverHoldsForAnotherAccount() {
    try (Lab another = Accounts.withExamples()) {
      var account = another.sandbox().control().account();
      account.withObject("/account/info").put("account_id", "another_account");
      another.sandbox().control().replaceAccount(account);
      workspace.reaching(another.sandbox());

      Ran applied = workspace.run("apply", "plan.json");

      assertThat(applied.code()).as("%s", applied).isEqualTo(6);
      assertThat(applied.err()).contains("another_account");
      assertThat(another.writes()).isEmpty();
    }
  }

  private void changeLive(String schema, String body) {
    try (var other = new OtherTool(lab.sandbox())) {
      String name = schema.equals("clicks") ? "raw_web.clicks" : schema;
      other.send("PATCH", "/connections/" + other.idOf("connections", "schema", name), body);
    }
    lab.forget();
  }

  private void isStale(Ran applied, String what) {
    assertThat(applied.code()).as("%s", applied).isEqualTo(6);
    assertThat(applied.err()).contains("error: the saved plan is stale: ").contains(what);
    assertThat(lab.writes()).isEmpty();
  }
}
