package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Zips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The code of connections in an export: a file beside the manifests, which is nobody's but once.
class SdkPackageExportTest {

  private static final String COMPANY =
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

  private static final byte[] CODE = Zips.of("connector.py", "one", "lib/retry.py", "wait");
  private static final String FILE = "packages/orders.zip";
  private static final String DOCUMENT = "manifests/groups/eu/orders.yaml";

  @TempDir Path folder;
  @TempDir Path maker;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void apply() {
    new Workspace(maker)
        .reaching(lab.sandbox())
        .file("manifests/code.zip", CODE)
        .file("manifests/code.yaml", COMPANY)
        .succeed("apply", "--auto-approve");
    lab.sandbox().control().forgetRequests();
    workspace =
        new Workspace(folder.resolve("project"))
            .reaching(lab.sandbox())
            .with("EU_PASSWORD", "pass-word");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void planOfItIsEmptyAndAnotherExportIsTheSame() {
    Ran exported = export();
    Map<String, String> files = ExportTest.files(workspace.folder());

    Ran planned = workspace.run("plan", "--detailed-exitcode", "--strict");
    Ran again = export();

    assertThat(planned.code()).as("%s", planned).isZero();
    assertThat(exported.err()).contains("7 files written").doesNotContain("not exported");
    assertThat(workspace.folder().resolve(FILE)).hasBinaryContent(CODE);
    assertThat(workspace.read(DOCUMENT)).contains("../../../" + FILE).doesNotContain(" package:");
    assertThat(again.err()).contains("0 files written");
    assertThat(ExportTest.files(workspace.folder())).isEqualTo(files);
    assertThat(downloads()).isEqualTo(1);
  }

  /// Files of one group, and documents that are rows of one, lie in other folders.
  @Test
  void everyLayoutFindsIt() {
    workspace.succeed("export", "-o", ".", "--layout", "flat", "--fold", "for-each");
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void whatStandsThereStays() {
    workspace.file(FILE, Zips.of("connector.py", "mine"));
    export();

    assertThat(workspace.folder().resolve("packages/orders-2.zip")).hasBinaryContent(CODE);
    assertThat(workspace.folder().resolve(FILE)).hasBinaryContent(Zips.of("connector.py", "mine"));
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void sameBytesThatStandThereAreTaken() {
    workspace.file(FILE, CODE);
    Ran exported = export();

    assertThat(exported.err()).contains("6 files written, 1 unchanged");
    assertThat(workspace.folder().resolve("packages")).isDirectoryContaining("glob:**orders.zip");
    assertThat(workspace.read(DOCUMENT)).contains(FILE);
  }

  @Test
  void folderThatLeadsOutIsRefused() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.createDirectories(workspace.folder());
    Files.createSymbolicLink(workspace.folder().resolve("packages"), outside);

    Ran ran = workspace.run("export", "-o", ".");

    assertThat(ran.code()).as("%s", ran).isEqualTo(1);
    assertThat(ran.err()).contains("nothing was written", "is a link to");
    assertThat(outside).isEmptyDirectory();
    assertThat(workspace.folder().resolve("manifests")).doesNotExist();
  }

  static Stream<Arguments> hostile() {
    Map<String, byte[]> many = new LinkedHashMap<>();
    IntStream.range(0, 60_001).forEach(i -> many.put("f" + i, new byte[0]));
    byte[] ended = Zips.of("connector.py", "x");
    byte[] twoEnds = Arrays.copyOf(ended, ended.length + 22);
    System.arraycopy(ended, ended.length - 22, twoEnds, ended.length, 22);
    twoEnds[ended.length - 2] = 22;
    return Stream.of(
        Arguments.of(Zips.of("../../.bashrc", "x"), "entry ../../.bashrc leads out"),
        Arguments.of(Zips.of("a/../../x", "x"), "entry a/../../x leads out"),
        Arguments.of(Zips.of("/etc/passwd", "x"), "entry /etc/passwd leads out"),
        Arguments.of(Zips.of("..\\x", "x"), "leads out"),
        Arguments.of(Zips.of("C:x", "x"), "entry C:x leads out"),
        Arguments.of(Zips.link("lib", "/etc"), "entry lib is a link"),
        Arguments.of(Zips.twice("connector.py"), "entry connector.py is in it twice"),
        Arguments.of(Zips.of("a\u0007", "x", "A\u0007", "y"), "entry A? is in it twice"),
        Arguments.of(Zips.zeros("data.csv", 100_000_000), "unpacks to more than"),
        Arguments.of(Zips.of(0, many), "more than 60000 entries"),
        Arguments.of(twoEnds, "can't be taken apart"),
        Arguments.of(Arrays.copyOf(ended, ended.length - 9), "can't be taken apart"));
  }

  /// People unpack what lies in their repository.
  @ParameterizedTest
  @MethodSource("hostile")
  void hostileFileIsLeftWhereItIs(byte[] zip, String why) throws IOException {
    holds(zip);

    Ran exported = export();

    assertThat(exported.err()).contains("not exported: sdk-package/orders@eu (id ", why);
    assertThat(exported.err().getBytes()).doesNotContain(7);
    assertThat(workspace.folder().resolve("packages")).doesNotExist();
    assertThat(workspace.read(DOCUMENT)).contains("package: ");
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside).containsExactly(workspace.folder());
    }
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  /// What is inside an entry is nobody's business but of who unpacks it.
  @Test
  void entryThatIsAZipFileItselfIsAnEntry() {
    byte[] inner = Zips.zeros("zeros", 100_000_000);
    holds(Zips.of(0, Map.of("inner.zip", inner, "connector.py", new byte[] {'x'})));

    assertThat(export().err()).doesNotContain("not exported");
  }

  @Test
  void whatCanNotBeDownloadedIsNamedByItsId() throws JsonProcessingException {
    lab.sandbox()
        .control()
        .faults(
            new JsonMapper()
                .readTree(
                    "[{'match':{'path':'/v1/connector-sdk/packages/'},'then':{'status':403}}]"
                        .replace('\'', '"')));

    Ran exported = workspace.run("export", "-o", ".");

    assertThat(exported.code()).as("%s", exported).isEqualTo(5);
    assertThat(exported.err()).contains("sdk-package/orders@eu", "can't be downloaded", "403");
    assertThat(workspace.read(DOCUMENT)).contains("package: ");
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  /// Which of two files of people is right nobody can tell here.
  @Test
  void otherCodeOfWhatIsDescribedIsToldAndLeft() {
    export();
    holds(Zips.of("connector.py", "two"));

    Ran again = export();

    assertThat(again.err())
        .contains("left as it is: sdk-package/orders@eu (manifests/groups/eu/orders.yaml:")
        .contains("ftctl drift --accept sdk-package/orders@eu", "0 files written");
    assertThat(workspace.folder().resolve(FILE)).hasBinaryContent(CODE);
  }

  @Test
  void codeOfNobodyHasItsOwnDocument() {
    ObjectNode account = lab.sandbox().control().account();
    account.putObject("connections");
    lab.sandbox().control().replaceAccount(account);

    export();

    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
    assertThat(workspace.succeed("graph").out()).contains("sdk-package/");
    assertThat(downloads()).isEqualTo(1);
  }

  @Test
  void printedManifestsNameTheId() {
    Ran printed = workspace.succeed("export");

    assertThat(printed.out()).contains("package: ");
    assertThat(printed.err())
        .contains("not exported: sdk-package/orders@eu", "into a folder alone");
    assertThat(downloads()).isZero();
  }

  private Ran export() {
    return workspace.succeed("export", "-o", ".");
  }

  private void holds(byte[] zip) {
    ObjectNode account = lab.sandbox().control().account();
    account
        .path("connector_sdk_packages")
        .forEach(one ->
            ((ObjectNode) one)
                .put("_file", Base64.getEncoder().encodeToString(zip))
                .put("file_sha256_hash", dev.ftctl.model.file.FileHash.of(zip)));
    lab.sandbox().control().replaceAccount(account);
  }

  private long downloads() {
    return lab.sandbox().requests().stream()
        .filter(request -> request.path().endsWith("/download"))
        .count();
  }
}
