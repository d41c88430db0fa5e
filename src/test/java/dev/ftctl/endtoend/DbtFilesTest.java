package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The files that `--dbt-manifest` names: broken, of any version, several.
class DbtFilesTest {

  private static final String DBT = "target/manifest.json";

  @TempDir Path folder;
  private DriftingMill mill;

  @BeforeEach
  void open() throws IOException {
    mill = new DriftingMill(folder);
    mill.workspace().file(DBT, Files.readAllBytes(Path.of("src/test/resources/dbt/manifest.json")));
  }

  @AfterEach
  void close() {
    mill.close();
  }

  private Workspace excluding() {
    return mill.workspace()
        .edit(DriftingMill.FILE, "users: {columns", "users: {enabled: false, columns");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "missing.json | 64 | --dbt-manifest missing.json is not there",
        "target | 64 | --dbt-manifest target is a folder",
        "torn.json | 65 | torn.json:2:",
        "array.json | 65 | this is no manifest of dbt, which is an object",
        "other.json | 65 | it has no metadata.dbt_schema_version",
        "results.json | 65 | this is dbt's run-results file, no manifest",
        "old.json | 65 | dbt before 1.3",
      })
  void brokenFilesAreToldBeforeAnyCall(String file, int code, String told) {
    Workspace workspace = mill.workspace();
    workspace.file("torn.json", "{\"nodes\": {},\n \"sources\": {\"a\": {\"name\"");
    workspace.file("array.json", "[]");
    workspace.file("other.json", "{\"name\": \"x\"}");
    workspace.file("results.json", version("run-results", 6));
    workspace.file("old.json", version("manifest", 4));
    mill.lab().forget();

    Ran ran = workspace.run("plan", "--dbt-manifest", file);

    assertThat(ran.code()).as("%s", ran).isEqualTo(code);
    assertThat(ran.err()).contains(told).contains("dbt parse");
    assertThat(mill.lab().sandbox().requests()).isEmpty();
  }

  private static String version(String sort, int number) {
    return "{\"metadata\": {\"dbt_schema_version\": \"https://schemas.getdbt.com/dbt/"
        + sort
        + "/v"
        + number
        + ".json\"}}";
  }

  /// What is in two of them by one id counts once.
  @Test
  void severalProjectsAreOneAnswer() {
    Workspace workspace = excluding().file("b.json", workspaceManifest().replace("bakery", "shop"));

    Ran ran =
        workspace.succeed(
            "plan",
            "--dbt-manifest",
            DBT,
            "--dbt-manifest",
            "b.json",
            "--dbt-manifest",
            DBT,
            "--format",
            "json");

    assertThat(ran.json().at("/dbt/projects").valueStream().map(JsonNode::asText).toList())
        .isEqualTo(List.of("bakery", "shop"));
    assertThat(ran.json().at("/dbt/counts/models").asInt()).isEqualTo(6);
  }

  private String workspaceManifest() {
    return mill.workspace().read(DBT);
  }

  /// The members that count stand in all versions; what a newer one adds is left alone.
  @ParameterizedTest
  @ValueSource(ints = {7, 8, 9, 10, 11, 12, 20, 31})
  void allVersionsAreRead(int version) {
    Workspace workspace =
        excluding()
            .file(
                DBT,
                workspaceManifest()
                    .replace("/v12.json", "/v" + version + ".json")
                    .replace(
                        "\"docs\": {}",
                        "\"docs\": {}, \"functions\": {\"function.x\": {\"name\": [{}]}}"));

    Ran ran = workspace.succeed("plan", "--dbt-manifest", DBT, "--format", "json");

    assertThat(ran.json().at("/dbt/counts/models").asInt()).isEqualTo(3);
  }
}
