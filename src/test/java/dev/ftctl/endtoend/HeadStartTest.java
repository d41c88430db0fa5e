package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A plan of a branch asks the account while manifests are still read: the same questions, and
/// whatever stands in the way is told once, in the words of a run that reads first.
class HeadStartTest {

  private static final String HOOK =
      """
      kind: Webhook
      metadata: {name: %1$s}
      spec: {url: "https://hooks.example.com/%1$s", events: [sync_end], active: true}
      """;

  private static final List<String> PLAN = List.of("plan", "--changed-since", "HEAD");

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;
  private int before;

  /// With outlines of an earlier run, and one document changed since.
  @BeforeEach
  void changed() throws Exception {
    workspace =
        new Workspace(folder.resolve("project"))
            .reaching(lab.sandbox())
            .with("XDG_CACHE_HOME", folder.resolve("caches").toString())
            .file("ftctl.yaml", "{}\n")
            .file("manifests/one.yaml", HOOK.formatted("one"))
            .file("manifests/two.yaml", HOOK.formatted("two"));
    Repository.commit(workspace.folder());
    workspace.succeed("validate");
    workspace.edit("manifests/one.yaml", "active: true", "active: false");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void asksTheSameQuestionsOnce() {
    Ran cold = run("--no-cache");
    List<String> asked = asked();

    Ran warm = run();

    assertThat(warm.out()).isEqualTo(cold.out());
    assertThat(asked()).isEqualTo(asked).doesNotHaveDuplicates().contains("GET /v1/groups");
  }

  @Test
  void asksAnotherAccountThanTheProjectsWhoseItIsAndNothingElse() throws Exception {
    workspace.file("ftctl.yaml", "account: another_one\n");
    Repository.commit(workspace.folder());
    workspace.edit("manifests/one.yaml", "[sync_end]", "[sync_start]");
    workspace.run("validate");

    Ran refused = run();

    assertThat(refused.code()).as("%s", refused).isEqualTo(4);
    assertThat(refused.err()).containsOnlyOnce("is pinned to account another_one");
    assertThat(asked()).containsOnly("GET /v1/account/info");
  }

  @Test
  void tellsOnceThatAKeyIsWrong() {
    workspace.with("FIVETRAN_API_SECRET", "wrong-wrong-wrong");

    Ran refused = run();

    assertThat(refused.code()).as("%s", refused).isEqualTo(77);
    assertThat(refused.err()).containsOnlyOnce("401");
    assertThat(asked()).containsOnly("GET /v1/account/info");
  }

  @Test
  void tellsWhatIsWrongWithManifestsAndNothingOfTheAccount() {
    workspace.edit("manifests/one.yaml", "kind: Webhook", "kind: Webhoook");
    Ran cold = run("--no-cache");
    workspace.with("FIVETRAN_API_SECRET", "wrong-wrong-wrong");

    Ran warm = run();

    assertThat(warm.code()).as("%s", warm).isEqualTo(65);
    assertThat(warm.err()).isEqualTo(cold.err());
    assertThat(warm.out()).isEqualTo(cold.out());
  }

  /// A plan of everything only makes ready what asks.
  @Test
  void asksNothingBeforeTheManifestsOfAWholePlanAreRight() {
    workspace.edit("manifests/one.yaml", "kind: Webhook", "kind: Webhoook");
    before = lab.sandbox().requests().size();

    Ran refused = workspace.run("plan");

    assertThat(refused.code()).as("%s", refused).isEqualTo(65);
    assertThat(asked()).isEmpty();
  }

  /// Without TLS nobody needs it.
  @Test
  void asksAnAccountWithoutTlsWhateverTheBundleOfTheEnvironmentIs() {
    assertThat(workspace.with("SSL_CERT_FILE", "/nowhere.pem").run("plan").code()).isZero();
  }

  /// A key that can't be found is told after everything that is wrong with manifests.
  @Test
  void needsNoKeyToTellWhatIsWrongWithManifests() {
    workspace
        .edit("manifests/one.yaml", "kind: Webhook", "kind: Webhoook")
        .with("FIVETRAN_API_SECRET", "");

    assertThat(run().code()).isEqualTo(65);
    assertThat(asked()).isEmpty();
  }

  private Ran run(String... further) {
    before = lab.sandbox().requests().size();
    return workspace.run(Stream.concat(PLAN.stream(), Stream.of(further)).toArray(String[]::new));
  }

  private List<String> asked() {
    return lab.sandbox().requests().stream()
        .skip(before)
        .map(request -> request.method() + " " + request.path())
        .sorted()
        .toList();
  }
}
