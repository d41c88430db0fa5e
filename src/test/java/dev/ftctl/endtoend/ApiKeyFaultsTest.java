package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.files.Disk;
import dev.ftctl.sandbox.store.Fingerprints;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever breaks around the calls of keys: one key, whose secret in force stands in the file, and
/// nowhere else.
class ApiKeyFaultsTest {

  private static final String MANIFESTS =
      """
      kind: User
      metadata: {name: ci}
      spec: {user_type: SERVICE_ACCOUNT, given_name: CI, family_name: Deploy}
      ---
      kind: ApiKey
      metadata: {name: ci}
      spec: {user: ci, overlap_days: 3}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void describe() {
    workspace = new Workspace(folder).reaching(lab.sandbox()).file("manifests/ci.yaml", MANIFESTS);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/api-keys$, before, 'POST keys,POST keys'",
    "/api-keys$, after, 'POST keys,POST keys/rotate'",
    "/users$, after, 'POST keys'",
  })
  void isMadeOnceWhereAnAnswerIsLost(String path, String when, String calls) throws IOException {
    faults(
        "{'match': {'method': 'POST', 'path': '%s', 'times': 1}, 'then': {'drop': '%s'}}",
        path, when);

    Ran ran = apply();

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(keyCalls()).containsExactly(calls.split(","));
    assertIsWhole(ran);
  }

  @ParameterizedTest
  @CsvSource({"before", "after"})
  void isRotatedWhereTheAnswerIsLost(String when) throws IOException {
    apply();
    faults("{'match': {'path': '/rotate$', 'times': 1}, 'then': {'drop': '%s'}}", when);

    Ran ran = apply("--rotate-secrets=api-key/ci");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertIsWhole(ran);
  }

  @Test
  void refusedRotationLeavesTheOldOneInForce() throws IOException {
    apply();
    String before = handed();
    faults("{'match': {'path': '/rotate$'}, 'then': {'status': %s}}", "403");

    Ran ran = apply("--rotate-secrets=api-key/ci");

    assertThat(ran.code()).as("%s", ran).isEqualTo(77);
    assertThat(handed()).isEqualTo(before);
    assertIsWhole(ran);
  }

  @Test
  void waitsInTheReserveForASinkThatIsFull() throws IOException {
    workspace.through(HandoutCase.fullFor("key.json"));
    assertThat(apply().code()).isEqualTo(5);
    workspace.through(Disk.REAL);

    assertThat(workspace.run("plan").out()).contains("its secrets wait in");
    Ran ran = apply();

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(keyCalls()).containsExactly("POST keys");
    assertIsWhole(ran);
  }

  /// Nothing is made anew by that, so that the key itself may do it.
  @Test
  void isHandedOnByItself() throws IOException {
    workspace.edit(
        "manifests/ci.yaml",
        "family_name: Deploy",
        "family_name: Deploy, role: Account Administrator");
    workspace.through(HandoutCase.fullFor("key.json"));
    assertThat(apply().code()).isEqualTo(5);
    workspace.through(Disk.REAL);
    ObjectNode account = lab.sandbox().control().account();
    String robot = account.path("user_api_keys").fieldNames().next();
    ((ObjectNode) account.at("/account/info")).put("user_id", robot);
    lab.sandbox().control().replaceAccount(account);

    Ran ran = apply();

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(keyCalls()).containsExactly("POST keys");
    assertIsWhole(ran);
  }

  /// A plan without the preview says so at the document, and an apply does the rest.
  @Test
  void isToldWhereTheAccountLacksThePreview() throws IOException {
    apply();
    faults("{'match': {'method': 'GET', 'path': '/api-keys$'}, 'then': {'status': %s}}", "403");
    workspace.edit(
        "manifests/ci.yaml", "family_name: Deploy", "family_name: Deploy, role: Account Reviewer");

    Ran ran = apply("--skip-blocked");

    assertThat(ran.all()).contains("manifests/ci.yaml:5").contains("can't be read");
    assertThat(lab.sandbox().control().account().path("users").toString())
        .contains("Account Reviewer");
  }

  private Ran apply(String... more) {
    return workspace.run(
        Stream.concat(
                Stream.of("apply", "--auto-approve", "--handout", "api-key/ci=key.json"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private void faults(String lenient, Object... parts) throws IOException {
    String rules = "[" + lenient.formatted(parts).replace('\'', '"') + "]";
    lab.sandbox().control().faults(new ObjectMapper().readTree(rules));
  }

  private List<String> keyCalls() {
    return lab.writes().stream()
        .filter(write -> write.path().contains("/api-keys"))
        .map(write -> write.method() + " " + write.path().replaceFirst(".*api-keys", "keys"))
        .toList();
  }

  private String handed() throws IOException {
    return new ObjectMapper()
        .readTree(folder.resolve("key.json").toFile())
        .at("/values/secret")
        .asText();
  }

  private void assertIsWhole(Ran ran) throws IOException {
    JsonNode account = lab.sandbox().control().account();
    assertThat(account.path("users")).hasSize(2);
    assertThat(account.path("user_api_keys")).hasSize(1);
    assertThat(account.path("user_api_keys").elements().next().path("_secret").asText())
        .isEqualTo(Fingerprints.fingerprint(handed()));
    assertThat(ran.all()).doesNotContain(handed());
    assertThat(filesWith(handed())).containsExactly(folder.resolve("key.json"));
  }

  private List<Path> filesWith(String text) throws IOException {
    var found = new ArrayList<Path>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> read(file).contains(text))
          .forEach(found::add);
    }
    return found;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
