package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.QuickSleeper;
import dev.ftctl.testing.Scale;
import dev.ftctl.testing.judge.Comment;
import dev.ftctl.testing.judge.Runner;
import dev.ftctl.testing.judge.Screen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Environments and accounts whose names act on what shows them, and a secret of theirs, through a
/// fleet and the reports of its shards.
class FleetNastyTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261130);
  private static final JsonMapper JSON = new JsonMapper();
  private static final String CANARY = "Zq7Xk3Vj9Wq5Pz8";

  private static final List<String> COMMANDS =
      List.of(
          "fleet plan --jobs 1",
          "fleet plan --jobs 1 --format json",
          "fleet plan --jobs 1 --format markdown --report r.json -o plans --log-file logs/l.txt",
          "fleet drift --jobs 1 --since memory --format markdown",
          "fleet apply --jobs 1 --auto-approve --report r.json --format markdown",
          "fleet apply plans --jobs 1",
          "fleet matrix");

  @TempDir Path folder;

  static Stream<String> texts() {
    return new Random(SEED)
        .ints(0, Nasty.TEXTS.size())
        .distinct()
        .limit(Scale.of(1, Nasty.TEXTS.size()))
        .mapToObj(Nasty.TEXTS::get);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void nothingActsAndNothingIsTold(String text) throws Exception {
    Path top = folder.resolve("a/b");
    try (var account = new PlayedAccount()) {
      Workspace workspace = workspace(top, account, text);
      for (String command : COMMANDS) {
        judge(workspace, command);
      }
      tamper(workspace, text);
      for (String file : List.of("t.json", "c.json")) {
        for (String format : List.of("text", "json", "markdown")) {
          judge(workspace, "fleet merge " + file + " --format " + format);
        }
      }
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(file).startsWith(top);
        assertThat(Files.readString(file)).as("%s", file).doesNotContain(CANARY);
      }
    }
  }

  private static Workspace workspace(Path top, PlayedAccount account, String text) {
    Workspace workspace =
        new Workspace(top)
            .with("FIVETRAN_API_URL", account.url())
            .with("FIVETRAN_API_KEY", "a-key")
            .with("FIVETRAN_API_SECRET", CANARY)
            .with("PASSWORD", CANARY)
            .with("FTCTL_QUOTAS", "none")
            .waitingBy(new QuickSleeper());
    account.answersJson(
        "GET /account/info",
        200,
        "{\"data\":{\"account_id\":\"mossy_quarry\",\"account_name\":%s}}"
            .formatted(Nasty.json(text)));
    account.answersJson(
        "POST /groups",
        400,
        "{\"code\":%1$s,\"message\":%2$s}".formatted(Nasty.json(text), Nasty.json(text + CANARY)));
    return workspace
        .file(
            "ftctl.yaml",
            "environments: {%s: {account: mossy_quarry}, ../../up: {account: mossy_quarry}}\n"
                .formatted(Nasty.yaml(text)))
        .file(
            "manifests/all.yaml",
            """
            kind: Group
            metadata: {name: new}
            ---
            kind: Connector
            metadata: {name: pit}
            spec: {service: postgres, groups: [new], paused: true, config: {schema_prefix: p, password: "${env:PASSWORD}"}}
            """);
  }

  /// What somebody made of the names and sentences of a report; its Markdown is as ftctl wrote it.
  private static void tamper(Workspace workspace, String text) throws Exception {
    ObjectNode report = (ObjectNode) JSON.readTree(workspace.read("r.json"));
    ArrayNode environments = report.putArray("environments");
    for (JsonNode account : report.path("accounts")) {
      String name = environments.size() + text;
      environments.add(name);
      ((ObjectNode) account).put("environment", name).put("account", text).put("summary", text);
    }
    workspace.file("t.json", report.toString());
    workspace.file("c.json", report.put("command", text).toString());
  }

  private static void judge(Workspace workspace, String command) throws Exception {
    Ran ran = workspace.run(command.split(" "));

    assertThat(ran.code()).as("%s", ran).isNotEqualTo(70);
    assertThat(ran.all()).doesNotContain(CANARY);
    assertThat(Screen.acts(ran.out(), false)).as("%s: stdout", command).isEmpty();
    assertThat(Screen.acts(ran.err(), false)).as("%s: stderr", command).isEmpty();
    assertThat(Runner.commands(ran.all())).as(command).isEmpty();
    if (command.contains("markdown") && !ran.out().isEmpty()) {
      assertThat(Comment.faults(ran.out())).as("%s%n%s", command, ran.out()).isEmpty();
    } else if (command.endsWith("json")) {
      ran.json();
    }
  }
}
