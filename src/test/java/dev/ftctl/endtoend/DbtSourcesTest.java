package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Golden;
import dev.ftctl.testing.SchemaCheck;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `generate dbt-sources`: what is written, what stays, what is told.
class DbtSourcesTest {

  private static final String MODELS = "models/staging.yml";

  /// By hand, before anybody ran ftctl.
  private static final String STANDING =
      """
      # Ours, with care.
      version: 2

      models:
        - name: stg_users   # the first
          description: "Users"

      sources:
        - name: grain       # not the schema's name
          database: RAW
          schema: GRAIN_PUBLIC
          description: >
            All of grain,
            by hand.
          tables:
            - name: people
              identifier: USERS
              description: Who buys   # really
              columns:
                - name: id
                  data_tests: [unique, not_null]
            - name: old_table
        - name: other
          tables: [{name: x}]
      """;

  @TempDir Path folder;
  private DriftingMill mill;

  @BeforeEach
  void open() {
    mill = new DriftingMill(folder);
    mill.call("POST", "connections/{flour}/schemas/reload", "{\"exclude_mode\": \"PRESERVE\"}");
    Workspace workspace = mill.workspace();
    workspace.file(
        DriftingMill.FILE,
        workspace.read(DriftingMill.FILE).replace("paused: true", "paused: false"));
    mill.lab().forget();
  }

  @AfterEach
  void close() {
    mill.close();
  }

  @Test
  void newFilesHoldWhatSyncs() {
    Ran ran = mill.workspace().succeed("generate", "dbt-sources", "-o", "models");

    assertThat(ran.out()).isEqualTo("models/flour.yml\nmodels/grain.yml\n");
    Golden.check("dbt/sources-grain.yml", mill.workspace().read("models/grain.yml"));
    assertThat(mill.lab().writes()).isEmpty();
  }

  @Test
  void anotherRunChangesNoByte() {
    Workspace workspace = mill.workspace();
    workspace.succeed("generate", "dbt-sources", "-o", "models", "--layout", "group");
    String first = workspace.read("models/mill.yml");

    Ran ran = workspace.succeed("generate", "dbt-sources", "-o", "models", "--layout", "group");

    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("2 sources: 0 files written, 1 as it was.");
    assertThat(workspace.read("models/mill.yml")).isEqualTo(first);
    workspace.succeed("generate", "dbt-sources", "-o", "models", "--check");
  }

  @Test
  void whatStandsByHandStays() {
    Workspace workspace = mill.workspace().file(MODELS, STANDING);

    Ran ran = workspace.succeed("generate", "dbt-sources", "-o", "models");

    Golden.check("dbt/sources-standing.yml", workspace.read(MODELS));
    assertThat(ran.err())
        .contains("models/staging.yml:22: grain_public.old_table does not sync")
        .contains("2 sources: 2 files written");
    assertThat(workspace.succeed("generate", "dbt-sources", "-o", "models").out()).isEmpty();
  }

  /// Each line that a person wrote is there afterwards, in its order.
  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void noLineOfAPersonIsLost(String version) {
    Workspace workspace = mill.workspace().file(MODELS, STANDING);

    workspace.succeed("generate", "dbt-sources", "-o", "models", "--dbt", version);

    assertThat(workspace.read(MODELS).lines()).containsSubsequence(STANDING.lines().toList());
    assertThat(workspace.read(MODELS))
        .contains(
            version.equals("v1")
                ? "    freshness:\n      warn_after"
                : "    config:\n      freshness:\n        warn_after");
  }

