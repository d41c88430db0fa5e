package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A secrets manager that a document describes comes before what uses it, and goes after it.
class AttachedDocumentsTest {

  private static final String VAULT =
      """
      kind: SecretsManager
      metadata: {name: vault}
      spec:
        type: HASHICORP_VAULT
        config: {vault_address: "https://vault.internal", role_id: r, secret_id: a-vault-secret}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void describe() {
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .file("manifests/vault.yaml", VAULT)
            .file(
                "manifests/all.yaml",
                """
                kind: Group
                metadata: {name: port}
                ---
                kind: Destination
                metadata: {name: port}
                spec: {group: port, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: port.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: a-warehouse-password}}
                ---
                kind: Connector
                metadata: {name: cranes}
                spec:
                  service: postgres
                  groups: [port]
                  external_secrets_manager: vault
                  paused: true
                  config: {schema_prefix: cranes, host: cranes.db.internal, port: 5432, database: cranes, user: fivetran, password: a-database-password}
                """);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void comesBeforeAndGoesAfter() {
    workspace.succeed("apply", "--auto-approve");

    assertThat(collection("connections").findValuesAsText("external_secrets_manager_id"))
        .containsExactly(id("vault"));
    assertThat(writes()).containsSubsequence("POST managers", "POST connections");
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();

    lab.forget();
    gone("manifests/vault.yaml", "vault");
    gone("manifests/all.yaml", "cranes");
    workspace.succeed("apply", "--auto-approve", "--allow=delete");

    assertThat(writes()).containsExactly("DELETE connections", "DELETE managers");
  }

  @Test
  void whatIsUsedStaysAndItsUsersAreNamed() {
    workspace.succeed("apply", "--auto-approve");
    gone("manifests/vault.yaml", "vault");
    workspace.edit("manifests/all.yaml", "  external_secrets_manager: vault\n", "");

    Ran kept = workspace.run("plan", "--allow=delete");

    assertThat(kept.out())
        .contains("still in use by connector/cranes@port")
        .contains("1 blocked, 3 unchanged");

    workspace.edit(
        "manifests/all.yaml", "groups: [port]", "groups: [port]\n  external_secrets_manager: null");
    lab.forget();
    workspace.succeed("apply", "--auto-approve", "--allow=delete");
    assertThat(writes()).containsExactly("PATCH connections", "DELETE managers");
  }

  @Test
  void anotherTypeWaitsUntilNothingUsesIt() {
    workspace.succeed("apply", "--auto-approve");
    workspace.file(
        "manifests/vault.yaml",
        "kind: SecretsManager\nmetadata: {name: vault}\n"
            + "spec: {type: AWS_SECRET_MANAGER, config: {role_arn: arn}}\n");

    Ran used = workspace.run("plan", "--allow=replace");
    workspace.edit("manifests/all.yaml", "manager: vault", "manager: null");
    workspace.succeed("apply", "--auto-approve", "--target=connector/cranes@port");
    Ran free = workspace.run("apply", "--auto-approve", "--allow=replace");

    assertThat(used.out()).contains("still in use by connector/cranes@port").contains("1 blocked");
    assertThat(free.code()).as("%s", free).isZero();
    assertThat(collection("external_secrets_managers").findValuesAsText("type"))
        .containsExactly("AWS_SECRET_MANAGER");
    assertThat(workspace.succeed("outputs", "secrets-manager/vault").out())
        .contains("external_id")
        .contains("fivetran_" + id("vault"));
  }

  /// Its list is read once, whoever asks for it.
  @Test
  void documentGoesBeforeWhatIsOnlyCalledLikeIt() {
    ObjectNode account = lab.sandbox().control().account();
    ObjectNode managers = account.withObjectProperty("external_secrets_managers");
    managers.putObject("sly_marten").put("name", "vault");
    managers.putObject("old_badger").put("name", "old").put("type", "AWS_SECRET_MANAGER");
    lab.sandbox().control().replaceAccount(account);
    workspace.edit(
        "manifests/vault.yaml",
        "spec:\n  type: HASHICORP_VAULT\n  config:",
        "spec:\n  name: safe\n  type: HASHICORP_VAULT\n  config:");
    workspace.succeed("apply", "--auto-approve");

    assertThat(collection("connections").findValuesAsText("external_secrets_manager_id"))
        .containsExactly(id("safe"));

    lab.forget();
    workspace.edit("manifests/all.yaml", "manager: vault", "manager_id: old_badger");
    workspace.succeed("plan");
    assertThat(
            lab.sandbox().requests().stream()
                .filter(request -> request.path().equals("/v1/external-secrets-managers")))
        .hasSize(1);
    workspace.succeed("apply", "--auto-approve");
    assertThat(collection("connections").findValuesAsText("external_secrets_manager_id"))
        .containsExactly("old_badger");
  }

  /// What its type has not is refused offline, and a name that nothing has by the plan.
  @Test
  void whatIsWrittenWrongIsToldAtItsPlace() {
    workspace.edit("manifests/all.yaml", "manager: vault", "manager: vualt");

    Ran planned = workspace.run("plan");
    workspace.edit("manifests/vault.yaml", "role_id: r", "role_id: r, role_arn: arn");
    Ran checked = workspace.run("validate");

    assertThat(planned.code()).as("%s", planned).isEqualTo(65);
    assertThat(planned.err())
        .contains("all.yaml:13:")
        .contains("|   external_secrets_manager: vualt")
        .contains("did you mean 'vault'?");
    assertThat(checked.code()).as("%s", checked).isEqualTo(65);
    assertThat(checked.err())
        .contains("unknown field 'role_arn' in config of type 'HASHICORP_VAULT'");
  }

  /// A vault's keys are names: compared and shown, whatever field they are for.
  @Test
  void keysAreNoSecrets() {
    String keys = "  external_secrets_keys_config: {password: %s}\n  paused: true";
    workspace.edit("manifests/all.yaml", "  paused: true", keys.formatted("one"));
    assertThat(workspace.run("validate").err()).doesNotContain("external_secrets_keys_config");
    workspace.succeed("apply", "--auto-approve");

    workspace.edit("manifests/all.yaml", keys.formatted("one"), keys.formatted("two"));
    assertThat(workspace.run("plan").out())
        .containsPattern("external_secrets_keys_config.password +\"one\" → \"two\"");
    workspace.succeed("apply", "--auto-approve");
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  private void gone(String file, String name) {
    workspace.edit(file, "{name: " + name + "}", "{name: " + name + ", absent: true}");
  }

  private JsonNode collection(String name) {
    return lab.sandbox().control().account().path(name);
  }

  private String id(String name) {
    return collection("external_secrets_managers").properties().stream()
        .filter(each -> each.getValue().path("name").asText().equals(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private List<String> writes() {
    return lab.writes().stream()
        .map(write -> write.method() + " " + write.path().replaceFirst("/v1/", ""))
        .map(text -> text.replace("external-secrets-managers", "managers"))
        .map(text -> text.replaceFirst("/.*", ""))
        .toList();
  }
}
