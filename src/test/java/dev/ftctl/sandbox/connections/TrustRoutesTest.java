package dev.ftctl.sandbox.connections;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrustRoutesTest {
  private final SandboxCase fixture = new SandboxCase();
  private final ApiClient api = fixture.api;
  private String path = "";

  @BeforeEach
  void aConnectionThroughATunnel() {
    var group = api.post("/groups", json("{'name':'Prod'}")).data().path("id").asText();
    api.post(
        "/destinations",
        json("{'group_id':'" + group + "','service':'clickhouse','time_zone_offset':'0'}"));
    var created =
        api.post(
            "/connections",
            json(
                "{'group_id':'%s','service':'postgres','run_setup_tests':false,'config':{'schema_prefix':'p','host':'h','user':'u','password':'x','tunnel_host':'t','tunnel_port':22,'tunnel_user':'u'}}"
                    .formatted(group)));
    path = "/connections/" + created.data().path("id").asText();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void failsTheTestsUntilTheTunnelsFingerprintIsApproved() {
    var failed = api.post(path + "/test", "{}");
    var item = failed.data().path("setup_tests").get(0);
    var hash = item.path("details").path("hash").asText();
    var approved =
        api.post(
            path + "/fingerprints",
            json("{'hash':'%s','public_key':'ssh-rsa AAAA'}".formatted(hash)));
    var passed = api.post(path + "/test", "{}");

    assertThat(item.path("title").asText()).isEqualTo("SSH Tunnel Connection");
    assertThat(item.path("status").asText()).isEqualTo("FAILED");
    assertThat(failed.data().path("status").path("setup_state").asText()).isEqualTo("incomplete");
    assertThat(approved.line()).isEqualTo("201 Success: The fingerprint has been approved.");
    assertThat(approved.data().path("validated_by").asText()).isEqualTo("Sandbox Owner");
    assertThat(passed.data().path("status").path("setup_state").asText()).isEqualTo("connected");
  }

  /// Manifests of trials pin it.
  @Test
  void showsTheSameKeyOfATunnelForEver() {
    api.patch(
        path, json("{'config':{'tunnel_host':'bastion.example.com'},'run_setup_tests':false}"));
    var item = api.post(path + "/test", "{}").data().path("setup_tests").get(0);

    assertThat(item.path("details").path("hash").asText())
        .isEqualTo("yIGqfsIUlUALGhNVKki20E7KZ3Mv0FdTut4ePpvalnM");
  }

  @Test
  void approvesWhatItFindsWhenToldToTrust() {
    var trusted = api.post(path + "/test", json("{'trust_fingerprints':true}"));

    assertThat(trusted.data().path("status").path("setup_state").asText()).isEqualTo("connected");
    assertThat(api.get(path + "/fingerprints").data().path("items")).hasSize(1);
  }

  @Test
  void findsAndRevokesByHashAndById() {
    api.post(path + "/certificates", json("{'hash':'a+/b','encoded_cert':'TUlJ'}"));
    var id = path + "/certificates/YSsvYg";

    assertThat(api.get(id).line())
        .isEqualTo("200 Success: Connection certificate details retrieved successfully");
    assertThat(api.get(path + "/certificates/a%2B%2Fb").data()).isEqualTo(api.get(id).data());
    assertThat(api.get(id).raw().body()).doesNotContain("TUlJ");
    assertThat(api.get(path + "/certificates").line())
        .isEqualTo("200 Success: Connection certificates retrieved successfully");
    assertThat(api.delete(id).message())
        .startsWith("Certificate 'YSsvYg' has been revoked for connection '");
    assertThat(api.get(id).line()).startsWith("404 NotFound: ");
  }

  @Test
  void showsARealCertificateAndListsItsSubject() throws GeneralSecurityException {
    api.patch(path, json("{'config':{'host':'selfsigned.example.com'},'run_setup_tests':false}"));
    var item = api.post(path + "/test", "{}").data().path("setup_tests").get(1);
    var offered = item.path("details").get(0);
    var encoded = Base64.getDecoder().decode(offered.path("encoded_cert").asText());
    var certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(encoded));
    certificate.verify(certificate.getPublicKey());
    assertThat(offered.path("sha256").asText())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded)));

    api.post(path + "/test", json("{'trust_certificates':true}"));

    var listed = api.get(path + "/certificates").data().path("items").get(0);
    assertThat(listed.path("name").asText()).isEqualTo("CN=selfsigned.example.com");
    assertThat(listed.path("hash")).isEqualTo(offered.path("hash"));
    assertThat(listed.path("sha256")).isEqualTo(offered.path("sha256"));
  }

  @Test
  void approvesInTheOlderWayWhatTheBodyNames() {
    var of = "'connection_id':'" + path.substring("/connections/".length()) + "'";
    assertThat(api.post("/certificates", json("{'hash':'a','encoded_cert':'TUlJ'," + of + "}")))
        .satisfies(approved -> {
          assertThat(approved.line()).isEqualTo("200 Success: The certificate has been approved.");
          assertThat(approved.json().has("data")).isFalse();
        });
    assertThat(api.get(path + "/certificates").data().at("/items/0/hash").asText()).isEqualTo("a");

    assertThat(api.post("/certificates", json("{'hash':'a','encoded_cert':'TUlJ'}")).line())
        .isEqualTo("400 InvalidInput: Field 'connection_id' or 'destination_id' is required");
    assertThat(api.post("/certificates", json("{'hash':'a'," + of + "}")).line())
        .isEqualTo("400 InvalidInput: Field 'encoded_cert' is required");
    assertThat(
            api.post(
                    "/certificates",
                    json("{'hash':'a','encoded_cert':'TUlJ','destination_id':'x_y'}"))
                .line())
        .startsWith("404 NotFound_Destination");
  }

  @Test
  void needsHashAndKey() {
    assertThat(api.post(path + "/certificates", json("{'hash':'a'}")).line())
        .isEqualTo("400 InvalidInput: Field 'encoded_cert' is required");
    assertThat(api.post(path + "/fingerprints", json("{'public_key':'a'}")).line())
        .isEqualTo("400 InvalidInput: Field 'hash' is required");
    assertThat(api.get("/destinations/x_y/certificates").line())
        .startsWith("404 NotFound_Destination");
  }
}
