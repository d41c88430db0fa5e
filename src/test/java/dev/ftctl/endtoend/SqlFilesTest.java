package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.sql.GeneratedModels;
import dev.ftctl.testing.SchemaCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `sql rewrite` and files: which are read, what is written, what stays.
class SqlFilesTest {

  private static final String NAMES =
      """
      {"code": "Success", "data": {"schemas": {"dbo": {"name_in_destination": "crm_dbo", "tables": {
        "Account": {"name_in_destination": "account", "columns": {
          "AccountNumber": {"name_in_destination": "account_number"}}}}}}}}
      """;
  private static final String BEFORE = "select AccountNumber from dbo.Account\n";
  private static final String AFTER = "select account_number from crm_dbo.Account\n";

  @TempDir Path top;
  private Path folder;
  private Workspace workspace;

  @BeforeEach
  void open() {
    folder = top.resolve("repository");
    workspace = new Workspace(folder).file("names.json", NAMES).file("a.sql", BEFORE);
  }

  private Ran rewrite(String... arguments) {
    List<String> line =
        new ArrayList<>(
            List.of("sql", "rewrite", "--schema", "names.json", "--dialect", "snowflake"));
    line.addAll(List.of(arguments));
    return workspace.run(line.toArray(String[]::new));
  }

  @Test
  void everyByteElseStays() throws IOException {
    byte[] bytes =
        ("\uFEFF-- 🦆\r\n" + BEFORE + "\r\n\t-- \u0001 end").getBytes(StandardCharsets.UTF_8);
    workspace.file("a.sql", bytes);

    Ran ran = rewrite("-i", "--backup", "a.sql");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEqualTo("a.sql\n");
    assertThat(Files.readAllBytes(folder.resolve("a.sql.bak"))).isEqualTo(bytes);
    assertThat(workspace.read("a.sql"))
        .isEqualTo(new String(bytes, StandardCharsets.UTF_8).replace(BEFORE, AFTER));
  }

  @Test
  void backupThatIsThereStays() {
    workspace.file("b.sql", BEFORE).file("b.sql.old", "mine");

    Ran ran = rewrite("-i", "--backup=.old", "a.sql", "b.sql");

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains("b.sql.old is there already, and nothing was written");
    assertThat(workspace.read("b.sql.old")).isEqualTo("mine");
    assertThat(workspace.read("a.sql")).isEqualTo(BEFORE);
  }

