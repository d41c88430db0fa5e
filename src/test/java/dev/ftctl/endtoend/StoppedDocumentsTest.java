package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import dev.ftctl.testing.judge.Comment;
import dev.ftctl.yaml.Yaml;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/// Whatever stops a command, stdout holds a document of the format that was asked for, and the exit
/// code is the one of every format.
final class StoppedDocumentsTest {

  private static final String GROUP = "kind: Group\nmetadata: {name: g}\n";

  /// Which commands have a format.
  private static final String FORMATS =
      """
      json: plan | apply --auto-approve | validate | render | fmt --check | get group | status \
      | outputs | pause connector/none | sync connector/none | test connector/none \
      | rollout run none.yaml --yes | rollout status none.yaml \
      | api GET /v1/groups | drift | generate dbt-sources \
      | sql rewrite none.sql --connector none \
      | fleet validate | fleet plan | fleet apply --auto-approve | fleet drift | fleet status
      markdown: plan | show none.json | status | drift | apply --auto-approve \
      | fleet plan | fleet apply --auto-approve | fleet drift | fleet status
      sarif: validate
      junit: validate
      github: validate
      gitlab: validate
      yaml: get group
      html: status
      openmetrics: status
      dotenv: outputs
      slack: drift
      github-issue: drift
      """;

  private static final Lab LAB = new Lab();

  /// Exit codes with `--format text`, by command and way.
  private static final Map<String, Integer> CODES = new HashMap<>();

  @TempDir Path folder;

  @AfterAll
  static void close() {
    LAB.close();
  }

  /// One run: a command, a format of its, and what stops it.
  private record Trial(String command, String format, Way way) {

    Workspace in(Path folder) {
      Workspace workspace = way.in(folder, LAB);
      return command.startsWith("fleet ") && way != Way.BROKEN_PROJECT
          ? workspace.file(
              "ftctl.yaml",
              "environments: {a: {account: mossy_quarry}, 'b|<!--': {account: mossy_quarry}}\n")
          : workspace;
    }
  }

  /// All there are under deep. Else of each format every way that stops one of its commands, and of
  /// each command and format two ways.
  static Stream<Trial> trials() {
    return FORMATS
        .lines()
        .flatMap(line -> {
          String[] parts = line.split(": ", 2);
          List<String> commands = List.of(parts[1].split(" \\| "));
          return commands.stream()
              .collect(
                  Collectors.groupingBy(Way::stopping, LinkedHashMap::new, Collectors.toList()))
              .entrySet()
              .stream()
              .flatMap(alike -> covering(alike.getValue(), parts[0], alike.getKey()).stream());
        });
  }

  private static Set<Trial> covering(List<String> commands, String format, List<Way> ways) {
    var trials = new LinkedHashSet<Trial>();
    int few = Math.max(2 * commands.size(), ways.size());
    int all = commands.size() * ways.size();
    for (int index = 0; index < Scale.of(Math.min(few, all), all); index++) {
      String command = commands.get(index % commands.size());
      // One further each time that all commands have had their turn.
      int turn = index / commands.size();
      trials.add(
          new Trial(command, format, ways.get((index % commands.size() + turn) % ways.size())));
    }
    return trials;
  }

