package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The group of what is to be absent has another name by now: no door says that it is gone, or that
/// all is as the manifests say.
class MayBeThereTest {

  private static final String[] CLAIMS = {
    "as the manifests say", "already gone", "nothing to change"
  };

  @TempDir Path folder;
  private final Lab lab = OneOfEach.lab();
  private Workspace workspace;

  @BeforeEach
  void rename() {
    ObjectNode account = lab.sandbox().control().account();
    for (JsonNode node : account.path("groups")) {
      ((ObjectNode) node).put("name", "renamed");
    }
    lab.sandbox().control().replaceAccount(account);
    workspace =
        OneOfEach.in(folder, lab, one -> one.slug().equals("connector"))
            .edit(
                OneOfEach.file("connector"),
                "\"metadata\":{",
                "\"metadata\":{\"absent\":true,\"freshness\":\"1h\",");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plan",
        "plan --format markdown",
        "plan --format json",
        "apply --auto-approve",
        "apply --auto-approve --skip-blocked",
        "drift",
        "explain connector/c@g"
      })
  void isHeldBack(String line) {
    Ran ran = workspace.run(line.split(" "));

    assertThat(ran.all())
        .contains("it can't be told whether it is connector/shop@")
        .doesNotContain(CLAIMS);
    if (!line.startsWith("explain")) {
      assertThat(ran.code()).as("%s", ran).isEqualTo(4);
    }
    assertThat(lab.writes()).isEmpty();
  }

  /// A test of manifests can't be kept by it, whatever it expects of the change.
  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{changes: {connector/*: unchanged}}", "{changes: {connector/*: delete}}"})
  void keepsNoTestOfManifests(String expected) {
    workspace
        .file("account.json", lab.sandbox().control().account().toString())
        .file(
            "a.test.yaml",
            "tests:\n  - name: gone\n    given: {account: account.json}\n    expect: "
                + expected
                + "\n");

    Ran ran = workspace.run("check");

    assertThat(ran.code()).as("%s", ran).isEqualTo(3);
    assertThat(ran.out()).contains("+ may-be-there: manifests/connector.yaml:1").contains("1 fail");
  }

  @Test
  void isBlockedInAFleet() {
    try (var accounts = new FleetAccounts(2)) {
      ObjectNode account = lab.sandbox().control().account();
      account.remove("account");
      accounts.sandbox("a01").control().mergeAccount(account);
      Workspace fleet =
          accounts
              .workspace(folder.resolve("fleet"))
              .file("manifests/connector.yaml", workspace.read(OneOfEach.file("connector")));

      Ran plan = fleet.run("fleet", "plan");
      Ran json = fleet.run("fleet", "plan", "--format", "json");
      Ran markdown = fleet.run("fleet", "plan", "--format", "markdown");

      assertThat(plan.code()).as("%s", plan).isEqualTo(4);
      String own = plan.out().substring(plan.out().indexOf("=== a01"));
      assertThat(own).contains("it can't be told whether it is connector/shop@");
      assertThat(own.substring(0, own.indexOf("1 blocked"))).doesNotContain(CLAIMS);
      assertThat(json.code()).isEqualTo(4);
      assertThat(markdown.code()).isEqualTo(4);
      assertThat(markdown.out()).contains("it can't be told whether it is");
    }
  }

  /// Its connection is there under another name, and has no target by that: nobody watches it.
  @Test
  void statusDoesNotWatchWhatIsNotFound() {
    workspace.edit(OneOfEach.file("connector"), "\"absent\":true,", "");

    Ran told = workspace.run("status");
    Ran stale = workspace.run("status", "--fail-on", "stale");
    Ran broken = workspace.run("status", "--fail-on", "broken");

    assertThat(told.code()).as("%s", told).isZero();
    assertThat(told.err())
        .contains("warning: no connection of the account is known to be connector/c@g");
    assertThat(stale.code()).as("%s", stale).isEqualTo(3);
    assertThat(broken.code()).as("%s", broken).isZero();
  }

  /// Of what is to go nobody wants to know how old it is, and nothing says that it is gone.
  @Test
  void statusShowsWhatIsThere() {
    Ran ran = workspace.run("status", "--fail-on", "stale");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.out()).contains("connector/shop@renamed");
    assertThat(ran.all()).doesNotContain(CLAIMS).doesNotContain("connector/c@g");
  }
}
