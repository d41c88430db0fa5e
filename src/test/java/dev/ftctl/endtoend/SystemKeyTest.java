package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// System keys from their creation to their end.
class SystemKeyTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEY =
      """
      kind: Group
      metadata: {name: g}
      ---
      kind: SystemKey
      metadata: {name: ci, handout: vault}
      spec:
        expiration_period: ONE_MONTH
        permissions:
          - {resource_type: CONNECTOR, access_level: MANAGE, resource_filter: {groups: [g]}}
          - {resource_type: CONNECTOR, access_level: NONE, resource_filter: {connections: [pay@g]}}
          - {resource_type: TRANSFORMATION, access_level: READ}
      """;

  @TempDir Path folder;
  @TempDir Path secure;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void describe() {
    lab.sandbox()
        .control()
        .mergeAccount(
            HandoutCase.json(
                "{'groups':{'g_id':{'id':'g_id','name':'g'}},'connections':{'c_id':{'id':'c_id',"
                    + "'group_id':'g_id','service':'postgres','schema':'pay'}}}"));
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .file("manifests/key.yaml", KEY)
            .file(
                "ftctl.yaml",
                "handouts: {vault: {file: \"" + secure + "/${slug}.${name}.json\"}}\n");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private Ran apply(String... more) {
    Ran ran =
        workspace.run(
            Stream.concat(
                    Stream.of("apply", "--auto-approve", "--allow", "revoke"), Stream.of(more))
                .toArray(String[]::new));
    assertThat(ran.code()).as("%s", ran).isZero();
    return ran;
  }

  private String handed() throws IOException {
    JsonNode all = JSON.readTree(secure.resolve("system-key.ci.json").toFile());
    assertThat(all.path("values").has("key")).isTrue();
    return all.at("/values/secret").asText();
  }

  private List<String> writes() {
    return lab.writes().stream()
        .filter(write -> write.path().contains("system-keys"))
        .map(write ->
            write.method()
                + write.path().replaceAll("/v1/system-keys(/[^/]+)?", "")
                + " "
                + write.body())
        .toList();
  }

  @Test
  void isMadeComparedAndListed() throws IOException {
    Ran ran = apply();

    String secret = handed();
    assertThat(secret).isNotEmpty();
    assertThat(ran.out() + ran.err()).doesNotContain(secret);
    assertThat(writes()).hasSize(1);
    assertThat(writes().getFirst()).contains("\"ids\"", "\"group_ids\"", "ONE_MONTH");
    Ran again = workspace.run("plan", "--detailed-exitcode");
    assertThat(again.code()).as("%s", again).isZero();
    assertThat(workspace.succeed("get", "system-keys").out()).contains("system-key/ci");
    assertThat(workspace.succeed("get", "system-key", "ci", "--format", "json").out())
        .doesNotContain(secret);
  }

  /// The order of a set says nothing, nor does another period.
  @Test
  void whatOnlyLooksOtherwiseIsNoChange() {
    apply();
    workspace.edit("manifests/key.yaml", "ONE_MONTH", "SIX_MONTHS");
    String item = "    - {resource_type: TRANSFORMATION, access_level: READ}\n";
    workspace.edit("manifests/key.yaml", item, "");
    workspace.edit("manifests/key.yaml", "  permissions:\n", "  permissions:\n" + item);

    Ran again = workspace.run("plan", "--detailed-exitcode");

    assertThat(again.code()).as("%s", again).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "access_level: READ}|access_level: NONE}|revoke|loses READ TRANSFORMATION",
        ", resource_filter: {groups: [g]}}|}|none|",
        "TRANSFORMATION, access_level: READ|ROLES, access_level: MANAGE|grant|may MANAGE ROLES"
      })
  void itsPermissionsAreSentWholeAndNamed(String before, String after, String risk, String words) {
    apply();
    workspace.edit("manifests/key.yaml", before, after == null ? "" : after);

    String plan = workspace.run("plan", "--format", "json").out();

    assertThat(plan.contains("\"risk\":\"" + risk + "\"") || plan.contains("\"" + risk + "\""))
        .as(plan)
        .isEqualTo(!risk.equals("none"));
    assertThat(plan).contains(words == null ? "" : words);
    assertThat(workspace.run("plan").out())
        .contains("NONE CONNECTOR (connections pay@g)")
        .doesNotContain("null");
    apply();
    assertThat(writes()).hasSize(2);
    assertThat(writes().getLast()).startsWith("PATCH").doesNotContain("\"name\"");
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void isRenamedInPlace() {
    apply();
    workspace.edit(
        "manifests/key.yaml", "name: ci, handout", "name: deploy, moved_from: ci, handout");

    apply();

    assertThat(writes()).hasSize(2);
    assertThat(writes().getLast()).startsWith("PATCH").contains("deploy").doesNotContain("perm");
  }

  @Test
  void isRotatedInTime() throws IOException {
    apply();
    String old = handed();
    expireIn(10);
    Ran listed = workspace.run("plan");
    assertThat(listed.code()).isZero();
    assertThat(listed.out()).contains("expires on", "rotate_before");
    workspace.edit("manifests/key.yaml", "handout: vault", "handout: vault, rotate_before: 14d");

    Ran ran = apply();

    assertThat(ran.out()).contains("! system-key/ci: its old credentials stop working");
    assertThat(handed()).isNotEqualTo(old);
    assertThat(writes().getLast()).startsWith("POST/rotate").contains("ONE_MONTH");
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void changesAndRotatesAtOnce() throws IOException {
    apply();
    String old = handed();
    workspace.edit("manifests/key.yaml", "access_level: READ}", "access_level: NONE}");

    apply("--rotate-secrets=system-key/ci");

    assertThat(handed()).isNotEqualTo(old);
    assertThat(writes()).hasSize(3);
    assertThat(writes().get(1)).startsWith("PATCH");
    assertThat(writes().getLast()).startsWith("POST/rotate");
  }

  private void expireIn(int days) {
    ObjectNode account = lab.sandbox().control().account();
    Instant end = Instant.now().plus(days, ChronoUnit.DAYS);
    account
        .path("system_keys")
        .forEach(key -> ((ObjectNode) key).put("expired_at", end.toString()));
    lab.sandbox().control().replaceAccount(account);
  }

  @Test
  void isNoMoreWithAbsent() {
    apply();
    workspace.edit("manifests/key.yaml", "name: ci, handout: vault", "name: ci, absent: true");

    apply();

    assertThat(writes().getLast()).startsWith("DELETE");
  }

  /// Only the user key of somebody who administers the account may see them.
  @Test
  void whoMayNotSeeThemIsTold() {
    lab.sandbox()
        .control()
        .faults(HandoutCase.json("[{'match':{'path':'system-keys'},'then':{'status':403}}]"));

    Ran ran = workspace.run("plan");

    assertThat(ran.code()).as("%s", ran).isEqualTo(77);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{groups: [g]}|{destinations: [g]}|filters nothing of resource_type CONNECTOR",
        "TRANSFORMATION, access_level: READ|USER, access_level: READ, resource_filter: {groups:"
            + " [g]}|filters nothing of resource_type USER",
        "access_level: READ|access_level: SOME|SOME",
        "handout: vault|handout: vault, rotate_before: 30d|each run would make a new secret"
      })
  void isCheckedOffline(String before, String after, String why) {
    workspace.edit("manifests/key.yaml", before, after);

    Ran ran = workspace.run("validate");

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err()).contains(why);
  }

  @Test
  void oneThatNeverEndsIsWarnedOf() {
    workspace.edit("manifests/key.yaml", "  expiration_period: ONE_MONTH\n", "");

    assertThat(workspace.succeed("validate").err()).contains("never expires");
  }

  @Test
  void twoOfOneNameAreToldApartById() {
    apply();
    ObjectNode account = lab.sandbox().control().account();
    JsonNode keys = account.path("system_keys");
    ((ObjectNode) keys).set("other", keys.elements().next().deepCopy());
    ((ObjectNode) keys.path("other")).put("id", "other");
    lab.sandbox().control().replaceAccount(account);

    Ran ran = workspace.run("plan");

    assertThat(ran.code()).as("%s", ran).isNotZero();
    assertThat(ran.all()).contains("other", "id");
  }
}
