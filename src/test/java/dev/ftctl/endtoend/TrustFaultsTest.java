package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.cli.process.Stop;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Approvals and revocations under faults: what is not known to be done is said, and what failed
/// stops no other.
class TrustFaultsTest {

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
                TrustTest.connection("plain_id", "plain", "db.example.com", "", "connected"),
                TrustTest.connection("one_id", "one", "selfsigned.one.example.com", "", "broken"),
                TrustTest.connection("two_id", "two", "selfsigned.two.example.com", "", "broken"),
                TrustTest.connection(
                    "ssh_id",
                    "ssh",
                    "x",
                    TrustTest.TUNNEL.formatted("jump.example.com"),
                    "connected"))
            + "}}");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void revocationAsksAndIsByHash() {
    workspace.succeed(TrustTest.arguments("approve one two --all --yes"));
    String hash = TrustTest.hash(workspace.succeed("certificate", "list", "one").out());

    assertThat(workspace.run("certificate", "revoke", "one").code()).isEqualTo(64);
    Ran refused = workspace.run("certificate", "revoke", "one", "--hash", hash);
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err()).contains("CN=selfsigned.one.example.com").contains("--yes");
    assertThat(workspace.run("certificate", "revoke", "one", "--hash", "abc", "--yes").code())
        .isEqualTo(1);
    assertThat(trusted("certificates")).isEqualTo(2);

    Ran ran = workspace.succeed(TrustTest.arguments("revoke connector/* --yes --hash " + hash));

    assertThat(ran.out()).contains("connector/one@prod: revoked " + hash + "\n");
    assertThat(trusted("certificates")).isEqualTo(1);
  }

  /// Whatever becomes of the call: it is carried out once, and told as it is.
  @ParameterizedTest
  @MethodSource("dev.ftctl.endtoend.LostAnswers#all")
  void everyOneIsDoneOrNotUnderFaults(String then) {
    fault("'POST','path':'/fingerprints$','times':1", then);
    Ran approved = workspace.succeed("fingerprint", "approve", "ssh", "--all", "--yes");
    assertThat(approved.out()).contains("connector/ssh@prod: approved SHA256:");
    assertThat(trusted("fingerprints")).isEqualTo(1);

    fault("'DELETE','path':'/fingerprints/','times':1", then);
    Ran revoked =
        workspace.succeed(
            "fingerprint", "revoke", "ssh", "--yes", "--hash", TrustTest.hash(approved.out()));
    assertThat(revoked.out()).contains("connector/ssh@prod: revoked SHA256:");
    assertThat(trusted("fingerprints")).isZero();
  }

  @Test
  void failureStopsNoOther() {
    fault(
        "'POST','path':'/one_id/certificates$'",
        "{'status':400,'body':{'code':'InvalidInput','message':'no'}}");

    Ran ran = workspace.run(TrustTest.arguments("approve connector/* --all --yes --format json"));

    assertThat(ran.code()).as("%s", ran).isEqualTo(5);
    assertThat(ran.json().path("items").findValuesAsText("result"))
        .containsExactlyInAnyOrder("unneeded", "unneeded", "failed", "done");
    assertThat(ran.json().at("/items/3/offers/0/subject").asText()).startsWith("CN=selfsigned.");
    assertThat(trusted("certificates")).isEqualTo(1);
  }

  @Test
  void answerIsNotBelievedUntilItIsListed() {
    fault(
        "'POST','path':'/certificates$'",
        "{'status':201,'commit':false,'body':{'code':'Success','data':{'hash':'x'}}}");

    Ran ran = workspace.run("certificate", "approve", "one", "--all", "--yes");

    assertThat(ran.code()).as("%s", ran).isEqualTo(1);
    assertThat(ran.err()).contains("Fivetran took the approval of SHA256:", "does not list it");
  }

  @Test
  void lostAnswerThatNobodyCanLookAfterIsSaid() {
    lab.sandbox()
        .control()
        .faults(
            SyncingCompany.json(
                "[{'match':{'method':'POST','path':'/certificates$'},'then':{'drop':'after'}},"
                    + "{'match':{'method':'GET','path':'/certificates$'},"
                    + "'then':{'status':400,'body':{'code':'Nope','message':'no'}}}]"));

    Ran ran = workspace.run("certificate", "approve", "one", "--all", "--yes");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("the account can't be asked whether it is approved");
    assertThat(workspace.run("certificate", "list", "one", "plain").code()).isEqualTo(1);
  }

  @Test
  void signalBeginsNothingMore() {
    var stop = new Stop();
    stop.ask();

    Ran ran = workspace.stoppedBy(stop).run(TrustTest.arguments("approve connector/* --all --yes"));

    assertThat(ran.code()).isEqualTo(130);
    assertThat(ran.err()).contains("4 not begun");
    assertThat(lab.writes()).isEmpty();
  }

  private void merge(String account) {
    lab.sandbox().control().mergeAccount(SyncingCompany.json(account));
  }

  private void fault(String match, String then) {
    lab.sandbox()
        .control()
        .faults(SyncingCompany.json("[{'match':{'method':" + match + "},'then':" + then + "}]"));
  }

  private int trusted(String things) {
    return lab.sandbox().control().account().path(things).size();
  }
}
