package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keys that setup tests meet are approved when the manifest pins them, and only then.
class TrustedTest {

  private static final Pattern HASH = Pattern.compile("SHA256:([A-Za-z0-9+/]{43})");
  private static final String SOMEBODY_ELSES = "A".repeat(43);

  private static final String MANIFESTS =
      """
      kind: Group
      metadata: {name: prod}
      ---
      kind: Destination
      metadata: {name: prod}
      spec:
        group: prod
        service: postgres_warehouse
        region: GCP_US_EAST4
        time_zone_offset: "0"
        config: {host: warehouse.acme.example, port: 5432, database: dw, user: ftctl, password: "${env:PASSWORD}"%s}
        trusted: {fingerprints: [%s]}
      ---
      kind: Connector
      metadata: {name: orders}
      spec:
        service: postgres
        groups: [prod]
        paused: false
        config:
          schema_prefix: orders
          host: selfsigned.acme.example
          port: 5432
          database: shop
          user: ftctl
          password: ${env:PASSWORD}
          tunnel_host: jump.acme.example
          tunnel_port: 22
          tunnel_user: ftctl
        trusted:
          certificates: [%s]
          fingerprints: [%s]
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void reach() {
    workspace = new Workspace(folder).reaching(lab.sandbox()).with("PASSWORD", "pw");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void whatNobodyPinnedStaysUntrustedAndIsNamed() {
    write("", "", "", "SHA256:" + SOMEBODY_ELSES);

    Ran applied = workspace.run("apply", "--auto-approve");

    assertThat(applied.code()).as("%s", applied).isEqualTo(5);
    assertThat(applied.out())
        .contains("pin it under trusted.certificates")
        .contains("pin it under trusted.fingerprints");
    assertThat(lab.writes()).noneMatch(write -> isApproval(write.path()));
    assertThat(connection().path("paused").asBoolean()).isTrue();
  }

  @Test
  void pinnedKeysAreApprovedAndTheConnectionSyncs() {
    write("", "", "", "");
    String out = workspace.run("apply", "--auto-approve").out();
    write("", "", hash(out, "Certificate"), "SHA256:" + hash(out, "SSH Tunnel"));
    lab.forget();

    workspace.succeed("apply", "--auto-approve");

    assertThat(lab.writes().stream().filter(write -> isApproval(write.path()))).hasSize(2);
    assertThat(connection().path("paused").asBoolean()).isFalse();
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void destinationsPinToo() {
    String tunnel =
        ", connection_type: SshTunnel, tunnel_host: jump, tunnel_port: 22, tunnel_user: u";
    write(tunnel, "", "", "");
    Ran refused = workspace.run("apply", "--auto-approve");
    String jump = hash(refused.out(), "SSH Tunnel");
    write(tunnel, jump, "", "");
    lab.forget();

    workspace.run("apply", "--auto-approve");

    assertThat(refused.code()).isEqualTo(5);
    assertThat(lab.writes())
        .anyMatch(write -> write.path().contains("/destinations/") && isApproval(write.path()));
    assertThat(lab.sandbox().control().account().path("destinations").toString())
        .contains("\"setup_status\":\"connected\"");
  }

  @Test
  void pinThatIsNoHashIsAnErrorAtItsPlace() {
    write("", "", "", "ssh-rsa");

    Ran refused = workspace.run("validate");

    assertThat(refused.code()).isEqualTo(65);
    assertThat(refused.toString()).containsPattern("all\\.yaml:\\d+:\\d+.*'ssh-rsa' is no SHA-256");
  }

  private com.fasterxml.jackson.databind.JsonNode connection() {
    return lab.sandbox().control().account().path("connections").elements().next();
  }

  private void write(String tunnel, String ofDestination, String certificate, String fingerprint) {
    workspace.file(
        "manifests/all.yaml", MANIFESTS.formatted(tunnel, ofDestination, certificate, fingerprint));
  }

  private static String hash(String said, String title) {
    Matcher found = HASH.matcher(said.substring(said.indexOf(title)));
    assertThat(found.find()).as(said).isTrue();
    return found.group(1);
  }

  private static boolean isApproval(String path) {
    return path.endsWith("/certificates") || path.endsWith("/fingerprints");
  }
}
