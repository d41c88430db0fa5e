package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A secret that is not set is told at its place by the run that would send it, before any write.
class UnsetSecretsTest {

  private static final String MANIFEST =
      """
      kind: Group
      metadata: {name: eu}
      ---
      kind: Connector
      metadata: {name: orders}
      spec:
        service: postgres
        groups: [eu]
        paused: true
        config:
          schema_prefix: orders
          host: db.internal
          password: "${env:ORDERS_PASSWORD}"
          client_private_key: "${file:keys/orders.pem}"
      """;

  private static final String MANIFEST_WITH =
      """
      kind: Group
      metadata: {name: eu}
      ---
      kind: Connector
      metadata: {name: orders}
      spec:
        service: postgres
        groups: [eu]
        paused: true
        config:
          schema_prefix: orders
          host: %s
          password: "%s"
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void describe() {
    workspace = new Workspace(folder).reaching(lab.sandbox()).file("manifests/m.yaml", MANIFEST);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void stopApplyBeforeItsFirstWrite() {
    Ran ran = workspace.run("apply", "--auto-approve");

    assertThat(ran.code()).isEqualTo(65);
    areTold(ran);
    assertThat(lab.sandbox().requests()).allMatch(request -> request.method().equals("GET"));
  }

  @Test
  void stopPlanWhenItRequiresThem() {
    Ran ran = workspace.run("plan", "--require-secrets");

    assertThat(ran.code()).isEqualTo(65);
    areTold(ran);
  }

  @Test
  void areOnlyNamedByPlan() {
    Ran ran = workspace.succeed("plan");

    assertThat(ran.err())
        .contains(
            "warning: apply will need secrets that are not set here: env:ORDERS_PASSWORD,"
                + " file:keys/orders.pem");
  }

  @Test
  void areNotAskedForWhenNothingIsSent() {
    String webhook =
        """
        kind: Webhook
        metadata: {name: pager}
        spec: {url: "https://hooks.example.com/ftctl", events: [sync_end], secret: "${env:HOOK_SECRET}"}
        """;
    workspace.file("manifests/m.yaml", webhook).with("HOOK_SECRET", "a-hook-secret");
    workspace.succeed("apply", "--auto-approve");
    Workspace elsewhere =
        new Workspace(folder.resolve("elsewhere"))
            .reaching(lab.sandbox())
            .file("manifests/m.yaml", webhook);

    Ran ran = elsewhere.succeed("apply", "--auto-approve");

    assertThat(ran.out()).contains("Nothing changes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${env:ORDERS_PASSWORD}",
        "${env:ORDERS_PASSWORD:-}",
        "x${env:ORDERS_PASSWORD}",
        "${secret:P}"
      })
  void areEmptyTextsToo(String password) {
    withPassword(password).with("ORDERS_PASSWORD", "");

    Ran applied = workspace.run("apply", "--auto-approve");
    Ran planned = workspace.run("plan", "--require-secrets");
    Ran told = workspace.succeed("plan");

    assertThat(applied.code()).isEqualTo(65);
    assertThat(planned.code()).isEqualTo(65);
    assertThat(applied.err())
        .contains("m.yaml:13:15: ", " is empty: a CI secret that does not exist arrives like this")
        .contains("Nothing was changed.");
    assertThat(told.err()).contains("secrets that are not set here: ", "P").contains("(empty)");
    assertThat(lab.sandbox().requests()).allMatch(request -> request.method().equals("GET"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"${env:ORDERS_PASSWORD}", "${lower(env:ORDERS_PASSWORD)}", "${secret:P}"})
  void neverReplaceOneThatWorks(String password) {
    withPassword(password).with("ORDERS_PASSWORD", "a-working-password");
    workspace.run("apply", "--auto-approve");
    int before = lab.sandbox().requests().size();
    assertThat(lab.sandbox().requests())
        .anyMatch(request -> request.body().toString().contains("\"password\""));
    workspace.with("ORDERS_PASSWORD", "");

    Ran rotated = workspace.run("apply", "--auto-approve", "--rotate-secrets");
    Ran changed =
        workspace
            .file("manifests/m.yaml", MANIFEST_WITH.formatted("other.internal", password))
            .run("apply", "--auto-approve");

    assertThat(List.of(rotated.code(), changed.code())).containsOnly(65);
    assertThat(rotated.err()).contains(" is empty: a CI secret");
    assertThat(lab.sandbox().requests().stream().skip(before))
        .allMatch(request -> request.method().equals("GET"));
  }

  @Test
  void areSentEmptyWhereTheManifestSaysSo() {
    withPassword("");

    workspace.run("apply", "--auto-approve");

    assertThat(lab.sandbox().requests())
        .anyMatch(request ->
            request.method().equals("POST")
                && request.body().toString().contains("\"password\":\"\""));
  }

  private Workspace withPassword(String password) {
    return workspace
        .file("ftctl.yaml", "secrets: {P: {env: ORDERS_PASSWORD}}\n")
        .file("manifests/m.yaml", MANIFEST_WITH.formatted("db.internal", password));
  }

  private static void areTold(Ran ran) {
    assertThat(ran.err())
        .contains(
            "error: manifests/m.yaml:13:15: env:ORDERS_PASSWORD is not set, and this run would send"
                + " it",
            "error: manifests/m.yaml:14:25: file:keys/orders.pem is not set",
            "Nothing was changed.");
  }
}
