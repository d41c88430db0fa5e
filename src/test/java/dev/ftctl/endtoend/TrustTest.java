package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Keys of hosts are shown, then approved or not, and revoked.
class TrustTest {

  static final Pattern HASH = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

  static final String CONNECTION =
      "'%1$s':{'id':'%1$s','service':'postgres','schema':'%2$s','group_id':'prod_id','paused':false,"
          + "'config':{'host':'%3$s','database':'d','user':'u','password':'harmless1'%4$s},"
          + "'status':{'setup_state':'%5$s','sync_state':'scheduled'}}";
  static final String TUNNEL = ",'tunnel_host':'%s','tunnel_port':22,'tunnel_user':'u'";

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void seed() {
    workspace = new Workspace(folder).reaching(lab.sandbox());
    merge(
        "{'groups':{'prod_id':{'id':'prod_id','name':'prod'}},'destinations':{'prod_id':{"
            + "'id':'prod_id','group_id':'prod_id','service':'postgres_warehouse',"
            + "'setup_status':'connected','config':{'host':'selfsigned.dw.example.com',"
            + "'user':'u','password':'harmless1'}}},'connections':{"
            + String.join(
                ",",
                connection("plain_id", "plain", "db.example.com", "", "connected"),
                connection("one_id", "one", "selfsigned.one.example.com", "", "broken"),
                connection("two_id", "two", "selfsigned.two.example.com", "", "broken"),
                connection("ssh_id", "ssh", "x", TUNNEL.formatted("jump.example.com"), "connected"))
            + "}}");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void C04_approvalShowsWhatItTrustsBeforeItTrustsIt() {
    Ran shown = workspace.run("certificate", "approve", "connector/one@prod");
    assertThat(shown.code()).as("%s", shown).isEqualTo(4);
    assertThat(shown.err())
        .containsPattern("subject +CN=selfsigned.one.example.com\n")
        .containsPattern("issuer +CN=selfsigned.one.example.com\n")
        .containsPattern("names +selfsigned.one.example.com\n")
        .containsPattern("valid from +2020-01-01T00:00:00Z\n")
        .containsPattern("valid until +2049-12-31T00:00:00Z\n")
        .contains("Give --hash HASH");
    assertThat(approvals()).isZero();
    lab.forget();

    Ran done = workspace.succeed("certificate", "approve", "one", "--hash", hash(shown.err()));

    assertThat(done.out())
        .isEqualTo(
            "connector/one@prod: approved %s\n".formatted(hash(shown.err()))
                + "connector/one@prod: tested again: 4 tests, none failed\n");
    assertThat(lab.writes().stream().map(TrustTest::path))
        .containsExactly(
            "/connections/one_id/test",
            "/connections/one_id/certificates",
            "/connections/one_id/test");
    assertThat(lab.writes().toString()).doesNotContain("trust_");
    assertThat(workspace.succeed("certificate", "list", "one").out())
        .containsPattern(
            "connector/one@prod +CN=selfsigned.one.example.com +"
                + Pattern.quote(hash(shown.err()))
                + " +20\\S+Z +Sandbox Owner\n");
  }

  @Test
  void fingerprintsAreToldWithTheirHost() {
    Ran shown = workspace.run("fingerprint", "approve", "connector/ssh@prod");
    assertThat(shown.err())
        .containsPattern("host +jump.example.com:22\n")
        .containsPattern("public key +ssh-rsa \\S+");

    workspace.succeed("fingerprint", "approve", "ssh", "--hash=" + hash(shown.err()));

    assertThat(workspace.succeed("fingerprint", "list", "connector/*").out())
        .containsPattern("connector/ssh@prod +jump.example.com +ssh-rsa +SHA256:");
    assertThat(
            workspace.succeed("fingerprint", "list", "--format", "json").json().at("/items/0/hash"))
        .hasToString("\"" + hash(shown.err()) + "\"");
    assertThat(workspace.succeed("certificate", "list").err()).contains("None of them trusts");
  }

  @Test
  void eachIsAskedForAtATerminal() {
    workspace.typing("yes\nno\n");

    Ran ran = workspace.runOnTerminal("certificate", "approve", "connector/*");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.err()).containsPattern("SHA256:\\S+ for\\s+connector/one@prod:\nApprove it\\?");
    assertThat(ran.out())
        .contains("connector/one@prod: approved")
        .contains("connector/two@prod: not approved, as you said");
    assertThat(approvals()).isEqualTo(1);
    assertThat(workspace.typing("no\n").runOnTerminal("certificate", "approve", "two").code())
        .isEqualTo(4);
  }

  @Test
  void allIsOneQuestionAndYesAloneAnswersNone() {
    assertThat(workspace.run("certificate", "approve", "connector/*", "--all").code()).isEqualTo(4);
    assertThat(lab.writes()).isEmpty();
    Ran refused = workspace.run("certificate", "approve", "connector/*", "--yes");
    assertThat(refused.code()).as("%s", refused).isEqualTo(4);
    assertThat(workspace.run("certificate", "approve", "one", "--all").err())
        .contains("Give --yes with --all");
    assertThat(approvals()).isZero();
    assertThat(workspace.run("certificate", "approve", "one", "--all", "--hash", "x").code())
        .isEqualTo(64);

    Ran ran =
        workspace.typing("yes\n").runOnTerminal("certificate", "approve", "connector/*", "--all");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(approvals()).isEqualTo(2);
    assertThat(
            workspace.succeed("certificate", "approve", "destination/prod", "--all", "--yes").out())
        .contains("destination/prod: approved SHA256:");
  }

