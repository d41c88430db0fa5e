package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /// `domain` is a field of the service, so only the base tells that it is not new; nor is the
  /// secret that goes along with a login field.
  @ParameterizedTest
  @ValueSource(strings = {"domain", "domain api_token", "api_token"})
  void whatWasSaidAtTheBaseAlreadyIsSentWithoutSetupTests(String fields) throws Exception {
    workspace.edit("manifests/m.yaml", ", deckhand: jo", "");
    Repository.commit(folder);
    forgets(fields.split(" "));

    Ran plain = workspace.run("plan");
    Ran planned = workspace.run("plan", "--base", "HEAD");
    workspace.run("apply", "--base", "HEAD", "--auto-approve");

    assertThat(plain.out()).contains("runs setup tests").doesNotContain("not kept?");
    assertThat(planned.out())
        .contains("config." + fields.split(" ")[0], "not kept?")
        .doesNotContain("setup test ");
    assertThat(lab.writes())
        .singleElement()
        .satisfies(
            write -> assertThat(write.body().path("run_setup_tests").asBoolean(true)).isFalse());
  }

  @Test
  void whatChangedSinceTheBaseIsTested() throws Exception {
    workspace.edit("manifests/m.yaml", ", deckhand: jo", "");
    Repository.commit(folder);
    forgets("domain");
    workspace.edit("manifests/m.yaml", "domain: acme", "domain: acme2");

    Ran planned = workspace.run("plan", "--base", "HEAD");

    assertThat(planned.out()).contains("setup tests will run").doesNotContain("not kept?");
  }

  @Test
  void destinationsAreNoOthers() throws Exception {
    workspace.edit("manifests/m.yaml", ", deckhand: jo", "");
    workspace.edit("manifests/m.yaml", "database: RAW", "database: RAW, deckhand: jo");

    Ran planned = workspace.run("plan");
    lab.forget();
    workspace.run("apply", "--auto-approve");

    assertThat(planned.out()).contains("config.deckhand", "not kept?").doesNotContain("setup test");
    assertThat(lab.writes())
        .singleElement()
        .satisfies(
            write -> assertThat(write.body().path("run_setup_tests").asBoolean(true)).isFalse());
  }

  /// The account as if Fivetran had never kept these fields of the helpdesk.
  private void forgets(String... fields) {
    ObjectNode account = lab.sandbox().control().account();
    account
        .path("connections")
        .forEach(connection -> {
          if (connection.path("service").asText().equals("zendesk")) {
            ((ObjectNode) connection.path("config")).remove(List.of(fields));
          }
        });
    lab.sandbox().control().replaceAccount(account);
    lab.forget();
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
