package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is found through another object is not taken for gone where that one was made anew, renamed
/// or lost, or is described no more.
class LostThroughOthersTest {

  private static final String CLAIM = "as the manifests say";

  @TempDir Path folder;
  private final Lab lab = OneOfEach.lab();

  @AfterEach
  void close() {
    lab.close();
  }

  /// The group has another name by now, and the document still says the old one.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "destination",
        "connector",
        "external-log",
        "hybrid-agent",
        "transformation-project"
      })
  void whatLiesInAGroupThatIsNotKnownAnyMore(String kind) {
    change("groups", group -> group.put("name", "renamed"));

    assertDoubt(kind);
    Workspace workspace = described(kind);
    String document = workspace.read(OneOfEach.file(kind));
    workspace.file(
        OneOfEach.file(kind), document.replaceAll("(\"groups?\":\\[?)\"g\"", "$1\"renamed\""));
    assertThat(plan(workspace).out()).contains("- delete   " + kind + "/");
  }

  /// What nothing may be is gone, whatever it was found through.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "destination",
        "connector",
        "external-log",
        "hybrid-agent",
        "transformation-project",
        "transformation",
        "api-key",
        "webhook"
      })
  void whatIsNotThereIsGone(String kind) {
    try (var empty = new Lab()) {
      Workspace workspace =
          OneOfEach.in(folder, empty, one -> one.slug().equals(kind))
              .edit(OneOfEach.file(kind), "\"metadata\":{", "\"metadata\":{\"absent\":true,");

      Ran plan = plan(workspace);

      assertThat(plan.code()).as("%s", plan).isZero();
      assertThat(plan.out()).contains("absent, and already gone", CLAIM);
    }
  }

  /// Of a key only its account tells whose it is; here nothing describes that any more.
  @Test
  void aKeyOfAnAccountThatIsNotDescribed() {
    assertDoubt("api-key");
  }

  /// A project by its live name, which is that of its group.
  @Test
  void whatRunsInAProjectThatIsNotDescribed() {
    Workspace workspace = described("transformation");

    assertThat(plan(workspace).out()).contains("- delete   transformation/one");

    change("groups", group -> group.put("name", "renamed"));
    assertDoubt("transformation");
  }

  /// Its project was made anew while it was to go and was not let.
  @Test
  void whatRunsInAProjectThatWasMadeAnew() {
    Workspace workspace =
        OneOfEach.in(
            folder, lab, one -> one.slug().matches("group|destination|transformation(-project)?"));
    workspace
        .edit(OneOfEach.file("transformation-project"), "dbt.git", "marts.git")
        .edit(OneOfEach.file("transformation"), "\"metadata\":{", "\"metadata\":{\"absent\":true,")
        .file("ftctl.yaml", "protect: [transformation/one]\n");
    String[] apply = {"apply", "--auto-approve", "--skip-blocked", "--allow", "replace"};

    Ran first = workspace.run(apply);
    Ran again = workspace.run(apply);

    assertThat(first.code()).as("%s", first).isEqualTo(5);
    assertThat(lab.sandbox().control().account().path("transformations")).hasSize(1);
    assertThat(again.code()).as("%s", again).isNotZero();
    assertThat(again.out()).doesNotContain("already gone", CLAIM);
  }

  /// A Quickstart keeps what is left of its connections.
  @Test
  void aQuickstartOfWhichTheConnectionIsGone() {
    change(
        "transformations",
        one -> {
          one.put("type", "QUICKSTART");
          one.putObject("transformation_config")
              .put("package_name", "stripe")
              .putArray("connection_ids");
        });
    Workspace workspace =
        described("transformation")
            .file(
                OneOfEach.file("transformation"),
                """
                kind: Transformation
                metadata: {name: one, absent: true}
                spec: {type: QUICKSTART, transformation_config: {package_name: stripe, connections: [c]}}
                """)
            .file("manifests/c.yaml", OneOfEach.document(OneOfEach.kind("connector")))
            .file("manifests/g.yaml", OneOfEach.document(OneOfEach.kind("group")));

    Ran plan = plan(workspace);

    assertThat(plan.code()).as("%s", plan).isEqualTo(4);
    assertThat(plan.out()).contains("it can't be told whether it is transformation/stripe");
  }

  /// A package has no name: with its connection goes what it is known by.
  @Test
  void codeOfWhichTheConnectionIsGone() {
    Workspace workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .file(
                "manifests/code.yaml",
                """
                kind: Connector
                metadata: {name: code, absent: true}
                spec: {service: connector_sdk, groups: [g], config: {schema: code, package: one}}
                ---
                kind: SdkPackage
                metadata: {name: one, absent: true}
                spec: {file: code.zip}
                """);

    Ran plan = plan(workspace);

    assertThat(plan.code()).as("%s", plan).isEqualTo(4);
    assertThat(plan.out())
        .contains("connector/code@g", "it can't be told whether it is sdk-package/");
  }

  /// Removed documents, too, without anybody being held up by them.
  @Test
  void whatWasRemovedSinceTheBase() throws Exception {
    Workspace workspace =
        OneOfEach.in(folder, lab, one -> one.slug().matches("webhook|external-log"));
    Repository.commit(folder);
    assertThat(folder.resolve(OneOfEach.file("external-log")).toFile().delete()).isTrue();
    change("groups", group -> group.put("name", "renamed"));

    Ran plan = workspace.run("plan", "--base", "HEAD");

    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(plan.out())
        .contains("external-log/g", "removed, and it can't be told whether it is")
        .doesNotContain(CLAIM);
  }

  /// An id is used once.
  @Test
  void whatWasNamedByItsIdAndIsNotThereIsGone() {
    Workspace workspace =
        described("webhook")
            .edit(OneOfEach.file("webhook"), "\"spec\":{", "\"spec\":{\"id\":\"iris_oak\",");

    Ran plan = plan(workspace);

    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(plan.out()).contains("absent, and already gone");
  }

  private void assertDoubt(String kind) {
    Ran plan = plan(described(kind));

    assertThat(plan.code()).as("%s", plan).isEqualTo(4);
    assertThat(plan.out())
        .contains(kind + "/", "is to be absent, and it can't be told whether it is")
        .doesNotContain(CLAIM, "already gone");
    Ran drift = described(kind).run("drift");
    assertThat(drift.code()).as("%s", drift).isNotZero();
    assertThat(drift.all()).contains(kind + "/").doesNotContain(CLAIM);
  }

  private interface Edit {
    void of(ObjectNode node);
  }

  private void change(String collection, Edit edit) {
    ObjectNode account = lab.sandbox().control().account();
    for (JsonNode node : account.path(collection)) {
      edit.of((ObjectNode) node);
    }
    lab.sandbox().control().replaceAccount(account);
  }

  private Workspace described(String kind) {
    return OneOfEach.in(folder, lab, one -> one.slug().equals(kind))
        .edit(OneOfEach.file(kind), "\"metadata\":{", "\"metadata\":{\"absent\":true,");
  }

  private static Ran plan(Workspace workspace) {
    return workspace.run("plan", "--allow", "delete", "--allow", "revoke");
  }
}
