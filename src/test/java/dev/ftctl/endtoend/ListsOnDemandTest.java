package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What nobody describes costs no call, unless somebody asks what nobody describes.
class ListsOnDemandTest {

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void seed() throws IOException {
    lab.sandbox()
        .control()
        .mergeAccount(
            new ObjectMapper()
                .readTree(
                    """
                    {"groups": {"prod": {"id": "prod", "name": "prod"}},
                     "log_services": {"prod": {"service": "datadog_log", "config": {"region": "EU"}}},
                     "account_log_services": {"sandbox_account": {"service": "dynatrace"}}}
                    """));
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .file("manifests/all.yaml", "kind: Group\nmetadata: {name: prod}\n");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "plan --format json", "status", "apply"})
  void nothingIsAskedForWhatNobodyDescribes(String command) {
    assertThat(workspace.run(command.split(" ")).code()).isZero();

    assertThat(logCalls()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan --show-unmanaged", "drift --show-unmanaged", "export"})
  void whatNobodyDescribesIsFoundWhereSomebodyAsks(String command) {
    String line = command.startsWith("drift") ? "drift" : command;
    Ran ran = workspace.run(line.split(" "));

    assertThat(logCalls()).as("%s", ran).isGreaterThanOrEqualTo(2);
    assertThat(ran.out()).containsAnyOf("external-log/prod", "kind: ExternalLog");
    assertThat(ran.out()).containsAnyOf("account-log/account", "kind: AccountLog");
  }

  /// One list, and the details of the one that is described.
  @Test
  void describedOneCostsItsListAndItsDetails() {
    workspace.file(
        "manifests/log.yaml",
        "kind: ExternalLog\nmetadata: {name: l}\nspec: {group: prod, service: datadog_log,"
            + " config: {region: EU}}\n");

    assertThat(workspace.succeed("plan").out()).contains("2 unchanged");
    assertThat(logCalls()).isEqualTo(2);
  }

  @Test
  void prunesWhatIsInScope() {
    workspace.file("ftctl.yaml", "prune: {scope: {groups: [prod]}}\n");

    Ran ran = workspace.run("plan", "--prune", "--allow", "delete");

    assertThat(ran.out()).contains("- delete   external-log/prod");
  }

  private long logCalls() {
    return lab.sandbox().requests().stream()
        .filter(request -> request.path().contains("/external-logging"))
        .count();
  }
}
