package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import dev.ftctl.testing.judge.Comment;
import dev.ftctl.yaml.Yaml;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

/// Whatever stops a command, stdout holds a document of the format that was asked for, and the exit
/// code is the one of every format.
final class StoppedDocumentsTest {

  private static final String GROUP = "kind: Group\nmetadata: {name: g}\n";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "plan, json",
    "plan, markdown",
    "apply --auto-approve, json",
    "validate, json",
    "validate, sarif",
    "validate, junit",
    "validate, github",
    "render, json",
    "fmt --check, json",
    "get group, json",
    "get group, yaml",
    "status, json",
    "status, markdown",
    "status, html",
    "status, openmetrics",
    "outputs, json",
    "outputs, dotenv",
    "pause connector/none, json",
    "sync connector/none, json",
    "test connector/none, json",
    "api GET /v1/groups, json",
  })
  void areThereWhateverTheReason(String command, String format) {
    try (var lab = new Lab()) {
      int stopped = 0;
      for (Way way : Way.values()) {
        Ran text = way.in(folder.resolve(way + "-text"), lab).run(line(command, way, "text"));
        Ran ran = way.in(folder.resolve(way + "-own"), lab).run(line(command, way, format));

        assertThat(ran.code()).as("%s: %s", way, ran).isEqualTo(text.code());
        if (text.code() != 0) {
          stopped++;
          requireDocument(ran, format);
        }
      }
      assertThat(stopped).isPositive();
    }
  }

  /// What stops a command.
  private enum Way {
    BROKEN_MANIFEST,
    BROKEN_PROJECT,
    UNKNOWN_PATH,
    UNKNOWN_OPTION,
    WRONG_KEY,
    FAILING_SERVER,
    NOBODY_THERE;

    Workspace in(Path folder, Lab lab) {
      var workspace =
          new Workspace(folder)
              .waitingBy(new Impatient())
              .file("ftctl.yaml", this == BROKEN_PROJECT ? "account: [\n" : "{}\n")
              .file(
                  "manifests/g.yaml",
                  this == BROKEN_MANIFEST ? GROUP + "spec: {nome: a|b, '<!-- x': 1}\n" : GROUP)
              .reaching(lab.sandbox());
      return switch (this) {
        case WRONG_KEY -> workspace.with("FIVETRAN_API_SECRET", "not-the-secret-4711");
        case FAILING_SERVER -> workspace.with("FIVETRAN_API_URL", lab.sandbox().url() + "/nowhere");
        case NOBODY_THERE -> workspace.with("FIVETRAN_API_URL", "http://127.0.0.1:9");
        case BROKEN_MANIFEST, BROKEN_PROJECT, UNKNOWN_PATH, UNKNOWN_OPTION -> workspace;
      };
    }

    List<String> more() {
      return switch (this) {
        case UNKNOWN_PATH -> List.of("none|<!-- .yaml");
        case UNKNOWN_OPTION -> List.of("--nothing-of-the-sort");
        case BROKEN_MANIFEST, BROKEN_PROJECT, WRONG_KEY, FAILING_SERVER, NOBODY_THERE -> List.of();
      };
    }
  }

  private static String[] line(String command, Way way, String format) {
    var words = new ArrayList<>(List.of(command.split(" ")));
    words.addAll(List.of("--format", format));
    words.addAll(way.more());
    return words.toArray(String[]::new);
  }

  private static void requireDocument(Ran ran, String format) {
    assertThat(ran.out()).as("%s", ran).isNotBlank().doesNotContain("not-the-secret-4711");
    switch (format) {
      case "json" -> assertThat(ran.json().isObject()).isTrue();
      case "yaml" ->
          assertThat(Yaml.read("out", ran.out().getBytes(StandardCharsets.UTF_8)).problems())
              .isEmpty();
      case "sarif" -> assertThat(ran.json().at("/runs/0/results").size()).isPositive();
      case "junit" -> assertThat(elements(ran.out(), "failure")).isPositive();
      case "github" -> assertThat(ran.out()).startsWith("::error");
      case "dotenv" ->
          assertThat(ran.out().lines()).allMatch(line -> line.matches("#.*|[A-Z_]+=.*"));
      case "html" -> assertThat(ran.out()).startsWith("<!doctype html>");
      case "openmetrics" -> assertThat(ran.out()).endsWith("# EOF\n");
      case "markdown" -> assertThat(Comment.faults(ran.out())).as(ran.out()).isEmpty();
      default -> throw new AssertionError(format);
    }
  }

  private static int elements(String xml, String name) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)))
          .getElementsByTagName(name)
          .getLength();
    } catch (java.io.IOException
        | javax.xml.parsers.ParserConfigurationException
        | org.xml.sax.SAXException wrong) {
      throw new AssertionError(xml, wrong);
    }
  }

  @Test
  void commentsOfAStoppedPlanTakeThePlaceOfTheLastOne() {
    try (var lab = new Lab()) {
      var workspace =
          new Workspace(folder)
              .file(
                  "ftctl.yaml",
                  "default_environment: prod\n"
                      + "environments: {prod: {account: ACCOUNT}}\n"
                          .replace("ACCOUNT", "mossy_quarry"))
              .file("manifests/g.yaml", GROUP)
              .reaching(lab.sandbox());
      Ran well = workspace.run("plan", "--format", "markdown");

      workspace.edit("manifests/g.yaml", "kind: Group", "kind: Grup");
      Ran stopped = workspace.run("plan", "--format", "markdown");

      assertThat(stopped.code()).isEqualTo(65);
      assertThat(stopped.out())
          .startsWith(well.out().lines().findFirst().orElseThrow())
          .contains("### ftctl plan: **no plan**, 1 error", "> [!CAUTION]", "manifests/g.yaml:1:7");
      assertThat(well.out())
          .startsWith("<!-- ftctl:plan account=mossy_quarry environment=prod -->");
    }
  }
}
