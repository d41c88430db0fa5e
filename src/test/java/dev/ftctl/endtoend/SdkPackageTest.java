package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Zips;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Packages of code from their file to their end.
class SdkPackageTest {

  private static final String GROUPS =
      """
      kind: Group
      metadata: {name: eu}
      ---
      kind: Group
      metadata: {name: us}
      ---
      """
          + destination("eu")
          + destination("us");

  private static final String CONNECTOR =
      """
      ---
      kind: Connector
      metadata: {name: orders}
      spec: {service: connector_sdk, groups: [eu], paused: true, config: {schema: orders, package: code}}
      """;

  private static final String PACKAGE =
      "kind: SdkPackage\nmetadata: {name: code}\nspec: {file: ../dist/code.zip}\n";

  private static final byte[] FIRST = Zips.of("connector.py", "one", "old.py", "gone");

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void describe() {
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .file("dist/code.zip", FIRST)
            .file("manifests/code.yaml", GROUPS + PACKAGE + CONNECTOR);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void isUploadedBeforeTheConnectionThatRunsIt() {
    Ran planned = workspace.succeed("plan");
    Ran applied = apply();

    assertThat(planned.out()).contains("+ create   sdk-package/code@eu ");
    assertThat(applied.out()).contains("as the manifests say");
    assertThat(writes())
        .containsSubsequence("POST /v1/connector-sdk/packages", "POST /v1/connections");
    assertThat(connection().at("/config/package_id").asText()).isEqualTo(packages().getFirst());
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
    assertThat(downloads()).isZero();
    assertThat(workspace.succeed("get", "sdk-package").out())
        .contains("sdk-package/code@eu", packages().getFirst());
  }

  @Test
  void zipThatWasOnlyBuiltAgainIsNoChange() {
    apply();
    workspace.file("dist/code.zip", Zips.at(5, "old.py", "gone", "connector.py", "one"));

    Ran planned = workspace.run("plan", "--detailed-exitcode");

    assertThat(planned.code()).as("%s", planned).isZero();
    assertThat(downloads()).isEqualTo(1);
  }

  @Test
  void otherCodeIsOnePatchThatSaysWhatIsInIt() {
    apply();
    workspace.file("dist/code.zip", Zips.of("connector.py", "two", "new.py", "come"));

    Ran planned = workspace.succeed("plan");
    Ran applied = apply();

    assertThat(planned.out())
        .contains("~ update   sdk-package/code@eu ")
        .contains("../dist/code.zip (sha256 ", "new code from the next sync")
        .contains("# added: new.py", "# removed: old.py", "# changed: connector.py")
        .doesNotContain("two", "come", "gone");
    assertThat(writes())
        .containsExactly("PATCH /v1/connector-sdk/packages/" + packages().getFirst());
    assertThat(applied.out()).contains("as the manifests say");
  }

  /// Only its maker and administrators may change a package, so that others make a new one; the
  /// connection goes over, and what somebody else made stays.
  @Test
  void codeOfSomebodyElseIsMadeAnew() {
    apply();
    String first = packages().getFirst();
    ObjectNode account = lab.sandbox().control().account();
    ((ObjectNode) account.at("/connector_sdk_packages/" + first)).put("created_by", "somebody");
    account.path("users").forEach(user -> ((ObjectNode) user).put("role", "Account Collaborator"));
    lab.sandbox().control().replaceAccount(account);
    workspace.file("dist/code.zip", Zips.of("connector.py", "two"));

    Ran planned = workspace.run("plan");
    lab.forget();
    Ran applied = workspace.succeed("apply", "--auto-approve", "--allow", "replace");

    assertThat(planned.code()).as("%s", planned).isEqualTo(4);
    assertThat(planned.out()).contains("-/+ replace sdk-package/code@eu ", "--allow replace:");
    assertThat(applied.out()).contains("as the manifests say");
    assertThat(writes())
        .contains("POST /v1/connector-sdk/packages")
        .noneMatch(write -> write.equals("PATCH /v1/connector-sdk/packages/" + first));
    assertThat(connection().at("/config/package_id").asText()).isNotEqualTo(first);
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void savedPlanIsOfThatFile() {
    workspace.succeed("plan", "-o", "plan.json");
    workspace.file("dist/code.zip", Zips.of("connector.py", "evil"));

    Ran applied = workspace.run("apply", "plan.json", "--auto-approve");

    assertThat(applied.code()).as("%s", applied).isEqualTo(6);
    assertThat(applied.err()).contains("sdk-package/code@eu changed in the account, or its file");
    assertThat(packages()).isEmpty();
  }

  @Test
  void standsInItsConnectorToo() {
    workspace.file(
        "manifests/code.yaml",
        GROUPS
            + CONNECTOR
                .substring(4)
                .replace(", package: code", "")
                .replace("paused: true", "paused: true, sdk_package: {file: ../dist/code.zip}"));

    apply();

    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
    assertThat(connection().at("/config/package_id").asText()).isEqualTo(packages().getFirst());
    workspace.edit(
        "manifests/code.yaml", "metadata: {name: orders", "metadata: {absent: true, name: orders");
    Ran gone = apply();
    assertThat(gone.out()).contains("- delete   sdk-package/orders@eu ");
    assertThat(packages()).isEmpty();
  }

  @Test
  void eachInstanceOfTheConnectionHasAPackageOfItsOwn() {
    workspace.edit("manifests/code.yaml", "groups: [eu]", "groups: [eu, us]");

    Ran applied = apply();

    assertThat(applied.out()).contains("sdk-package/code@*   2 of 2 instances");
    assertThat(packages()).hasSize(2);
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void twoThatNameItAreRefusedAtTheDocument() {
    workspace.file(
        "manifests/other.yaml",
        CONNECTOR.substring(4).replace("orders", "others").replace("[eu]", "[us]"));

    Ran ran = workspace.run("validate");

    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err())
        .contains("manifests/code.yaml:16", "connector/orders and by connector/others");
  }

  @Test
  void whatARunLeftBehindIsTakenUp() {
    workspace.file("manifests/code.yaml", GROUPS + PACKAGE);
    apply();
    assertThat(packages()).hasSize(1);
    workspace.file("manifests/code.yaml", GROUPS + PACKAGE + CONNECTOR);

    apply();

    assertThat(packages()).hasSize(1);
    assertThat(connection().at("/config/package_id").asText()).isEqualTo(packages().getFirst());
  }

  @Test
  void goesAfterItsConnection() {
    apply();
    workspace.file(
        "manifests/code.yaml",
        GROUPS
            + PACKAGE.replace("name: code", "name: code, absent: true")
            + CONNECTOR.replace("name: orders", "name: orders, absent: true"));

    apply();

    assertThat(writes().getFirst()).startsWith("DELETE /v1/connections/");
    assertThat(writes().getLast()).startsWith("DELETE /v1/connector-sdk/packages/");
  }

  @Test
  void staysWhileItsConnectionDoes() {
    apply();
    workspace.file(
        "manifests/code.yaml",
        GROUPS
            + PACKAGE.replace("name: code", "name: code, absent: true")
            + CONNECTOR.replace(", package: code", ""));

    Ran unknown = workspace.run("validate");
    workspace.edit(
        "manifests/code.yaml",
        "spec: {file",
        "spec: {id: %s, file".formatted(packages().getFirst()));
    Ran blocked = workspace.run("plan");

    assertThat(unknown.code()).as("%s", unknown).isEqualTo(65);
    assertThat(unknown.err()).contains("nobody can tell which one is meant");
    assertThat(blocked.out())
        .contains("- delete   sdk-package/code", "still in use by connector/orders@eu");
  }

  @Test
  void goesWithTheInstanceThatNamesIt() {
    String both = GROUPS + PACKAGE + CONNECTOR.replace("[eu]", "[eu, us]");
    workspace.file("manifests/code.yaml", both);
    apply();
    workspace.file(
        "manifests/code.yaml", both.replace("[eu, us],", "[eu], overrides: {us: {absent: true}},"));

    apply();

    assertThat(packages()).hasSize(1).contains(connection().at("/config/package_id").asText());
  }

  private static String destination(String group) {
    return """
    kind: Destination
    metadata: {name: %1$s}
    spec: {group: %1$s, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "0", config: {host: a.example.com, port: 443, database: D, user: u, password: pass-word}}
    ---
    """
        .formatted(group);
  }

  private Ran apply() {
    lab.forget();
    return workspace.succeed("apply", "--auto-approve", "--allow", "delete");
  }

  private List<String> writes() {
    return lab.writes().stream().map(one -> one.method() + " " + one.path()).toList();
  }

  private long downloads() {
    return lab.sandbox().requests().stream()
        .filter(request -> request.path().endsWith("/download"))
        .count();
  }

  private List<String> packages() {
    return ids("connector_sdk_packages");
  }

  private JsonNode connection() {
    JsonNode all = lab.sandbox().control().account().path("connections");
    return all.path(all.fieldNames().next());
  }

  private List<String> ids(String collection) {
    var ids = new ArrayList<String>();
    lab.sandbox().control().account().path(collection).fieldNames().forEachRemaining(ids::add);
    return ids;
  }
}
