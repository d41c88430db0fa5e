package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// A server that says "done" and did nothing, for each kind: no run says that the account is as the
/// manifests say, and each that only believed it ends with 5.
class BeliedWritesTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261201);

  /// What creations of all kinds are answered with, for an object that is nowhere.
  private static final String GHOST =
      """
      {"code": "Success", "data": {"id": "ghost_one", "agent_id": "ghost_one", "user_id": "ghost_one",
        "auth_token": "told-once", "client_cert": "told-once", "client_private_key": "told-once",
        "orchestrator_host": "h", "orchestrator_port": 1, "token": "dG9sZC1vbmNl", "key": "k",
        "key_value": "told-once", "secret": "told-once", "state": "OK", "status": "READY"}}
      """;

  @TempDir Path folder;

  static Stream<String> kinds() {
    List<String> all =
        new ArrayList<>(
            OneOfEach.kinds()
                .filter(kind -> kind.partOf().isEmpty())
                .map(KindDefinition::slug)
                .toList());
    Collections.shuffle(all, new Random(SEED));
    return all.stream().limit(Scale.of(3, all.size()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void noCreationIsBelievedOfWhichNothingIsThere(String kind) {
    try (var lab = new Lab()) {
      Workspace workspace = OneOfEach.in(folder, lab, one -> needs(kind).contains(one.slug()));
      if (!needs(kind).isEmpty()) {
        workspace.succeed(OneOfEach.apply(one -> needs(kind).contains(one.slug())));
      }
      workspace.file(OneOfEach.file(kind), OneOfEach.document(OneOfEach.kind(kind)));
      answers(lab, "POST", GHOST);

      Ran applied = workspace.run(OneOfEach.apply(one -> one.slug().equals(kind)));

      assertThat(applied.code()).as("%s", applied).isEqualTo(5);
      assertThat(applied.out()).doesNotContain("writes are as the manifests say");
      if (applied.out().contains(" 0 failed")) {
        assertThat(applied.out())
            .contains("left: create " + kind + "/", "was made, and does not list it")
            .doesNotContain("did not keep");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void noDeletionIsBelievedOfWhichTheObjectIsStillThere(String kind) {
    try (Lab lab = OneOfEach.lab()) {
      Set<String> all = needs(kind);
      Workspace workspace =
          OneOfEach.in(folder, lab, one -> all.contains(one.slug()) || one.slug().equals(kind));
      workspace.edit(OneOfEach.file(kind), "\"metadata\":{", "\"metadata\":{\"absent\":true,");
      answers(lab, "DELETE", "{\"code\": \"Success\"}");

      Ran applied =
          workspace.run("apply", "--auto-approve", "--allow", "delete", "--allow", "revoke");

      boolean isRefused = lab.writes().isEmpty();
      assertThat(applied.code()).as("%s", applied).isIn(isRefused ? List.of(4, 65) : List.of(5));
      assertThat(applied.out()).doesNotContain("write is as the manifests say");
      if (!isRefused) {
        assertThat(applied.out()).contains("was deleted, and lists it still");
      }
    }
  }

  /// Each member that a rotation has to tell, where the answer has it not.
  @ParameterizedTest
  @CsvSource({
    "proxy-agent, /regenerate-secrets, client_private_key, 1",
    "hybrid-agent, /re-auth, token, 0",
    "system-key, /rotate, key, 1",
    "api-key, /api-keys/rotate, key_value, 1"
  })
  void noRotationIsBelievedThatTellsLess(String kind, String call, String member, int told) {
    try (Lab lab = OneOfEach.lab()) {
      Set<String> all = needs(kind);
      Workspace workspace =
          OneOfEach.in(folder, lab, one -> all.contains(one.slug()) || one.slug().equals(kind));
      // Beside a system key's `key` goes what some examples call it.
      String without = GHOST.replaceAll("\"" + member + "(_value)?\": \"[^\"]*\",", "");
      answers(lab, "POST|PATCH", call + "$", without);
      String address = kind + "/" + PlainDocuments.name(kind);

      Ran applied =
          workspace.run(
              OneOfEach.apply(
                  one -> one.slug().equals(kind),
                  "--rotate-secrets=" + address,
                  "--allow",
                  "revoke"));

      assertThat(applied.code()).as("%s", applied).isEqualTo(5);
      assertThat(applied.out())
          .contains("unfinished   " + address, told == 0 ? "told nothing of it" : "no " + member)
          .doesNotContain("told-once");
      assertThat(workspace.folder().resolve(kind + ".json").toFile().exists()).isEqualTo(told == 1);
      // What was not told at all the next run has made anew; else somebody has to ask for it.
      lab.sandbox().control().faults(JsonNodeFactory.instance.arrayNode());
      lab.forget();
      workspace.succeed(OneOfEach.apply(one -> one.slug().equals(kind)));
      assertThat(lab.writes()).hasSize(1 - told);
    }
  }

  @Test
  void aSystemKeyThatIsCalledAsInExamplesIsWhole() {
    try (Lab lab = OneOfEach.lab()) {
      Workspace workspace = OneOfEach.in(folder, lab, one -> one.slug().equals("system-key"));
      answers(
          lab,
          "POST",
          "/rotate$",
          "{\"data\": {\"id\": \"x\", \"key_value\": \"k\", \"secret\": \"s\"}}");

      workspace.succeed(
          OneOfEach.apply(
              one -> one.slug().equals("system-key"),
              "--rotate-secrets=system-key/one",
              "--allow",
              "revoke"));

      assertThat(workspace.read("system-key.json")).contains("\"key\":\"k\"", "\"secret\":\"s\"");
    }
  }

  /// What a plain document of the kind refers to.
  private static Set<String> needs(String kind) {
    return switch (kind) {
      case "destination", "hybrid-agent", "external-log" -> Set.of("group");
      case "connector", "transformation-project" -> Set.of("group", "destination");
      case "transformation" -> Set.of("group", "destination", "transformation-project");
      case "api-key" -> Set.of("user");
      default -> Set.of();
    };
  }

  private static void answers(Lab lab, String method, String body) {
    answers(lab, method, "", body);
  }

  /// From now on such calls are answered so, and come to nothing.
  private static void answers(Lab lab, String methods, String path, String body) {
    ArrayNode rules = JsonNodeFactory.instance.arrayNode();
    for (String method : methods.split("\\|")) {
      ObjectNode rule = rules.addObject();
      rule.putObject("match").put("method", method).put("path", path);
      rule.putObject("then").put("status", 200).put("body", body);
    }
    lab.sandbox().control().faults(rules);
    lab.forget();
  }
}
