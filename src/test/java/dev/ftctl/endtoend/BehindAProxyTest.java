package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.QuickSleeper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The roads to the API that a company's network leaves: through a proxy, with certificates of
/// authorities of its own. What closes one is told with what to set.
class BehindAProxyTest {

  private static final String KEY =
      "Basic "
          + Base64.getEncoder()
              .encodeToString("a-key:an-api-secret".getBytes(StandardCharsets.UTF_8));

  @TempDir Path folder;
  private SecureAccount account;
  private ConnectProxy proxy;

  @BeforeEach
  void open() throws Exception {
    account = new SecureAccount("server");
    proxy = new ConnectProxy(account.port(), "");
  }

  @AfterEach
  void close() throws Exception {
    proxy.close();
    account.close();
  }

  @Test
  void authorityOfTheEnvironmentIsTrusted() {
    Ran plan = here().with("SSL_CERT_FILE", SecureAccount.AUTHORITY.toString()).run("plan");

    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(account.asked()).isNotEmpty();
  }

  @Test
  void authorityOfTheFlagIsTrustedInPlaceOfThatOfTheEnvironment() throws Exception {
    String pem = Files.readString(SecureAccount.AUTHORITY);
    Workspace workspace =
        here()
            .file("ca.pem", "# ours\n" + someoneElse() + "\nand\n" + pem)
            .with("SSL_CERT_FILE", "/nowhere.pem");

    assertThat(workspace.run("plan", "--ca-file", "ca.pem").code()).isZero();
  }

  @Test
  void unknownAuthorityIsToldWithWhatToSet() {
    Ran plan = here().run("plan");

    assertThat(plan.code()).as("%s", plan).isEqualTo(69);
    assertThat(plan.err())
        .contains(
            "the certificate of 127.0.0.1:"
                + account.port()
                + " is signed by no authority that Java knows")
        .contains("--ca-file FILE or SSL_CERT_FILE");
    assertThat(account.asked()).isEmpty();
  }

  @Test
  void bundleIsInPlaceOfJavasOwnAuthorities() throws Exception {
    Ran plan = here().file("ca.pem", someoneElse()).run("plan", "--ca-file", "ca.pem");

    assertThat(plan.code()).as("%s", plan).isEqualTo(69);
    assertThat(plan.err()).contains("by no authority that is in --ca-file ca.pem");
  }

  @Test
  void expiredCertificateIsTold() throws Exception {
    try (var old = new SecureAccount("expired")) {
      Ran plan = trusting(workspace("https://127.0.0.1:" + old.port())).run("plan");

      assertThat(plan.code()).as("%s", plan).isEqualTo(69);
      assertThat(plan.err())
          .contains("the certificate of 127.0.0.1:" + old.port() + " is out of date");
      assertThat(old.asked()).isEmpty();
    }
  }

  @Test
  void certificateOfAnotherHostIsTold() {
    Ran plan = trusting(workspace("https://localhost:" + account.port())).run("plan");

    assertThat(plan.code()).as("%s", plan).isEqualTo(69);
    assertThat(plan.err())
        .contains("the certificate of localhost:" + account.port() + " is not for that host");
    assertThat(account.asked()).isEmpty();
  }

