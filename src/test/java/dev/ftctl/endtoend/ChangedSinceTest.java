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
  static final JsonMapper JSON = new JsonMapper();

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
    ADDED(
        "manifests/hooks.yaml",
        "# more",
        "---\n" + ChangingProject.hook("three"),
        1,
        "webhook/three"),
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
    ChangingProject.FILES.forEach(workspace::file);
    Repository.commit(folder);
    workspace.succeed("apply", "--auto-approve", "--journal", "none");
    disturb();
  }

  @AfterEach
  void restore() throws IOException {
    Files.deleteIfExists(folder.resolve("manifests/untracked.yaml"));
    ChangingProject.FILES.forEach(workspace::file);
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
    workspace.file("manifests/untracked.yaml", ChangingProject.hook("new"));

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
  void pruneLooksAtTheWhole() {
    assertThat(workspace.run("plan", "--changed-since", "HEAD", "--prune").code()).isEqualTo(64);
  }

  private JsonNode plan(String... more) throws JsonProcessingException {
    var words = new ArrayList<>(List.of("plan", "--format", "json"));
    words.addAll(List.of(more));
    Ran ran = workspace.run(words.toArray(String[]::new));
    assertThat(ran.code()).as("%s", ran).isZero();
    return JSON.readTree(ran.out());
  }

  /// What a plan changes, and what of it is no change but worth telling.
  static Map<String, JsonNode> changes(JsonNode plan) {
    var changes = new TreeMap<String, JsonNode>();
    for (JsonNode change : plan.path("changes")) {
      // How many instances of its document the plan looks at is what is narrowed.
      ((ObjectNode) change).remove("instances");
      changes.put(change.path("address").asText(), change);
    }
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
}
