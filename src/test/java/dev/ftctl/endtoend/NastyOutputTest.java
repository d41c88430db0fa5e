package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.QuickSleeper;
import dev.ftctl.testing.Scale;
import dev.ftctl.testing.judge.Comment;
import dev.ftctl.testing.judge.Runner;
import dev.ftctl.testing.judge.Screen;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// No text of others acts on what shows it: texts that would, in each place where texts come from,
/// by each command and format, judged by readers that are none of ours.
class NastyOutputTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261129);
  private static final JsonMapper JSON = new JsonMapper();

  private static final List<String> COMMANDS =
      List.of(
          "validate",
          "validate --format json",
          "validate --format sarif",
          "validate --format junit",
          "validate --format github",
          "validate --format gitlab",
          "render",
          "render --format json",
          "plan --show-unmanaged --expand -v",
          "plan --show-unmanaged --no-color",
          "plan --format markdown",
          "plan --format json",
          "fmt --check",
          "drift",
          "drift --format json",
          "drift --format markdown",
          "drift --format slack",
          "drift --format github-issue",
          "drift --accept * --unmanaged",
          "drift --accept * --unmanaged --diff",
          "drift --accept * --unmanaged --format json",
          "drift --accept * --unmanaged --format markdown",
          "export",
          "connector copy * --to * --with-schema",
          "doctor",
          "doctor --format json",
          "generate dbt-sources",
          "generate dbt-sources --offline",
          "generate dbt-sources -o models --format json",
          "status",
          "outputs --format dotenv",
          "apply --auto-approve --journal none --allow replace",
          "apply --auto-approve --journal none --format markdown",
          "apply --auto-approve --journal none --format json");

  @TempDir Path folder;

  /// All of it takes minutes; else a text for each place and some of the commands, by the seed.
  @ParameterizedTest
  @EnumSource(NastySource.class)
  void nothingActs(NastySource source) throws Exception {
    var random = new Random(SEED + source.ordinal());
    for (String text : some(Nasty.TEXTS, 1, random)) {
      for (String command : some(COMMANDS, 5, random)) {
        judge(source, text, command, random.nextBoolean());
      }
    }
  }

  /// The places from where most is shown.
  @ParameterizedTest
  @EnumSource(names = {"NAME", "VALUE", "LIVE", "FILE"})
  void nothingActsInPlans(NastySource source) throws Exception {
    for (String text : some(Nasty.TEXTS, 8, new Random(SEED))) {
      judge(source, text, "plan --format markdown", false);
      judge(source, text, "plan", true);
    }
  }

  /// What somebody made of a saved plan: addresses, arguments, places, whatever is a text.
  @Test
  void nothingOfASavedPlanActs() throws Exception {
    for (String text : some(Nasty.TEXTS, 6, new Random(SEED))) {
      try (var account = new PlayedAccount()) {
        Workspace workspace = workspace(NastySource.WRITE_REFUSED, text, account);
        workspace.run("plan", "-o", "p.json");
        JsonNode saved = JSON.readTree(workspace.read("p.json"));
        workspace.file("texts.json", tampered(saved, text, true).toString());
        workspace.file("names.json", tampered(saved, text, false).toString());
        for (String file : List.of("texts.json", "names.json")) {
          Ran ran = workspace.runOnTerminal("apply", "--auto-approve", file);
          assertThat(ran.code()).as("%s", ran).isNotZero();
          harmless(ran, true, "saved plan " + Nasty.TEXTS.indexOf(text));
          Ran shown = workspace.runOnTerminal("show", file);
          harmless(shown, true, "shown plan " + Nasty.TEXTS.indexOf(text));
        }
      }
    }
  }

  /// Nor what a script hands over from a branch: names of files, environments, addresses.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plan --env",
        "plan --target",
        "plan --var",
        "plan -l",
        "plan --allow",
        "plan --base",
        "apply",
        "show",
        "validate",
        "fmt",
        "render",
        "connect",
        "schema",
        "plan --format",
        "init",
        "check",
        "check --filter",
        "connector-type show",
        "plan --rotate-secrets",
        "plan --now",
        "plan --config",
        "fleet validate --envs",
        "fleet plan --shard",
        "fleet apply",
        "fleet merge",
        "verb"
      })
  void noArgumentActs(String command) throws Exception {
    for (String text : some(Nasty.TEXTS, 3, new Random(SEED + command.hashCode()))) {
      try (var account = new PlayedAccount()) {
        Workspace workspace = workspace(NastySource.WRITE_REFUSED, text, account);
        var arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.add(text);
        Ran ran = workspace.runOnTerminal(arguments.toArray(String[]::new));
        harmless(ran, true, command + " " + Nasty.TEXTS.indexOf(text));
      }
    }
  }

  private static JsonNode tampered(JsonNode node, String text, boolean ofTexts) {
    if (node instanceof ObjectNode object) {
      var copy = JSON.createObjectNode();
      object
          .properties()
          .forEach(entry -> {
            boolean isKept = entry.getKey().equals("format") || entry.getKey().equals("ftctl");
            boolean isRenamed = !ofTexts && entry.getKey().contains("/");
            copy.set(
                isRenamed ? entry.getKey() + text : entry.getKey(),
                isKept ? entry.getValue() : tampered(entry.getValue(), text, ofTexts));
          });
      return copy;
    }
    if (node instanceof ArrayNode array) {
      var copy = JSON.createArrayNode();
      array.forEach(item -> copy.add(tampered(item, text, ofTexts)));
      return copy;
    }
    return ofTexts && node.isTextual() ? JSON.getNodeFactory().textNode(text) : node;
  }

  static <T> List<T> some(List<T> all, int normal, Random random) {
    var shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, Scale.of(Math.min(normal, all.size()), all.size()));
  }

  /// What is escaped for whoever looks is the same text for whoever reads.
  @Test
  void documentsStillSayTheSame() throws JsonProcessingException {
    for (String text : Nasty.TEXTS) {
      if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
        continue;
      }
      Path own = folder.resolve("t" + Nasty.TEXTS.indexOf(text));
      var workspace =
          new Workspace(own)
              .file(
                  "manifests/g.yaml",
                  "kind: Connector\nmetadata: {name: pit}\nspec: {service: postgres, groups: ["
                      + "quarry], config: {host: %s}}\n---\nkind: Group\nmetadata: {name: quarry}\n"
                          .formatted(Nasty.yaml(text)));
      Ran json = workspace.run("render", "--format", "json");
      if (json.code() != 0) {
        continue;
      }
      String said = JSON.readTree(json.out()).findValue("host").asText();
      Ran yaml = workspace.run("render");

      String read =
          new Workspace(folder.resolve("r" + own.getFileName()))
              .file("manifests/g.yaml", yaml.out())
              .run("render", "--format", "json")
              .json()
              .findValue("host")
              .asText();

      assertThat(said).isEqualTo(text);
      assertThat(read).isEqualTo(text);
    }
  }

  private void judge(NastySource source, String text, String command, boolean isTerminal)
      throws Exception {
    int number = Nasty.TEXTS.indexOf(text);
    String name = source + " " + number + " " + command + (isTerminal ? " on a terminal" : "");
    try (var account = new PlayedAccount()) {
      Workspace workspace = workspace(source, text, account);
      String[] arguments = command.split(" ");
      Ran ran = isTerminal ? workspace.runOnTerminal(arguments) : workspace.run(arguments);

      if (command.endsWith("github")) {
        assertThat(Runner.notAnnotations(ran.out())).as(name).isEmpty();
        assertThat(Screen.acts(ran.out(), isTerminal)).as("%s: stdout", name).isEmpty();
        harmless(new Ran(ran.code(), "", ran.err()), isTerminal, name);
      } else {
        harmless(ran, isTerminal, name);
      }
      read(command, ran, name);
    }
  }

  static void harmless(Ran ran, boolean isTerminal, String name) {
    assertThat(Screen.acts(ran.out(), isTerminal)).as("%s: stdout", name).isEmpty();
    assertThat(Screen.acts(ran.err(), isTerminal)).as("%s: stderr", name).isEmpty();
    assertThat(Runner.commands(ran.all())).as(name).isEmpty();
  }

  private Workspace workspace(NastySource source, String text, PlayedAccount account) {
    Path own = folder.resolve(source + "-" + Nasty.TEXTS.indexOf(text));
    Workspace workspace =
        new Workspace(own)
            .with("FIVETRAN_API_URL", account.url())
            .with("FIVETRAN_API_KEY", "a-key")
            .with("FIVETRAN_API_SECRET", "an-api-secret")
            .with("FTCTL_QUOTAS", "none")
            .waitingBy(new QuickSleeper());
    source.write(workspace, account, text);
    return workspace;
  }

  static void read(String command, Ran ran, String name) throws Exception {
    if (ran.out().isEmpty()) {
      return;
    }
    if (command.endsWith("json") || command.endsWith("gitlab")) {
      ran.json();
    } else if (command.endsWith("sarif")) {
      for (JsonNode message : ran.json().findValues("message")) {
        assertThat(message.path("text").asText()).as(name).doesNotContain("](");
      }
    } else if (command.endsWith("junit")) {
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(ran.out().getBytes(StandardCharsets.UTF_8)));
    } else if (command.endsWith("markdown") && ran.out().startsWith("<!--")) {
      assertThat(Comment.faults(ran.out())).as("%s%n%s", name, ran.out()).isEmpty();
    }
  }
}
