package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A plan of a branch that nobody has reviewed reads nothing outside of its repository: a canary
/// that lies there is in no output of any command, however the branch names it.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StrangersBranchTest {

  static final List<List<String>> COMMANDS =
      List.of(
          List.of("render"),
          List.of("plan", "--format", "markdown"),
          List.of("validate"),
          List.of("plan", "--base", "HEAD"),
          List.of("validate", "--format", "json"),
          List.of("render", "--format", "json"),
          List.of("plan"),
          List.of("plan", "--format", "json"),
          List.of("plan", "-o", "../plan.json"),
          List.of("plan", "--base", "HEAD", "--format", "json"),
          List.of("drift"),
          List.of("drift", "--format", "markdown", "--base", "HEAD"),
          List.of("drift", "--accept", "--base", "HEAD", "--diff"),
          List.of("drift", "--accept", "--base", "HEAD", "--format", "json"),
          List.of("plan", "--changed-since", "HEAD"),
          List.of("doctor"),
          List.of("connector", "copy", "connector/*", "--to", "*", "--with-schema"),
          List.of("generate", "dbt-sources"),
          List.of("generate", "dbt-sources", "--offline", "--format", "json"),
          List.of("fmt", "--check"),
          List.of("fmt", "--check", "--format", "json"),
          List.of("validate", "manifests", "-vv"),
          List.of("schema", "connector"),
          List.of("connector-type", "scaffold", "postgres"),
          List.of("apply", "--auto-approve", "--report", "../report.json", "--journal", "none"));

  /// How a path out of the repository is spelt, as seen from its top.
  private static final List<String> PATHS =
      List.of(
          "%s/house/secret/file.yaml",
          "../house/secret/file.yaml",
          "into/../../house/secret/file.yaml",
          "into/file.yaml",
          "chain/file.yaml",
          "into.yaml",
          "chain.yaml",
          ".git/file.yaml",
          ".ftctl/file.yaml",
          "dotgit/file.yaml");

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

  static Stream<Attack> attacks() {
    return Attack.all().stream();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void nothingBesideTheRepositoryIsInAnyOutput(Attack attack) throws Exception {
    int turn = Attack.all().stream().map(Attack::name).toList().indexOf(attack.name());
    boolean isFolder = attack.name().equals("linked folder");
    for (int index = 0; index < PATHS.size(); index++) {
      if (isFolder && !PATHS.get(index).contains("/")) {
        // The folder of such a path is the repository's top.
        continue;
      }
      cleared();
      plant(attack, PATHS.get(index).formatted(top));
      int from = turn + index * 3;
      List<List<String>> commands =
          IntStream.range(0, Scale.of(2, COMMANDS.size()))
              .mapToObj(run -> COMMANDS.get((from + run * 5) % COMMANDS.size()))
              .toList();
      if (commands.stream().anyMatch(command -> command.contains("HEAD"))) {
        Repository.commit(workspace.folder());
      }
      for (List<String> command : commands) {
        Ran ran = workspace.run(command.toArray(String[]::new));

        assertThat(ran.code())
            .as("%s of %s: %s %s", attack.name(), PATHS.get(index), command, ran)
            .isIn(refusals(command));
        assertThat(written(ran)).as("%s", command).doesNotContain(Attack.CANARY);
      }
    }
  }

  /// Nor of a fleet's, whose environments may be links as well.
  @ParameterizedTest
  @MethodSource("attacks")
  void nothingBesideTheRepositoryIsInAFleet(Attack attack) throws Exception {
    String path = PATHS.get(attack.name().length() % 4).formatted(top);
    cleared();
    plant(attack, path);
    workspace.file("environments/own.yaml", "account: an_account\n");
    Ran own = workspace.run("fleet", "plan", "--report", "../report.json");
    String told = written(own);
    Files.createSymbolicLink(
        workspace.folder().resolve("environments/other.yaml"),
        top.resolve("house/secret/file.yaml"));
    Ran linked = workspace.run("fleet", "validate", "--format", "json");

    assertThat(own.code()).as("%s of %s: %s", attack.name(), path, own).isIn(4, 64, 65);
    assertThat(linked.code()).as("%s", linked).isEqualTo(65);
    assertThat(told).doesNotContain(Attack.CANARY);
    assertThat(written(linked)).doesNotContain(Attack.CANARY);
  }

  /// `fmt` reads no more than the files of the branch itself, and may find nothing wrong with them;
  /// what tells of kinds and services reads none.
  static List<Integer> refusals(List<String> command) {
    return switch (command.getFirst()) {
      case "fmt" -> List.of(0, 3, 65);
      case "schema", "connector-type" -> List.of(0, 65);
      default -> List.of(65);
    };
  }

  /// What leads out of the repository in the base revision alone is not read there either, and not
  /// taken for gone.
  @ParameterizedTest
  @ValueSource(strings = {"manifests/out.yaml", "manifests/out"})
  void linkOfABaseLeadsNowhereElse(String link) throws Exception {
    workspace.file("../house/secret/file.yaml", Attack.named(Attack.CANARY));
    String target = link.endsWith(".yaml") ? "house/secret/file.yaml" : "house/secret";
    Files.createSymbolicLink(workspace.folder().resolve(link), top.resolve(target));
    Repository.commit(workspace.folder());
    Files.delete(workspace.folder().resolve(link));

    Ran plan = workspace.run("plan", "--base", "HEAD");

    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(plan.out())
        .contains("--base HEAD: " + link, "Nothing is deleted by --base HEAD")
        .doesNotContain(Attack.CANARY);
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
        delete(file);
      }
    }
    workspace
        .file("ftctl.yaml", "manifests: [manifests]\n")
        .file("manifests/one.yaml", "kind: Group\nmetadata: {name: two}\n");
  }

  static void delete(Path path) throws IOException {
    if (Files.isDirectory(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> files = Files.list(path)) {
        for (Path file : files.toList()) {
          delete(file);
        }
      }
    }
    Files.delete(path);
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
}
