package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// `--changed-since REVISION`: what expands otherwise than at that revision is planned, and nothing
/// else, whichever file made the difference. In the account everything is otherwise than the
/// manifests say, so that whatever is planned shows.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangedSinceTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20_261_130L);
  private static final JsonMapper JSON = new JsonMapper();

  /// Each way in which a document can come to say something else.
  private enum Edit {
    DOCUMENT("manifests/orders.yaml", "port: 5432", "port: 5433", 1, "connector/orders@prod"),
    COMMENT("manifests/orders.yaml", "# orders", "# all orders", 0),
    ORDER_OF_KEYS(
        "manifests/orders.yaml", "host: db.internal, port:", "port:", 1, "connector/orders@prod"),
    FAN_OUT(
        "manifests/shop.yaml",
        "port: 3306",
        "port: 3307",
        1,
        "connector/shop@eu",
        "connector/shop@prod"),
    ONE_INSTANCE(
        "manifests/shop.yaml", "host: eu.internal", "host: eu2.internal", 1, "connector/shop@eu"),
    TEMPLATE(
        "manifests/feeds.yaml",
        "bucket: acme",
        "bucket: acme-2",
        1,
        "connector/s3_a@prod",
        "connector/s3_b@prod",
        "connector/s3_c@prod"),
    CELL("manifests/feeds.csv", "b,raw/b/", "b,raw/b2/", 1, "connector/s3_b@prod"),
    OVERLAY("overlays/prod/over.yaml", "60", "30", 1, "connector/crm@prod"),
    DEFAULT("ftctl.yaml", "active: true", "active: false", 2, "webhook/one", "webhook/two"),
    VARIABLE("ftctl.yaml", "events: sync_end", "events: sync_start", 1, "webhook/one"),
    FILE_TEXT("manifests/about.txt", "The team", "Our team", 1, "team/analysts"),
    LABEL("manifests/groups.yaml", "tier: 720", "tier: 480", 2, "connector/tiered@prod"),
    ADDED("manifests/hooks.yaml", "# more", "---\n" + hook("three"), 1, "webhook/three"),
    SECRET("manifests/two.yaml", "harmless-hook", "harmless-hook-2", 1, "webhook/two"),
    SECRET_FILE("manifests/key.txt", "harmless-key", "harmless-key-2", 1, "connector/crm@prod");

    private final String file;
    private final String from;
    private final String to;
    private final int documents;
    private final Set<String> addresses;

    Edit(String file, String from, String to, int documents, String... addresses) {
      this.file = file;
      this.from = from;
      this.to = to;
      this.documents = documents;
      this.addresses = Set.of(addresses);
    }
  }

  @TempDir static Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeAll
  void commitAndApply() throws Exception {
    workspace = new Workspace(folder).reaching(lab.sandbox());
    FILES.forEach(workspace::file);
    Repository.commit(folder);
    workspace.succeed("apply", "--auto-approve", "--journal", "none");
    disturb();
  }

  @AfterEach
  void restore() throws IOException {
    Files.deleteIfExists(folder.resolve("manifests/untracked.yaml"));
    FILES.forEach(workspace::file);
  }

  @AfterAll
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatExpandsOtherwiseIsPlanned(Edit edit) throws Exception {
    workspace.edit(edit.file, edit.from, edit.to);

    JsonNode plan = plan("--changed-since", "HEAD");

    assertThat(changes(plan).keySet()).isEqualTo(new TreeSet<>(edit.addresses));
    assertThat(plan.path("changed_since").path("documents").asInt()).isEqualTo(edit.documents);
    assertThat(changes(plan)).isEqualTo(only(edit.addresses, changes(plan())));
  }

  /// Several edits at once.
  @Test
  void planIsTheWholeOneCutToWhatChanged() throws Exception {
    var random = new Random(SEED);
    for (int round = 0; round < Scale.of(4, 100); round++) {
      var edits = new ArrayList<>(List.of(Edit.values()));
      Collections.shuffle(edits, random);
      edits = new ArrayList<>(edits.subList(0, 2 + random.nextInt(4)));
      var addresses = new TreeSet<String>();
      for (Edit edit : edits) {
        workspace.edit(edit.file, edit.from, edit.to);
        addresses.addAll(edit.addresses);
      }

      Map<String, JsonNode> narrowed = changes(plan("--changed-since", "HEAD"));
      Map<String, JsonNode> whole = changes(plan());

      assertThat(narrowed).as("seed %d: %s", SEED, edits).isEqualTo(only(addresses, whole));
      assertThat(whole).hasSizeGreaterThan(narrowed.size());
      restore();
    }
  }

  @Test
  void nothingChangedIsSaidOfThatAlone() {
    Ran plan = workspace.run("plan", "--changed-since", "HEAD", "--detailed-exitcode");

    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(plan.out()).contains("Nothing changes in the 0 documents changed since HEAD.");
  }

  @Test
  void untrackedFileIsAChange() throws Exception {
    workspace.file("manifests/untracked.yaml", hook("new"));

    assertThat(changes(plan("--changed-since", "HEAD")).keySet()).containsExactly("webhook/new");
  }

  @Test
  void whatItNeedsIsCreatedWithItAndNotChanged() throws Exception {
    workspace.file(
        "manifests/untracked.yaml",
        "kind: Connector\n"
            + "metadata: {name: fresh}\n"
            + "spec: {service: s3, groups: [prod], paused: true, config: {schema: raw, table:"
            + " fresh, bucket: b, file_type: csv}}\n");

    JsonNode plan = plan("--changed-since", "HEAD");

    assertThat(changes(plan).keySet()).containsExactly("connector/fresh@prod");
    assertThat(plan.path("resources").asInt()).isEqualTo(3);
  }

  @Test
  void validateTellsHowMuchChanged() {
    workspace.edit("manifests/shop.yaml", "port: 3306", "port: 3307");

    Ran ran = workspace.succeed("validate", "--env", "prod", "--changed-since", "HEAD");

    assertThat(ran.out()).contains("(1 document changed since HEAD)");
  }

  @Test
  void removedDocumentsAreToldAndWithABaseDeleted() throws Exception {
    Files.delete(folder.resolve("manifests/two.yaml"));
    workspace.edit("manifests/orders.yaml", "port: 5432", "port: 5433");

    Ran without = workspace.run("plan", "--changed-since", "HEAD");
    JsonNode with = plan("--changed-since", "HEAD", "--base", "HEAD", "--allow", "delete");

    assertThat(without.out())
        .contains("1 resource that was described there is described no more")
        .doesNotContain("delete   webhook");
    assertThat(changes(with).keySet()).containsExactly("connector/orders@prod", "webhook/two");
  }

  /// One of eighteen resources is no tenth; one of the few that are planned would be.
  @Test
  void limitsAreOfTheWhole() throws Exception {
    Files.delete(folder.resolve("manifests/two.yaml"));

    Ran plan = workspace.run("plan", "--changed-since", "HEAD", "--base", "HEAD");

    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(plan.out()).contains("delete   webhook/two");
  }

  @Test
  void whatCouldNotBeReadThenCountsAsChanged() throws Exception {
    workspace.edit("manifests/orders.yaml", "paused:", "pausd:");
    Repository.commit(folder);
    try {
      workspace.edit("manifests/orders.yaml", "pausd:", "paused:");

      Ran plan = workspace.run("plan", "--changed-since", "HEAD");

      assertThat(plan.out())
          .contains("1 document changed since HEAD", "connector/orders@prod")
          .contains("what can't be compared counts as changed: manifests/orders.yaml:5:")
          .doesNotContain("connector/crm");
    } finally {
      restore();
      Repository.commit(folder);
    }
  }

  @Test
  void brokenProjectFileMakesEverythingAChange() throws Exception {
    workspace.edit("ftctl.yaml", "variables:", "variabls:");
    Repository.commit(folder);
    try {
      restore();

      JsonNode plan = plan("--changed-since", "HEAD");

      assertThat(changes(plan)).isEqualTo(changes(plan()));
      assertThat(plan.path("notices").toString()).contains("can't be compared", "variabls");
    } finally {
      restore();
      Repository.commit(folder);
    }
  }

  @Test
  void pruneLooksAtTheWhole() {
    assertThat(workspace.run("plan", "--changed-since", "HEAD", "--prune").code()).isEqualTo(64);
  }

  @Test
  void revisionThatIsNotThereIsRefused() {
    lab.forget();

    Ran ran = workspace.run("plan", "--changed-since", "origin/main");

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains("--changed-since origin/main: git knows no such", "git fetch");
    assertThat(lab.sandbox().requests()).isEmpty();
  }

  /// When it is applied the branch that it was compared with has gone on, and has even become HEAD.
  @Test
  void savedPlanRemembersWhereTheTwoParted() throws Exception {
    Repository.git(folder, "branch", "-f", "trunk");
    workspace.edit("manifests/two.yaml", "harmless-hook", "harmless-hook-2");
    workspace.edit("manifests/shop.yaml", "port: 3306", "port: 3307");
    workspace.succeed("plan", "--changed-since", "trunk", "--no-cache", "-o", "plan.json");
    String before = workspace.read("plan.json");
    Repository.commit(folder);
    Repository.git(folder, "branch", "-f", "trunk");
    try {
      Ran applied = workspace.run("apply", "plan.json", "--no-cache", "--journal", "none");

      assertThat(applied.code()).as("%s", applied).isZero();
      assertThat(before).containsPattern("--changed-since=[0-9a-f]{40}").doesNotContain("no-cache");
      assertThat(applied.out()).contains("connector/shop@*").doesNotContain("connector/crm");
    } finally {
      disturb();
      Files.delete(folder.resolve("plan.json"));
      restore();
      Repository.commit(folder);
    }
  }

  /// A clone that does not go back to where the two parted.
  @Test
  void revisionWithoutACommonAncestorIsRefused() throws Exception {
    Path other = folder.resolveSibling(folder.getFileName() + "-other");
    Files.createDirectories(other);
    Repository.commit(
        Files.writeString(other.resolve("file"), "another beginning").resolveSibling(""));
    Repository.git(folder, "fetch", "-q", other.toString(), "HEAD:refs/heads/stranger");

    Ran ran = workspace.run("plan", "--changed-since", "stranger");

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains("no ancestor in common with HEAD", "fetch-depth: 0");
  }

  /// What others merged meanwhile is no change of this branch.
  @Test
  void revisionThatWentOnIsComparedWhereTheTwoParted() throws Exception {
    Repository.git(folder, "branch", "-f", "ahead");
    Repository.git(folder, "checkout", "-q", "ahead");
    workspace.edit("manifests/shop.yaml", "port: 3306", "port: 3307");
    Files.delete(folder.resolve("manifests/two.yaml"));
    workspace.file("manifests/untracked.yaml", hook("theirs"));
    Repository.commit(folder);
    Repository.git(folder, "checkout", "-q", "-");
    workspace.edit("manifests/orders.yaml", "port: 5432", "port: 5433");

    JsonNode plan = plan("--changed-since", "ahead", "--base", "ahead");

    assertThat(changes(plan).keySet()).containsExactly("connector/orders@prod");
  }

  private JsonNode plan(String... more) throws JsonProcessingException {
    var words = new ArrayList<>(List.of("plan", "--format", "json"));
    words.addAll(List.of(more));
    Ran ran = workspace.run(words.toArray(String[]::new));
    assertThat(ran.code()).as("%s", ran).isZero();
    return JSON.readTree(ran.out());
  }

  /// What a plan changes, and what of it is no change but worth telling.
  private static Map<String, JsonNode> changes(JsonNode plan) {
    var changes = new TreeMap<String, JsonNode>();
    plan.path("changes").forEach(change -> changes.put(change.path("address").asText(), change));
    return changes;
  }

  private static Map<String, JsonNode> only(Set<String> addresses, Map<String, JsonNode> all) {
    var some = new TreeMap<>(all);
    some.keySet().retainAll(addresses);
    return some;
  }

  /// Somebody changes everything by hand.
  private void disturb() throws IOException {
    ObjectNode account = lab.sandbox().control().account();
    account.path("connections").forEach(one -> ((ObjectNode) one).put("sync_frequency", 5));
    account
        .path("webhooks")
        .forEach(
            one -> ((ObjectNode) one).putArray("events").add("sync_start").add("dbt_run_start"));
    account.path("teams").forEach(one -> ((ObjectNode) one).put("description", "by hand"));
    lab.sandbox().control().replaceAccount(account);
  }

  private static String hook(String name) {
    return """
    kind: Webhook
    metadata: {name: %1$s}
    spec: {url: "https://hooks.example.com/%1$s", events: [sync_end], secret: "${env:X:-harmless-hook}"}
    """
        .formatted(name);
  }

  private static final Map<String, String> FILES =
      Map.ofEntries(
          Map.entry(
              "ftctl.yaml",
              """
              variables: {events: sync_end}
              defaults: {Webhook: {active: true}, Connector: {sync_frequency: 360}}
              environments: {prod: {account: sandbox_account, overlays: overlays/prod}}
              default_environment: prod
              """),
          Map.entry(
              "manifests/groups.yaml",
              """
              kind: Group
              metadata: {name: prod, labels: {tier: 720}}
              ---
              kind: Group
              metadata: {name: eu}
              ---
              kind: Destination
              metadata: {name: prod}
              spec: {group: prod, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: a.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: L, password: "${env:X:-harmless}"}}
              ---
              kind: Destination
              metadata: {name: eu}
              spec: {group: eu, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: a.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: L, password: "${env:X:-harmless}"}}
              """),
          Map.entry(
              "manifests/orders.yaml",
              """
              # orders
              kind: Connector
              metadata: {name: orders}
              spec:
                {service: postgres, groups: [prod], paused: true, config: {schema_prefix: orders, host: db.internal, port: 5432, database: app, user: f, password: "${env:X:-harmless}"}}
              """),
          Map.entry(
              "manifests/shop.yaml",
              """
              kind: Connector
              metadata: {name: shop}
              spec:
                service: mysql
                groups: [prod, eu]
                paused: true
                config: {schema_prefix: shop, host: db.internal, port: 3306, database: app, user: f, password: "${env:X:-harmless}"}
                overrides: {eu: {config: {host: eu.internal}}}
              """),
          Map.entry(
              "manifests/crm.yaml",
              """
              kind: Connector
              metadata: {name: crm}
              spec: {service: stripe, groups: [prod], paused: true, config: {schema: crm, api_key: "${file:key.txt}"}}
              """),
          Map.entry(
              "manifests/tiered.yaml",
              """
              kind: Connector
              metadata: {name: tiered}
              spec: {service: stripe, sync_frequency: "${group.label.tier}", groups: [prod], paused: true, config: {schema: "tiered", api_key: "${env:X:-harmless}"}}
              """),
          Map.entry("manifests/key.txt", "harmless-key\n"),
          Map.entry(
              "manifests/feeds.yaml",
              """
              kind: Template
              metadata: {name: feed}
              spec: {service: s3, paused: true, config: {bucket: acme, file_type: csv}}
              ---
              for_each: {csv: feeds.csv}
              kind: Connector
              metadata: {name: "s3_${each.name}"}
              spec: {template: feed, groups: [prod], config: {schema: raw, table: "${each.name}", prefix: "${each.prefix}"}}
              """),
          Map.entry("manifests/feeds.csv", "name,prefix\na,raw/a/\nb,raw/b/\nc,raw/c/\n"),
          Map.entry(
              "overlays/prod/over.yaml",
              "kind: Connector\nmetadata: {name: crm}\nspec: {sync_frequency: 60}\n"),
          Map.entry(
              "manifests/teams.yaml",
              """
              kind: Team
              metadata: {name: analysts}
              spec: {description: "${file:about.txt}", role: Account Reviewer}
              """),
          Map.entry("manifests/about.txt", "The team of analysts\n"),
          Map.entry(
              "manifests/hooks.yaml",
              hook("one").replace("[sync_end]", "[\"${var:events}\"]") + "# more\n"),
          Map.entry("manifests/two.yaml", hook("two")));
}
