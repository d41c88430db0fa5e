package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.model.file.FileHash;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.SchemaCheck;
import dev.ftctl.testing.Zips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Code that somebody deployed past the repository, taken into it.
class SdkPackageAcceptTest {

  private static final String COMPANY =
      """
      kind: Group
      metadata: {name: eu}
      ---
      kind: Destination
      metadata: {name: eu}
      spec: {group: eu, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "0", config: {host: a.example.com, port: 443, database: D, user: u, password: pass-word}}
      """;

  private static final byte[] OURS = Zips.of("connector.py", "one", "old.py", "gone");
  private static final byte[] THEIRS = Zips.of("connector.py", "two", "new.py", "come");
  private static final String FILE = "manifests/code.zip";

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void describe() {
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .file("ftctl.yaml", "{}\n")
            .file(FILE, OURS)
            .file("manifests/company.yaml", COMPANY + connector("orders"));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void fileBecomesWhatTheAccountHas() {
    deployed(THEIRS);
    String manifests = workspace.read("manifests/company.yaml");

    Ran looked = accept("--diff");
    assertThat(workspace.folder().resolve(FILE)).hasBinaryContent(OURS);
    lab.forget();
    Ran accepted = accept();

    assertThat(
            lab.sandbox().requests().stream()
                .filter(request -> request.path().endsWith("/download")))
        .hasSize(1);
    assertThat(looked.out()).isEqualTo("Binary files a/" + FILE + " and b/" + FILE + " differ\n");
    assertThat(accepted.code()).as("%s", accepted).isZero();
    assertThat(accepted.out())
        .contains("the file manifests/code.zip (added: new.py; removed: old.py; changed: connector")
        .contains("1 accepted in 1 file, 0 left");
    assertThat(workspace.folder().resolve(FILE)).hasBinaryContent(THEIRS);
    assertThat(workspace.read("manifests/company.yaml")).isEqualTo(manifests);
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
    assertThat(lab.writes()).isEmpty();
  }

  @Test
  void reportIsAsItsSchemaSays() throws JsonProcessingException {
    deployed(THEIRS);

    Ran accepted = accept("--format", "json");

    JsonNode report = new JsonMapper().readTree(accepted.out());
    assertThat(new SchemaCheck("accept.schema.json").faults(report)).isEmpty();
    assertThat(report.at("/files/0/file").asText()).isEqualTo(FILE);
    assertThat(report.at("/counts/files").asInt()).isEqualTo(1);
  }

  /// A file may be that of two connections, whose packages go ways of their own.
  @Test
  void fileOfTwoIsTakenOnceBothHaveTheSame() {
    workspace.file("manifests/more.yaml", connector("others").substring("---\n".length()));
    deployed(THEIRS);
    ObjectNode account = lab.sandbox().control().account();
    ObjectNode other =
        (ObjectNode) account.path("connector_sdk_packages").valueStream().toList().getLast();
    holds(other, OURS);
    lab.sandbox().control().replaceAccount(account);

    Ran one = workspace.run("drift", "--accept", "sdk-package/*");
    deployed(THEIRS);
    Ran both = workspace.run("drift", "--accept", "sdk-package/*");

    assertThat(one.out()).contains("its file is that of sdk-package/o", "too: give one of them");
    assertThat(both.out()).contains("2 accepted in 1 file, 0 left");
    assertThat(workspace.folder().resolve(FILE)).hasBinaryContent(THEIRS);
  }

  @Test
  void fileOfAnotherEnvironmentIsLeft() {
    workspace.file(
        "ftctl.yaml", "environments: {dev: {account: other}, prod: {account: sandbox_account}}\n");
    workspace.succeed("apply", "--auto-approve", "--env", "prod");
    holdsAll(THEIRS);

    Ran left = workspace.run("drift", "--env", "prod", "--accept", "sdk-package/*");

    assertThat(left.all()).contains("its file is that of the environment dev, too");
    assertThat(workspace.folder().resolve(FILE)).hasBinaryContent(OURS);
  }

  @Test
  void fileThatSomethingBuildsIsLeft() throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("git", "init", "-q").directory(folder.toFile()).start().waitFor())
        .isZero();
    workspace.file(".gitignore", "*.zip\n");
    deployed(THEIRS);

    Ran left = accept();

    assertThat(left.code()).as("%s", left).isEqualTo(2);
    assertThat(left.out()).contains("git ignores manifests/code.zip", "what it is built from");
    assertThat(workspace.folder().resolve(FILE)).hasBinaryContent(OURS);
  }

  @Test
  void hostileFileIsLeft() {
    deployed(Zips.of("../x", "x"));
    assertThat(accept().out()).contains("the account's file is not kept: its entry ../x leads out");
    assertThat(workspace.folder().resolve(FILE)).hasBinaryContent(OURS);
  }

  /// A link stays one; what it leads to is written.
  @Test
  void linkInsideOfTheRepositoryIsFollowed() throws IOException {
    Path real = Files.createDirectories(folder.resolve("dist")).resolve("real.zip");
    Files.move(folder.resolve(FILE), real);
    Files.createSymbolicLink(folder.resolve(FILE), Path.of("../dist/real.zip"));
    deployed(THEIRS);

    assertThat(accept().out()).contains("1 accepted in 1 file");

    assertThat(folder.resolve(FILE)).isSymbolicLink();
    assertThat(real).hasBinaryContent(THEIRS);
  }

  private Ran accept(String... more) {
    String[] line = {"drift", "--accept", "sdk-package/orders"};
    String[] whole = java.util.Arrays.copyOf(line, line.length + more.length);
    System.arraycopy(more, 0, whole, line.length, more.length);
    return workspace.run(whole);
  }

  /// Applied, and then changed by somebody else.
  private void deployed(byte[] zip) {
    workspace.succeed("apply", "--auto-approve");
    holdsAll(zip);
  }

  private void holdsAll(byte[] zip) {
    ObjectNode account = lab.sandbox().control().account();
    account.path("connector_sdk_packages").forEach(one -> holds((ObjectNode) one, zip));
    lab.sandbox().control().replaceAccount(account);
  }

  private static void holds(ObjectNode one, byte[] zip) {
    one.put("_file", Base64.getEncoder().encodeToString(zip))
        .put("file_sha256_hash", FileHash.of(zip));
  }

  private static String connector(String name) {
    return """
    ---
    kind: Connector
    metadata: {name: %1$s}
    spec: {service: connector_sdk, groups: [eu], paused: true, sdk_package: {file: code.zip}, config: {schema: %1$s}}
    """
        .formatted(name);
  }
}
