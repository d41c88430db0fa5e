package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What Fivetran writes into a destination that goes through a private link is no difference, and
/// is told.
class BehindLinkTest {

  private static final String FILE = "manifests/lake.yaml";

  private static final String LAKE =
      """
      kind: Group
      metadata: {name: lake}
      ---
      kind: Destination
      metadata: {name: lake}
      spec:
        group: lake
        service: databricks
        region: AZURE_EASTUS
        time_zone_offset: "0"
        networking_method: PrivateLink
        private_link: quay
        config: {catalog: main, server_host_name: adb-1.azuredatabricks.net, port: 443, http_path: sql/1, cloud_provider: AZURE, auth_type: PERSONAL_ACCESS_TOKEN, personal_access_token: a-long-token}
      """;

  private static final String WAREHOUSE =
      """
      kind: Group
      metadata: {name: lake}
      ---
      kind: Destination
      metadata: {name: lake}
      spec:
        group: lake
        service: redshift
        region: AWS_US_EAST_1
        time_zone_offset: "0"
        networking_method: PrivateLink
        private_link: quay
        config: {host: red.acme.internal, port: 5439, database: d, user: u, auth_type: PASSWORD, password: a-long-password}
      """;

  @TempDir Path folder;
  private LinkCase links;

  @BeforeEach
  void makeALinkAndWhatGoesThroughIt() {
    links = new LinkCase(folder).link("quay");
    links.account("families", "private-links", "{'rewrites': true}");
    links.workspace.succeed("apply", "--auto-approve");
  }

  @AfterEach
  void close() {
    links.close();
  }

  @ParameterizedTest
  @CsvSource({"databricks, server_host_name", "redshift, host"})
  void isNoDifferenceAndTold(String service, String field) {
    links.workspace.file(FILE, service.equals("databricks") ? LAKE : WAREHOUSE);
    Ran applied = links.workspace.succeed("apply", "--auto-approve", "--run-setup-tests=never");
    links.writes();

    Ran planned = links.workspace.run("plan", "--detailed-exitcode", "--run-setup-tests=never");
    Ran again = links.workspace.run("apply", "--auto-approve", "--run-setup-tests=never");
    Ran drift = links.workspace.run("drift");

    assertThat(applied.out()).contains("are as the manifests say");
    assertThat(planned.code()).as("%s", planned).isZero();
    assertThat(planned.out())
        .contains("config." + field + " is \"" + host() + "\" there, by its private link");
    assertThat(again.code()).isZero();
    assertThat(links.writes()).isEmpty();
    assertThat(drift.out()).contains("0 breaking");
    assertThat(links.workspace.run("outputs", "destination/lake").out())
        .containsPattern("(?m)^  " + field + " +" + host() + "$");
  }

  /// Also where no manifest says which way it goes.
  @Test
  void isNoDifferenceWhereAnotherChoseTheLink() {
    links.workspace.file(FILE, LAKE).succeed("apply", "--auto-approve");
    links.workspace.edit(FILE, "  networking_method: PrivateLink\n  private_link: quay\n", "");

    assertThat(links.workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  /// What is not the link's is somebody's.
  @Test
  void hostThatIsNotTheLinksIsADifference() {
    links.workspace.file(FILE, WAREHOUSE).succeed("apply", "--auto-approve");
    String lake =
        links.lab.sandbox().control().account().path("destinations").properties().stream()
            .filter(one -> one.getValue().path("service").asText().equals("redshift"))
            .findFirst()
            .orElseThrow()
            .getKey();
    links.account("destinations", lake, "{'config': {'host': 'elsewhere.acme.internal'}}");

    assertThat(links.workspace.run("plan").changes())
        .anyMatch(line ->
            line.startsWith("config.host \"elsewhere.acme.internal\" → \"red.acme.internal\""));
  }

  /// Then what is Fivetran's can be told from what somebody has edited.
  @Test
  void whatIsSaidOtherwiseThanAtTheBaseIsSent() throws Exception {
    links.workspace.file(FILE, WAREHOUSE).succeed("apply", "--auto-approve");
    Repository.commit(folder);

    Ran same = links.workspace.run("plan", "--base=HEAD", "--detailed-exitcode");
    links.workspace.edit(FILE, "red.acme.internal", "blue.acme.internal");
    Ran edited = links.workspace.run("plan", "--base=HEAD");
    links.writes();
    Ran applied = links.workspace.succeed("apply", "--base=HEAD", "--auto-approve");

    assertThat(same.code()).isZero();
    assertThat(same.out()).doesNotContain("by its private link");
    assertThat(edited.changes()).anyMatch(line -> line.startsWith("config.host "));
    assertThat(links.writes()).containsExactly("PATCH destinations");
    assertThat(applied.out()).contains("is as the manifests say");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "networking_method: Directly\n  private_link: null",
        "networking_method: PrivateLink\n  private_link: dock",
      })
  void anotherWaySendsTheAddressAgain(String way) {
    links.link("dock").workspace.file(FILE, LAKE).succeed("apply", "--auto-approve");
    links.workspace.edit(FILE, "networking_method: PrivateLink\n  private_link: quay", way);

    assertThat(links.workspace.run("plan").changes())
        .anyMatch(line -> line.startsWith("config.server_host_name "))
        .anyMatch(line -> line.startsWith("config.cloud_provider "));
  }

  private String host() {
    return links.links().properties().iterator().next().getValue().path("host").asText();
  }
}
