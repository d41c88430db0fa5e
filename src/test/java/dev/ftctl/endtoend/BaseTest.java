package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `--base REVISION`: what was taken out of the manifests since then goes, within bounds.
class BaseTest {

  private static final String ORDERS =
      """
      kind: Group
      metadata: {name: prod}
      ---
      kind: Destination
      metadata: {name: prod}
      spec: {group: prod, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: a.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: L, password: "${env:X:-harmless}"}}
      ---
      kind: Connector
      metadata: {name: orders}
      spec: {service: postgres, groups: [prod], paused: false, config: {schema_prefix: orders, host: db.internal, port: 5432, database: app, user: f, password: "${env:FIRST:-harmless-1}"}}
      ---
      kind: SchemaSettings
      metadata: {name: orders}
      spec: {connector: orders, schemas: {public: {tables: {users: {columns: {ssn: {enabled: false}}}}}}}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  /// Thirty webhooks beside a connection, so that one or two are no tenth.
  @BeforeEach
  void commitAndApply() throws Exception {
    workspace = new Workspace(folder).reaching(lab.sandbox());
    workspace.file("manifests/orders.yaml", ORDERS);
    IntStream.range(0, 30).forEach(number -> hook(number, ""));
    commit();
    workspace.succeed("apply", "--auto-approve", "--journal", "none");
    lab.forget();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void withoutItARemovedDocumentIsOnlyUnmanaged() throws Exception {
    remove(3);

    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void removedDocumentsAreDeleted() throws Exception {
    remove(3);
    remove(17);

    Ran plan = workspace.run("plan", "--base", "HEAD", "--detailed-exitcode");
    workspace.succeed("apply", "--base", "HEAD", "--auto-approve");

    assertThat(plan.code()).as("%s", plan).isEqualTo(2);
    assertThat(plan.out()).contains("removed since HEAD").contains("webhook/h3");
    assertThat(lab.writes()).extracting(RequestRecord::method).containsExactly("DELETE", "DELETE");
    assertThat(lab.sandbox().control().account().path("webhooks")).hasSize(28);
  }

  @Test
  void moreThanATenthHasToBeAllowed() throws Exception {
    for (int number = 0; number < 5; number++) {
      remove(number);
    }

    Ran plan = workspace.run("plan", "--base", "HEAD");
    Ran allowed = workspace.run("plan", "--base", "HEAD", "--allow", "delete");

    assertThat(plan.code()).isEqualTo(4);
    assertThat(plan.out())
        .contains(
            "delete is not allowed (5 of 34 described resources were removed, more than a tenth)");
    assertThat(allowed.code()).isZero();
  }

  @Test
  void allOfAKindHasToBeAllowed() throws Exception {
    workspace.file(
        "manifests/orders.yaml", ORDERS.substring(0, ORDERS.indexOf("---\nkind: Connector")));

    Ran plan = workspace.run("plan", "--base", "HEAD");

    assertThat(plan.code()).isEqualTo(4);
    assertThat(plan.out()).contains("all of its kind were removed");
  }

  @Test
  void documentThatWasRenamedIsNotDeleted() {
    workspace.edit(
        "manifests/orders.yaml",
        "kind: Connector\nmetadata: {name: orders}",
        "kind: Connector\nmetadata: {name: shop}");
    workspace.edit("manifests/orders.yaml", "connector: orders,", "connector: shop,");

    Ran plan = workspace.run("plan", "--base", "HEAD", "--detailed-exitcode");

    assertThat(plan.code()).as("%s", plan).isZero();
  }

  @Test
  void protectionOutlivesItsBlock() throws Exception {
    hook(3, ", protect: true");
    commit();
    remove(3);

    Ran plan = workspace.run("plan", "--base", "HEAD");

    assertThat(plan.code()).isEqualTo(4);
    assertThat(plan.out()).contains("webhook/h3 is protected");
  }

  @Test
  void secretOfAnotherSourceIsSentAgain() {
    workspace.edit(
        "manifests/orders.yaml", "${env:FIRST:-harmless-1}", "${env:SECOND:-harmless-2}");

    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
    workspace.succeed("apply", "--base", "HEAD", "--auto-approve");

    assertThat(lab.writes()).hasSize(1);
    assertThat(lab.writes().getFirst().body().path("config").path("password").asText())
        .isEqualTo("******");
  }

  @Test
  void raisedRotationSendsSecretsAgain() {
    workspace.edit(
        "manifests/orders.yaml",
        "kind: Connector\nmetadata: {name: orders}",
        "kind: Connector\nmetadata: {name: orders, rotation: 2}");

    workspace.succeed("apply", "--base", "HEAD", "--auto-approve");

    assertThat(lab.writes()).hasSize(1);
    assertThat(lab.writes().getFirst().body().path("config").has("password")).isTrue();
  }

  @Test
  void changedSettingsAreReadFromTheSourceAgain() {
    workspace.edit(
        "manifests/orders.yaml",
        "ssn: {enabled: false}",
        "ssn: {enabled: false}, email: {hashed: true}");

    workspace.succeed("apply", "--base", "HEAD", "--auto-approve");

    assertThat(lab.writes())
        .extracting(RequestRecord::path)
        .anyMatch(path -> path.endsWith("/reload"));
  }

  /// A project in a folder of a repository, reached over a link.
  @Test
  void projectMayBeAFolderOfItsRepository() throws Exception {
    Path link = folder.resolveSibling(folder.getFileName() + "-link");
    Files.createSymbolicLink(link, folder);
    try {
      Workspace.copy(folder.resolve("manifests"), folder.resolve("deep/project/manifests"));
      commit();
      var project = new Workspace(link.resolve("deep/project")).reaching(lab.sandbox());
      Files.delete(folder.resolve("deep/project/manifests/hooks/h3.yaml"));

      Ran plan = project.run("plan", "--base", "HEAD", "--detailed-exitcode");

      assertThat(plan.code()).as("%s", plan).isEqualTo(2);
      assertThat(plan.out()).contains("webhook/h3").doesNotContain("webhook/h4");
    } finally {
      Files.delete(link);
    }
  }

  @Test
  void unknownRevisionIsRefused() {
    Ran plan = workspace.run("plan", "--base", "nowhere");

    assertThat(plan.code()).isEqualTo(64);
    assertThat(plan.err()).contains("--base nowhere: ").contains("fetch enough of its history");
    assertThat(lab.sandbox().requests()).isEmpty();
  }

  @Test
  void brokenBaseDeletesNothing() throws Exception {
    workspace.file("manifests/orders.yaml", ORDERS.replace("sync", "x").replace("paused", "pausd"));
    commit();
    workspace.file("manifests/orders.yaml", ORDERS);
    remove(3);

    Ran plan = workspace.run("plan", "--base", "HEAD", "--detailed-exitcode");
    Ran comment = workspace.run("plan", "--base", "HEAD", "--format", "markdown");

    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(plan.out())
        .contains("# warning: --base HEAD: can't be read, so nothing is deleted by it", "pausd")
        .contains("and what it protected is not known")
        .endsWith("Nothing is deleted by --base HEAD, which can't be read.\n");
    assertThat(comment.out()).contains("Nothing is deleted by ");
  }

  @Test
  void partOfAProjectHasNoBase() {
    assertThat(workspace.run("plan", "--base", "HEAD", "manifests/orders.yaml").code())
        .isEqualTo(64);
  }

  /// The plan holds the base; applying it deletes what it showed.
  @Test
  void savedPlanRemembersItsBase() throws Exception {
    remove(3);
    workspace.succeed("plan", "--base", "HEAD", "-o", "plan.json");
    lab.forget();

    workspace.succeed("apply", "plan.json", "--auto-approve");

    assertThat(lab.writes()).extracting(RequestRecord::method).containsExactly("DELETE");
  }

  @Test
  void whatIsGoneAlreadyIsNothing() throws Exception {
    remove(3);
    ObjectNode account = lab.sandbox().control().account();
    var webhooks = (ObjectNode) account.path("webhooks");
    String gone =
        webhooks.properties().stream()
            .filter(entry -> entry.getValue().path("url").asText().endsWith("/h3"))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    webhooks.remove(gone);
    lab.sandbox().control().replaceAccount(account);

    assertThat(workspace.run("plan", "--base", "HEAD", "--detailed-exitcode").code()).isZero();
  }

  private void hook(int number, String more) {
    workspace.file(
        "manifests/hooks/h" + number + ".yaml",
        """
        kind: Webhook
        metadata: {name: h%1$d%2$s}
        spec: {url: "https://hooks.example.com/h%1$d", events: [sync_end], active: true, secret: "${env:X:-harmless-hook}"}
        """
            .formatted(number, more));
  }

  private void remove(int number) throws IOException {
    Files.delete(folder.resolve("manifests/hooks/h" + number + ".yaml"));
  }

  private void commit() throws IOException, InterruptedException {
    Repository.commit(folder);
  }
}
