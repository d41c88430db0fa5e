package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.model.address.Address;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What [NastyOutputTest] asks, of each kind of the list: its documents and its live objects are
/// called by texts that would act on what shows them.
class NastyKindsTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261201);

  /// Of manifests.
  private static final List<String> COMMANDS =
      List.of(
          "validate",
          "validate --format gitlab",
          "render --format json",
          "graph",
          "graph --format dot",
          "graph --format svg",
          "graph --format json",
          "plan --expand -v",
          "plan --format markdown",
          "plan --format json");

  /// Of an account; those of each kind come besides.
  private static final List<String> LIVE =
      List.of(
          "plan --show-unmanaged --expand",
          "plan --show-unmanaged --format markdown",
          "plan --show-unmanaged --format json",
          "drift --unmanaged",
          "drift --format markdown",
          "drift --format slack",
          "drift --format github-issue",
          "export",
          "export -o out",
          "status --no-color",
          "status --format markdown",
          "outputs",
          "outputs --format json",
          "outputs --format dotenv",
          "graph --live",
          "graph --live --format svg");

  /// What people call live objects, and what an account says of them in words.
  private static final Set<String> WORDS =
      Set.of(
          "name",
          "display_name",
          "given_name",
          "family_name",
          "schema",
          "url",
          "description",
          "folder_path",
          "git_branch",
          "state_summary",
          "host");

  /// Those of whose objects an account tells no name, and that go by that of no other object.
  private static final Set<String> NAMELESS =
      Set.of("account-log", "sdk-package", "api-key", "webhook");

  @TempDir Path folder;

  @Test
  void noDocumentActs() throws Exception {
    for (KindDefinition kind : OneOfEach.kinds().toList()) {
      var random = new Random(SEED + kind.slug().hashCode());
      for (String text : NastyOutputTest.some(Nasty.TEXTS, 1, random)) {
        for (String command : NastyOutputTest.some(COMMANDS, 2, random)) {
          String name = kind.slug() + " " + Nasty.TEXTS.indexOf(text) + " " + command;
          Path own = folder.resolve(name.replace(' ', '-'));
          try (var account = new PlayedAccount()) {
            judge(document(own, account, kind, text), command, random.nextBoolean(), name);
          }
        }
      }
    }
  }

  private static Workspace document(
      Path own, PlayedAccount account, KindDefinition kind, String text) {
    Map<String, Object> spec = new LinkedHashMap<>(PlainDocuments.spec(kind.slug()));
    spec.replaceAll((field, value) -> nasty(value, text));
    Map<String, Object> plain = PlainDocuments.spec(kind.slug());
    return new Workspace(own)
        .with("FIVETRAN_API_URL", account.url())
        .with("FIVETRAN_API_KEY", "a-key")
        .with("FIVETRAN_API_SECRET", "an-api-secret")
        .file("manifests/name.yaml", called(kind, text, plain))
        .file("manifests/texts.yaml", called(kind, "one", spec));
  }

  private static String called(KindDefinition kind, String name, Map<String, Object> spec) {
    return GrammarPlaces.json(
            Map.of("kind", kind.name(), "metadata", Map.of("name", "NAME"), "spec", spec))
        .replace("\"NAME\"", Nasty.json(name));
  }

  private static Object nasty(Object value, String text) {
    return value instanceof String ? text : value;
  }

  @Test
  void noLiveObjectActs() throws Exception {
    var random = new Random(SEED);
    for (String text : NastyOutputTest.some(speakable(), 1, random)) {
      try (Lab lab = OneOfEach.lab()) {
        ObjectNode account = lab.sandbox().control().account();
        account.fieldNames().forEachRemaining(name -> rename(account.path(name), text));
        lab.sandbox().control().replaceAccount(account);
        var own = new Workspace(folder.resolve("live")).reaching(lab.sandbox());
        own.file("manifests/group.yaml", "kind: Group\nmetadata: {name: other}\n");
        for (String command : NastyOutputTest.some(LIVE, 6, random)) {
          judge(own, command, random.nextBoolean(), command + " " + Nasty.TEXTS.indexOf(text));
        }
        for (KindDefinition kind : listed().toList()) {
          String get = "get " + kind.slug();
          judge(own, get, random.nextBoolean(), get + " " + Nasty.TEXTS.indexOf(text));
          Ran json = own.run("get", kind.slug(), "--format", "json");
          assertThat(isNamed(json.json(), text) || NAMELESS.contains(kind.slug()))
              .as(
                  "what an account calls a %s is among the words of this test: %s",
                  kind.slug(), json)
              .isTrue();
        }
      }
    }
  }

  private static Stream<KindDefinition> listed() {
    return OneOfEach.kinds().filter(kind -> kind.partOf().isEmpty());
  }

  private static boolean isNamed(JsonNode node, String text) {
    if (node.isTextual()) {
      return node.asText().contains(text)
          || node.asText().contains(Address.of("any", text).label());
    }
    for (JsonNode inner : node) {
      if (isNamed(inner, text)) {
        return true;
      }
    }
    return false;
  }

  private static void rename(JsonNode node, String text) {
    if (node instanceof ObjectNode object) {
      for (String name : WORDS) {
        if (object.path(name).isTextual()) {
          object.put(name, text);
        }
      }
    }
    node.forEach(inner -> rename(inner, text));
  }

  /// JSON of an account has no halves of letters.
  private static List<String> speakable() {
    return Nasty.TEXTS.stream()
        .filter(text ->
            text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE))
        .toList();
  }

  private static void judge(Workspace workspace, String command, boolean isTerminal, String name)
      throws Exception {
    var arguments = new ArrayList<>(List.of(command.split(" ")));
    Ran ran =
        isTerminal
            ? workspace.runOnTerminal(arguments.toArray(String[]::new))
            : workspace.run(arguments.toArray(String[]::new));
    NastyOutputTest.harmless(ran, isTerminal, name);
    NastyOutputTest.read(command, ran, name);
  }
}