  @Test
  void checkPrintsADiffAndWritesNothing() {
    Ran ran = rewrite("--check", "a.sql");

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out())
        .isEqualTo("--- a/a.sql\n+++ b/a.sql\n@@ -1,1 +1,1 @@\n-" + BEFORE + "+" + AFTER);
    assertThat(ran.err()).contains("2 names in 1 file would be rewritten");
    assertThat(workspace.read("a.sql")).isEqualTo(BEFORE);
  }

  /// The others are done.
  @Test
  void fileThatCannotBeTakenApartStays() {
    String open = BEFORE + "  where x = 'no end\n";
    byte[] latin = (BEFORE + "-- caf\u00e9").getBytes(StandardCharsets.ISO_8859_1);
    workspace.file("m/open.sql", open).file("m/latin.sql", latin).file("m/fine.sql", BEFORE);

    Ran ran = rewrite("-i", "m");

    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.out()).isEqualTo("m/fine.sql\n");
    assertThat(ran.err())
        .contains(
            "error: m/latin.sql:2:7: what stands here is not UTF-8",
            "error: m/open.sql:2:13: the text in quotes that begins here has no end (read as"
                + " snowflake)");
    assertThat(workspace.read("m/open.sql")).isEqualTo(open);
    assertThat(workspace.read("m/fine.sql")).isEqualTo(AFTER);
    Ran json = rewrite("--check", "--format", "json", "m");
    assertThat(json.code()).isEqualTo(65);
    assertThat(new SchemaCheck("sql.schema.json").faults(json.json())).isEmpty();
    assertThat(json.json().at("/problems")).hasSize(2);
  }

  @Test
  void jsonTellsEachPlace() {
    workspace.file("a.sql", BEFORE.strip() + " join old.thing on 1 = AccountNumber\n");

    JsonNode json = rewrite("--format", "json", "a.sql").json();

    assertThat(new SchemaCheck("sql.schema.json").faults(json)).isEmpty();
    assertThat(json.at("/files/0/rewritten/0/from").asText()).isEqualTo("dbo");
    assertThat(json.at("/files/0/rewritten/0/column").asInt()).isEqualTo(27);
    assertThat(json.at("/files/0/left").findValuesAsText("name"))
        .containsExactly("AccountNumber", "old.thing", "AccountNumber");
    assertThat(json.at("/files/0/text").asText()).contains("crm_dbo.Account");
  }

  /// A branch of a stranger's may hold links.
  @Test
  void linksAreNotFollowed() throws IOException {
    Path outside = Files.createDirectory(top.resolve("outside"));
    Files.writeString(outside.resolve("b.sql"), BEFORE);
    workspace.file("m/a.sql", BEFORE);
    Files.createSymbolicLink(folder.resolve("m/b.sql"), outside.resolve("b.sql"));
    Files.createSymbolicLink(folder.resolve("m/c"), outside);

    assertThat(rewrite("-i", "m").out()).isEqualTo("m/a.sql\n");
    for (String path : List.of("m/b.sql", "m/c", "m/c/b.sql")) {
      Ran ran = rewrite("-i", path);
      assertThat(ran.code()).as("%s", ran).isEqualTo(1);
      assertThat(ran.err()).contains("ftctl does not write through links");
    }
    assertThat(Files.readString(outside.resolve("b.sql"))).isEqualTo(BEFORE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sql rewrite a.sql                                         | nothing says which names count
          sql rewrite a.sql --connector x --schema names.json       | both say which names count
          sql rewrite a.sql --schema names.json                     | Give --dialect: snowflake, bigquery
          sql rewrite a.sql --schema names.json --dialect snowflak  | did you mean 'snowflake'?
          sql rewrite a.sql --schema none.json --dialect mysql      | can't read none.json
          sql rewrite none.sql --schema names.json --dialect mysql  | there is no none.sql
          sql rewrite . a.sql names.json --schema names.json        | there are 2 files, and one is printed
          sql rewrite a.sql --check -i --schema names.json          | -i writes files, and --check writes none
          sql rewrite a.sql --backup --schema names.json            | --backup needs -i
          sql rewrite a.sql -i --backup=/x --schema names.json      | is no suffix of a name
          sql                                                       | sql rewrite FILE
          """)
  void wrongLinesAreTold(String line, String message) {
    Ran ran = workspace.run(line.strip().split(" +"));

    assertThat(ran.code()).as("%s", ran).isEqualTo(64);
    assertThat(ran.err()).contains(message);
  }

  @Test
  void fileThatIsNoConfigurationIsTold() {
    workspace.file("names.json", "{\"code\": \"NotFound\"}");

    Ran ran = rewrite("a.sql");

    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err()).contains("names.json is no schema configuration: it has no schemas");
  }

  /// As large as people have: one run, and the next changes nothing.
  @Test
  void folderOfFiveHundredModelsIsRewrittenInOneRun() throws IOException {
    var models = new GeneratedModels(500);
    workspace.file("names.json", models.names());
    models.texts().forEach(workspace::file);

    Ran first = rewrite("-i", "models", "-q");

    assertThat(first.code()).as("%s", first).isZero();
    assertThat(first.out().lines().count()).isGreaterThan(400);
    for (String file : models.texts().keySet()) {
      assertThat(GeneratedModels.sealed(workspace.read(file)))
          .as(file)
          .isEqualTo(models.sealedBefore(file));
    }
    Ran second = rewrite("-i", "models", "-q");
    assertThat(second.out()).isEmpty();
  }
}
