package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.SchemaCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an apply writes into the account stands in the journal, and is never taken out again.
class JournalTest {

  private static final String JOURNAL = ".ftctl/journal.jsonl";
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;
  private final Lab lab = Accounts.withExamples();
  private Workspace workspace;

  @BeforeEach
  void change() {
    workspace =
        new Workspace(folder)
            .withExamples()
            .reaching(lab.sandbox())
            .edit("manifests/shop/clickstream.yaml", "sync_frequency: 15", "sync_frequency: 30");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void everyWriteHasItsTwoLines() throws IOException {
    try (var empty = new Lab()) {
      workspace.reaching(empty.sandbox()).succeed("apply", "--auto-approve");

      List<JsonNode> lines = lines();
      var check = new SchemaCheck("journal.schema.json");
      assertThat(lines).allSatisfy(line -> assertThat(check.faults(line)).isEmpty());
      assertThat(of(lines, "begun"))
          .containsExactlyInAnyOrderElementsOf(
              empty.writes().stream().map(sent -> sent.method() + " " + sent.path()).toList());
      assertThat(of(lines, "ended")).containsExactlyInAnyOrderElementsOf(of(lines, "begun"));
      assertThat(values(lines, "outcome")).containsOnlyKeys("done", "");
      assertThat(values(lines, "run")).hasSize(1);
      assertThat(values(lines, "plan")).hasSize(1);
      assertThat(workspace.read(JOURNAL))
          .contains("\"password\":\"(secret)\"")
          .doesNotContain("harmless-orders-password");
    }
  }

  @Test
  void isOnlyAppendedTo() {
    workspace.succeed("apply", "--auto-approve");
    String first = workspace.read(JOURNAL);
    workspace.succeed("apply", "--auto-approve");
    assertThat(workspace.read(JOURNAL)).as("nothing was written").isEqualTo(first);

    workspace.edit("manifests/shop/clickstream.yaml", "sync_frequency: 30", "sync_frequency: 60");
    workspace.succeed("apply", "--auto-approve");

    assertThat(workspace.read(JOURNAL)).startsWith(first);
    assertThat(values(lines(), "run")).hasSize(2);
    assertThat(lines().getLast().path("address").asText())
        .isEqualTo("connector/clickstream@analytics_prod");
    assertThat(lines().get(2).path("body").path("sync_frequency").asInt()).isEqualTo(60);
  }

  @Test
  void refusedAndUnansweredWritesAreTold() throws IOException {
    lab.sandbox()
        .control()
        .faults(JSON.readTree("[{\"match\":{\"method\":\"PATCH\"},\"then\":{\"status\":400}}]"));
    assertThat(workspace.run("apply", "--auto-approve").code()).isEqualTo(1);
    assertThat(lines().getLast().path("outcome").asText()).isEqualTo("failed");
    assertThat(lines().getLast().path("status").asInt()).isEqualTo(400);

    lab.sandbox()
        .control()
        .faults(
            JSON.readTree("[{\"match\":{\"method\":\"PATCH\"},\"then\":{\"drop\":\"after\"}}]"));
    workspace.run("apply", "--auto-approve");

    assertThat(lines().getLast().path("outcome").asText()).isEqualTo("unknown");
  }

  @Test
  void mayStandElsewhereOrNowhere() {
    workspace.succeed("apply", "--auto-approve", "--journal", "none");
    assertThat(folder.resolve(".ftctl")).doesNotExist();

    workspace.edit("manifests/shop/clickstream.yaml", "sync_frequency: 30", "sync_frequency: 60");
    workspace.succeed("apply", "--auto-approve", "--journal", "audit/writes.jsonl");

    assertThat(folder.resolve("audit/writes.jsonl")).isNotEmptyFile();
    assertThat(folder.resolve(".ftctl")).doesNotExist();
  }

  @Test
  void nothingIsWrittenThatCannotBeKept() throws IOException {
    Files.createDirectory(folder.resolve("taken"));

    Ran ran = workspace.run("apply", "--auto-approve", "--journal", "taken");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("can't write the journal", "nothing was changed");
    assertThat(lab.writes()).isEmpty();
  }

  private List<JsonNode> lines() {
    return workspace
        .read(JOURNAL)
        .lines()
        .map(line -> {
          try {
            return JSON.readTree(line);
          } catch (IOException torn) {
            throw new AssertionError("no JSON: " + line, torn);
          }
        })
        .toList();
  }

  private static List<String> of(List<JsonNode> lines, String event) {
    return lines.stream()
        .filter(line -> line.path("event").asText().equals(event))
        .map(line -> line.path("method").asText() + " " + line.path("path").asText())
        .toList();
  }

  private static Map<String, Long> values(List<JsonNode> lines, String key) {
    return lines.stream()
        .collect(Collectors.groupingBy(line -> line.path(key).asText(), Collectors.counting()));
  }
}
