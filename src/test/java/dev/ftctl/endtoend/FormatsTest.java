package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `validate` finds is the same in every format, and so is its exit code.
class FormatsTest {

  private static final String GOOD = "kind: Group\nmetadata: {name: finance}\n";
  private static final String BROKEN = "kind: Grup\nmetadata: {name: sales}\n";
  private static final String MORE =
      """
      kind: Webhook
      metadata: {name: pager}
      spec: {urll: "https://hooks.example.com/x", events: [sync_ends], secret: hooks-own-secret}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "sarif", "junit", "github", "gitlab"})
  void allFindingsAndTheCodeAreThoseOfEveryFormat(String format) {
    var workspace =
        new Workspace(folder)
            .file("manifests/a.yaml", BROKEN)
            .file("manifests/b.yaml", MORE)
            .file("manifests/c.yaml", GOOD);

    Ran ran = workspace.run("validate", "--format", format);

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    String told = format.equals("text") ? ran.err() : ran.out();
    assertThat(told)
        .contains("Grup")
        .contains("urll")
        .contains("sync_ends")
        .doesNotContain("hooks-own-secret");
    assertThat(format.equals("text") ? ran.out() : ran.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sarif", "github", "gitlab"})
  void forgesFindFilesFromTheRepositorysTop(String format) throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    Path project = Files.createDirectories(folder.resolve("data/fivetran"));
    var workspace = new Workspace(project).file("manifests/a.yaml", BROKEN);

    Ran ran = workspace.run("validate", "--format", format);

    assertThat(ran.out()).containsPattern("[=\"]data/fivetran/manifests/a.yaml[\",]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "sarif", "junit", "github", "gitlab"})
  void warningsLeaveTheCodeAlone(String format) {
    var workspace =
        new Workspace(folder)
            .file("manifests/a.yaml", MORE.replace("urll", "url").replace("sync_ends", "sync_end"));

    Ran ran = workspace.run("validate", "--format", format);
    Ran strict = workspace.run("validate", "--strict", "--format", format);

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.all()).contains("literally");
    assertThat(strict.code()).isEqualTo(65);
  }

  @Test
  void orderIsThatOfFilesAndLines() {
    var workspace =
        new Workspace(folder).file("manifests/b.yaml", MORE).file("manifests/a.yaml", BROKEN);

    Ran ran = workspace.run("validate", "--format", "github");

    assertThat(ran.out().lines().map(FormatsTest::file))
        .hasSizeGreaterThan(2)
        .isSorted()
        .contains("manifests/a.yaml", "manifests/b.yaml");
  }

  @Test
  void plansHaveNoFormatOfProblems() {
    var workspace = new Workspace(folder).file("manifests/a.yaml", GOOD);

    Ran ran = workspace.run("plan", "--sandbox", "--format", "sarif");

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err())
        .contains("--format sarif: plan prints text, json or markdown; only validate has that");
  }

  @Test
  void formatIsRefusedByTheNameOfTheCommandThatHasIt() {
    var workspace = new Workspace(folder).file("manifests/a.yaml", GOOD);

    Ran ran = workspace.run("connector-type", "list", "--format", "markdown");

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err())
        .contains(
            "list prints text or json; only plan, show, drift, apply, status and fleet have that");
  }

  private static String file(String line) {
    Matcher file = Pattern.compile("file=([^,]*),").matcher(line);
    return file.find() ? file.group(1) : "";
  }
}
