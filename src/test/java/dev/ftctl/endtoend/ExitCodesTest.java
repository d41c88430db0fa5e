package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.sandbox.Sandbox;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a command leaves with says how it ended, and never depends on how it prints.
class ExitCodesTest {

  private static final String CLICKS = "manifests/shop/clickstream.yaml";
  private static final String STRIPE = "manifests/finance/stripe.yaml";

  @TempDir Path folder;
  private final Lab lab = Accounts.withExamples();

  @AfterEach
  void close() {
    lab.close();
  }

  /// A user's folder and account, brought into a situation.
  record Scene(Workspace workspace, Sandbox sandbox) {

    Scene edit(String file, String from, String to) {
      workspace.edit(file, from, to);
      return this;
    }

    Scene project(String text) {
      workspace.file("ftctl.yaml", text);
      return this;
    }

    /// Fault rules, written with single quotes.
    void faults(String rules) {
      try {
        sandbox.control().faults(new JsonMapper().readTree(rules.replace('\'', '"')));
      } catch (JsonProcessingException malformed) {
        throw new IllegalArgumentException(rules, malformed);
      }
    }

    void answer(String method, String path, int status) {
      faults(
          "[{'match':{'method':'%s','path':'%s'},'then':{'status':%d}}]"
              .formatted(method, path, status));
    }

    Scene drift() {
      return edit(CLICKS, "sync_frequency: 15", "sync_frequency: 30");
    }
  }

  /// How a command ends in a situation.
  record Ending(int code, String when, Consumer<Scene> given, String command) {
    @Override
    public String toString() {
      return code + " " + when + ": " + command;
    }
  }

  @ParameterizedTest
  @MethodSource("endings")
  void tellsHowItEnded(Ending ending, String manner) {
    Workspace workspace = new Workspace(folder).withExamples().reaching(lab.sandbox());
    ending.given().accept(new Scene(workspace, lab.sandbox()));
    var arguments = new ArrayList<>(List.of(ending.command().split(" ")));
    arguments.addAll(List.of(manner.split(" ")));

    Ran ran = workspace.run(arguments.toArray(String[]::new));

    assertThat(ran.code()).as("%s", ran).isEqualTo(ending.code());
    if (manner.endsWith("json") && !ending.command().equals("version")) {
      assertThat(ran.json().path("exit_code").asInt()).isEqualTo(ending.code());
    }
    assertThat(ran.all()).doesNotMatch("(?s).*\\.java:\\d+\\).*");
  }

  @Test
  void successNeedsNoWordOnStderr() {
    Workspace workspace = new Workspace(folder).withExamples().reaching(lab.sandbox());

    Ran validated = workspace.run("validate");
    Ran planned = workspace.run("plan");

    assertThat(validated.err() + planned.err()).isEmpty();
  }

  static Stream<Arguments> endings() {
    return table().flatMap(ending -> manners(ending).map(manner -> Arguments.of(ending, manner)));
  }

  /// The ways to print that a command has: two of them in turn in each build, all under `-Pdeep`.
  private static Stream<String> manners(Ending ending) {
    var all = new ArrayList<>(List.of("--format text", "--format json", "-q --no-color"));
    if (ending.command().startsWith("plan")) {
      all.addAll(List.of("--format markdown", "-v"));
    }
    Collections.rotate(all, ending.toString().length());
    return all.stream().limit(Scale.of(2, all.size()));
  }

  private static Stream<Ending> table() {
    return Stream.of(done(), found(), blocked(), failed(), refused()).flatMap(List::stream);
  }

