package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the README promises somebody who has just cloned.
class NewcomerTest {

  @TempDir Path folder;

  /// One value changed in one manifest.
  ///
  /// @param change as printed: what and where, then the field
  /// @param write method and path, ids as `ID`, then the body
  record OneChange(
      String kind, String file, String from, String to, List<String> change, String write) {
    @Override
    public String toString() {
      return kind;
    }
  }

  @Test
  void applyLeavesNothingToDo() {
    try (var lab = new Lab()) {
      var workspace = new Workspace(folder).withExamples().reaching(lab.sandbox());

      Ran applied = workspace.run("apply", "--auto-approve", "manifests");
      Ran planned = workspace.run("plan", "--detailed-exitcode", "manifests");

      assertThat(applied.code()).as("%s", applied).isZero();
      assertThat(applied.out()).contains(" as the manifests say").doesNotContain("not all is");
      assertThat(planned.code()).as("%s", planned).isZero();
      assertThat(planned.out())
          .contains("\nNothing changes: the account is as the manifests say.\n");
    }
  }

  @ParameterizedTest
  @MethodSource("oneOfEachKind")
  void oneChangedValueIsOneChangeAndOneWrite(OneChange one) {
    try (Lab lab = Accounts.withExamples()) {
      var workspace = new Workspace(folder).withExamples().reaching(lab.sandbox());
      workspace.edit(one.file(), one.from(), one.to());

      Ran planned = workspace.run("plan", "--detailed-exitcode", "manifests");
      Ran applied = workspace.run("apply", "--auto-approve", "manifests");

      assertThat(planned.code()).as("%s", planned).isEqualTo(2);
      assertThat(planned.changes()).isEqualTo(one.change());
      assertThat(applied.code()).as("%s", applied).isZero();
      assertThat(applied.out()).contains(" as the manifests say").doesNotContain("not all is");
      assertThat(lab.writes().stream().map(NewcomerTest::shown)).containsExactly(one.write());
    }
  }

  @Test
  void theSandboxIsKeptBetweenRuns() {
    var workspace = new Workspace(folder).withExamples();

    Ran first = workspace.run("apply", "--sandbox", "--auto-approve", "manifests");
    Ran second = workspace.run("apply", "--sandbox", "--auto-approve", "manifests");
    Ran planned = workspace.run("plan", "--sandbox", "--detailed-exitcode", "manifests");
    workspace.edit("manifests/shop/clickstream.yaml", "sync_frequency: 15", "sync_frequency: 30");
    Ran changed = workspace.run("plan", "--sandbox", "--detailed-exitcode", "manifests");

    assertThat(first.code()).as("%s", first).isZero();
    assertThat(first.out()).contains(" as the manifests say").doesNotContain("not all is");
    assertThat(second.code()).as("%s", second).isZero();
    assertThat(second.out()).contains("Nothing changes").doesNotContain("Read back");
    assertThat(planned.code()).as("%s", planned).isZero();
    assertThat(changed.code()).as("%s", changed).isEqualTo(2);
    assertThat(folder.resolve(".ftctl/sandbox.json")).matches(Files::isRegularFile, "is a file");
  }

