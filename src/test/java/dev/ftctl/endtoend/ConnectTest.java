package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A link for the person whom a connection waits for, and for nobody else.
class ConnectTest {

  private static final String COMPANY =
      """
      kind: Group
      metadata: {name: prod}
      ---
      kind: Destination
      metadata: {name: prod}
      spec:
        group: prod
        service: snowflake
        region: GCP_US_EAST4
        time_zone_offset: "-5"
        config: {host: acme.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: "${env:X:-harmless}"}
      ---
      kind: Connector
      metadata: {name: crm}
      spec: {service: salesforce, groups: [prod], paused: false, config: {schema: crm}}
      ---
      kind: Connector
      metadata: {name: billing}
      spec: {service: stripe, groups: [prod], paused: false, config: {schema: billing, api_key: "${env:X:-harmless}"}}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void applyTheCompany() {
    workspace = new Workspace(folder).reaching(lab.sandbox()).file("manifests/all.yaml", COMPANY);
    Ran applied = workspace.succeed("apply", "--auto-approve");
    assertThat(applied.out()).contains("ftctl connect connector/crm@prod");
    lab.forget();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void linkIsPrintedOnATerminal() {
    Ran ran = workspace.runOnTerminal("connect", "connector/crm@prod");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.out())
        .startsWith("https://fivetran.com/connect-card/setup?auth=")
        .endsWith("\n");
    assertThat(ran.err()).contains("give it to nobody else");
    assertThat(lab.writes()).hasSize(1);
    assertThat(lab.writes().getFirst().path()).endsWith("/connect-card");
    assertThat(lab.writes().getFirst().body().toString())
        .contains("https://fivetran.com/dashboard");
  }

  @Test
  void documentOfOneGroupNeedsNoGroup() {
    assertThat(workspace.runOnTerminal("connect", "connector/crm").code()).isZero();
  }

  @Test
  void tokenIsNeverWrittenIntoAFileOrCi() {
    Ran ran = workspace.run("connect", "connector/crm@prod");

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("the link is a token").contains("on a terminal");
    assertThat(lab.sandbox().requests()).isEmpty();
  }

  @Test
  void connectedOneWaitsForNobody() {
    Ran ran = workspace.runOnTerminal("connect", "connector/billing@prod");

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains("connector/billing@prod is connected: it waits for nobody");
    assertThat(lab.writes()).isEmpty();
  }

  @Test
  void misspeltAddressIsToldTheNearest() {
    Ran ran = workspace.runOnTerminal("connect", "connector/crn@prod");

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains("connector/crm@prod");
  }

  @Test
  void otherThingsAreNoConnections() {
    Ran ran = workspace.runOnTerminal("connect", "group/prod");

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains("group/prod is no connection");
  }

  @Test
  void whatIsNotThereYetIsSaid() {
    workspace.file(
        "manifests/more.yaml",
        """
        kind: Connector
        metadata: {name: fresh}
        spec: {service: salesforce, groups: [prod], paused: false, config: {schema: fresh}}
        """);

    Ran ran = workspace.runOnTerminal("connect", "connector/fresh@prod");

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains("is not in the account yet").contains("ftctl apply");
  }
}
