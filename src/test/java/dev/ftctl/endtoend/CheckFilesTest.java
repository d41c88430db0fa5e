package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which files of tests `ftctl check` finds, what it says of wrong ones, and what it keeps away
/// from.
class CheckFilesTest {

  private static final String GROUP = "kind: Group\nmetadata: {name: g}\n";
  private static final String CREATES =
      "tests: [{name: creates, expect: {changes: {group/g: create}}}]\n";

  @TempDir Path folder;

  @Test
  void saysWhatIsWrongWithItsPlace() {
    var workspace =
        new Workspace(folder)
            .file("manifests/g.yaml", GROUP)
            .file(
                "wrong.test.yaml",
                """
                given: nothing
                test: []
                tests:
                  - name: a
                    expct: {}
                  - name: a
                    expect: {changes: {group/g: {action: creat}, orders: create}, exit: none}
                    plan: {allow: [replce], prune: maybe}
                  - name: a
                    now: yesterday
                    expect: {risks: {}, change: {}}
                """)
            .file("empty.test.yaml", "# nothing yet\n")
            .file("broken.test.yaml", "tests: [\n");

    Ran ran = workspace.run("check");
    Ran json = workspace.run("check", "--format", "json");

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    Golden.check("check/wrong.txt", ran.err());
    assertThat(json.code()).isEqualTo(65);
    assertThat(json.json().path("format").asText()).isEqualTo("ftctl-problems/v1");
  }

  @ParameterizedTest
  @CsvSource({
    "check, there is no test (*.test.yaml) below",
    "check manifests, the folder manifests holds no test",
    "check test/g.test.yaml, did you mean 'tests/g.test.yaml'?",
    "check manifests/g.yaml, is no file of tests",
    "check --config none.yaml, there is no project file",
  })
  void pathsThatLeadToNoTestAreWrong(String line, String message) {
    var workspace = new Workspace(folder).file("manifests/g.yaml", GROUP);
    if (!line.equals("check")) {
      workspace.file("tests/g.test.yaml", CREATES);
    }

    Ran ran = workspace.run(line.split(" "));

    assertThat(ran.code()).as("%s", ran).isEqualTo(64);
    assertThat(ran.err()).contains(message);
  }

  /// A repository may hold several projects; each file of tests belongs to the nearest.
  @Test
  void eachFileIsOfTheNearestProject() {
    var workspace =
        new Workspace(folder)
            .file("ftctl.yaml", "{}\n")
            .file("manifests/g.yaml", GROUP)
            .file("tests/deep/g.test.yaml", CREATES)
            .file("other/ftctl.yaml", "manifests: [all]\n")
            .file("other/all/h.yaml", GROUP.replace("name: g", "name: h"))
            .file("other/all/h.test.yaml", CREATES.replace("group/g", "group/h"))
            .file(".hidden/no.test.yaml", "wrong")
            .file("node_modules/x/no.test.yaml", "wrong");

    Ran all = workspace.succeed("check");
    Ran below = workspace.succeed("check", "other");
    Ran one = workspace.succeed("check", "tests/deep/g.test.yaml");

    assertThat(all.out()).contains("2 tests in 2 files: all hold.");
    assertThat(below.out()).contains("other/all/h.test.yaml:1").doesNotContain("deep");
    assertThat(one.out()).contains("ok    tests/deep/g.test.yaml:1  creates");
  }

  /// Whatever the machine has: a key, proxies, another address, variables that manifests name.
  @Test
  void nothingOfTheMachineIsUsed() {
    var workspace =
        new Workspace(folder)
            .file(
                "ftctl.yaml",
                """
                account: acme
                secrets: {"*": {exec: [touch, ran]}}
                """)
            .file(
                "manifests/all.yaml",
                GROUP
                    + """
                    ---
                    kind: Connector
                    metadata: {name: orders}
                    spec:
                      service: postgres
                      groups: [g]
                      paused: true
                      config:
                        {schema_prefix: o, host: "${env:DB_HOST}", port: 5432, database: d, user: u, password: "${secret:p}"}
                    ---
                    kind: Webhook
                    metadata: {name: pager}
                    spec: {url: "https://hooks.example.com/x", events: [sync_end], secret: "${env:HOOK}"}
                    """)
            .file(
                "all.test.yaml",
                """
                tests:
                  - name: applied and compared
                    given: {manifests: manifests, env: {DB_HOST: one}}
                    env: {DB_HOST: two}
                    expect:
                      changes: {connector/orders@g: update}
                      exit: 0
                  - name: made up
                    given: {manifests: manifests}
                    expect: {}
                """)
            .with("FIVETRAN_API_KEY", "key")
            .with("FIVETRAN_API_SECRET", "zq-secret")
            .with("FIVETRAN_API_URL", "http://127.0.0.1:9")
            .with("HTTPS_PROXY", "http://127.0.0.1:9")
            .with("HTTP_PROXY", "http://127.0.0.1:9")
            .with("FIVETRAN_SCOPE", "read")
            .with("DB_HOST", "zq-real-host")
            .with("HOOK", "zq-real-hook");

    Ran ran = workspace.run("check");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.all()).doesNotContain("zq-");
    assertThat(Files.exists(folder.resolve("ran"))).isFalse();
    assertThat(Files.exists(folder.resolve(".ftctl"))).isFalse();
  }

  /// A branch that nobody has reviewed must not show what lies beside it.
  @ParameterizedTest
  @CsvSource({
    "given: {account: ../outside/canary.yaml}",
    "given: {account: ../outside/canary.json}",
    "given: {account: link.yaml}",
    "given: {manifests: ../outside}",
    "given: {manifests: link}",
    "manifests: ../outside",
    "manifests: link.yaml",
  })
  void nothingOutsideOfTheRepositoryIsRead(String names) throws Exception {
    var outside = new Workspace(folder.resolve("outside"));
    for (String name : List.of("canary.yaml", "canary.json", "ftctl.yaml")) {
      outside.file(name, "zq-canary: [\n");
    }
    Path inside = folder.resolve("inside");
    var workspace =
        new Workspace(inside)
            .file("manifests/g.yaml", GROUP)
            .file("a.test.yaml", "tests: [{name: a, " + names + ", expect: {}}]\n");
    Files.createSymbolicLink(inside.resolve("link.yaml"), outside.folder().resolve("canary.yaml"));
    Files.createSymbolicLink(inside.resolve("link"), outside.folder());
    Files.createSymbolicLink(
        inside.resolve("b.test.yaml"), outside.folder().resolve("canary.yaml"));
    Repository.git(inside, "init", "-q");

    Ran all = workspace.run("check");
    Ran link = workspace.run("check", "b.test.yaml");

    assertThat(all.code()).as("%s", all).isNotZero();
    assertThat(all.all()).contains("outside").doesNotContain("zq-canary");
    assertThat(link.code()).as("%s", link).isEqualTo(65);
    assertThat(link.all()).contains("leads out of").doesNotContain("zq-canary");
  }
}
