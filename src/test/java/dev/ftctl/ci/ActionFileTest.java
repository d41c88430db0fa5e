package dev.ftctl.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `action.yml`, `.pre-commit-hooks.yaml` and the workflows say what the scripts and the
/// documentation say.
final class ActionFileTest {

  private static final Path ACTION = Path.of("action.yml");
  private static final Path GUIDE = Path.of("docs/how-to/use-in-ci.md");
  private static final Pattern USED = Pattern.compile("\\$\\{\\{ inputs[.]([a-z0-9-]+) \\}\\}");
  private static final Pattern USES =
      Pattern.compile("(?m)^ *(?:- )?(uses: +([^ #\n]+)(?: +#.*)?)$");

  @Test
  void everyInputReachesAScriptAndIsTold() throws IOException {
    String text = Files.readString(ACTION);
    JsonNode action = new YAMLMapper().readTree(text);
    List<String> inputs = names(action.path("inputs"));

    assertThat(USED.matcher(text).results().map(found -> found.group(1)).distinct())
        .containsExactlyInAnyOrderElementsOf(
            inputs.stream().filter(name -> !name.equals("comment")).toList());
    String scripts = scripts();
    String guide = Files.readString(GUIDE);
    for (String input : inputs) {
      assertThat(guide).contains("| `" + input + "` |");
      if (!input.equals("comment") && !input.equals("pull-request")) {
        assertThat(scripts).contains("INPUT_" + input.toUpperCase(Locale.ROOT).replace('-', '_'));
      }
    }
  }

  @Test
  void everyOutputIsWrittenAndTold() throws IOException {
    JsonNode outputs = new YAMLMapper().readTree(ACTION.toFile()).path("outputs");
    String scripts = scripts();
    String guide = Files.readString(GUIDE);

    for (String output : names(outputs)) {
      assertThat(outputs.path(output).path("value").asText())
          .endsWith(".outputs." + output + " }}");
      assertThat(scripts).containsPattern("output " + output + " |printf '" + output + "=");
      assertThat(guide).contains("`" + output + "`");
    }
  }

  /// What an expression puts into a script is carried out by the shell; what stands in a variable
  /// is not.
  @Test
  void noScriptHoldsAnExpression() throws IOException {
    JsonNode steps = new YAMLMapper().readTree(ACTION.toFile()).at("/runs/steps");

    assertThat(steps).hasSize(3);
    for (JsonNode step : steps) {
      String run = step.path("run").asText();
      assertThat(run).matches("bash \"[$]GITHUB_ACTION_PATH/src/ci/github/[a-z]+[.]sh\"");
      assertThat(Path.of(run.substring(run.indexOf("src/"), run.length() - 1))).exists();
    }
  }

  @Test
  void hooksRunCommandsThatAreThere() throws IOException {
    JsonNode hooks = new YAMLMapper().readTree(Path.of(".pre-commit-hooks.yaml").toFile());

    assertThat(hooks)
        .extracting(hook -> hook.path("entry").asText())
        .containsExactly("ftctl fmt", "ftctl validate");
    for (JsonNode hook : hooks) {
      Pattern files = Pattern.compile(hook.path("files").asText());
      assertThat(Stream.of("ftctl.yaml", "manifests/shop/orders.yaml", "environments/eu.yml"))
          .allMatch(file -> files.matcher(file).find());
      assertThat(Stream.of("my/ftctl.yaml", ".github/workflows/x.yml", "README.md"))
          .noneMatch(file -> files.matcher(file).find());
    }
  }

  /// A tag can be moved to other code, a commit can't; the tag stands beside it for people. One
  /// action is everywhere of one commit, so that a newer one forgets no place.
  @Test
  void everyActionIsPinnedByItsCommit() throws IOException {
    Map<String, String> pins = new TreeMap<>();
    for (Path file : filesWithWorkflows()) {
      for (MatchResult found : USES.matcher(Files.readString(file)).results().toList()) {
        String used = found.group(2);
        if (used.startsWith("./")) {
          continue;
        }
        assertThat(found.group(1))
            .as(file.toString())
            .matches("uses: +[\\w./-]+@([0-9a-f]{40} # v\\d+[.]\\d+[.]\\d+.*|COMMIT # vVERSION)");
        String action = used.replaceFirst("^([^/]+/[^/@]+).*", "$1");
        String pin = used.substring(used.indexOf('@'));
        assertThat(pins.merge(action, pin, (first, next) -> first))
            .as(file + " " + action)
            .isEqualTo(pin);
      }
    }
    assertThat(pins).containsKeys("actions/checkout", "actions/cache", "OWNER/REPOSITORY");
  }

  private static List<Path> filesWithWorkflows() throws IOException {
    try (Stream<Path> docs = Files.walk(Path.of("docs"));
        Stream<Path> workflows = Files.list(Path.of(".github/workflows"))) {
      return Stream.of(
              docs.filter(file -> file.toString().endsWith(".md")),
              workflows,
              Stream.of(Path.of("README.md"), ACTION))
          .flatMap(files -> files)
          .filter(Files::isRegularFile)
          .toList();
    }
  }

  private static String scripts() throws IOException {
    var text = new StringBuilder();
    try (Stream<Path> files = Files.list(Path.of("src/ci/github"))) {
      for (Path file : files.sorted().toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }

  private static List<String> names(JsonNode mapping) {
    return mapping.properties().stream().map(Map.Entry::getKey).toList();
  }
}
