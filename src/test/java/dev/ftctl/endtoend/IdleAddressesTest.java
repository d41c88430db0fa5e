package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An address that covers nothing is told once it can be known, and no other one is.
class IdleAddressesTest {

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private AddressedCompany company;
  private Workspace workspace;

  @BeforeEach
  void applyTheCompany() {
    workspace = new Workspace(folder).reaching(lab.sandbox());
    company = AddressedCompany.in(workspace);
    workspace.succeed("apply", "--auto-approve", "--journal", "none");
    lab.forget();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @CsvSource({
    "--allow, replace:connector/ordrs_db, connector/orders_db",
    "--allow, delete:webhook/pagr, webhook/pager",
    "--rotate-secrets=connector/ordrs_d?, '', connector/orders_db",
    "--reload=connector/orders_db@g2, '', connector/orders_db@g1",
    "--target, connector/ordrs_db, connector/orders_db",
  })
  void flagThatCoversNothingIsAnErrorBeforeAnythingIsWritten(
      String flag, String value, String near) {
    String[] flags = value.isEmpty() ? new String[] {flag} : new String[] {flag, value};
    company.replaceOrders();

    Ran plan = workspace.run(with("plan", flags));
    Ran apply = workspace.run(with("apply --auto-approve --skip-blocked", flags));

    assertThat(plan.code()).as("%s", plan).isEqualTo(64);
    assertThat(plan.out()).isEmpty();
    assertThat(plan.err())
        .contains(value.replaceFirst(".*:", ""))
        .contains("did you mean '" + near + "'?");
    assertThat(apply.code()).isEqualTo(64);
    assertThat(lab.writes()).isEmpty();
  }

  @Test
  void allFlagsThatCoverNothingAreToldAtOnce() {
    Ran plan =
        workspace.run("plan", "--reload=group/nowhere-near", "--allow", "delete:webhook/pagr");

    assertThat(plan.code()).isEqualTo(64);
    assertThat(plan.err())
        .isEqualTo(
            """
            error: --allow delete:webhook/pagr covers nothing that is described or live \
            (did you mean 'webhook/pager'?); \
            --reload=group/nowhere-near covers nothing that is described or live \
            (mend the address, or take it out)
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "protect: [webhook/pagr]",
        "allow: ['delete:webhook/pagr']",
        "ignore: [webhook/pagr]",
        "ignore: [{addresses: webhook/pagr, fields: [active]}]",
        "prune: {scope: {addresses: [webhook/pagr]}}",
        "scope: {addresses: ['group/*', 'destination/*', 'connector/*', 'webhook/pager',"
            + " webhook/pagr]}",
      })
  void lineOfTheProjectFileThatCoversNothingIsAWarningWhereItStands(String line) {
    company.project(line);

    Ran plan = workspace.run("plan", "--strict");
    Ran apply = workspace.run("apply", "--auto-approve");
    Ran quiet = workspace.run("plan", "-q");

    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(plan.err())
        .containsPattern(
            "warning: ftctl.yaml:1:\\d+: [a-z.]+: (delete:)?webhook/pagr covers nothing")
        .containsOnlyOnce("warning:")
        .contains("did you mean 'webhook/pager'?");
    assertThat(apply.code()).isZero();
    assertThat(apply.err()).containsOnlyOnce("covers nothing");
    assertThat(quiet.err()).doesNotContain("covers nothing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "render", "plan --target group/g1", "plan -l some=label"})
  void whatWasNotAllReadIsNotJudged(String command) {
    workspace.edit(AddressedCompany.FILE, "{name: crm}", "{name: crm, labels: {some: label}}");
    company.project("protect: [webhook/nobody, 'user/*']");

    Ran ran = workspace.run(command.split(" "));

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.err()).doesNotContain("covers nothing");
  }

  /// The rest of the project is described, too.
  @Test
  void narrowedRunKnowsWhatItDoesNotPlan() {
    workspace.succeed(
        "plan",
        "--target",
        "webhook/pager",
        "--reload=connector/crm",
        "--allow",
        "replace:group/*");
  }

  @Test
  void adviceForWhatOnlyTheBaseDescribedWorksAsPrinted() throws Exception {
    Repository.commit(folder);
    Files.delete(folder.resolve("manifests/pager.yaml"));
    Ran blocked = workspace.run("plan", "--base", "HEAD");
    assertThat(blocked.code()).as("%s", blocked).isEqualTo(4);

    String advice = advised(blocked);
    Ran plan = workspace.run("plan", "--base", "HEAD", "--allow", advice);

    assertThat(advice).isEqualTo("delete:webhook/pager");
    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(workspace.run("plan", "--allow", "delete:webhook/pager@g9").code()).isEqualTo(64);
  }

  @Test
  void adviceForWhatNoManifestDescribesWorksAsPrinted() throws Exception {
    company.project("prune: {scope: {kinds: [Webhook]}}");
    Files.delete(folder.resolve("manifests/pager.yaml"));
    Ran blocked = workspace.run("plan", "--prune");
    assertThat(blocked.code()).as("%s", blocked).isEqualTo(4);

    Ran applied =
        workspace.succeed("apply", "--prune", "--auto-approve", "--allow", advised(blocked));

    assertThat(lab.writes()).extracting(RequestRecord::method).containsExactly("DELETE");
    assertThat(applied.err()).doesNotContain("covers nothing");
  }

  @Test
  void savedPlanOfWhatIsGoneIsStaleAndNotWrong() throws Exception {
    company.project("prune: {scope: {kinds: [Webhook]}}");
    Files.delete(folder.resolve("manifests/pager.yaml"));
    String advice = advised(workspace.run("plan", "--prune"));
    workspace.succeed("plan", "--prune", "--allow", advice, "-o", "plan.json");
    ObjectNode account = lab.sandbox().control().account();
    ((ObjectNode) account.path("webhooks")).removeAll();
    lab.sandbox().control().replaceAccount(account);

    Ran applied = workspace.run("apply", "plan.json", "--auto-approve");

    assertThat(applied.code()).as("%s", applied).isEqualTo(6);
    assertThat(applied.err()).contains("stale").doesNotContain("covers nothing");
  }

  /// What the plan says to allow.
  private static String advised(Ran plan) {
    Matcher advice = Pattern.compile("allow it with --allow (\\S+)").matcher(plan.out());
    assertThat(advice.find()).as("%s", plan).isTrue();
    return advice.group(1);
  }

  private static String[] with(String command, String... flags) {
    var all = new ArrayList<>(List.of(command.split(" ")));
    all.addAll(List.of(flags));
    return all.toArray(String[]::new);
  }
}