  @ParameterizedTest
  @MethodSource("trials")
  void areThereWhateverTheReason(Trial trial) {
    Way way = trial.way();
    int code =
        CODES.computeIfAbsent(
            trial.command() + " " + way,
            first -> trial.in(folder.resolve("text")).run(line(trial, "text")).code());
    Ran ran = trial.in(folder.resolve("own")).run(line(trial, trial.format()));

    assertThat(ran.code()).as("%s", ran).isEqualTo(code).isNotZero();
    requireDocument(ran, trial.format());
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

    static List<Way> stopping(String command) {
      return switch (command) {
        case "validate", "render", "fleet validate" ->
            List.of(BROKEN_MANIFEST, BROKEN_PROJECT, UNKNOWN_PATH, UNKNOWN_OPTION);
        // How a document is laid out does not depend on what it says.
        case "fmt --check" -> List.of(BROKEN_PROJECT, UNKNOWN_PATH, UNKNOWN_OPTION);
        // The account is told of without the manifests.
        case "status", "fleet status", "get group", "api GET /v1/groups" ->
            Stream.of(values()).filter(way -> way != BROKEN_MANIFEST).toList();
        default -> List.of(values());
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

  private static String[] line(Trial trial, String format) {
    var words = new ArrayList<>(List.of(trial.command().split(" ")));
    words.addAll(List.of("--format", format));
    words.addAll(trial.way().more());
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
      case "gitlab" -> assertThat(ran.json().at("/0/location/lines/begin").isInt()).isTrue();
      case "github" -> assertThat(ran.out()).startsWith("::error");
      case "dotenv" ->
          assertThat(ran.out().lines()).allMatch(line -> line.matches("#.*|[A-Z_]+=.*"));
      case "html" -> assertThat(ran.out()).startsWith("<!doctype html>");
      case "openmetrics" -> assertThat(ran.out()).endsWith("# EOF\n");
      case "markdown" -> assertThat(Comment.faults(ran.out())).as(ran.out()).isEmpty();
      case "github-issue" -> {
        assertThat(Comment.faults(ran.out())).as(ran.out()).isEmpty();
        assertThat(ran.out()).startsWith("<!-- ftctl:drift account=- environment=- -->\n");
      }
      case "slack" -> {
        assertThat(ran.json().path("text").asText()).contains("Nothing is known");
        assertThat(ran.json().at("/blocks/2/text/text").asText()).startsWith("• ");
      }
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

  @ParameterizedTest
  @ValueSource(strings = {"plan", "drift"})
  void commentsOfAStoppedRunTakeThePlaceOfTheLastOne(String command) {
    var workspace =
        new Workspace(folder)
            .file(
                "ftctl.yaml",
                "default_environment: prod\nenvironments: {prod: {account: mossy_quarry}}\n")
            .file("manifests/g.yaml", GROUP)
            .reaching(LAB.sandbox());
    Ran well = workspace.run(command, "--format", "markdown");

    workspace.edit("manifests/g.yaml", "kind: Group", "kind: Grup");
    Ran stopped = workspace.run(command, "--format", "markdown");

    assertThat(stopped.code()).isEqualTo(65);
    assertThat(stopped.out())
        .startsWith(well.out().lines().findFirst().orElseThrow())
        .contains(
            "### ftctl " + command + ": **n",
            "**, 1 error\n",
            "> [!CAUTION]",
            "manifests/g.yaml:1:7");
    assertThat(well.out())
        .startsWith("<!-- ftctl:" + command + " account=mossy_quarry environment=prod -->");
  }

  @Test
  void refusedCallIsToldInLinesOfItsOwn() {
    Workspace workspace = Way.WRONG_KEY.in(folder, LAB);
    Ran text = workspace.run("plan");
    Ran json = workspace.run("plan", "--format", "json");

    String key = "FIVETRAN_API_KEY of 11 characters, FIVETRAN_API_SECRET of 19 characters";
    List<String> lines = text.err().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0))
        .isEqualTo(
            "error: GET /v1/account/info → 401 Unauthorized: Invalid authorization credentials");
    assertThat(lines.get(1)).isEqualTo("  used: " + key);
    assertThat(lines.get(2)).startsWith("  The API key was not accepted: ");
    assertThat(lines.get(3)).matches("  X-Request-Id [\\w-]+");
    assertThat(json.json().at("/problems/0/message").asText())
        .isEqualTo(lines.get(0).substring("error: ".length()));
    assertThat(json.json().at("/problems/0/key").asText()).isEqualTo(key);
    assertThat(json.json().at("/problems/0/request_id").asText()).matches("[\\w-]+");
  }
}