  @Test
  void freshnessFollowsTheScheduleUnlessSomebodyChangedIt() {
    Workspace workspace = mill.workspace();
    workspace.edit(
        DriftingMill.FILE,
        "owners: [\"@acme/grain\"]}",
        "owners: [\"@acme/grain\"], freshness: 2d}");
    workspace.succeed("generate", "dbt-sources", "-o", "models");
    String before = workspace.read("models/grain.yml");
    workspace.file(
        DriftingMill.FILE,
        workspace.read(DriftingMill.FILE).replace("sync_frequency: 360", "sync_frequency: 60"));
    workspace.edit("models/flour.yml", "count: 12", "count: 13");

    workspace.succeed("generate", "dbt-sources", "-o", "models");

    assertThat(before).contains("warn_after: {count: 12, period: hour}");
    assertThat(before).contains("error_after: {count: 2, period: day}");
    assertThat(workspace.read("models/grain.yml"))
        .contains("warn_after: {count: 2, period: hour}")
        .contains("sync_frequency: 60");
    assertThat(workspace.read("models/flour.yml")).contains("count: 13");
  }

  @Test
  void checkPrintsADiffAndWritesNothing() {
    Workspace workspace = mill.workspace();
    workspace.succeed("generate", "dbt-sources", "-o", "models");
    workspace.edit(DriftingMill.FILE, "ssn: {enabled: false}", "phone: {hashed: true}");
    String before = workspace.read("models/grain.yml");

    Ran ran = workspace.run("generate", "dbt-sources", "-o", "models", "--check");

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).contains("--- a/models/grain.yml").contains("phone");
    assertThat(workspace.read("models/grain.yml")).isEqualTo(before);
  }

  /// A table that is off leaves no entry, one that comes to be off is told of.
  @Test
  void excludedTableIsToldAndStays() {
    Workspace workspace = mill.workspace();
    workspace.succeed("generate", "dbt-sources", "-o", "models");
    workspace.edit(
        DriftingMill.FILE, "users: {columns", "orders: {enabled: false}, users: {columns");

    Ran ran = workspace.succeed("generate", "dbt-sources", "-o", "models");

    assertThat(ran.err()).contains("grain_public.orders does not sync");
    assertThat(workspace.read("models/grain.yml")).contains("- name: orders");
    assertThat(
            workspace.succeed("generate", "dbt-sources", "--target", "connector/grain@mill").out())
        .contains("- name: users")
        .doesNotContain("- name: orders");
  }

  @Test
  void offlineKnowsWhatSettingsName() {
    Ran ran = mill.workspace().succeed("generate", "dbt-sources", "--offline");

    Golden.check("dbt/sources-offline.yml", ran.out());
    assertThat(ran.err())
        .contains("note: connector/flour@mill has no SchemaSettings that name a table");
    assertThat(mill.lab().sandbox().requests()).isEmpty();
  }

  @Test
  void oneFileTakesAll() {
    Workspace workspace = mill.workspace().file("s.yml", "# mine\nversion: 2\nmodels: []\n");

    workspace.succeed("generate", "dbt-sources", "-o", "s.yml");

    assertThat(workspace.read("s.yml"))
        .startsWith("# mine\nversion: 2\nmodels: []\nsources:\n  - name: flour_public\n")
        .contains("  - name: grain_public\n");
    assertThat(workspace.succeed("generate", "dbt-sources", "-o", "s.yml").out()).isEmpty();
  }

  @Test
  void wrongWordsAreRefused() {
    Workspace workspace = mill.workspace().file("a.txt", "x").file("models/b.yml", "sources: [");

    assertThat(workspace.run("generate").code()).isEqualTo(64);
    assertThat(workspace.run("generate", "dbt-sources", "--check").err()).contains("needs -o");
    assertThat(workspace.run("generate", "dbt-sources", "-o", "a.txt").code()).isEqualTo(64);
    assertThat(workspace.succeed("generate", "dbt-sources", "-o", "models").err())
        .contains("warning: models/b.yml is no YAML");
    assertThat(workspace.read("models/b.yml")).isEqualTo("sources: [");
  }

  @Test
  void jsonTellsTheSame() {
    Ran ran =
        mill.workspace().succeed("generate", "dbt-sources", "-o", "models", "--format", "json");

    assertThat(new SchemaCheck("dbt-sources.schema.json").faults(ran.json())).isEmpty();
    assertThat(ran.json().at("/written")).hasSize(2);
    assertThat(ran.json().at("/sources/0/schema").asText()).isEqualTo("flour_public");
  }
}
