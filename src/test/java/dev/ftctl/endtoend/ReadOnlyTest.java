package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ftctl.fivetran.http.WriteRefusedException;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Step;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Wanted;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Commands that are not meant to write send nothing but GET, and could not.
class ReadOnlyTest {

  /// Every command that the program has; one that joins has to say here what it is.
  private static final Map<String, String> COMMANDS =
      Map.ofEntries(
          Map.entry("init", "reads"),
          Map.entry("validate", "sends nothing"),
          Map.entry("check", "reaches no account"),
          Map.entry("fmt", "sends nothing"),
          Map.entry("render", "sends nothing"),
          Map.entry("schema", "sends nothing"),
          Map.entry("connect", "writes"),
          Map.entry("connector", "reads"),
          Map.entry("connector-type", "reads"),
          Map.entry("rollout", "run writes, status sends nothing"),
          Map.entry("export", "reads"),
          Map.entry("import", "reads"),
          Map.entry("generate", "reads"),
          Map.entry("sql", "reads"),
          Map.entry("get", "reads"),
          Map.entry("outputs", "reads"),
          Map.entry("status", "reads"),
          Map.entry("pause", "writes"),
          Map.entry("resume", "writes"),
          Map.entry("state", "writes"),
          Map.entry("plan", "reads"),
          Map.entry("show", "sends nothing"),
          Map.entry("doctor", "reads"),
          Map.entry("drift", "reads"),
          Map.entry("explain", "reads"),
          Map.entry("graph", "reads"),
          Map.entry("apply", "writes"),
          Map.entry("api", "a GET reads, all else writes"),
          Map.entry("sync", "writes"),
          Map.entry("resync", "writes"),
          Map.entry("test", "writes"),
          Map.entry("certificate", "writes"),
          Map.entry("transformation", "writes"),
          Map.entry("fingerprint", "writes"),
          Map.entry("fleet", "apply writes, all else reads"),
          Map.entry("sandbox", "reaches no account"),
          Map.entry("playground", "reaches no account"),
          Map.entry("completion", "sends nothing"),
          Map.entry("version", "sends nothing"),
          Map.entry("help", "sends nothing"));

