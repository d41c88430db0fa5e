package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.example.KindExample;
import dev.ftctl.kind.Kind;
import dev.ftctl.testing.Golden;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import dev.ftctl.testing.SchemaCheck;
import dev.ftctl.testing.Wanted;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `schema KIND --example` prints is a manifest that needs nothing more, for every kind.
class KindExamplesTest {

  private static final Pattern ASIDE = Pattern.compile("^( +)# (?=[a-z_]+: (?!.*…))");

  private static final Pattern GOES_WITH =
      Pattern.compile("counts only with|speaks of the same instances");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"group", "hybrid-agent", "transformation", "webhook"})
  void commandPrintsIt(String slug) {
    Ran ran = new Workspace(folder).succeed("schema", slug, "--example");

    Golden.check("example/kinds/" + slug + ".yaml", ran.out());
  }

  @ParameterizedTest
  @CsvSource({"SystemKey", "systemkeys", "system-keys", "SYSTEM-KEY"})
  void kindIsSpelledAsAnywhere(String typed) {
    Ran ran = new Workspace(folder).succeed("schema", "--example", typed);

    assertThat(ran.out()).contains("kind: SystemKey\n");
  }

  @Test
  void wrongKindIsToldWithWhatWasMeant() {
    Ran near = new Workspace(folder).run("schema", "proxi-agent", "--example");
    Ran none = new Workspace(folder).run("schema", "--example");
    Ran project = new Workspace(folder).run("schema", "project", "--example");

    assertThat(near.code()).isEqualTo(64);
    assertThat(near.err()).contains("no kind 'proxi-agent'", "did you mean 'ProxyAgent'?");
    assertThat(none.code()).isEqualTo(64);
    assertThat(none.err()).contains("--example asks for a kind", "Webhook");
    assertThat(project.code()).isEqualTo(64);
    assertThat(project.err()).contains("ftctl init");
  }

  /// All of them in one project: not a word, in the house format and of the schema; applied once,
  /// and then there is nothing to do.
  @Test
  void examplesAreAppliedOnceAndNeedNothingAfterwards() {
    try (var lab = new Lab()) {
      Workspace workspace = withExamples().reaching(lab.sandbox());

      Ran validated = workspace.succeed("validate", "--strict");
      workspace.succeed("fmt", "--check");
      workspace.succeed("apply", "--auto-approve", "--settle", "0", "-q");
      Ran after = workspace.run("plan", "--detailed-exitcode");

      assertThat(validated.all()).doesNotContain("warning", "error");
      assertThat(after.code()).as("%s", after).isZero();
    }
  }

  @Test
  void examplesKeepToTheSchema() {
    var schema = new SchemaCheck("ftctl.schema.json");

    for (Kind kind : Wanted.KINDS.kinds()) {
      assertThat(SchemaCheck.documents(KindExample.of(kind.definition())))
          .hasSize(1)
          .allSatisfy(document -> assertThat(schema.faults(document)).isEmpty());
    }
  }

  /// Each field that stands there as a comment with a value may be said, unless it goes only with
  /// another one, or instead of another.
  @Test
  void commentedFieldsAreOfTheRightForm() {
    Workspace workspace = withExamples();
    int step = Scale.of(4, 1);
    int place = 0;

    for (Kind kind : Wanted.KINDS.kinds()) {
      String file = ExampleProject.file(kind.definition().slug());
      String text = workspace.read(file);
      for (String line : text.lines().filter(line -> ASIDE.matcher(line).find()).toList()) {
        if (place++ % step > 0) {
          continue;
        }
        workspace.file(file, text.replace(line, ASIDE.matcher(line).replaceFirst("$1")));

        Ran ran = workspace.run("validate", "--strict");

        assertThat(ran.code() == 0 || GOES_WITH.matcher(ran.err()).find())
            .as("%s: %s", line, ran)
            .isTrue();
      }
      workspace.file(file, text);
    }
  }

  private Workspace withExamples() {
    var workspace = new Workspace(folder);
    ExampleProject.write(workspace);
    return workspace;
  }
}
