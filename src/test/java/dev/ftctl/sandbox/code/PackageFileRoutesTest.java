package dev.ftctl.sandbox.code;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageFileRoutesTest {
  private static final String ALL = "/connector-sdk/packages";

  private final SandboxCase fixture = new SandboxCase();
  private final ApiClient api = fixture.api;

  @BeforeEach
  void seed() {
    fixture.group("prod");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void keepsTheBytesAndTellsTheirHash() throws Exception {
    var zip = zip("connector.py", "print('\r\n--ftctl\r\n')");
    var created = api.upload("POST", ALL, "file", zip);
    assertThat(created.line()).isEqualTo("201 Success: Package created successfully");
    assertThat(created.data().path("file_sha256_hash").asText()).isEqualTo(sha256(zip));
    assertThat(created.data().path("connection_id").isNull()).isTrue();
    assertThat(created.data().path("created_by").asText()).isEqualTo(fixture.owner());
    var path = ALL + "/" + created.data().path("id").asText();
    assertThat(download(path)).isEqualTo(zip);
    assertThat(fixture.sandbox.requests().toString()).contains("(a file)").doesNotContain("print");
    assertThat(api.get(path).data()).isEqualTo(created.data());
    assertThat(api.get(ALL).data().at("/items/0")).isEqualTo(created.data());

    var other = zip("connector.py", "pass");
    var changed = api.upload("PATCH", path, "file", other);
    assertThat(changed.line()).isEqualTo("200 Success: Package updated successfully");
    assertThat(changed.data().path("file_sha256_hash").asText()).isEqualTo(sha256(other));
    assertThat(download(path)).isEqualTo(other);

    assertThat(api.delete(path).line()).isEqualTo("200 Success: Package deleted successfully");
    assertThat(api.get(path).line()).startsWith("404 NotFound_ConnectorSdkPackage: ");
    assertThat(api.get(path + "/download").status()).isEqualTo(404);
  }

  @Test
  void belongsToOneConnectionAndStaysWithIt() throws Exception {
    var zip = zip("connector.py", "pass");
    var id = api.upload("POST", ALL, "file", zip).data().path("id").asText();
    var connection = connection("one", id);
    assertThat(connection.status()).isEqualTo(201);
    assertThat(api.get(ALL + "/" + id).data().path("connection_id"))
        .isEqualTo(connection.data().path("id"));

    var taken =
        "400 InvalidInput: Package with id '"
            + id
            + "' is associated with connection '"
            + connection.data().path("id").asText()
            + "'";
    assertThat(connection("two", id).line()).isEqualTo(taken);
    var second = connection("two", "not_here").data().path("id").asText();
    assertThat(
            api.patch("/connections/" + second, json("{'config':{'package_id':'" + id + "'}}"))
                .line())
        .isEqualTo(taken);
    assertThat(api.delete(ALL + "/" + id).line())
        .isEqualTo("403 Forbidden: Package is associated with a connection and cannot be deleted");
    api.delete("/connections/" + connection.data().path("id").asText());
    assertThat(api.delete(ALL + "/" + id).status()).isEqualTo(200);
  }

  @Test
  void othersChangeItOnlyAsAdministrators() throws Exception {
    fixture.plant("connector_sdk_packages", "pkg", json("{'created_by':'somebody'}"));
    var zip = zip("connector.py", "pass");
    var owner = fixture.owner();
    role(owner, "Account Reviewer");
    assertThat(api.upload("PATCH", ALL + "/pkg", "file", zip).line())
        .isEqualTo("403 Forbidden: User is not the package owner or an account administrator");

    role(owner, "Account Administrator");
    assertThat(api.upload("PATCH", ALL + "/pkg", "file", zip).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "file, no zip, 400 InvalidInput: Invalid package file: it is no ZIP file",
    "file, '', 400 InvalidInput: Invalid package file: it is no ZIP file",
    "code, no zip, 400 InvalidInput: Field 'file' is required",
  })
  void refusesWhatIsNoPackage(String part, String content, String refusal) {
    assertThat(
            api.upload("POST", ALL, part, content.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .line())
        .isEqualTo(refusal.replace("`", "'"));
  }

  @Test
  void takesFormsOnly() {
    assertThat(api.post(ALL, "{}").line())
        .isEqualTo("415 UnsupportedMediaType: HTTP 415 Unsupported Media Type");
    assertThat(api.post(ALL, "").line()).startsWith("400 InvalidInput: ");
  }

  private ApiClient.Answer connection(String schema, String id) {
    return api.post(
        "/connections",
        json(
            "{'group_id':'prod','service':'connector_sdk','run_setup_tests':false,"
                + "'config':{'schema':'"
                + schema
                + "','package_id':'"
                + id
                + "'}}"));
  }

  private void role(String user, String role) {
    var patch = json("{'users':{'" + user + "':{'role':'" + role + "'}}}");
    assertThat(api.patch("/_sandbox/account", patch).status()).isEqualTo(200);
  }

  private byte[] download(String path) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(fixture.sandbox.url() + "/v1" + path + "/download"))
            .header("Authorization", ApiClient.basic("sandbox_key", "sandbox_secret"))
            .header("Accept", "application/octet-stream")
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
      return answer.body();
    }
  }

  private static byte[] zip(String name, String content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