  @TempDir Path folder;
  private final Lab lab = Accounts.withExamples();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void everyCommandIsKnownHere() {
    Ran help = workspace().succeed("--help");

    Set<String> commands =
        help.out()
            .lines()
            .dropWhile(line -> !line.startsWith("Commands:"))
            .skip(1)
            .filter(line -> line.matches("  [a-z].*"))
            .map(line -> line.strip().split(" ")[0])
            .collect(Collectors.toSet());
    assertThat(commands).isEqualTo(COMMANDS.keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plan",
        "plan --detailed-exitcode --expand --show-unmanaged",
        "plan --format json",
        "plan -o saved.json",
        "plan --prune --allow delete --max-deletes 100",
        "plan --rotate-secrets --run-setup-tests always",
        "plan --rotate-secrets=connector/orders_db --require-secrets",
        "plan --reload",
        "plan --reload=connector/crm -vv",
        "plan --allow replace --allow expose --skip-blocked",
        "plan -l team=commerce",
        "drift --since memory.json --fail-on new --format slack",
        "drift --target group/finance --format github-issue",
        "drift --accept connector/* --unmanaged --format markdown",
        "doctor",
        "plan --target user/ana.ruiz@acme-outdoor.example",
        "plan --parallelism 1 manifests/shop",
        "plan --strict",
        "explain connector/stripe",
        "graph --live --format svg",
        "export",
        "init fresh --from-account",
        "export -o adopted --full --with-secrets",
        "import terraform needs-names.tfstate",
        "connector copy connector/stripe --to analytics_eu --with-schema",
        "connector copy connector/stripe --to analytics_eu -o manifests/copy.yaml",
        "generate dbt-sources",
        "generate dbt-sources -o models/sources --layout group",
        "sql rewrite --check --connector stripe models",
        "get connectors",
        "status",
        "status --history 1d --format html",
        "get connector stripe --format yaml",
        "outputs",
        "outputs group/* connector/stripe --format dotenv",
        "api GET connections --paginate",
        "certificate list",
        "transformation status",
        "fingerprint list connector/*",
        "certificate approve connector/*",
        "pause connector/*",
        "resume connector/*",
        "connector-type list --live",
        "connector-type scaffold postgres --live",
        "apply",
        "apply --format json",
        "apply --report report.json",
        "apply --rotate-secrets --reload --run-setup-tests always",
      })
  void withoutApprovalNothingIsWritten(String line) {
    Workspace workspace = differing();

    Ran ran = workspace.run(line.split(" "));

    assertThat(ran.code()).as("%s", ran).isIn(0, 2, 4);
    assertThat(lab.sandbox().requests()).isNotEmpty().allMatch(ReadOnlyTest::isRead);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apply --auto-approve",
        "apply --auto-approve --format json",
        "apply --auto-approve --report report.json",
      })
  void blockedApplyWritesNothing(String line) {
    Workspace workspace = differing();
    workspace.edit("manifests/finance/stripe.yaml", "service: stripe", "service: recurly");

    Ran ran = workspace.run(line.split(" "));

    assertThat(ran.code()).as("%s", ran).isEqualTo(4);
    assertThat(lab.sandbox().requests()).isNotEmpty().allMatch(ReadOnlyTest::isRead);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "validate",
        "validate manifests/shop --strict",
        "validate --format json",
        "validate -vv",
        "render",
        "render --format json --strict -vv",
        "version",
        "version --format json",
        "completion fish",
        "show no-such-plan.json",
        "help",
        "help apply",
        "plan --help",
        "sandbox show",
        "sandbox show --requests --format json",
        "sandbox reset",
        "plan --allow nonsense",
        "plan no-such-folder",
        "apply no-such-plan.json --auto-approve",
      })
  void someNeedNoAccountAtAll(String line) {
    differing().run(line.split(" "));

    assertThat(lab.sandbox().requests()).isEmpty();
  }

  @Test
  void lookingAtTheSandboxLeavesItAsItWas() {
    Workspace workspace = workspace();
    workspace.succeed(
        "apply", "--sandbox", "--auto-approve", "manifests/alerts", "manifests/warehouses");
    Ran before = workspace.succeed("sandbox", "show", "--requests");

    workspace.succeed("plan", "--sandbox");
    workspace.succeed("sandbox", "show");
    Ran after = workspace.succeed("sandbox", "show", "--requests");

    List<String> added = after.out().substring(before.out().length()).lines().toList();
    assertThat(added).isNotEmpty().allMatch(line -> line.startsWith("GET "));
  }

  /// Below everything that could forget it: a kind's own writer, given an account that only reads.
  @ParameterizedTest
  @ValueSource(strings = {"group", "destination", "connector", "user", "team", "webhook"})
  void accountThatOnlyReadsRefusesBeforeItSends(String kind) {
    Resource wanted = sample(kind);
    KindDefinition definition = Wanted.KINDS.ofSlug(kind).definition();
    var ids = new Ids();
    ids.put(Address.of("group", "finance"), new RemoteId("some_group"));
    var creation = new Change.Create(wanted, definition.creation(wanted, ids));
    Step first = definition.steps(creation, Intent.PLAIN).getFirst();
    KindWriter writer = Wanted.KINDS.ofSlug(kind).writer(lab.account(false));

    Throwable refused = catchThrowable(() -> writer.run(first, ids, Intent.PLAIN));

    assertThat(refused).isInstanceOf(WriteRefusedException.class);
    assertThat(lab.writes()).isEmpty();
  }

  private static Resource sample(String kind) {
    return switch (kind) {
      case "group" -> Wanted.of("group/x", Map.of("name", "x"));
      case "destination" ->
          Wanted.of("destination/x", Map.of("group", "finance", "service", "snowflake"));
      case "connector" ->
          Wanted.of(
              "connector/x@finance",
              Map.of(
                  "service",
                  "stripe",
                  "group",
                  "finance",
                  "paused",
                  true,
                  "config",
                  Map.of("schema", "x")));
      case "user" ->
          Wanted.of(
              "user/x@example.com",
              Map.of("email", "x@example.com", "given_name", "X", "family_name", "Y"));
      case "team" -> Wanted.of("team/x", Map.of("name", "x", "role", "Account Reviewer"));
      default ->
          Wanted.of(
              "webhook/x",
              Map.of("url", "https://hooks.example.com/x", "events", List.of("sync_end")));
    };
  }

  private Workspace workspace() {
    return new Workspace(folder).withExamples().reaching(lab.sandbox());
  }

  /// With something to create, to change and to rename.
  private Workspace differing() {
    return workspace()
        .edit("manifests/shop/clickstream.yaml", "sync_frequency: 15", "sync_frequency: 30")
        .edit("manifests/sales/support.yaml", "[analytics_prod]", "[analytics_prod, finance]")
        .edit("manifests/people/teams.yaml", "Reads the books", "Keeps the books")
        .file("ftctl.yaml", "prune: {scope: {groups: ['*']}}\n")
        .file("models/orders.sql", "select 1 from stripe.Charge")
        .file(
            "needs-names.tfstate",
            """
            {"version": 4, "resources": [{"mode": "managed", "type": "fivetran_destination",
             "name": "d", "instances": [{"attributes": {"id": "g", "service": "snowflake"}}]}]}
            """);
  }

  private static boolean isRead(RequestRecord request) {
    return request.method().equals("GET");
  }
}
