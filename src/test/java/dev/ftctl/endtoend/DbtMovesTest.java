package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What dbt makes of a table is felt, too, where the table is loaded anew, moves, or gets other
/// types.
class DbtMovesTest {

  private static final String MANIFEST = "src/test/resources/dbt/manifest.json";
  private static final String DBT = "target/manifest.json";
  private static final String FLOUR =
      "metadata: {name: flour}\nspec:\n  service: postgres\n  groups: [mill]";

  @TempDir Path folder;
  private DriftingMill mill;

  @BeforeEach
  void open() throws IOException {
    mill = new DriftingMill(folder);
    mill.workspace().file(DBT, Files.readAllBytes(Path.of(MANIFEST)));
  }

  @AfterEach
  void close() {
    mill.close();
  }

  @Test
  void replacedConnectionLoadsItsTablesAnew() {
    mill.workspace()
        .edit(DriftingMill.FILE, FLOUR, FLOUR.replace("service: postgres", "service: mysql"));

    JsonNode impact = impact("connector/flour@mill");

    assertThat(impact.at("/breaks/0/effect").asText()).isEqualTo("replaced");
    assertThat(impact.at("/counts/models").asInt()).isEqualTo(1);
  }

  /// The warehouse of the other group is not the one that dbt reads.
  @Test
  void movedConnectionIsMissedWhereItWas() {
    mill.call("PATCH", "connections/{flour}", "{\"paused\": false}");
    mill.workspace()
        .edit(
            DriftingMill.FILE,
            FLOUR,
            FLOUR
                .replace("{name: flour}", "{name: flour, moved_from: mill/flour}")
                .replace("[mill]", "[bakery]"))
        .file("manifests/bakery.yaml", "kind: Group\nmetadata: {name: bakery}\n");

    JsonNode impact = impact("connector/flour@bakery");

    assertThat(impact.at("/breaks/0/effect").asText()).isEqualTo("renamed");
    assertThat(impact.at("/counts/models").asInt()).isEqualTo(1);
  }

  /// Nobody knows what a member does that came after ftctl; that it changes types is possible.
  @Test
  void unknownMemberOfAColumnMayChangeItsType() {
    mill.workspace()
        .edit(DriftingMill.FILE, "email: {hashed: true}", "email: {hashed: true, cast_to: TEXT}")
        .edit(DriftingMill.FILE, "{name: grain}", "{name: grain, unchecked: [columns.cast_to]}");

    JsonNode impact = impact("schema-settings/grain@mill");

    assertThat(impact.path("breaks").findValuesAsText("effect")).containsExactly("retyped");
    assertThat(impact.at("/breaks/0/element").asText()).isEqualTo("public.users.email");
    assertThat(impact.at("/counts/models").asInt()).isEqualTo(3);
  }

  private JsonNode impact(String address) {
    Ran ran =
        mill.workspace()
            .run(
                "plan",
                "--dbt-manifest",
                DBT,
                "--format",
                "json",
                "--allow",
                "replace",
                "--allow",
                "duplicate");
    for (JsonNode change : ran.json().path("changes")) {
      if (change.path("address").asText().equals(address)) {
        assertThat(change.has("impact")).as("%s", ran).isTrue();
        return change.path("impact");
      }
    }
    throw new AssertionError("no change of " + address + ": " + ran);
  }
}