  @Test
  void tableHoldsEveryCodeThatACommandEndsWith() {
    assertThat(endings().count()).isGreaterThanOrEqualTo(Scale.of(80, 120));
    assertThat(table().map(Ending::code).distinct())
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 64, 65, 69, 77);
  }

  private static List<Ending> done() {
    return List.of(
        new Ending(0, "all is valid", scene -> {}, "validate"),
        new Ending(0, "nothing to do", scene -> {}, "plan --detailed-exitcode"),
        new Ending(0, "nothing to do", scene -> {}, "apply"),
        new Ending(0, "changes are pending", Scene::drift, "plan"),
        new Ending(2, "changes are pending", Scene::drift, "plan --detailed-exitcode"),
        new Ending(0, "changed", Scene::drift, "apply --auto-approve"),
        new Ending(0, "always", scene -> {}, "version"));
  }

  private static List<Ending> found() {
    Consumer<Scene> untidy =
        scene -> scene.edit(CLICKS, "sync_frequency: 15", "sync_frequency:   15");
    Consumer<Scene> unkept =
        scene ->
            scene
                .drift()
                .project(
                    """
                    policies:
                      - name: slow
                        when: kind == "Connector" && name == "clickstream"
                        rule: spec.sync_frequency < 30
                        message: no more than twice an hour
                    """);
    return List.of(
        new Ending(3, "a file is not formatted", untidy, "fmt --check"),
        new Ending(3, "a policy is not kept", unkept, "validate"),
        new Ending(3, "a policy is not kept", unkept, "plan"),
        new Ending(3, "a policy is not kept", unkept, "plan --detailed-exitcode"),
        new Ending(3, "a policy is not kept", unkept, "apply --auto-approve"));
  }

  private static List<Ending> blocked() {
    Consumer<Scene> replaced = scene -> scene.edit(STRIPE, "service: stripe", "service: recurly");
    Consumer<Scene> pruning =
        scene -> {
          scene.project("prune: {scope: {groups: ['*']}}\n");
          scene.edit(STRIPE, "schema: stripe", "schema: stripe2");
        };
    Consumer<Scene> pinned = scene -> scene.project("account: somebody_else\n");
    Consumer<Scene> gone =
        scene ->
            scene
                .project("limits: {max_deletes: 0}\n")
                .edit(STRIPE, "metadata: {name: stripe,", "metadata: {name: stripe, absent: true,");
    Consumer<Scene> shielded =
        scene ->
            scene
                .project("protect: ['connector/*']\n")
                .edit(STRIPE, "metadata: {name: stripe,", "metadata: {name: stripe, absent: true,");
    return List.of(
        new Ending(4, "nobody approved", Scene::drift, "apply"),
        new Ending(4, "a replacement", replaced, "plan"),
        new Ending(4, "a replacement", replaced, "plan --detailed-exitcode"),
        new Ending(4, "a replacement", replaced, "apply --auto-approve"),
        new Ending(0, "an allowed replacement", replaced, "plan --allow replace"),
        new Ending(4, "a deletion by --prune", pruning, "plan --prune"),
        new Ending(4, "a deletion by --prune", pruning, "apply --prune --auto-approve"),
        new Ending(4, "another account", pinned, "plan"),
        new Ending(4, "another account", pinned, "apply --auto-approve"),
        new Ending(4, "a limit is passed", gone, "plan"),
        new Ending(4, "a limit is passed", gone, "apply --auto-approve --skip-blocked"),
        new Ending(4, "protected", shielded, "plan --allow delete"),
        new Ending(
            5,
            "the rest was done",
            scene -> replaced.accept(scene.drift()),
            "apply --auto-approve --skip-blocked"));
  }

  private static List<Ending> failed() {
    Consumer<Scene> refused = scene -> scene.drift().answer("PATCH", "/v1/connections/[^/]+$", 400);
    Consumer<Scene> half =
        scene ->
            scene
                .drift()
                .edit("manifests/people/teams.yaml", "Reads the books", "Keeps the books")
                .answer("PATCH", "/v1/connections/[^/]+$", 400);
    Consumer<Scene> stale =
        scene -> {
          scene.drift().workspace().succeed("plan", "-o", "plan.json");
          scene.edit(CLICKS, "sync_frequency: 30", "sync_frequency: 60");
        };
    return List.of(
        new Ending(1, "the only write was refused", refused, "apply --auto-approve"),
        new Ending(1, "a list was refused", scene -> scene.answer("GET", "groups", 400), "plan"),
        new Ending(5, "one of two failed", half, "apply --auto-approve"),
        new Ending(6, "a manifest changed", stale, "apply plan.json"));
  }

  private static List<Ending> refused() {
    Consumer<Scene> broken = scene -> scene.edit(CLICKS, "paused: false", "pausd: false");
    Consumer<Scene> away =
        scene -> scene.drift().workspace().with("FIVETRAN_API_URL", "http://127.0.0.1:1");
    Consumer<Scene> wrongKey = scene -> scene.workspace().with("FIVETRAN_API_SECRET", "wrong");
    Consumer<Scene> noKey = scene -> scene.workspace().with("FIVETRAN_API_SECRET", "");
    Consumer<Scene> unset =
        scene ->
            scene
                .project("allow: [duplicate]\n")
                .edit(STRIPE, "${env:STRIPE_API_KEY:-harmless-stripe-api-key}", "${env:NOWHERE}")
                .edit(STRIPE, "schema: stripe", "schema: stripe2");
    Consumer<Scene> blockedToo =
        scene -> {
          unset.accept(scene);
          scene.project("allow: [duplicate]\nprotect: ['connector/clickstream*']\n");
          scene.edit(CLICKS, "{name: clickstream,", "{name: clickstream, absent: true,");
        };
    Consumer<Scene> denied = scene -> scene.drift().answer("PATCH", "connections", 403);
    return List.of(
        new Ending(64, "no such flag", scene -> {}, "plan --no-such-flag"),
        new Ending(64, "no such path", scene -> {}, "validate no-such-folder"),
        new Ending(64, "no such address", scene -> {}, "plan --target connector/nobody"),
        new Ending(64, "no such label", scene -> {}, "plan -l team=nobody"),
        new Ending(64, "no such risk", scene -> {}, "plan --allow everything"),
        new Ending(64, "no such address", scene -> {}, "plan --reload=connector/nobody"),
        new Ending(64, "no requests at all", scene -> {}, "plan --parallelism 0"),
        new Ending(64, "no such variable", scene -> {}, "plan --var nobody=x"),
        new Ending(65, "a misspelt field", broken, "validate"),
        new Ending(65, "a misspelt field", broken, "plan"),
        new Ending(65, "a misspelt field", broken, "apply --auto-approve"),
        new Ending(65, "a broken project", scene -> scene.project("acount: x\n"), "plan"),
        new Ending(0, "a secret is not set", unset, "plan"),
        new Ending(65, "a secret is not set", unset, "plan --require-secrets"),
        new Ending(65, "a secret is not set", unset, "apply --auto-approve"),
        new Ending(4, "blocked and a secret unset", blockedToo, "plan --require-secrets"),
        new Ending(4, "blocked and a secret unset", blockedToo, "apply --auto-approve"),
        new Ending(
            65,
            "a secret of the rest is not set",
            blockedToo,
            "plan --require-secrets --skip-blocked"),
        new Ending(
            65,
            "a secret of the rest is not set",
            blockedToo,
            "apply --auto-approve --skip-blocked"),
        new Ending(69, "nobody listens", away, "plan"),
        new Ending(69, "nobody listens", away, "apply --auto-approve"),
        new Ending(77, "a wrong key", wrongKey, "plan"),
        new Ending(77, "a wrong key", wrongKey, "apply --auto-approve"),
        new Ending(77, "no key", noKey, "plan"),
        new Ending(77, "a forbidden write", denied, "apply --auto-approve"));
  }
}
