package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What others have to know of an account, for people, programs and shells.
class OutputsTest {

  private static final String COMPANY =
      """
      kind: Group
      for_each: [prod, dev]
      metadata: {name: "team-${each.value}"}
      spec: {name: "${each.value}"}
      ---
      kind: Destination
      for_each: [prod, dev]
      metadata: {name: "warehouse_${each.value}"}
      spec: {group: "team-${each.value}", service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: acme.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: harmless1}}
      ---
      kind: Connector
      metadata: {name: billing, labels: {team: money}}
      spec: {service: stripe, groups: [team-prod, team-dev], paused: true, config: {schema: stripe_raw, api_key: harmless1}}
      ---
      kind: Webhook
      metadata: {name: pager}
      spec: {url: "https://hooks.example.com/tok3n", events: [sync_end], active: true, secret: harmless1}
      ---
      kind: User
      metadata: {name: ana@example.com}
      spec: {given_name: Ana, family_name: Ruiz, role: Account Reviewer}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void applyTheCompany() {
    workspace = new Workspace(folder).reaching(lab.sandbox()).file("manifests/all.yaml", COMPANY);
    workspace.succeed("apply", "--auto-approve");
    lab.forget();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void groupTellsWhatTheOtherSideLetsIn() {
    Ran ran = workspace.succeed("outputs", "group/team-prod");

    String id = id("groups", "prod");
    assertThat(ran.out())
        .matches(
            "group/team-prod\n"
                + ("  id {15}" + id + "\n")
                + "  ssh_public_key {3}ssh-rsa \\S+ fivetran user key\n"
                + "  service_account {2}g-\\S+@\\S+\\.iam\\.gserviceaccount\\.com\n");
    assertThat(paths())
        .containsExactlyInAnyOrder(
            "/account/info",
            "/groups",
            "/groups/" + id + "/public-key",
            "/groups/" + id + "/service-account");
  }

  @Test
  void everythingIsThereAndNothingSecret() {
    Ran ran = workspace.succeed("outputs", "--format", "json");

    List<String> addresses = ran.json().path("items").findValuesAsText("address");
    assertThat(addresses)
        .contains(
            "connector/billing@team-dev",
            "connector/billing@team-prod",
            "destination/warehouse_prod",
            "group/team-dev",
            "group/team-prod",
            "user/ana@example.com",
            "webhook/pager")
        .isSorted();
    assertThat(ran.json().at("/items/0/schema").asText()).isEqualTo("stripe_raw");
    assertThat(ran.json().at("/items/0/group_id").asText()).isEqualTo(id("groups", "dev"));
    assertThat(ran.all()).doesNotContain("harmless").doesNotContain("tok3n").doesNotContain("***");
    assertThat(lab.writes()).isEmpty();
  }

  @Test
  void onlyTheKindsThatAreNamedAreListed() {
    workspace.succeed("outputs", "connector/billing");

    assertThat(paths()).containsExactlyInAnyOrder("/account/info", "/groups", "/connections");
  }

  @Test
  void whatNoManifestDescribesGoesByItsLiveAddress() {
    workspace.file("manifests/all.yaml", "kind: Group\nmetadata: {name: other}\n");

    String out = workspace.succeed("outputs", "stripe_raw@dev", "group/dev").out();

    assertThat(out).contains("connector/stripe_raw@dev\n").contains("group/dev\n");
  }

  @Test
  void selectionIsThatOfOtherVerbs() {
    assertThat(workspace.succeed("outputs", "-l", "team=money").out())
        .contains("connector/billing@team-prod")
        .doesNotContain("group/");
    assertThat(workspace.succeed("outputs", "--group", "team-prod").out())
        .contains("group/team-prod", "destination/warehouse_prod", "connector/billing@team-prod")
        .doesNotContain("team-dev");
    assertThat(workspace.run("outputs", "group/team-pord").err())
        .contains("did you mean 'group/team-prod'?");
    assertThat(workspace.run("outputs", "schema-settings/billing").code()).isEqualTo(64);
  }

  @Test
  void variablesAreTakenByAShell() throws IOException, InterruptedException {
    Ran ran = workspace.succeed("outputs", "--format", "dotenv");

    workspace.file("outputs.env", ran.out());
    Process shell =
        new ProcessBuilder(
                "sh",
                "-eu",
                "-c",
                ". ./outputs.env; echo \"$GROUP_TEAM_PROD_ID|$GROUP_TEAM_PROD_SSH_PUBLIC_KEY\"")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(said).isZero();
    assertThat(said).matches(id("groups", "prod") + "\\|ssh-rsa \\S+ fivetran user key\n");
    assertThat(ran.out().lines()).allMatch(line -> line.matches("[A-Z][A-Z0-9_]*=.+"));
    assertThat(workspace.succeed("outputs", "--format", "dotenv").out()).isEqualTo(ran.out());
  }

  @Test
  void namesThatTwoWouldShareBearTheirIds() {
    lab.sandbox()
        .control()
        .mergeAccount(
            SyncingCompany.json(
                "{'groups':{'one_id':{'id':'one_id','name':'a-b'},"
                    + "'two_id':{'id':'two_id','name':'A_B\\n=x; rm'}, "
                    + "'six_id':{'id':'six_id','name':'a b'}}}"));

    Ran ran = workspace.succeed("outputs", "one_id", "six_id", "two_id", "--format", "dotenv");

    assertThat(ran.out())
        .contains("GROUP_A_B_ONE_ID_ID=one_id\n", "GROUP_A_B_SIX_ID_ID=six_id\n")
        .contains("GROUP_A_B_X_RM_ID=two_id\n");
    assertThat(ran.err()).contains("bear their ids: group/a%20b, group/a-b");
  }

  @Test
  void failedCallPrintsNothingThatSomebodyCountsOn() {
    lab.sandbox()
        .control()
        .faults(
            SyncingCompany.json(
                "[{'match':{'path':'/groups/[a-z_]+/service-account$'},'then':{'status':403,"
                    + "'body':{'code':'Forbidden','message':'no'}}}]"));

    Ran ran = workspace.run("outputs", "--format", "dotenv");

    assertThat(ran.code()).as("%s", ran).isEqualTo(77);
    assertThat(ran.out().lines()).isNotEmpty().allMatch(line -> line.startsWith("#"));
  }

  private List<String> paths() {
    return lab.sandbox().requests().stream()
        .map(RequestRecord::path)
        .map(path -> path.replaceFirst("^/v1", ""))
        .toList();
  }

  private String id(String collection, String name) {
    for (var each : lab.sandbox().control().account().path(collection)) {
      if (each.path("name").asText().equals(name)) {
        return each.path("id").asText();
      }
    }
    throw new AssertionError(name);
  }
}
