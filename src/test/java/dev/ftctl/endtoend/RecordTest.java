package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was applied last is a ref, moved only by a whole apply of a clean tree that ended well.
class RecordTest {

  private static final String REF = "refs/ftctl/applied/default";
  private static final String[] APPLY = {"apply", "--auto-approve", "-q", "--record"};

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void begin() throws IOException, InterruptedException {
    workspace = new Workspace(folder).reaching(lab.sandbox());
    workspace
        .file(".gitignore", ".ftctl/\n")
        .file("ftctl.yaml", "manifests: [manifests]\n")
        .file("manifests/a.yaml", groups("one", "two", "three", "four"));
    Repository.commit(folder);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void firstRunRecordsWithoutBaseAndTheNextDeletesWhatIsGone()
      throws IOException, InterruptedException {
    Ran missing = workspace.run("plan", "--base", "auto");
    Ran first = workspace.succeed("apply", "--auto-approve", "--base", "auto", "--record");
    assertThat(git("rev-parse", REF)).isEqualTo(git("rev-parse", "HEAD"));
    workspace.file("manifests/a.yaml", groups("one", "two", "three"));
    Repository.commit(folder);
    Ran plan = workspace.run("plan", "--base", "auto", "--allow", "delete");
    Ran drift = workspace.run("drift", "--base", "auto");
    workspace.succeed("apply", "--auto-approve", "--base", "auto", "--record", "--allow", "delete");

    assertThat(missing.code()).as("%s", missing).isEqualTo(64);
    assertThat(missing.err()).contains("git fetch origin '+refs/ftctl/applied/*");
    assertThat(first.err()).contains("Recorded: " + REF);
    assertThat(plan.out()).contains("- delete", "group/four", "removed since " + REF);
    assertThat(drift.code()).as("%s", drift).isZero();
    assertThat(drift.out()).contains("removed since " + REF, "1 intended");
    assertThat(git("rev-parse", REF)).isEqualTo(git("rev-parse", "HEAD"));
  }

  @Test
  void whatIsReleasedIsForgotten() throws IOException, InterruptedException {
    workspace.succeed(APPLY);
    workspace
        .file("manifests/a.yaml", groups("one", "two", "three"))
        .file("ftctl.yaml", "manifests: [manifests]\nreleased: [group/four]\n");
    Repository.commit(folder);

    Ran plan = workspace.succeed("plan", "--base", "auto", "--show-unmanaged");

    assertThat(plan.out()).doesNotContain("four").contains("0 delete");
    workspace.file("manifests/a.yaml", groups("one", "two", "three", "four"));
    Ran both = workspace.run("validate");
    assertThat(both.code()).as("%s", both).isEqualTo(65);
    assertThat(both.err()).contains("released in ftctl.yaml");
  }

  /// Nor does what it stands on go.
  @Test
  void groupOfWhatIsReleasedStays() throws IOException, InterruptedException {
    workspace.file("manifests/c.yaml", connector());
    Repository.commit(folder);
    workspace.succeed(APPLY);
    workspace
        .file("manifests/a.yaml", groups("two", "three", "four"))
        .file("manifests/c.yaml", groups("two2"))
        .file("ftctl.yaml", "manifests: [manifests]\nreleased: [connector/*]\n");
    Repository.commit(folder);

    Ran plan = workspace.run("plan", "--base", "auto", "--allow", "delete");

    assertThat(plan.code()).as("%s", plan).isEqualTo(4);
    assertThat(plan.out()).contains("still in use by connector/");
  }

  private static String connector() {
    return """
    kind: Connector
    metadata: {name: grain, setup: by-hand}
    spec:
      service: stripe
      groups: [one]
      paused: true
      config: {schema: grain, secret_key: a-key-of-the-source}
    """;
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifests", "-l team=x", "--target group/one", "--skip-blocked"})
  void partIsNotRecorded(String part) {
    workspace.edit("manifests/a.yaml", "{name: one}", "{name: one, labels: {team: x}}");
    var line = new ArrayList<>(List.of(APPLY));
    line.addAll(List.of(part.split(" ")));

    Ran ran = workspace.run(line.toArray(String[]::new));

    assertThat(ran.code()).as("%s", ran).isEqualTo(64);
    assertThat(lab.writes()).isEmpty();
  }

  @Test
  void whatIsNotCommittedIsNotRecorded() throws IOException, InterruptedException {
    workspace.file("manifests/b.yaml", groups("five"));
    Ran untracked = workspace.run(APPLY);
    Repository.commit(folder);
    workspace.edit("manifests/b.yaml", "five", "six");
    Ran changed = workspace.run(APPLY);
    Repository.commit(folder);
    workspace.file("report.json", "{}");
    Ran beside = workspace.run(APPLY);

    assertThat(untracked.code()).as("%s", untracked).isEqualTo(64);
    assertThat(untracked.err()).contains("manifests/b.yaml");
    assertThat(changed.code()).as("%s", changed).isEqualTo(64);
    assertThat(beside.code()).as("%s", beside).isZero();
  }

  @Test
  void applyThatFailsIsNotRecorded() throws IOException, InterruptedException {
    workspace.succeed(APPLY);
    String before = git("rev-parse", REF);
    workspace.file("manifests/b.yaml", groups("five"));
    Repository.commit(folder);
    ArrayNode rules = JsonNodeFactory.instance.arrayNode();
    ObjectNode rule = rules.addObject();
    rule.putObject("match").put("method", "POST").put("path", "^/v1/groups$");
    rule.putObject("then").put("status", 400);
    lab.sandbox().control().faults(rules);

    Ran ran = workspace.run(APPLY);

    assertThat(ran.code()).as("%s", ran).isEqualTo(1);
    assertThat(ran.err()).contains("Not recorded");
    assertThat(git("rev-parse", REF)).isEqualTo(before);
  }

  @Test
  void goingBackIsRefused() throws IOException, InterruptedException {
    workspace.file("manifests/b.yaml", groups("five"));
    Repository.commit(folder);
    workspace.succeed(APPLY);
    Repository.git(folder, "checkout", "-q", "HEAD~1");

    Ran recorded = workspace.run(APPLY);
    Ran based = workspace.run("plan", "--base", "auto");

    assertThat(recorded.code()).as("%s", recorded).isEqualTo(64);
    assertThat(based.code()).as("%s", based).isEqualTo(64);
    assertThat(based.err()).contains("is not before HEAD", "revert commit");
  }

  @Test
  void folderAndEnvironmentNameTheRef() throws IOException, InterruptedException {
    workspace
        .file(
            "teams/a b/ftctl.yaml",
            "account: sandbox_account\nenvironments: {eu.prod: {account: sandbox_account}}\n")
        .file("teams/a b/manifests/a.yaml", groups("five"));
    Repository.commit(folder);

    workspace.succeed(
        "apply",
        "--auto-approve",
        "--record",
        "--config",
        "teams/a b/ftctl.yaml",
        "--env",
        "eu.prod");

    assertThat(git("for-each-ref", "--format=%(refname)", "refs/ftctl"))
        .isEqualTo("refs/ftctl/applied/teams/a%20b/eu%2Eprod");
  }

  private String git(String... words) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(words));
    Process git = new ProcessBuilder(command).start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    git.waitFor();
    return said;
  }

  private static String groups(String... names) {
    var text = new StringBuilder();
    for (String name : names) {
      text.append("---\nkind: Group\nmetadata: {name: ").append(name).append("}\n");
    }
    return text.toString();
  }
}
