package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Zips;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The file of a package: what it may be, and what may go wrong while it is on its way.
class SdkPackageFileTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String CONNECTOR =
      """
      kind: Group
      metadata: {name: eu}
      ---
      kind: Destination
      metadata: {name: eu}
      spec: {group: eu, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "0", config: {host: a.example.com, port: 443, database: D, user: u, password: pass-word}}
      ---
      kind: Connector
      metadata: {name: orders}
      spec: {service: connector_sdk, groups: [eu], paused: true, sdk_package: {file: code.zip}, config: {schema: orders}}
      """;

  @TempDir Path folder;
  @TempDir Path elsewhere;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void describe() {
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .file("ftctl.yaml", "{}\n")
            .file("manifests/code.zip", Zips.of("connector.py", "one"))
            .file("manifests/code.yaml", CONNECTOR);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void isAZipFileBelowTheRepository() throws IOException {
    Path file = folder.resolve("manifests/code.zip");
    Files.delete(file);
    assertThat(refused()).contains("there is no file manifests/code.zip", "build it first");
    Files.createDirectory(file);
    assertThat(refused()).contains("is a folder");
    Files.delete(file);
    Files.writeString(file, "print('hello')");
    assertThat(refused()).contains("is no ZIP file");
    Path outside = Files.write(elsewhere.resolve("secret.zip"), Zips.of("connector.py", "x"));
    Files.delete(file);
    Files.createSymbolicLink(file, outside);
    assertThat(refused()).contains("leads out of");
    Files.delete(file);
    try (var large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(200L * 1024 * 1024 + 1);
    }
    assertThat(refused()).contains("is larger than 200 MB");
    assertThat(lab.sandbox().requests()).isEmpty();
  }

  static List<String> faults() {
    return LostAnswers.all();
  }

  /// Lost before or after it took effect, each package is there once.
  @ParameterizedTest
  @MethodSource("faults")
  void lostAnswerMakesNoSecond(String fault) throws IOException {
    rule("POST", fault);
    workspace.run("apply", "--auto-approve");
    clear();
    workspace.succeed("apply", "--auto-approve");

    assertThat(packages()).hasSize(1);
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();

    workspace.file("manifests/code.zip", Zips.of("connector.py", "two"));
    rule("PATCH", fault);
    workspace.run("apply", "--auto-approve");
    clear();
    workspace.succeed("apply", "--auto-approve");

    assertThat(packages()).hasSize(1);
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  static Stream<byte[]> hostile() {
    byte[] whole = Zips.of("connector.py", "one", "other.py", "two");
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 30);
    byte[] broken = whole.clone();
    broken[whole.length - 10] ^= 0x55;
    return Stream.of(
        cut, broken, Zips.of("../../../etc/passwd", "x", "/abs", "y", "a\u0007b", "z"));
  }

  /// Nothing of it is unpacked, and what can't be compared counts as changed.
  @ParameterizedTest
  @MethodSource("hostile")
  void hostileFileIsOnlyCompared(byte[] bytes) {
    workspace.succeed("apply", "--auto-approve");
    workspace.file("manifests/code.zip", bytes);

    Ran planned = workspace.run("plan");

    assertThat(planned.code()).as("%s", planned).isZero();
    assertThat(planned.out()).contains("~ update   sdk-package/orders@eu").doesNotContain("\u0007");
    assertThat(folder.getParent().resolve("etc")).doesNotExist();
  }

  /// More than fits into what the simulator or a test should hold, and yet far from 200 MB.
  @Test
  void oneThatNobodyNamesIsTold() {
    workspace.file(
        "manifests/b.yaml", "kind: SdkPackage\nmetadata: {name: idle}\nspec: {file: code.zip}\n");

    assertThat(workspace.succeed("validate").err())
        .contains("b.yaml:1:1: sdk-package idle: no document names it");
  }

  @Test
  void bytesComeThroughAsTheyAre() throws IOException {
    var noise = new byte[3_000_000];
    new java.util.Random(7).nextBytes(noise);
    byte[] zip = Zips.of(0, Map.of("noise.bin", noise));
    workspace.file("manifests/code.zip", zip);

    Ran applied = workspace.succeed("apply", "--auto-approve", "-vv", "--journal", "j.jsonl");

    JsonNode one = packages().iterator().next();
    assertThat(java.util.Base64.getDecoder().decode(one.path("_file").asText())).isEqualTo(zip);
    assertThat(applied.out().length() + applied.err().length()).isLessThan(100_000);
    assertThat(Files.size(folder.resolve("j.jsonl"))).isLessThan(100_000);
  }

  /// The example of the repository, whose ZIP file holds the source that stands beside it.
  @Test
  void exampleIsAppliedAsItStands() throws IOException {
    var other =
        new Workspace(elsewhere).reaching(lab.sandbox()).with("WAREHOUSE_PASSWORD", "pass-word");
    Workspace.copy(Path.of("examples/code"), elsewhere);

    other.succeed("apply", "--auto-approve", ".");

    assertThat(other.run("plan", "--detailed-exitcode", ".").code()).isZero();
    try (var zip = new java.util.zip.ZipFile(elsewhere.resolve("orders_api.zip").toFile())) {
      assertThat(zip.getInputStream(zip.getEntry("connector.py")).readAllBytes())
          .isEqualTo(Files.readAllBytes(Path.of("examples/code/orders_api/connector.py")));
    }
  }

  private String refused() {
    Ran ran = workspace.run("plan");
    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    return ran.err();
  }

  private void rule(String method, String then) throws JsonProcessingException {
    lab.sandbox()
        .control()
        .faults(
            JSON.readTree(
                ("[{'match':{'method':'"
                        + method
                        + "','path':'/v1/connector-sdk/packages','times':1},'then':"
                        + then
                        + "}]")
                    .replace('\'', '"')));
  }

  private void clear() throws JsonProcessingException {
    lab.sandbox().control().faults(JSON.readTree("[]"));
  }

  private JsonNode packages() {
    return lab.sandbox().control().account().path("connector_sdk_packages");
  }
}
