package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.Action;
import dev.ftctl.live.ReadingObserver;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.manifest.input.WorkingTree;
import dev.ftctl.model.FileTree;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.testing.FailingTree;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Wanted;
import dev.ftctl.walk.DesiredSource;
import dev.ftctl.walk.IntentPatterns;
import dev.ftctl.walk.PlanRequest;
import dev.ftctl.walk.Walk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What can't be read is never taken for gone.
class UnreadableFilesTest {

  private static final String PROJECT =
      """
      manifests: [manifests, more]
      prune: {scope: {kinds: [Webhook]}}
      limits: {max_deletes: 100}
      allow: [delete]
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  /// Hooks in files of all kinds: in folders, behind links, from rows, lists and templates.
  @BeforeEach
  void commitAndApply() throws Exception {
    workspace = new Workspace(folder).reaching(lab.sandbox());
    workspace.file("ftctl.yaml", PROJECT);
    workspace.file("manifests/one.yaml", hook("one"));
    workspace.file("manifests/deep/er/two.yaml", hook("two"));
    workspace.file("manifests/deep/three.yml", hook("three") + "---\n" + hook("gone"));
    workspace.file("common/four.yaml", hook("four"));
    workspace.file("more/rows.csv", "name\nred\nblue\n");
    workspace.file("more/list.yaml", "[{name: green}]\n");
    workspace.file("more/rows.yaml", many("{csv: rows.csv}"));
    workspace.file("more/items.yaml", many("\"${yaml:list.yaml}\""));
    workspace.file(
        "more/template.yaml",
        """
        kind: Template
        metadata: {name: hook}
        spec: {events: [sync_end], active: true, secret: "${file:key.txt}"}
        """);
    workspace.file("more/key.txt", "harmless-key-1\n");
    Files.createSymbolicLink(folder.resolve("manifests/common"), Path.of("../common"));
    Files.createSymbolicLink(folder.resolve("manifests/link.yaml"), Path.of("../five.yaml"));
    workspace.file("five.yaml", hook("five"));
    Repository.commit(folder);
    workspace.succeed("apply", "--auto-approve", "--journal", "none");
    workspace.file("manifests/deep/three.yml", hook("three"));
    lab.forget();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void fileSystemThatFailsAtAnyEntryDeletesNothingMore() {
    var counting = new FailingTree(tree(), -1);
    Set<Address> removed = deletions(counting, "HEAD", false);
    Set<Address> pruned = deletions(tree(), "", true);
    int refused = 0;

    for (int failing = 0; failing < counting.looks(); failing++) {
      for (boolean prunes : List.of(false, true)) {
        var tree = new FailingTree(tree(), failing);
        try {
          assertThat(prunes ? pruned : removed)
              .as("entry %d", failing)
              .containsAll(deletions(tree, prunes ? "" : "HEAD", prunes));
        } catch (ManifestException | UnknownPathException | RefusedException told) {
          refused++;
        }
      }
    }

    assertThat(removed).extracting(Address::toString).containsExactly("webhook/gone");
    assertThat(pruned).hasSize(1);
    assertThat(counting.looks()).isGreaterThan(30);
    assertThat(refused).isGreaterThan(30);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "manifests/one.yaml",
        "manifests/deep/er/two.yaml",
        "manifests/deep/three.yml",
        "common/four.yaml",
        "five.yaml",
        "more/rows.csv",
        "more/list.yaml",
        "more/rows.yaml",
        "more/template.yaml",
        "ftctl.yaml"
      })
  void baseThatCannotBeReadCleanlyDeletesNothing(String file) throws Exception {
    String now = Files.readString(folder.resolve(file));
    Files.delete(folder.resolve(file));
    Files.createSymbolicLink(folder.resolve(file), Path.of("nowhere"));
    Repository.commit(folder);
    Files.delete(folder.resolve(file));
    workspace.file(file, now);
    workspace.file("manifests/one.yaml", "# empty\n" + hook("instead"));

    Ran ran = workspace.run("plan", "--base", "HEAD", "--detailed-exitcode");

    assertThat(ran.code()).as("%s", ran).isEqualTo(2);
    assertThat(ran.out())
        .contains("0 delete", "Nothing is deleted by --base HEAD, which can't be read.")
        .contains(
            file.startsWith("common") || file.startsWith("five")
                ? "manifests/"
                : file.endsWith("csv") || file.endsWith("list.yaml") ? "more/" : file);
  }

  @Test
  void linksOfABaseAreFollowedWithinIt() throws Exception {
    Files.delete(folder.resolve("manifests/common"));
    Files.delete(folder.resolve("manifests/link.yaml"));

    Ran ran = workspace.run("plan", "--base", "HEAD", "--detailed-exitcode");

    assertThat(ran.out()).contains("webhook/four", "webhook/five", "webhook/gone", "3 delete");
  }

  @Test
  void pipeGivenAsAPathIsNoFile() throws Exception {
    Path pipe = folder.resolve("pipe.yaml");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    Ran ran = workspace.run("validate", "pipe.yaml");

    assertThat(ran.code()).as("%s", ran).isEqualTo(64);
    assertThat(ran.err()).contains("pipe.yaml is no file or folder, or can't be looked into");
  }

  @Test
  void folderThatIsClosedIsAnError() throws IOException {
    // Whoever runs as root can look into any folder; a link to itself is closed to all.
    Files.createSymbolicLink(folder.resolve("manifests/closed"), Path.of("closed"));

    Ran ran = workspace.run("validate");

    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err()).contains("manifests/closed:1:1", "can't be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifests/six.YAML", "more/six.Yml", "manifests/deep/six.YML"})
  void manifestWithItsEndInOtherLettersIsToBeRenamed(String file) {
    workspace.file(file, hook("six"));

    Ran ran = workspace.run("validate");

    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err())
        .contains(
            file + ":1:1",
            "rename it to " + file.replaceAll("(?i)yml$", "yml").replaceAll("(?i)yaml$", "yaml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftctl.yml", "FTCTL.yaml", "Ftctl.yml"})
  void projectFileThatIsCalledOtherwiseIsToBeRenamed(String name) throws IOException {
    workspace.file(name, PROJECT);

    Ran beside = workspace.run("validate");
    Files.delete(folder.resolve("ftctl.yaml"));
    Ran instead = workspace.run("validate");

    assertThat(beside.code()).isEqualTo(65);
    assertThat(beside.err()).contains(name + ":1:1", "called ftctl.yaml, and there is one");
    assertThat(instead.code()).isEqualTo(65);
    assertThat(instead.err()).contains(name + ":1:1", "rename it to ftctl.yaml");
    assertThat(instead.err().lines().filter(line -> line.startsWith("error"))).hasSize(1);
  }

  @Test
  void projectFileThatLeadsNowhereIsAnError() throws IOException {
    Files.delete(folder.resolve("ftctl.yaml"));
    Files.createSymbolicLink(folder.resolve("ftctl.yaml"), Path.of("nowhere"));

    Ran ran = workspace.run("plan");

    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err()).contains("ftctl.yaml:1:1", "the file can't be read");
  }

  /// It is not known to declare no environment.
  @ParameterizedTest
  @ValueSource(strings = {"nowhere", ""})
  void projectFileThatCannotBeReadDeclaresWhatItDeclares(String target) throws IOException {
    Files.delete(folder.resolve("ftctl.yaml"));
    if (target.isEmpty()) {
      workspace.file("ftctl.yaml", "environments: {prod: {account: [\n");
    } else {
      Files.createSymbolicLink(folder.resolve("ftctl.yaml"), Path.of(target));
    }

    Ran ran = workspace.run("plan", "--env", "prod");

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err()).contains("ftctl.yaml:").doesNotContain("no environment");
  }

  private FileTree tree() {
    return new WorkingTree(folder);
  }

  private Set<Address> deletions(FileTree tree, String base, boolean prunes) {
    var reading =
        new ReadRequest(
            tree,
            "",
            List.of(),
            "",
            Map.of(),
            Map.of(),
            Map.of(),
            List.of(),
            false,
            new Redaction(),
            Instant.EPOCH,
            false);
    var request =
        new PlanRequest(
            new DesiredSource.Files(reading, folder, base),
            IntentPatterns.PLAIN,
            prunes,
            List.of(),
            Map.of());
    return new Walk(Wanted.KINDS)
            .plan(request, desired -> lab.account(false), ReadingObserver.NONE)
            .plan()
            .changes()
            .stream()
            .filter(planned -> planned.change().action() == Action.DELETE)
            .map(planned -> planned.change().address())
            .collect(Collectors.toCollection(HashSet::new));
  }

  private static String hook(String name) {
    return """
    kind: Webhook
    metadata: {name: %s}
    spec: {template: hook, url: "https://hooks.example.com/%s"}
    """
        .formatted(name, name);
  }

  private static String many(String entries) {
    return """
    kind: Webhook
    for_each: %s
    metadata: {name: "${each.name}"}
    spec: {template: hook, url: "https://hooks.example.com/${each.name}"}
    """
        .formatted(entries);
  }
}
