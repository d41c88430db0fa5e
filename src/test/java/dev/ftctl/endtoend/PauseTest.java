package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Connections are paused and resumed by whatever a user calls them.
class PauseTest {

  private static final String COMPANY =
      """
      kind: Group
      metadata: {name: prod}
      ---
      kind: Group
      metadata: {name: dev}
      ---
      kind: Destination
      for_each: [prod, dev]
      metadata: {name: "${each.value}"}
      spec: {group: "${each.value}", service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: acme.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: harmless1}}
      ---
      kind: Connector
      metadata: {name: billing, labels: {team: money}}
      spec: {service: stripe, groups: [prod, dev], paused: false, config: {schema: stripe_raw, api_key: harmless1}}
      ---
      kind: Connector
      metadata: {name: crm}
      spec: {service: hubspot, groups: [prod], paused: false, config: {schema: hub}}
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
  void oneByItsAddressNeedsNoQuestion() {
    Ran ran = workspace.succeed("pause", "connector/billing@prod");

    assertThat(ran.out()).isEqualTo("connector/billing@prod: paused\n");
    assertThat(bodies()).containsExactly("{\"paused\":true}");
    lab.forget();
    assertThat(workspace.succeed("pause", "connector/billing@prod").out())
        .isEqualTo("connector/billing@prod: is paused already\n");
    assertThat(bodies()).isEmpty();
    assertThat(workspace.succeed("resume", "connection/billing@prod").out())
        .isEqualTo("connector/billing@prod: resumed\n");
  }

  @Test
  void idAndLiveNameMeanIt() {
    String id = idOfCrm();

    assertThat(workspace.succeed("pause", id).out()).isEqualTo("connector/crm@prod: paused\n");
    assertThat(workspace.succeed("resume", "hub").out()).isEqualTo("connector/crm@prod: resumed\n");
  }

  @Test
  void liveNameOfSeveralDocumentsIsAmbiguous() {
    workspace.edit("manifests/all.yaml", "groups: [prod, dev]", "groups: [prod]");

    Ran ran = workspace.run("pause", "stripe_raw");

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err())
        .contains("stripe_raw may mean 2 objects")
        .contains("connector/billing@prod (id ")
        .contains("connector/stripe_raw@dev (id ");
    assertThat(bodies()).isEmpty();
  }

  @Test
  void severalNeedAYes() {
    for (List<String> many :
        List.of(List.of("connector/*"), List.of("billing"), List.of("-l", "team=money"))) {
      var arguments = new java.util.ArrayList<>(many);
      arguments.addFirst("pause");
      Ran refused = workspace.run(arguments.toArray(String[]::new));

      assertThat(refused.code()).as("%s", refused).isEqualTo(4);
      assertThat(refused.err()).contains("--yes");
      assertThat(bodies()).isEmpty();
    }
    Ran done = workspace.succeed("pause", "billing", "--yes");
    assertThat(done.err()).contains("2 done, 0 needed nothing, 0 failed.");
    assertThat(bodies()).hasSize(2);
  }

  @Test
  void wrongNameIsToldTheNearest() {
    Ran ran = workspace.run("pause", "connector/biling@prod");

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains("did you mean 'connector/billing@prod'?");
    assertThat(workspace.run("pause", "group/prod").err())
        .contains("group/prod is of the kind group, and this command is about connector");
    assertThat(workspace.run("pause").code()).isEqualTo(64);
  }

  @Test
  void brokenManifestsStopNoIdAndEveryName() {
    String id = idOfCrm();
    workspace.file("manifests/more.yaml", "kind: Nonsense\n");

    assertThat(workspace.run("pause", "connector/crm@prod").code()).isEqualTo(65);
    assertThat(bodies()).isEmpty();
    assertThat(workspace.succeed("pause", id).out()).contains(": paused\n");
  }

  @Test
  void jsonIsOneDocument() {
    Ran ran = workspace.succeed("pause", "connector/billing", "--yes", "--format", "json");

    assertThat(ran.out())
        .contains("\"address\" : \"connector/billing@dev\"")
        .contains("\"result\" : \"done\"")
        .endsWith("\"exit_code\" : 0\n}\n");
  }

  private List<String> bodies() {
    return lab.writes().stream().map(request -> request.body().toString()).toList();
  }

  /// As the JSON of a verb tells it.
  private String idOfCrm() {
    Ran ran = workspace.succeed("resume", "connector/crm@prod", "--format", "json");
    lab.forget();
    return ran.out().replaceAll("(?s).*\"id\" : \"([a-z_]+)\".*", "$1");
  }
}
