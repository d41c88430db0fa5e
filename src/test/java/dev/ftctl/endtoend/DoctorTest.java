package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.SchemaCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `ftctl doctor`: each thing that may be wrong is told by itself, with what to do and the code of
/// a command that needs it.
class DoctorTest {

  private static final SchemaCheck SCHEMA = new SchemaCheck("doctor.schema.json");

  private static final String MANIFEST =
      """
      kind: Group
      metadata: {name: eu}
      ---
      kind: Webhook
      metadata: {name: pager}
      spec: {url: "https://hooks.example.com/x", events: [sync_end], active: true, secret: "${env:HOOK_SECRET}"}
      ---
      kind: Webhook
      metadata: {name: other}
      spec: {url: "https://hooks.example.com/y", events: [sync_end], active: true, secret: "${env:OTHER_SECRET}"}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  /// In which nothing is wrong.
  private Workspace workspace() throws Exception {
    Path project = folder.resolve("project");
    Workspace workspace =
        new Workspace(project)
            .file("ftctl.yaml", "account: " + lab.account(false).info().id() + "\n")
            .file("manifests/a.yaml", MANIFEST)
            .reaching(lab.sandbox())
            .waitingBy(new Impatient())
            .with("HOME", folder.toString())
            .with("HOOK_SECRET", "zq-hook-secret-of-mine")
            .with("OTHER_SECRET", "zq-other-secret-of-mine");
    Repository.commit(project);
    lab.forget();
    return workspace;
  }

  @Test
  void allIsInOrder() throws Exception {
    Workspace workspace = workspace();

    Ran ran = workspace.succeed("doctor");
    Ran json = workspace.succeed("doctor", "--format", "json");

    assertThat(ran.out())
        .doesNotContain("failed", "warning", "unknown", "zq-")
        .endsWith("\nEverything is in order.\n");
    assertThat(ran.out().lines().map(line -> line.replaceFirst("^ok +(\\w*).*", "$1")))
        .startsWith("program", "java", "git", "cache", "project", "manifests", "variables", "key")
        .contains("network", "authority", "account", "clock", "quota");
    assertThat(SCHEMA.faults(json.json())).isEmpty();
    assertThat(json.out()).doesNotContain("zq-", lab.sandbox().apiSecret());
    assertThat(lab.sandbox().requests()).hasSize(2).allMatch(one -> one.method().equals("GET"));
  }

  @Test
  void nothingIsSetUp() {
    Ran ran = new Workspace(folder).run("doctor");

    assertThat(ran.code()).isEqualTo(77);
    assertThat(ran.out())
        .contains("no ftctl.yaml here or above", "no credentials: FIVETRAN_API_KEY is not set")
        .contains("unknown", "not asked, since what leads to it")
        .contains("\n1 failed, ");
    assertThat(ran.err()).isEmpty();
    assertThat(new Workspace(folder).run("doctor", "--sandbox").code()).isZero();
  }

  /// What is changed of a workspace that is in order, and what is told of it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FIVETRAN_API_KEY|''|key|failed|77|is empty",
        "FIVETRAN_API_SECRET|a b|key|failed|77|holds a blank",
        "FIVETRAN_API_SECRET|zq-wrong|account|failed|77|401 Unauthorized",
        "FIVETRAN_API_SECRET|${{ secrets.X }}|key|failed|77|holds a blank",
        "FIVETRAN_API_SECRET|xxxxxxxxxxxx|key|warning|77|a mask",
        "FIVETRAN_API_URL|http://127.0.0.1:9|account|failed|69|no connection to 127.0.0.1:9",
        "FIVETRAN_API_URL|ftp://x|network|failed|64|is none",
        "FIVETRAN_APIKEY|other|key|warning|0|",
        "SSL_CERT_FILE|nowhere.pem|network|failed|64|can't be read",
        "SSL_CERT_FILE|ftctl.yaml|network|failed|65|there is no certificate",
        "FTCTL_QUOTAS|some|account|failed|64|can't be read at",
        "FIVETRAN_SCOPE|read|scope|warning|0|nothing is written",
        "FIVETRAN_SCOPE|read/write|scope|warning|0|refuses every DELETE",
        "HOOK_SECRET|''|variables|warning|0|1 of 2 are set; empty: HOOK_SECRET",
      })
  void aVariableThatIsWrong(
      String variable, String text, String check, String result, int code, String message)
      throws Exception {
    Ran ran =
        workspace().with(variable, text == null ? "" : text).run("doctor", "--format", "json");

    assertThat(ran.code()).as("%s", ran).isEqualTo(code);
    assertThat(SCHEMA.faults(ran.json())).isEmpty();
    assertThat(ran.json().path("exit_code").asInt()).isEqualTo(code);
    if (message != null) {
      JsonNode found = check(ran, check);
      assertThat(found.path("result").asText()).as("%s", ran).isEqualTo(result);
      assertThat(found.path("message").asText()).contains(message);
      assertThat(found.path("fix").asText()).isNotEmpty();
    }
    assertThat(ran.all()).doesNotContain("zq-", lab.sandbox().apiSecret());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "manifests/a.yaml|kind: Grup|manifests|failed|65|manifests/a.yaml:1:1: ",
        "ftctl.yaml|account: [|project|failed|65|ftctl.yaml:1",
        "ftctl.yaml|account: other_one|account|failed|4|pinned to other_one",
        "ftctl.yaml|{}|project|warning|0|pinned to no account",
        "ftctl.yaml|environments: {prod: {account: a}, dev: {account: b}}|project|failed|64|--env",
      })
  void aFileThatIsWrong(
      String file, String text, String check, String result, int code, String message)
      throws Exception {
    Ran ran = workspace().file(file, text + "\n").run("doctor", "--format", "json");

    assertThat(ran.code()).as("%s", ran).isEqualTo(code);
    assertThat(SCHEMA.faults(ran.json())).isEmpty();
    JsonNode found = check(ran, check);
    assertThat(found.path("result").asText()).as("%s", ran).isEqualTo(result);
    assertThat(found.path("message").asText()).contains(message);
  }

  /// What a key lacks hides nothing of the manifests, and the other way round.
  @Test
  void oneFaultHidesNoOther() throws Exception {
    Ran ran =
        workspace()
            .file("manifests/a.yaml", "kind: Grup\n")
            .with("FIVETRAN_API_SECRET", "")
            .with("https_proxy", "socks5://zq-user:zq-pass@proxy:1080")
            .with("FIVETRAN_API_URL", "https://api.example.com")
            .run("doctor");

    assertThat(ran.code()).isEqualTo(77);
    assertThat(ran.out())
        .contains("failed     manifests", "failed     key", "failed     network")
        .contains("\n3 failed, 0 warnings.\n")
        .doesNotContain("zq-");
  }

  /// In a process of its own, whose PATH leads nowhere: containers have no git.
  @ParameterizedTest
  @CsvSource({
    "'doctor --sandbox', 0, 'git          can''t be asked (git is not installed here'",
    "'plan --sandbox --base HEAD', 64, --base HEAD: git is not installed here",
    "'plan --sandbox --changed-since HEAD', 64, --changed-since HEAD: git is not installed here",
  })
  void gitThatIsMissingIsTold(String line, int code, String told) throws Exception {
    new Workspace(folder).file("manifests/a.yaml", MANIFEST);
    Files.createDirectory(folder.resolve(".git"));
    Map<String, String> nowhere = Map.of("PATH", folder.toString());

    Ran ran = Alone.run(folder, List.of("-XX:TieredStopAtLevel=1"), nowhere, line.split(" "));

    assertThat(ran.code()).as("%s", ran).isEqualTo(code);
    assertThat(ran.out()).contains(told).doesNotContain("Cannot run");
  }

  @Test
  void shallowCloneIsTold() throws Exception {
    Workspace workspace = workspace();
    workspace.file("manifests/b.yaml", "kind: Group\nmetadata: {name: us}\n");
    Repository.commit(workspace.folder());
    Path clone = folder.resolve("clone");
    Repository.git(
        folder, "clone", "-q", "--depth", "1", "file://" + workspace.folder(), clone.toString());

    Ran ran = new Workspace(clone).with("HOME", folder.toString()).run("doctor", "--sandbox");

    assertThat(ran.out()).contains("a shallow clone", "git fetch --unshallow");
  }

  @Test
  void clockThatIsWrongIsTold() throws Exception {
    Clock late = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10));
    Clock early = Clock.offset(Clock.systemUTC(), Duration.ofHours(-3));

    Workspace workspace = workspace();

    assertThat(workspace.at(late).succeed("doctor").out())
        .containsPattern("warning +clock +goes 10 min ahead of the server's");
    assertThat(workspace.at(early).succeed("doctor").out())
        .containsPattern("warning +clock +goes 3 h behind the server's");
  }

  @Test
  void proxyIsNamedWithoutItsPassword() throws Exception {
    Ran ran =
        workspace()
            .with("HTTPS_PROXY", "http://zq-user:zq-password@127.0.0.1:9")
            .with("FIVETRAN_API_URL", "https://api.example.com")
            .run("doctor");

    assertThat(ran.code()).isEqualTo(69);
    assertThat(ran.out())
        .contains("https://api.example.com through the proxy http://***@127.0.0.1:9 (HTTPS_PROXY)")
        .doesNotContain("zq-");
  }

  private static JsonNode check(Ran ran, String name) {
    List<JsonNode> found = new ArrayList<>();
    ran.json().path("checks").forEach(found::add);
    return found.stream()
        .filter(one -> one.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(Map.of(name, ran)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "file: \"/secure/${slug}.${name}.json\" | 1 resource and where their secrets go: vault",
        "exec: [sh, -c, cat] | 1 resource and where their secrets go: vault",
        "exec: [bin/put-secret] | no such program: vault runs bin/put-secret",
      })
  void sinksAreLookedAt(String form, String told) throws Exception {
    String account = "account: " + lab.account(false).info().id();
    Workspace workspace =
        workspace()
            .with("PATH", "/usr/bin:/bin")
            .file("ftctl.yaml", account + "\nhandouts:\n  vault: {" + form + "}\n")
            .file(
                "manifests/agent.yaml",
                """
                kind: ProxyAgent
                metadata: {name: dc1, handout: vault}
                spec: {group_region: GCP_US_EAST4}
                """);

    Ran ran = workspace.succeed("doctor", "--format", "json");

    assertThat(SCHEMA.faults(ran.json())).isEmpty();
    assertThat(ran.json().findValuesAsText("message")).contains(told);
  }
}
