package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a stranger's branch may have opened: what the command line names, and nothing that never
/// ends.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OpenedPathsTest {

  @TempDir Path top;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void cloneTheBranch() throws Exception {
    Path folder = Files.createDirectories(top.resolve("repo"));
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .with("HOME", top.resolve("home").toString())
            .with("GITHUB_TOKEN", Attack.CANARY)
            .with("AWS_SECRET_ACCESS_KEY", Attack.CANARY);
    workspace
        .file("ftctl.yaml", "manifests: [manifests]\n")
        .file("manifests/one.yaml", "kind: Group\nmetadata: {name: two}\n");
    Repository.commit(folder);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  /// Without this the test above would hold for a canary that no command can print.
  @ParameterizedTest
  @MethodSource("dev.ftctl.endtoend.StrangersBranchTest#attacks")
  void whatTheCommandLineOpensIsRead(Attack attack) throws Exception {
    plant(attack, top + "/house/secret/file.yaml");
    Path secret = top.resolve("house/secret");

    Ran closed = workspace.run("render");
    Ran open = workspace.run("render", "--allow-path", secret.toString());

    assertThat(closed.code()).as("%s", closed).isEqualTo(65);
    assertThat(closed.err())
        .containsAnyOf("--allow-path " + secret.toRealPath(), "can't come from");
    assertThat(open.err()).as("%s", attack).doesNotContain("--allow-path");
    if (List.of("linked manifest", "manifests entry").contains(attack.name())) {
      assertThat(open.out()).contains(Attack.CANARY);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "yaml", "file as a name", "linked manifest", "overlay"})
  void environmentOfTheProcessIsRead(String name) throws Exception {
    Attack attack =
        Attack.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    attack.planting().plant(workspace, "/proc/self/environ");

    for (List<String> command : StrangersBranchTest.COMMANDS) {
      Ran ran = workspace.run(command.toArray(String[]::new));

      assertThat(ran.code()).as("%s", ran).isIn(StrangersBranchTest.refusals(command));
      for (Map.Entry<String, String> one : System.getenv().entrySet()) {
        assertThat(written(ran)).doesNotContain(one.getKey() + "=" + one.getValue());
      }
    }
  }

  /// A pipe that nobody writes into and a device that never ends would hold a job for ever.
  @ParameterizedTest
  @ValueSource(strings = {"/dev/zero", "/dev/stdin", "/proc/kmsg", "pipe.yaml"})
  void nothingThatNeverEndsIsOpened(String path) throws Exception {
    for (Attack attack : Attack.all()) {
      cleared();
      attack.planting().plant(workspace, path);
      if (!path.startsWith("/")) {
        pipe(workspace.folder().resolve(path));
      }

      // A pipe that is called like no manifest is passed over.
      assertThat(workspace.run("render").code())
          .as("%s", attack)
          .isIn(attack.name().equals("linked folder") ? List.of(0, 65) : List.of(65));
      assertThat(workspace.run("fmt", "--check").code()).as(attack.name()).isIn(0, 3, 65);
    }
  }

  @Test
  void secretSourcesAreNotAskedByThePlan() throws Exception {
    workspace.file("../house/secret/file", Attack.CANARY);
    workspace.file(
        "ftctl.yaml",
        """
        secrets:
          mounted: {file: %s/house/secret/file}
          asked: {exec: [sh, -c, "echo %s; touch %s/ran"]}
        """
            .formatted(top, Attack.CANARY, top));
    workspace.file(
        "manifests/attack.yaml",
        """
        kind: Webhook
        metadata: {name: a}
        spec: {url: "https://a.example.com", events: [sync_end], active: true, secret: "${secret:mounted}"}
        ---
        kind: Webhook
        metadata: {name: b}
        spec: {url: "https://b.example.com", events: [sync_end], active: true, secret: "${secret:asked}"}
        ---
        kind: Webhook
        metadata: {name: c}
        spec: {url: "https://c.example.com", events: [sync_end], active: true, secret: "${file:%s/house/secret/file}"}
        """
            .formatted(top));
    Repository.commit(workspace.folder());

    for (List<String> command :
        StrangersBranchTest.COMMANDS.subList(0, StrangersBranchTest.COMMANDS.size() - 1)) {
      if (command.contains("copy")) {
        // There is no connection here to be copied.
        continue;
      }
      Ran ran = workspace.run(command.toArray(String[]::new));

      assertThat(ran.code()).as("%s %s", command, ran).isIn(0, 2, 3);
      assertThat(written(ran)).as("%s", command).doesNotContain("not set", "long-enough");
      assertThat(written(ran).replace("echo " + Attack.CANARY, "")).doesNotContain(Attack.CANARY);
      assertThat(top.resolve("ran")).doesNotExist();
    }
    Ran applied = workspace.succeed("apply", "--auto-approve", "--journal", "none");

    assertThat(applied.all()).contains("4 create").doesNotContain(Attack.CANARY);
    assertThat(top.resolve("ran")).exists();
  }

  private void plant(Attack attack, String path) throws IOException {
    workspace.file("../house/secret/file.yaml", attack.content());
    Path folder = workspace.folder();
    workspace.file(".git/file.yaml", attack.content());
    workspace.file(".ftctl/file.yaml", attack.content());
    Files.createSymbolicLink(folder.resolve("into"), top.resolve("house/secret"));
    Files.createSymbolicLink(folder.resolve("chain"), Path.of("into"));
    Files.createSymbolicLink(folder.resolve("dotgit"), Path.of(".git"));
    Files.createSymbolicLink(folder.resolve("into.yaml"), Path.of("../house/secret/file.yaml"));
    Files.createSymbolicLink(folder.resolve("chain.yaml"), Path.of("chain/file.yaml"));
    attack.planting().plant(workspace, path);
  }

  /// Back to the branch as it was cloned.
  private void cleared() throws IOException {
    try (Stream<Path> files = Files.list(workspace.folder())) {
      for (Path file : files.filter(path -> !path.endsWith(".git")).toList()) {
        StrangersBranchTest.delete(file);
      }
    }
    workspace
        .file("ftctl.yaml", "manifests: [manifests]\n")
        .file("manifests/one.yaml", "kind: Group\nmetadata: {name: two}\n");
  }

  /// All that a command left: what it printed and the files that it wrote.
  private String written(Ran ran) throws IOException {
    var all = new ArrayList<String>(List.of(ran.all()));
    for (String name : List.of("plan.json", "report.json")) {
      Path file = top.resolve(name);
      if (Files.exists(file)) {
        all.add(Files.readString(file));
        Files.delete(file);
      }
    }
    return String.join("\n", all);
  }

  private static void pipe(Path path) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
  }
}
