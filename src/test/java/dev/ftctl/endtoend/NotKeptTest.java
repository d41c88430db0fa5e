package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A field that Fivetran takes, and does not have afterwards.
class NotKeptTest {

  private static final String MANIFEST =
      """
      kind: Group
      metadata: {name: quay}
      ---
      kind: Destination
      metadata: {name: quay}
      spec: {group: quay, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "0", config: {host: quay.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: a-password-of-ours}}
      ---
      kind: Connector
      metadata: {name: helpdesk}
      spec:
        service: zendesk
        groups: [quay]
        paused: true
        config: {schema: helpdesk, domain: acme, email: bot@acme.example, api_token: a-token-of-ours, deckhand: jo}
      ---
      kind: Connector
      metadata: {name: ads}
      spec: {service: stripe, groups: [quay], paused: true, config: {schema: ads, api_key: a-key-of-ours}}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;
  private Ran first;

  @BeforeEach
  void apply() {
    workspace = new Workspace(folder).file("manifests/m.yaml", MANIFEST).reaching(lab.sandbox());
    first = workspace.run("apply", "--auto-approve");
    lab.forget();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void isNamedByTheApplyWithItsPlaceAndTheCure() {
    assertThat(first.out())
        .contains("Read back: not all is as the manifests say:")
        .contains("connector/helpdesk@quay: Fivetran did not keep config.deckhand")
        .contains("at manifests/m.yaml:14:")
        .contains("`ignore:`");
  }

  @Test
  void isToldByThePlanAndSentWithoutSetupTests() {
    Ran planned = workspace.run("plan");
    workspace.run("apply", "--auto-approve");

    assertThat(planned.out()).contains("config.deckhand", "not kept?");
    assertThat(lab.writes())
        .singleElement()
        .satisfies(
            write -> assertThat(write.body().path("run_setup_tests").asBoolean(true)).isFalse());
  }

  /// The plan says what the apply ends with.
  @Test
  void planThatLeavesOutWhatIsBlockedSaysWhatTheApplyWould() {
    workspace.edit("manifests/m.yaml", "service: stripe", "service: shopify");
    Ran planned = workspace.run("plan", "--skip-blocked");
    Ran applied = workspace.run("apply", "--skip-blocked", "--auto-approve");

    assertThat(planned.code()).as("%s", planned).isEqualTo(5);
    assertThat(applied.code()).as("%s", applied).isEqualTo(5);
    assertThat(workspace.run("plan").code()).isEqualTo(4);
  }

  @Test
  void planThatLeavesOutEverythingIsBlocked() {
    workspace.edit("manifests/m.yaml", ", deckhand: jo", "");
    workspace.edit("manifests/m.yaml", "service: stripe", "service: shopify");

    assertThat(workspace.run("plan", "--skip-blocked").code()).isEqualTo(4);
  }
}
