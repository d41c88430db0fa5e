package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Zips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A state that the provider wrote of logs, links, agents, packages and transformations, and the
/// account that it made: what Fivetran told once of an agent goes nowhere.
class TerraformFurtherTypesTest {

  private static final Path STATES = Path.of("src/test/resources/terraform").toAbsolutePath();
  private static final Path STATE = STATES.resolve("further-types.tfstate");

  @TempDir Path folder;
  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void planIsEmptyAndWhatWasToldOnceIsInNoFile() throws IOException {
    lab.sandbox().control().replaceAccount(account());
    var exports = new Exports(folder, lab);
    exports.workspace().file("api.zip", code());
    Ran ran = exports.imported(STATE.toString(), "--handover", "removed.tf");

    assertThat(ran.err()).doesNotContain("not carried").contains("15 of 15 instances of Terraform");
    assertThat(exports.workspace().read("manifests/groups/analytics_prod/orders_api.yaml"))
        .contains("file: \"../../../api.zip\"")
        .doesNotContain("brisk_echo");

    Ran planned = exports.workspace().run("plan", "--detailed-exitcode");

    assertThat(planned.code()).as("%s", planned).isZero();
    assertThat(planned.out()).contains("0 create, 0 update, 0 replace, 0 delete");
    assertThat(exports.workspace().run("fmt", "--check").code()).isZero();
    assertThat(ran.all()).doesNotContain("canary");
    assertThat(exports.files())
        .allSatisfy((file, text) ->
            assertThat(text)
                .as(file)
                .doesNotContain("canary-token", "-cert", "-private-key", "-json", "-compose"));
    assertThat(exports.workspace().read(".env")).contains("canary-dbt", "canary-sdk");
  }

  /// A state holds no code: where its file is not here, Terraform keeps it, and the connection
  /// names it by its id.
  @Test
  void codeThatIsNotHereStaysInTerraform() throws IOException {
    lab.sandbox().control().replaceAccount(account());
    var exports = new Exports(folder, lab);
    exports.workspace().file("api.zip", Zips.of("connector.py", "something else"));
    Ran ran = exports.imported(STATE.toString(), "--handover", "removed.tf");

    assertThat(ran.err())
        .contains("not carried: fivetran_connector_sdk_package.api has its code in ./api.zip")
        .contains("14 of 15 instances of Terraform");
    assertThat(exports.workspace().read("removed.tf")).doesNotContain("sdk_package");
    assertThat(exports.workspace().run("plan", "--detailed-exitcode").code()).isZero();
  }

  /// It lies elsewhere: beside the state, in a folder of its own.
  @Test
  void codeBesideTheStateGoesIntoTheProject() throws IOException {
    lab.sandbox().control().replaceAccount(account());
    var exports = new Exports(folder.resolve("project"), lab);
    Files.copy(STATE, folder.resolve("x.tfstate"));
    Files.write(folder.resolve("api.zip"), code());
    exports.imported("../x.tfstate");

    Ran again = exports.workspace().succeed("import", "terraform", "../x.tfstate", "-o", ".");

    assertThat(folder.resolve("project/packages/orders_api.zip")).hasBinaryContent(code());
    Ran planned = exports.workspace().run("plan", "--detailed-exitcode");
    assertThat(planned.code()).as("%s", planned).isZero();
    assertThat(again.err()).contains("0 files written").doesNotContain("not carried:");
  }

  @Test
  void terraformDestroysNothingOnceItForgets() throws IOException {
    Workspace offline = new Workspace(folder);
    offline.succeed("import", "terraform", STATE.toString(), "-o", "d", "--handover", "removed.tf");

    var rule = TerraformRule.of(STATE, offline.read("removed.tf"));

    assertThat(rule.refused()).isEmpty();
    assertThat(rule.destroyed()).isEmpty();
    assertThat(rule.forgotten()).contains("fivetran_proxy_agent.dc1");
  }

  /// The ZIP file that the state was made with.
  static byte[] code() throws IOException {
    return account().at("/connector_sdk_packages/brisk_echo/_file").binaryValue();
  }

  private static ObjectNode account() throws IOException {
    return (ObjectNode)
        new ObjectMapper().readTree(STATES.resolve("further-types.account.json").toFile());
  }
}
