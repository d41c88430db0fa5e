package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Any object of git that the reading of `--base` needs is gone or broken: nothing is deleted by
/// the base, and what else there is to do is done; or the revision is refused before any call.
class UnreadableRevisionTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20_261_129L);

  private static final String PROJECT =
      """
      manifests: [manifests, more]
      limits: {max_deletes: 100}
      allow: [delete]
      environments: {prod: {account: ACCOUNT, overlays: overlays/prod}}
      """;

  /// What becomes of an object's file.
  private enum Damage {
    REMOVED,
    EMPTY,
    CUT,
    GARBLED;

    void happenTo(Path file) throws IOException {
      byte[] whole = Files.readAllBytes(file);
      // Git's own are read-only.
      Files.delete(file);
      switch (this) {
        case REMOVED -> {}
        case EMPTY -> Files.write(file, new byte[0]);
        case CUT -> Files.write(file, Arrays.copyOf(whole, whole.length * 2 / 3));
        case GARBLED -> {
          whole[whole.length / 2] ^= 0x55;
          Files.write(file, whole);
        }
      }
    }
  }

  /// @param path in the revision; of a commit and the top folder empty
  private record Held(String hash, String type, String path) {
    boolean isFile() {
      return type.equals("blob");
    }
  }

  private record Trial(Held held, Damage damage) {}

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;
  private ObjectNode account;

  /// Hooks from files of each sort; then one document is taken out and another one changed.
  @BeforeEach
  void commitAndApply() throws Exception {
    workspace = new Workspace(folder).reaching(lab.sandbox());
    String id = lab.account(false).info().id();
    workspace.file("ftctl.yaml", PROJECT.replace("ACCOUNT", id));
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
        spec: {events: [sync_end], active: true}
        """);
    workspace.file("more/host.txt", "hooks.example.com\n");
    workspace.file(
        "more/file.yaml", hook("file").replace("hooks.example.com/file", "${file:host.txt}/file"));
    workspace.file(
        "overlays/prod/two.yaml",
        "kind: Webhook\nmetadata: {name: two}\nspec: {events: [sync_start, sync_end]}\n");
    Files.createSymbolicLink(folder.resolve("manifests/common"), Path.of("../common"));
    Files.createSymbolicLink(folder.resolve("manifests/link.yaml"), Path.of("../five.yaml"));
    workspace.file("five.yaml", hook("five"));
    Repository.commit(folder);
    workspace.succeed("apply", "--env", "prod", "--auto-approve", "--journal", "none");
    account = lab.sandbox().control().account();
    workspace.file("manifests/deep/three.yml", hook("three"));
    workspace.file(
        "manifests/one.yaml", hook("one").replace("{template", "{active: false, template"));
    lab.forget();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void wholeRevisionDeletesWhatWasTakenOut() {
    Ran plan = plan();

    assertThat(plan.code()).as("%s", plan).isEqualTo(2);
    assertThat(plan.out()).contains("- delete   webhook/gone", "1 update", "1 delete");
  }

  @Test
  void objectThatCannotBeReadDeletesNothingAndStopsNothingElse() throws Exception {
    List<Held> all = held();
    var trials = new ArrayList<Trial>();
    all.forEach(
        held -> Arrays.stream(Damage.values()).forEach(one -> trials.add(new Trial(held, one))));
    Collections.shuffle(trials, new Random(SEED));

    for (Trial trial : trials.subList(0, Scale.of(14, trials.size()))) {
      Path file =
          folder.resolve(
              ".git/objects/"
                  + trial.held.hash.substring(0, 2)
                  + "/"
                  + trial.held.hash.substring(2));
      byte[] whole = Files.readAllBytes(file);
      trial.damage.happenTo(file);
      lab.sandbox().control().replaceAccount(account);
      lab.forget();

      judge(trial);

      Files.deleteIfExists(file);
      Files.write(file, whole);
    }

    assertThat(all).filteredOn(Held::isFile).hasSizeGreaterThan(14);
    assertThat(all).extracting(Held::type).contains("commit", "tree", "blob");
  }

  private void judge(Trial trial) {
    Ran plan = plan();
    if (!trial.held.isFile()) {
      assertThat(plan.code()).as("%s %s", trial, plan).isEqualTo(64);
      assertThat(plan.err()).contains("error: --base HEAD: ", "git fsck");
      Ran apply = apply();
      assertThat(apply.code()).as("%s %s", trial, apply).isEqualTo(64);
      assertThat(lab.sandbox().requests()).isEmpty();
      return;
    }
    assertThat(plan.code()).as("%s %s", trial, plan).isEqualTo(2);
    assertThat(plan.out())
        .as("%s", trial)
        .contains("~ update   webhook/one", "1 update", "0 delete", "--base HEAD: " + place(trial))
        .contains("Nothing is deleted by --base HEAD, which can't be read.")
        .doesNotContain("as the manifests say");

    Ran apply = apply();
    assertThat(apply.code()).as("%s %s", trial, apply).isZero();
    assertThat(lab.writes())
        .as("%s", trial)
        .extracting(RequestRecord::method)
        .containsExactly("PATCH");
    assertThat(apply.out()).doesNotContain("account is as the manifests say");

    Ran again = plan();
    assertThat(again.code()).as("%s %s", trial, again).isZero();
    assertThat(again.out())
        .contains("Nothing is deleted by --base HEAD, which can't be read.")
        .doesNotContain("as the manifests say");
  }

  /// Where somebody finds it: what is broken, the link that leads to it, or who asks for it.
  private static String place(Trial trial) {
    return switch (trial.held.path) {
      case "common/four.yaml", "manifests/common" -> "manifests/common";
      case "five.yaml" -> "manifests/link.yaml";
      case "more/rows.csv" -> "more/rows.yaml";
      case "more/list.yaml" -> "more/items.yaml";
      case "more/host.txt" -> "more/file.yaml";
      default -> trial.held.path;
    };
  }

  private Ran plan() {
    return workspace.run("plan", "--env", "prod", "--base", "HEAD", "--detailed-exitcode");
  }

  private Ran apply() {
    return workspace.run(
        "apply", "--env", "prod", "--base", "HEAD", "--auto-approve", "--journal", "none");
  }

  /// Every object that the revision is made of.
  private List<Held> held() throws IOException, InterruptedException {
    var held = new ArrayList<Held>();
    for (String line : git("rev-list", "--objects", "HEAD").lines().toList()) {
      String[] hashAndPath = line.split(" ", 2);
      String type = git("cat-file", "-t", hashAndPath[0]).strip();
      held.add(new Held(hashAndPath[0], type, hashAndPath.length > 1 ? hashAndPath[1] : ""));
    }
    return held;
  }

  private String git(String... words) throws IOException, InterruptedException {
    var command = new ArrayList<String>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(words));
    Process git = new ProcessBuilder(command).start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(said).isZero();
    return said;
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
