package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The story of docs/how-to/leave-terraform.md: its commands over a state of every type and the
/// account that it came from, with a model of Terraform's rule in Terraform's place.
class LeaveTerraformStoryTest {

  private static final Path STATES = Path.of("src/test/resources/terraform").toAbsolutePath();
  private static final String PULLED = "terraform state pull | ";

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private String state = "";

  @BeforeEach
  void begin() throws IOException {
    state = Files.readString(STATES.resolve("every-type.tfstate"));
    String account = Files.readString(STATES.resolve("every-type.account.json"));
    lab.sandbox().control().replaceAccount((ObjectNode) new ObjectMapper().readTree(account));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void everyLineDoesWhatItSays() throws IOException, InterruptedException {
    var story = new Story(folder, workspace -> workspace.reaching(lab.sandbox()).typing(state));
    boolean isShell = false;
    int promises = 0;
    String document = Files.readString(Path.of("docs/how-to/leave-terraform.md"));
    for (String line : document.lines().toList()) {
      if (line.startsWith("```")) {
        isShell = line.equals("```sh");
      } else if (isShell && line.startsWith("export …")) {
        known().forEach(story::export);
      } else if (isShell && (line.contains("ftctl ") || line.startsWith("cd "))) {
        story.console("$ " + line.replace(PULLED, ""));
        promises += promised(line, story);
      }
    }
    assertThat(story.commands())
        .containsExactly(
            "ftctl import terraform -o fivetran --handover removed.tf -", "ftctl plan");
    assertThat(promises).isEqualTo(3);
    assertThat(lab.writes()).isEmpty();
  }

  /// The hand-over, as Terraform would understand it.
  @Test
  void nothingIsDestroyed() throws IOException {
    var workspace = new Workspace(folder).typing(state);
    workspace.succeed("import", "terraform", "-o", "fivetran", "--handover", "removed.tf", "-");

    var rule = TerraformRule.of(STATES.resolve("every-type.tfstate"), workspace.read("removed.tf"));

    assertThat(rule.refused()).isEmpty();
    assertThat(rule.destroyed()).isEmpty();
    assertThat(rule.forgotten()).isNotEmpty();
  }

  /// `# 0 create, 0 update, 0 delete` behind a command is what it prints.
  private static int promised(String line, Story story) throws IOException, InterruptedException {
    int promises = 0;
    int comment = line.indexOf("# 0 ");
    if (comment >= 0) {
      for (String promise : line.substring(comment + 2).split(", ", -1)) {
        story.console(promise);
        promises++;
      }
    }
    return promises;
  }

  /// What people have in their own vaults.
  private Map<String, String> known() throws IOException {
    Path other = Files.createDirectory(folder.resolve("vault"));
    var vault = new Workspace(other).typing(state);
    vault.succeed("import", "terraform", "-o", ".", "--with-secrets", "-");
    var values = new TreeMap<String, String>();
    vault
        .read(".env")
        .lines()
        .filter(line -> line.contains("=") && !line.startsWith("#"))
        .forEach(line ->
            values.put(
                line.substring(0, line.indexOf('=')),
                line.substring(line.indexOf('=') + 1).replaceAll("^'|'$", "")));
    return values;
  }
}
