package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import dev.ftctl.testing.ShuffledProject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What earlier runs left of files that did not change makes a run shorter, and nothing else.
class SkimmedRunsTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20_261_130L);

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("validate"),
          List.of("validate", "--format", "sarif"),
          List.of("validate", "--changed-since", "HEAD"),
          List.of("validate", "--changed-since", "HEAD", "--env", "dev", "-l", "team=ops"),
          List.of("plan", "--changed-since", "HEAD"),
          List.of("plan", "--changed-since", "HEAD", "--format", "json", "--strict"),
          List.of("plan", "--target", "connector/shop"),
          List.of("drift", "--changed-since", "HEAD"));

  @TempDir Path folder;
  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void sayWhatRunsWithoutTheCacheSay() throws Exception {
    for (int round = 0; round < Scale.of(1, 60); round++) {
      var random = new Random(SEED + round);
      var project = new ShuffledProject(random);
      Workspace workspace = workspace(folder.resolve("round" + round));
      write(project, workspace);
      Repository.commit(workspace.folder());
      workspace.run("apply", "--auto-approve", "--journal", "none");
      for (int step = 0; step < Scale.of(5, 12); step++) {
        workspace.with("PASSWORD", random.nextInt(4) == 0 ? "" : "pass-word");
        for (int runs = 0; runs < 3; runs++) {
          List<String> command = COMMANDS.get(random.nextInt(COMMANDS.size()));
          String label = "-Dftctl.test.seed=%d, step %d, %s".formatted(SEED + round, step, command);

          assertThat(run(workspace, command)).as(label).isEqualTo(run(workspace, without(command)));
        }
        change(project, random, workspace);
      }
    }
  }

  /// Edits the project, and now and then commits what it is.
  private static void change(ShuffledProject project, Random random, Workspace workspace)
      throws Exception {
    if (random.nextInt(3) > 0) {
      project.restore();
    }
    for (int edits = random.nextInt(3); edits >= 0; edits--) {
      project.edit();
    }
    write(project, workspace);
    if (random.nextInt(4) == 0) {
      // Edits may come to what is there already.
      workspace.file("notes.txt", Long.toString(random.nextLong()));
      Repository.commit(workspace.folder());
    }
  }

  @Test
  void whatIsKeptHoldsNoTextOfTheEnvironmentAndNoSecret() throws IOException {
    Workspace workspace =
        workspace(folder).with("PASSWORD", "pass-word").with("PLAIN", "plain-text");
    write(new ShuffledProject(new Random(SEED)), workspace);
    workspace.file(
        "manifests/literal.yaml",
        """
        kind: Webhook
        metadata: {name: literal}
        spec: {url: "https://hooks.example.com/x", events: [sync_end], active: true, secret: a-literal-secret}
        """);

    workspace.succeed("validate");

    Path outline = kept(workspace).getFirst();
    assertThat(Files.readString(outline, StandardCharsets.ISO_8859_1))
        .contains("orders")
        .doesNotContain("pass-word", "plain-text", "harmless", "a-literal-secret", "db.internal");
  }

  @Test
  void nothingIsKeptWithoutTheCacheOrOfWhatIsCarriedOut() {
    Workspace workspace = workspace(folder).with("PASSWORD", "pass-word");
    write(new ShuffledProject(new Random(SEED)), workspace);

    workspace.succeed("validate", "--no-cache");
    workspace.run("plan", "-o", "plan.json");
    workspace.run("apply", "--auto-approve", "--journal", "none");

    assertThat(kept(workspace)).isEmpty();
  }

  private static List<String> without(List<String> command) {
    return Stream.concat(command.stream(), Stream.of("--no-cache")).toList();
  }

  private Ran run(Workspace workspace, List<String> command) {
    return workspace.run(command.toArray(String[]::new));
  }

  private Workspace workspace(Path place) {
    return new Workspace(place.resolve("project"))
        .with("XDG_CACHE_HOME", place.resolve("caches").toString())
        .reaching(lab.sandbox());
  }

  private static List<Path> kept(Workspace workspace) {
    Path caches = workspace.folder().resolveSibling("caches/ftctl");
    if (!Files.exists(caches)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(caches)) {
      return files.filter(file -> file.toString().endsWith(".outline")).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Makes the files of the folder those of the project.
  private static void write(ShuffledProject project, Workspace workspace) {
    try {
      Files.createDirectories(workspace.folder());
      try (Stream<Path> all = Files.walk(workspace.folder())) {
        for (Path file : all.filter(one -> one.toString().endsWith(".yaml")).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException undeletable) {
      throw new UncheckedIOException(undeletable);
    }
    project.files().forEach(workspace::file);
  }
}