  @Test
  void serverWithoutTlsIsTold() throws Exception {
    try (var plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> refuse(plain));

      Ran plan = workspace("https://127.0.0.1:" + plain.getLocalPort()).run("plan");

      assertThat(plan.code()).as("%s", plan).isEqualTo(69);
      assertThat(plan.err())
          .contains("127.0.0.1:" + plain.getLocalPort() + " does not speak TLS there");
    }
  }

  private static void refuse(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        client.getInputStream().readNBytes(5);
        client.getOutputStream().write("HTTP/1.1 400 No\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
        client.getInputStream().readAllBytes();
      } catch (IOException closed) {
        // The next one, or the end.
      }
    }
  }

  @Test
  void proxyTunnelsAndNeverSeesTheKey() {
    Ran plan = through("http://" + proxy.address()).run("plan");

    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(proxy.heads()).isNotEmpty();
    assertThat(proxy.heads())
        .allSatisfy(head -> {
          assertThat(head).startsWith("CONNECT api.example.test:443 ");
          assertThat(head.toLowerCase(Locale.ROOT)).doesNotContain("authorization");
        });
    assertThat(account.asked())
        .isNotEmpty()
        .allSatisfy(head -> assertThat(head.getFirst("Authorization")).isEqualTo(KEY));
  }

  /// In a process of its own: the JDK settles once whether a proxy may be told a password.
  @Test
  void proxyIsToldItsOwnPasswordAndTheServerIsNot() throws Exception {
    String login =
        Base64.getEncoder().encodeToString("me:hunter2-x".getBytes(StandardCharsets.UTF_8));
    try (var guarded = new ConnectProxy(account.port(), "Proxy-Authorization: Basic " + login)) {
      here();
      Ran plan =
          Alone.run(
              folder,
              List.of("-XX:TieredStopAtLevel=1"),
              Map.of(
                  "FIVETRAN_API_URL", "https://api.example.test",
                  "FIVETRAN_API_KEY", "a-key",
                  "FIVETRAN_API_SECRET", "an-api-secret",
                  "SSL_CERT_FILE", SecureAccount.AUTHORITY.toString(),
                  "HTTPS_PROXY", "http://me:hunter2-x@" + guarded.address()),
              "plan",
              "-vv");

      assertThat(plan.code()).as("%s", plan).isZero();
      assertThat(plan.out()).doesNotContain("hunter2").doesNotContain(login);
      assertThat(account.asked())
          .isNotEmpty()
          .allSatisfy(head -> assertThat(head).doesNotContainKey("Proxy-authorization"));
      assertThat(guarded.heads()).noneMatch(head -> head.contains(KEY));
    }
  }

  @Test
  void proxyThatWantsALoginIsTold() throws Exception {
    try (var guarded = new ConnectProxy(account.port(), "never said")) {
      Ran plan = through("http://" + guarded.address()).run("plan");

      assertThat(plan.code()).as("%s", plan).isEqualTo(69);
      assertThat(plan.err())
          .contains("a proxy wants a user and a password, or others than it was told");
    }
  }

  @ParameterizedTest
  @CsvSource({"403", "502", "504"})
  void proxyThatRefusesIsTold(String status) {
    proxy.refusing(status);

    Ran plan = through("http://user:hunter2@" + proxy.address()).run("plan");

    assertThat(plan.code()).as("%s", plan).isEqualTo(69);
    assertThat(plan.err())
        .contains("the proxy http://***@" + proxy.address() + " (HTTPS_PROXY) refused to connect")
        .contains("(" + status + ")")
        .doesNotContain("hunter2");
    assertThat(proxy.heads()).hasSize(status.startsWith("5") ? 5 : 1);
  }

  @Test
  void proxyThatIsNotThereIsNamed() throws Exception {
    String gone = proxy.address();
    proxy.close();

    Ran plan = through(gone).run("plan");

    assertThat(plan.code()).as("%s", plan).isEqualTo(69);
    assertThat(plan.err()).contains(" through the proxy http://" + gone);
  }

  @Test
  void noProxyLeavesItOut() {
    Ran plan = through(proxy.address()).with("NO_PROXY", ".example.test").run("plan");

    assertThat(plan.code()).as("%s", plan).isEqualTo(69);
    assertThat(proxy.heads()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "socks5://127.0.0.1:1080, 64, HTTPS_PROXY names a proxy of the kind socks5",
    "http://, 64, HTTPS_PROXY is no address of a proxy",
  })
  void whatIsNoProxyIsAWrongCommandLine(String address, int code, String said) {
    Ran plan = through(address).run("plan");

    assertThat(plan.code()).as("%s", plan).isEqualTo(code);
    assertThat(plan.err()).contains(said);
  }

  @ParameterizedTest
  @CsvSource({
    "nowhere.pem, 64, --ca-file nowhere.pem can't be read",
    "manifests, 64, --ca-file manifests can't be read",
    "manifests/m.yaml, 65, there is no certificate in it",
    "torn.pem, 65, certificate 1 can't be read",
  })
  void whatIsNoBundleIsTold(String file, int code, String said) {
    Ran plan =
        here()
            .file("torn.pem", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n")
            .run("plan", "--ca-file", file);

    assertThat(plan.code()).as("%s", plan).isEqualTo(code);
    assertThat(plan.err()).contains(said);
  }

  private Workspace here() {
    return workspace("https://127.0.0.1:" + account.port());
  }

  private Workspace through(String address) {
    return trusting(workspace("https://api.example.test")).with("HTTPS_PROXY", address);
  }

  private static Workspace trusting(Workspace workspace) {
    return workspace.with("SSL_CERT_FILE", SecureAccount.AUTHORITY.toString());
  }

  private Workspace workspace(String url) {
    return new Workspace(folder)
        .with("FIVETRAN_API_URL", url)
        .with("FIVETRAN_API_KEY", "a-key")
        .with("FIVETRAN_API_SECRET", "an-api-secret")
        .waitingBy(new QuickSleeper())
        .file("manifests/m.yaml", "{kind: Group, metadata: {name: quarry}}\n");
  }

  /// An authority that Java knows.
  private static String someoneElse() throws Exception {
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init((KeyStore) null);
    byte[] known =
        ((X509TrustManager) managers.getTrustManagers()[0]).getAcceptedIssuers()[0].getEncoded();
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(known)
        + "\n-----END CERTIFICATE-----\n";
  }
}
