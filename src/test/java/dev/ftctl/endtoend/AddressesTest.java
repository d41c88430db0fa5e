package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An address means the same wherever one may be given, and one that covers nothing is told.
class AddressesTest {

  private static final String COMPANY = "manifests/company.yaml";

  private static final String DOCUMENTS =
      """
      kind: Group
      metadata: {name: g1}
      ---
      kind: Destination
      metadata: {name: g1}
      spec: {group: g1, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: a.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: L, password: "${env:X:-harmless}"}}
      ---
      kind: Connector
      metadata: {name: orders_db}
      spec: {service: stripe, groups: [g1], paused: false, config: {schema: orders_db, api_key: "${env:X:-harmless}"}}
      ---
      kind: Connector
      metadata: {name: crm}
      spec: {service: stripe, groups: [g1], paused: false, config: {schema: crm, api_key: "${env:X:-harmless}"}}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void applyTheCompany() {
    workspace = new Workspace(folder).reaching(lab.sandbox()).file(COMPANY, DOCUMENTS);
    hook("pager");
    workspace.succeed("apply", "--auto-approve", "--journal", "none");
    lab.forget();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"connector/orders_db", "connector/orders_d?", "connector/*@g1", "*orders_db@g1"})
  void protectsTheInstancesOfADocument(String address) {
    project("protect: ['" + address + "']");
    workspace.edit(COMPANY, "{name: orders_db}", "{name: orders_db, absent: true}");

    Ran plan = workspace.run("plan");

    assertThat(plan.code()).as("%s", plan).isEqualTo(4);
    assertThat(plan.out())
        .contains("delete is refused: connector/orders_db@g1 is protected")
        .doesNotContain("covers nothing");
  }

  @ParameterizedTest
  @CsvSource({
    "connector/orders_db, 0",
    "connector/orders_d?, 0",
    "connector/orders_db@g?, 0",
    "connector/orders_db@g1, 0",
    "connector/crm, 4",
  })
  void allowsARiskForTheInstancesOfADocument(String address, int code) {
    replaceOrders();

    assertThat(workspace.run("plan", "--allow", "replace:" + address).code()).isEqualTo(code);
    project("allow: ['replace:" + address + "']");
    assertThat(workspace.run("plan").code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connector/orders_db",
        "connector/orders_db@g1",
        "connector/orders_d?@g1",
        "connector/orders_d?",
        "*orders*"
      })
  void narrowsToWhatATargetCovers(String address) {
    workspace.file(
        COMPANY, DOCUMENTS.replace("paused: false", "paused: false, sync_frequency: 60"));

    Ran plan = workspace.succeed("plan", "--target", address, "--format", "json");

    assertThat(plan.json().path("changes").findValuesAsText("address"))
        .containsExactly("connector/orders_db@g1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"connector/orders_db", "connector/orders_d?@g1"})
  void sendsSecretsAgainAndReloadsAndIgnoresByTheSameRule(String address) {
    workspace.succeed("apply", "--auto-approve", "--rotate-secrets=" + address);
    assertThat(lab.writes()).hasSize(1);

    project("ignore: ['" + address + "']");
    workspace.edit(COMPANY, "{schema: orders_db,", "{schema: orders_db, customer_api_keys: x,");
    replaceOrders();
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
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
    replaceOrders();

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
    project(line);

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
    workspace.edit(COMPANY, "{name: crm}", "{name: crm, labels: {some: label}}");
    project("protect: [webhook/nobody, 'user/*']");

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
    project("prune: {scope: {kinds: [Webhook]}}");
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
    project("prune: {scope: {kinds: [Webhook]}}");
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

  /// What a document said of itself is of that document, whatever its name looks like.
  @Test
  void protectionOfAnEarlierDocumentIsOfItAlone() throws Exception {
    for (int number = 0; number < 20; number++) {
      hook("many" + number);
    }
    hook("pa*");
    workspace.edit("manifests/pa*.yaml", "pa*\"}", "pa*\", protect: true}");
    workspace.succeed("apply", "--auto-approve", "--journal", "none");
    Repository.commit(folder);
    Files.delete(folder.resolve("manifests/pager.yaml"));
    Files.delete(folder.resolve("manifests/pa*.yaml"));

    Ran plan = workspace.run("plan", "--base", "HEAD");

    assertThat(plan.code()).isEqualTo(4);
    assertThat(plan.out())
        .contains("webhook/pa%2A is protected")
        .contains("webhook/pager")
        .doesNotContain("webhook/pager is protected");
  }

  @Test
  void connectTakesAPatternOfOneConnection() {
    assertThat(workspace.runOnTerminal("connect", "connector/cr?").err())
        .contains("connector/crm@g1 is connected");
    assertThat(workspace.runOnTerminal("connect", "connector/*").err())
        .contains("connector/* means 2 connections");
  }

  private void hook(String name) {
    workspace.file(
        "manifests/" + name + ".yaml",
        """
        kind: Webhook
        metadata: {name: "%1$s"}
        spec: {url: "https://hooks.example.com/%1$s", events: [sync_end], active: true, secret: "${env:X:-harmless-hook}"}
        """
            .formatted(name));
  }

  private void replaceOrders() {
    String text = workspace.read(COMPANY);
    int at = text.indexOf("{name: orders_db}");
    workspace.file(
        COMPANY, text.substring(0, at) + text.substring(at).replaceFirst("stripe", "recurly"));
  }

  private void project(String line) {
    workspace.file("ftctl.yaml", line + "\n");
  }

  /// What the plan says to allow.
  private static String advised(Ran plan) {
    Matcher advice = Pattern.compile("allow it with --allow (\\S+)").matcher(plan.out());
    assertThat(advice.find()).as("%s", plan).isTrue();
    return advice.group(1);
  }

  private static String[] with(String command, String... flags) {
    var all = new java.util.ArrayList<>(java.util.List.of(command.split(" ")));
    all.addAll(java.util.List.of(flags));
    return all.toArray(String[]::new);
  }
}
