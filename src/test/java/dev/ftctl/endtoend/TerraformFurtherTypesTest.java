package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
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
    Ran ran = exports.imported(STATE.toString(), "--handover", "removed.tf");

    assertThat(Pattern.compile("not carried: (.*)").matcher(ran.err()).results())
        .as(ran.err())
        .allMatch(
            left -> left.group(1).endsWith(" is of a type that ftctl has no kind for, and stays"));

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

  @Test
  void terraformDestroysNothingOnceItForgets() throws IOException {
    Workspace offline = new Workspace(folder);
    offline.succeed("import", "terraform", STATE.toString(), "-o", "d", "--handover", "removed.tf");

    var rule = TerraformRule.of(STATE, offline.read("removed.tf"));

    assertThat(rule.refused()).isEmpty();
    assertThat(rule.destroyed()).isEmpty();
    assertThat(rule.forgotten()).contains("fivetran_proxy_agent.dc1");
  }

  private static ObjectNode account() throws IOException {
    return (ObjectNode)
        new ObjectMapper().readTree(STATES.resolve("further-types.account.json").toFile());
  }
}
