package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page about a private repository of dbt, line by line.
class DbtRepositoryStoryTest {

  private static final Path PAGE = Path.of("docs/how-to/dbt-with-a-private-repository.md");
  private static final String PROJECTS = "transformation_projects";

  @TempDir Path folder;
  private final Lab lab = Accounts.withExamples();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void isToldAndDone() throws Exception {
    var story = new Story(folder, workspace -> workspace.reaching(lab.sandbox()));
    story.workspace().withExamples();

    Map<String, Runnable> events =
        Map.of(
            "nobody has let its key in",
            () -> tests("NOT_READY", "Permission denied (publickey)"),
            "Once the key is in",
            () -> tests("READY"),
            "somebody does that",
            this::upgrade);
    new ToldPage(story, events).tell(PAGE);

    assertThat(story.commands()).hasSizeGreaterThan(7);
  }

  /// From now on tests of projects end so.
  private void tests(String status, String... errors) {
    ObjectNode account = lab.sandbox().control().account();
    ArrayNode told =
        account
            .withObjectProperty("project_tests")
            .putObject("*")
            .put("status", status)
            .putArray("errors");
    List.of(errors).forEach(told::add);
    lab.sandbox().control().replaceAccount(account);
  }

  /// As people do it in Fivetran.
  private void upgrade() {
    ObjectNode account = lab.sandbox().control().account();
    account
        .withObjectProperty(PROJECTS)
        .elements()
        .forEachRemaining(
            project -> ((ObjectNode) project.path("project_config")).put("dbt_version", "1.10.1"));
    lab.sandbox().control().replaceAccount(account);
  }
}
