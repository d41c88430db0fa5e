package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.files.Disk;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is told once, of which one member is missing, empty or something else than it is: it is
/// handed out, and no run calls it handed over, whenever it was told.
class ToldInPartTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261201);

  /// Without the first of its secrets it is none, and is asked for once more.
  private static final String NO_ANSWER = "the answer has no ";

  /// What cannot be a secret, nor a file of an agent.
  private static final List<String> NONE =
      List.of("absent", "null", "\"\"", "\" \"", "true", "{}", "[]", "{\"a\": 1}", "[\"a\"]");

  /// The kinds, with what a whole answer of each tells.
  ///
  /// @param said in the document beside what is plain
  private record Telling(String kind, String said, String renewal, String members) {
    List<String> names() {
      var names = new ArrayList<String>();
      json(members).fieldNames().forEachRemaining(names::add);
      return names;
    }

    boolean isInFiles() {
      return said.contains("MANUAL");
    }
  }

  private static final List<Telling> TABLE =
      List.of(
          new Telling(
              "proxy-agent",
              "",
              "/regenerate-secrets$",
              "{'auth_token': 'told-once', 'client_cert': 'told-once', 'client_private_key':"
                  + " 'told-once', 'orchestrator_host': 'h', 'orchestrator_port': 443}"),
          new Telling("hybrid-agent", "", "/re-auth$", "{'token': 'dG9sZC1vbmNl'}"),
          new Telling(
              "hybrid-agent", "'auth_type':'AUTO',", "/re-auth$", "{'token': 'dG9sZC1vbmNl'}"),
          new Telling(
              "hybrid-agent",
              "'auth_type':'MANUAL',",
              "/re-auth$",
              "{'config_json': 'dG9sZC1vbmNl', 'auth_json': 'dG9sZC1vbmNl', 'docker_compose_yaml':"
                  + " 'dG9sZC1vbmNl'}"),
          new Telling("system-key", "", "/rotate$", "{'key': 'told-once', 'secret': 'told-once'}"),
          new Telling(
              "api-key",
              "",
              "/api-keys/rotate$",
              "{'key_value': 'told-once', 'secret': 'told-once'}"));

  /// When it is told.
  private enum Moment {
    CREATION,
    ROTATION,
    /// By an earlier run, whose sink failed.
    REDELIVERY
  }

  @TempDir Path folder;
  private int number;

  @ParameterizedTest
  @EnumSource
  void isNeverCalledHandedOver(Moment moment) {
    List<Runnable> rows = new ArrayList<>();
    for (Telling telling : TABLE) {
      for (String member : telling.names()) {
        // Where nothing was told nothing waits for its sink.
        if (moment != Moment.REDELIVERY || telling.names().size() > 1) {
          NONE.forEach(none -> rows.add(() -> judge(moment, telling, member, none)));
        }
      }
    }
    assertThat(rows).hasSize(moment == Moment.REDELIVERY ? 108 : 126);
    Collections.shuffle(rows, new Random(SEED + moment.ordinal()));
    rows.stream().limit(Scale.of(3, rows.size())).forEach(Runnable::run);
  }

  /// So that the table's answers are whole but for what is taken out.
  @Test
  void whatIsWholeIsHandedOver() {
    for (Telling telling : TABLE) {
      try (Lab lab = OneOfEach.lab()) {
        Workspace workspace = described(lab, telling);
        answers(lab, telling, Moment.ROTATION, telling.members());

        assertThat(rotated(workspace, telling).out()).contains("1 done", "handed to");
      }
    }
  }

  private void judge(Moment moment, Telling telling, String member, String none) {
    String row = moment + " " + telling + " without " + member + ": " + none;
    try (Lab lab = moment == Moment.CREATION ? new Lab() : OneOfEach.lab()) {
      Workspace workspace = described(lab, telling);
      if (moment == Moment.CREATION && !needed(telling).isEmpty()) {
        workspace.succeed(
            "apply", "--auto-approve", "manifests/" + needed(telling).iterator().next() + ".yaml");
      }
      answers(lab, telling, moment, without(telling, member, none));

      Ran ran =
          moment == Moment.CREATION
              ? applied(workspace, telling)
              : told(workspace, telling, moment, lab);

      boolean isNothing = telling.names().size() == 1;
      boolean isAnswer = !ran.out().contains(NO_ANSWER + member);
      // What is handed on changes nothing of the account.
      assertThat(ran.code())
          .as("%s\n%s", row, ran)
          .isEqualTo(moment == Moment.REDELIVERY && isAnswer ? 1 : 5);
      assertThat(ran.out()).as(row).contains(" 0 done").doesNotContain("told-once");
      if (isAnswer) {
        assertThat(ran.out())
            .as(row)
            .contains("unfinished   " + telling.kind() + "/")
            .contains(isNothing ? "told nothing of it" : "answer had no " + shown(member));
      }
    }
  }

  private Ran told(Workspace workspace, Telling telling, Moment moment, Lab lab) {
    if (moment == Moment.ROTATION) {
      return rotated(workspace, telling);
    }
    workspace.through(HandoutCase.fullFor(telling.kind() + ".json"));
    Ran first = rotated(workspace, telling);
    assertThat(first.code()).as("%s", first).isEqualTo(5);
    if (first.out().contains(NO_ANSWER)) {
      return first;
    }
    workspace.through(Disk.REAL);
    lab.sandbox().control().faults(JsonNodeFactory.instance.arrayNode());
    return applied(workspace, telling);
  }

  private static Ran rotated(Workspace workspace, Telling telling) {
    String address = telling.kind() + "/" + PlainDocuments.name(telling.kind());
    return workspace.run(
        OneOfEach.apply(
            kind -> kind.slug().equals(telling.kind()),
            "--rotate-secrets=" + address,
            "--allow",
            "revoke"));
  }

  private static Ran applied(Workspace workspace, Telling telling) {
    return workspace.run(OneOfEach.apply(kind -> kind.slug().equals(telling.kind())));
  }

  private Workspace described(Lab lab, Telling telling) {
    Path own = folder.resolve(String.valueOf(number++));
    Workspace workspace = OneOfEach.in(own, lab, kind -> needed(telling).contains(kind.slug()));
    return workspace.file(file(telling), document(telling));
  }

  private static String document(Telling telling) {
    return OneOfEach.document(OneOfEach.kind(telling.kind()))
        .replace("\"spec\":{", "\"spec\":{" + telling.said().replace('\'', '"'));
  }

  private static String file(Telling telling) {
    return OneOfEach.file(telling.kind());
  }

  private static Set<String> needed(Telling telling) {
    return switch (telling.kind()) {
      case "hybrid-agent" -> Set.of("group");
      case "api-key" -> Set.of("user");
      default -> Set.of();
    };
  }

  /// The creation is made, whatever it is answered with; nothing else is.
  private static void answers(Lab lab, Telling telling, Moment moment, String members) {
    answers(lab, telling, moment, members, moment == Moment.CREATION ? "ghost_one" : "");
  }

  /// @param id empty for an answer that names no object
  private static void answers(Lab lab, Telling telling, Moment moment, String members, String id) {
    ArrayNode rules = JsonNodeFactory.instance.arrayNode();
    boolean isMade = moment == Moment.CREATION;
    rule(rules, "POST|PATCH", telling.renewal(), data(telling, members, isMade ? "" : id), false);
    if (isMade) {
      rule(rules, "POST", "", data(telling, members, id), true);
    }
    lab.sandbox().control().faults(rules);
    lab.forget();
  }

  private static ObjectNode data(Telling telling, String members, String id) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    if (!id.isEmpty()) {
      List.of("id", "agent_id", "user_id").forEach(name -> data.put(name, id));
    }
    if (telling.isInFiles()) {
      data.set("files", json(members));
    } else {
      data.setAll((ObjectNode) json(members));
    }
    return data;
  }

  private static void rule(
      ArrayNode rules, String methods, String path, ObjectNode data, boolean isMade) {
    for (String method : methods.split("\\|")) {
      ObjectNode rule = rules.addObject();
      rule.putObject("match").put("method", method).put("path", path);
      rule.putObject("then")
          .put("status", 200)
          .put("commit", isMade)
          .putObject("body")
          .set("data", data);
    }
  }

  private static String without(Telling telling, String member, String none) {
    ObjectNode members = (ObjectNode) json(telling.members());
    if (none.equals("absent")) {
      members.remove(member);
    } else {
      members.set(member, json(none));
    }
    return members.toString();
  }

  private static String shown(String member) {
    return switch (member) {
      case "config_json" -> "config.json";
      case "auth_json" -> "auth.json";
      case "docker_compose_yaml" -> "docker-compose.yaml";
      default -> member;
    };
  }

  private static JsonNode json(String text) {
    return HandoutCase.json(text);
  }
}