  @Test
  void C04_brokenOnesOfAGroupAreTestedAgain() {
    Ran ran = workspace.succeed(arguments("approve --broken --group prod --all --yes"));

    assertThat(ran.err()).contains("2 done, 0 needed nothing, 0 failed.");
    assertThat(lab.writes().stream().map(TrustTest::path))
        .allMatch(path -> path.matches("/connections/(one|two)_id/.*"));
    assertThat(workspace.succeed("get", "connector", "one", "--fields", "status.setup_state").out())
        .contains("connected");
    assertThat(workspace.succeed(arguments("approve --broken --group prod")).err())
        .contains("No connection of those that are meant is broken.");
    assertThat(workspace.run(arguments("approve --broken")).code()).isEqualTo(64);
  }

  @ParameterizedTest
  @CsvSource({
    "certificate, selfsigned-expired.example.com, , EXPIRED: it was valid until 2021-01-01",
    "certificate, selfsigned-notyet.example.com, , NOT YET VALID: it is valid from 2048-01-01",
    "certificate, selfsigned-wronghash.example.com, , HASH MISMATCH: Fivetran says SHA256:",
    "fingerprint, x, wronghash.example.com, HASH MISMATCH: Fivetran says SHA256:",
  })
  void doubtfulOnesAreRefusedUnlessTheyAreAllowed(
      String sort, String host, String jump, String said) {
    String tunnel = jump == null ? "" : TUNNEL.formatted(jump);
    merge("{'connections':{" + connection("odd_id", "odd", host, tunnel, "broken") + "}}");

    Ran refused = workspace.run(sort, "approve", "odd", "--all", "--yes");

    assertThat(refused.code()).as("%s", refused).isEqualTo(4);
    assertThat(refused.err())
        .contains("!! " + said, said.replaceFirst(":.*", "") + "; --allow-invalid");
    assertThat(workspace.run(sort, "approve", "odd", "--hash", hash(refused.err())).code())
        .isEqualTo(4);
    assertThat(approvals()).isZero();
    workspace.succeed(sort, "approve", "odd", "--all", "--yes", "--allow-invalid");
    assertThat(approvals()).isEqualTo(1);
  }

  /// Whatever a server may show.
  @ParameterizedTest
  @CsvSource({
    "'', abc, HASH UNKNOWN",
    "TUlJ, abc, NO CERTIFICATE: what Fivetran shows can't be read as one",
    "PEM, abc, HASH UNKNOWN",
    "PEM, 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff, HASH MISMATCH",
  })
  void certificateIsReadAndNeverBelieved(String encoded, String hash, String said)
      throws IOException {
    Path authority = SecureAccount.AUTHORITY;
    String content =
        encoded.equals("PEM")
            ? Base64.getEncoder().encodeToString(Files.readAllBytes(authority))
            : encoded;
    String key = encoded.isEmpty() ? "'public_key':'ssh-rsa AAAA'" : "'encoded_cert':'%s'";
    fault(
        "'POST','path':'/test$'",
        "{'status':200,'body':{'code':'Success','data':{'id':'one_id','setup_tests':[{'title':'T',"
            + "'status':'FAILED','details':[{'hash':'%s',%s,'name':'CN=trust me\\u001b[31m'}]}]}}}"
                .formatted(hash, key.formatted(content)));

    Ran ran =
        workspace.run(
            encoded.isEmpty() ? "fingerprint" : "certificate", "approve", "one", "--all", "--yes");

    assertThat(ran.code()).as("%s", ran).isEqualTo(4);
    assertThat(ran.err()).contains("!! " + said).doesNotContain("trust me");
    if (encoded.equals("PEM")) {
      assertThat(ran.err()).containsPattern("subject +\\w+=.+\n");
    }
  }

  @Test
  void hashThatNothingOffersIsAFailureAndOneThatIsTrustedNone() {
    Ran shown = workspace.run("certificate", "approve", "one");
    String hash = hash(shown.err());

    Ran refused = workspace.run("certificate", "approve", "one", "--hash", "A".repeat(43));
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("offers no certificate with the hash AAAA");
    Ran many = workspace.succeed(arguments("approve connector/* --yes --hash " + hash));
    assertThat(many.err()).contains("1 done, 3 needed nothing, 0 failed.");
    assertThat(workspace.succeed("certificate", "approve", "one", "--hash", hash).out())
        .contains("trusts " + hash + " already");
    assertThat(approvals()).isEqualTo(1);
  }

  static String connection(String id, String schema, String host, String tunnel, String state) {
    return CONNECTION.formatted(id, schema, host, tunnel, state);
  }

  static String[] arguments(String line) {
    return ("certificate " + line).split(" ");
  }

  private void merge(String account) {
    lab.sandbox().control().mergeAccount(SyncingCompany.json(account));
  }

  private void fault(String match, String then) {
    lab.sandbox()
        .control()
        .faults(SyncingCompany.json("[{'match':{'method':" + match + "},'then':" + then + "}]"));
  }

  private long approvals() {
    return lab.writes().stream().filter(write -> !path(write).endsWith("/test")).count();
  }

  private static String path(RequestRecord request) {
    return request.path().replaceFirst("^/v1", "");
  }

  static String hash(String said) {
    Matcher found = HASH.matcher(said);
    assertThat(found.find()).as(said).isTrue();
    return found.group();
  }
}