  static List<OneChange> oneOfEachKind() {
    return List.of(
        new OneChange(
            "Group",
            "manifests/warehouses/finance.yaml",
            "metadata: {name: finance, protect: true}\n---",
            "metadata: {name: finance, protect: true, moved_from: finance}\n"
                + "spec: {name: money}\n"
                + "---",
            List.of(
                "→ move group/finance manifests/warehouses/finance.yaml:2",
                "name \"finance\" → \"money\""),
            "PATCH /groups/ID {\"name\":\"money\"}"),
        new OneChange(
            "Destination",
            "manifests/warehouses/analytics_prod.yaml",
            "time_zone_offset: \"-5\"",
            "time_zone_offset: \"-6\"",
            List.of(
                "~ update destination/analytics_prod manifests/warehouses/analytics_prod.yaml:7",
                "time_zone_offset \"-5\" → \"-6\""),
            "PATCH /destinations/ID {\"time_zone_offset\":\"-6\"}"),
        new OneChange(
            "Connector",
            "manifests/shop/clickstream.yaml",
            "sync_frequency: 15",
            "sync_frequency: 30",
            List.of(
                "~ update connector/clickstream@analytics_prod manifests/shop/clickstream.yaml:3",
                "sync_frequency 15 → 30"),
            "PATCH /connections/ID {\"sync_frequency\":30}"),
        new OneChange(
            "SchemaSettings",
            "manifests/finance/erp.yaml",
            "name: {enabled: true}",
            "name: {enabled: true, hashed: true}",
            List.of(
                "~ update schema-settings/erp@finance manifests/finance/erp.yaml:18",
                "dbo.customers.name plain → hashed re-sync of 1 table"),
            "PATCH /connections/ID/schemas {\"schemas\":{\"dbo\":{\"tables\":{\"customers\":"
                + "{\"columns\":{\"name\":{\"hashed\":true}}}}}}}"),
        new OneChange(
            "User",
            "manifests/people/users.yaml",
            "given_name: Ana",
            "given_name: Anna",
            List.of(
                "~ update user/ana.ruiz@acme-outdoor.example manifests/people/users.yaml:4",
                "given_name \"Ana\" → \"Anna\""),
            "PATCH /users/ID {\"given_name\":\"Anna\"}"),
        new OneChange(
            "User's membership",
            "manifests/people/users.yaml",
            "groups: {finance: Manage Destination}",
            "groups: {finance: Edit Destination}",
            List.of(
                "~ update user/eva.lind@acme-outdoor.example manifests/people/users.yaml:41",
                "groups.finance \"Manage Destination\" → \"Edit Destination\""),
            "PATCH /users/ID/groups/ID {\"role\":\"Edit Destination\"}"),
        new OneChange(
            "Team",
            "manifests/people/teams.yaml",
            "description: Reads the books",
            "description: Keeps the books",
            List.of(
                "~ update team/finance-analysts manifests/people/teams.yaml:14",
                "description \"Reads the books\" → \"Keeps the books\""),
            "PATCH /teams/ID {\"description\":\"Keeps the books\"}"),
        new OneChange(
            "Webhook",
            "manifests/alerts/webhooks.yaml",
            "events: [sync_end, connection_failure]",
            "events: [sync_end]",
            List.of(
                "~ update webhook/pager manifests/alerts/webhooks.yaml:10",
                "events [\"sync_end\", \"connection_failure\"] → [\"sync_end\"]"),
            "PATCH /webhooks/ID {\"events\":[\"sync_end\"]}"),
        new OneChange(
            "ExternalLog",
            "manifests/alerts/logs.yaml",
            "region: US1",
            "region: EU",
            List.of(
                "~ update external-log/analytics_prod manifests/alerts/logs.yaml:2",
                "config.region \"US1\" → \"EU\" setup tests will run"),
            "PATCH /external-logging/ID {\"config\":{\"region\":\"EU\"}}"),
        new OneChange(
            "SecretsManager",
            "manifests/warehouses/vault.yaml",
            "role_id: fivetran",
            "role_id: loader",
            List.of(
                "~ update secrets-manager/vault manifests/warehouses/vault.yaml:2",
                "config.role_id \"fivetran\" → \"loader\"",
                "config.secret_id (secret) sent, from env:VAULT_SECRET_ID sent with the change of"
                    + " config"),
            "PATCH /external-secrets-managers/ID {\"config\":{\"vault_address\":"
                + "\"https://vault.acme-outdoor.example\",\"role_id\":\"loader\",\"secret_id\":\"******\"}}"),
        new OneChange(
            "AccountLog",
            "manifests/alerts/logs.yaml",
            "enable_ssl: true",
            "enable_ssl: false",
            List.of(
                "~ update account-log/account manifests/alerts/logs.yaml:12",
                "config.enable_ssl true → false setup tests will run"),
            "PATCH /external-logging/account {\"config\":{\"enable_ssl\":false}}"));
  }

  private static String shown(RequestRecord request) {
    JsonNode body = request.body().deepCopy();
    if (body instanceof ObjectNode members) {
      // Steers the call and sets nothing.
      members.remove("run_setup_tests");
    }
    String path = request.path().replaceFirst("^/v1", "").replaceAll("/[a-z]+_[a-z]+", "/ID");
    return (request.method() + " " + path + " " + body).strip();
  }
}
