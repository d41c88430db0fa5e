package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.store.Fingerprints;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Keys of service accounts: made, told once, rotated in time, and never the one that runs ftctl.
class ApiKeyTest {

  private static final String ROBOT =
      """
      kind: User
      metadata: {name: ci-deploy}
      spec: {user_type: SERVICE_ACCOUNT, given_name: CI, family_name: Deploy, role: Account Administrator}
      """;

  private static final String KEY =
      """
      ---
      kind: ApiKey
      metadata: {name: ci-deploy, handout: vault}
      spec: {user: ci-deploy, expiration_period_days: 90, overlap_days: 7}
      """;

  @TempDir Path folder;
  @TempDir Path secure;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void describe() {
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .file(
                "ftctl.yaml",
                "handouts:\n  vault: {file: \"" + secure + "/${slug}.${name}.json\"}\n");
    says(ROBOT + KEY);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void isMadeAfterItsAccountAndToldToTheSinkAlone() throws IOException {
    Ran ran = apply("-vv");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(bodies("/api-keys")).containsExactly("{\"expiration_period_days\":90}");
    assertThat(ran.all()).doesNotContain(secret()).contains("handed to");
    assertThat(inForce()).isEqualTo(Fingerprints.fingerprint(secret()));
    lab.forget();
    Ran plan = workspace.run("plan", "--detailed-exitcode");
    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(keyCalls()).containsExactly("GET");
    says((ROBOT + KEY).replace("90", "60"));
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void theOldSecretGoesOnForAsLongAsTheDocumentSays() throws IOException {
    apply();
    String old = secret();
    lab.forget();

    Ran plan = workspace.run("plan", "--rotate-secrets=api-key/ci-deploy");
    assertThat(plan.out()).contains("its old secret works for 7 days more");
    Ran ran = apply("--rotate-secrets=api-key/ci-deploy");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(bodies("/rotate"))
        .containsExactly("{\"expiration_period_days\":90,\"overlap_days\":7}");
    assertThat(secret()).isNotEqualTo(old);
    assertThat(inForce()).isEqualTo(Fingerprints.fingerprint(secret()));
  }

  @Test
  void isRotatedInTimeAndListedBefore() throws IOException {
    apply();
    expireIn(lab, 12);
    Ran listed = workspace.run("plan");
    assertThat(listed.out()).contains("expires on ", "rotate_before");

    says((ROBOT + KEY).replace("vault}", "vault, rotate_before: 20d}"));
    Ran plan = workspace.run("plan", "--detailed-exitcode");
    assertThat(plan.code()).as("%s", plan).isEqualTo(2);
    assertThat(apply().out()).contains("1 done");
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void isNeverRotatedNorDeletedByItself() throws IOException {
    apply();
    runAsTheRobot();
    expireIn(lab, 12);
    lab.forget();

    Ran asked = apply("--rotate-secrets=api-key/ci-deploy");
    assertThat(asked.code()).as("%s", asked).isEqualTo(4);
    assertThat(asked.out()).contains("it is the key that runs ftctl", "a person who administers");

    says((ROBOT + KEY).replace("vault}", "vault, rotate_before: 20d}"));
    Ran due = workspace.run("plan", "--detailed-exitcode");
    assertThat(due.code()).as("%s", due).isZero();
    assertThat(due.out()).contains("left alone", "expires on ");

    says(ROBOT + KEY.replace("vault}", "vault, absent: true}"));
    assertThat(apply().code()).isZero();
    assertThat(workspace.run("plan", "-v").all()).contains("has the key that runs ftctl");
    assertThat(lab.writes()).isEmpty();
  }

  @Test
  void isRotatedByNoServiceAccount() throws IOException {
    says(
        ROBOT + KEY + (ROBOT + KEY).replace("ci-deploy", "other").replace("CI", "Other").indent(0));
    says(
        ROBOT
            + KEY
            + "---\n"
            + (ROBOT + KEY).replace("ci-deploy", "other").replace("CI,", "Other,"));
    apply();
    runAsTheRobot();
    lab.forget();

    Ran asked = apply("--rotate-secrets=api-key/other");

    assertThat(asked.code()).as("%s", asked).isEqualTo(4);
    assertThat(asked.out()).contains("which Fivetran lets rotate none");
    assertThat(lab.writes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "expiration_period_days: 90 | expiration_period_days: 400 | Fivetran takes 1 to 365",
        "overlap_days: 7            | overlap_days: 31            | Fivetran takes 0 to 30",
        "handout: vault             | handout: valt               | valt",
        "handout: vault             | handout: vault, rotate_before: 90d | the key lasts 90 days",
        "', handout: vault'         | ''                          | handout",
      })
  void isCheckedAtTheDocument(String right, String wrong, String told) {
    says((ROBOT + KEY).replace(right, wrong));

    Ran ran = workspace.run("plan");

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err()).contains("manifests/ci.yaml:", told);
    assertThat(lab.writes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ana@acme.example", "owner@sandbox.test"})
  void isForServiceAccountsAlone(String user) {
    says(
        "kind: User\nmetadata: {name: ana@acme.example}\nspec: {given_name: A, family_name: R}\n"
            + KEY.replace("user: ci-deploy", "user: " + user));

    Ran ran = apply();

    assertThat(ran.code()).as("%s", ran).isEqualTo(4);
    assertThat(ran.out()).contains("service accounts alone");
    assertThat(lab.writes()).isEmpty();
  }

  @Test
  void goesBeforeItsAccountAndIsToldAsARevocation() throws IOException {
    apply();
    lab.forget();
    says(
        (ROBOT + KEY)
            .replace("ci-deploy, handout: vault}", "ci-deploy, absent: true}")
            .replace("ci-deploy}", "ci-deploy, absent: true}"));

    Ran plan = workspace.run("plan");
    Ran ran = apply();

    assertThat(plan.out()).contains("2 delete").contains("whatever logs in with it is refused");
    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(
            lab.writes().stream()
                .map(write ->
                    write.method() + " " + write.path().replaceAll("users/[a-z_]+", "users/ID")))
        .containsExactly("DELETE /v1/users/ID/api-keys", "DELETE /v1/users/ID");
  }

  @Test
  void isListedShownAndExported() throws IOException {
    apply();

    assertThat(workspace.succeed("get", "api-keys").out()).contains("api-key/ci-deploy");
    assertThat(workspace.succeed("get", "api-key", "ci-deploy", "--format", "json").out())
        .contains("expires_at")
        .doesNotContain(secret());
    says("kind: Group\nmetadata: {name: g}\n");
    assertThat(workspace.run("plan", "--show-unmanaged").out()).contains("api-key/CI%20Deploy");
    assertThat(workspace.run("export").out())
        .contains("kind: ApiKey", "name: CI Deploy, existing: true", "user: CI Deploy");
  }

  private Ran apply(String... more) {
    return workspace.run(
        Stream.concat(Stream.of("apply", "--auto-approve"), Stream.of(more))
            .toArray(String[]::new));
  }

  private void says(String manifests) {
    workspace.file("manifests/ci.yaml", manifests);
  }

  private String secret() throws IOException {
    return new ObjectMapper()
        .readTree(secure.resolve("api-key.ci-deploy.json").toFile())
        .at("/values/secret")
        .asText();
  }

  private List<String> bodies(String ending) {
    return lab.writes().stream()
        .filter(write -> write.path().endsWith(ending))
        .map(write -> write.body().toString())
        .toList();
  }

  private List<String> keyCalls() {
    return lab.sandbox().requests().stream()
        .filter(request -> request.path().endsWith("/api-keys"))
        .map(request -> request.method())
        .toList();
  }

  private String inForce() {
    return key(lab.sandbox().control().account()).path("_secret").asText();
  }

  /// Lets the only key of an account expire in so many days.
  static void expireIn(Lab lab, int days) {
    ObjectNode account = lab.sandbox().control().account();
    key(account).put("expires_at", Instant.now().plus(Duration.ofDays(days)).toString());
    lab.sandbox().control().replaceAccount(account);
  }

  private static ObjectNode key(ObjectNode account) {
    return (ObjectNode) account.path("user_api_keys").elements().next();
  }

  private void runAsTheRobot() {
    ObjectNode account = lab.sandbox().control().account();
    account
        .path("users")
        .forEach(user -> {
          if (user.path("given_name").asText().equals("CI")) {
            ((ObjectNode) account.at("/account/info")).set("user_id", user.path("id"));
          }
        });
    lab.sandbox().control().replaceAccount(account);
  }
}
