package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An account of several pages is seen whole, or the run ends with an error.
@Timeout(60)
class ManyConnectionsTest {

  private static final int MANY = 2_500;

  private static final String GROUP =
      """
      kind: Group
      metadata: {name: prod}
      ---
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void seed() {
    workspace = new Workspace(folder).reaching(lab.sandbox());
    workspace
        .file("manifests/all.yaml", GROUP + connectors("- {name: c0}"))
        .succeed("apply", "--auto-approve", "--run-setup-tests", "never");
    ObjectNode account = lab.sandbox().control().account();
    ObjectNode connections = (ObjectNode) account.path("connections");
    JsonNode first = connections.elements().next();
    for (int i = 1; i < MANY; i++) {
      ObjectNode copy = first.deepCopy();
      String id = "copy_%04d".formatted(i);
      copy.put("id", id).put("schema", "c" + i + ".t");
      connections.set(id, copy);
    }
    lab.sandbox().control().replaceAccount(account);
    lab.forget();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void allOfThemAreSeen() {
    Ran plan = workspace.run("plan", "--detailed-exitcode", "--format", "json");

    assertThat(plan.code()).as("%s", plan.err()).isZero();
    assertThat(connectors(plan)).hasSize(MANY - 1);
    assertThat(lab.sandbox().requests())
        .filteredOn(request -> request.path().equals("/v1/connections"))
        .hasSize(3);
  }

  @Test
  void allOfThemAreMatched() {
    String rows =
        IntStream.range(0, MANY)
            .mapToObj(i -> "- {name: c" + i + "}")
            .collect(Collectors.joining("\n"));
    workspace.file("manifests/all.yaml", GROUP + connectors(rows));

    Ran plan = workspace.run("plan", "--detailed-exitcode", "--format", "json");

    assertThat(plan.code()).as("%s", plan.err()).isZero();
    assertThat(plan.json().path("counts").path("unchanged").asInt()).isEqualTo(MANY + 1);
    assertThat(connectors(plan)).isEmpty();
  }

  @Test
  void cursorThatLeadsNowhereIsAnError() throws IOException {
    String answer = "{\"code\":\"Success\",\"data\":{\"items\":[],\"next_cursor\":\"same\"}}";
    lab.sandbox()
        .control()
        .faults(
            new JsonMapper()
                .readTree(
                    "[{\"match\":{\"method\":\"GET\",\"path\":\"/v1/connections$\"},"
                        + "\"then\":{\"status\":200,\"body\":"
                        + answer
                        + "}}]"));

    Ran plan = workspace.run("plan", "--detailed-exitcode");

    assertThat(plan.code()).as("%s", plan).isEqualTo(1);
    assertThat(plan.out()).isEmpty();
    assertThat(plan.err()).contains("cursor");
    assertThat(lab.sandbox().requests()).hasSizeLessThan(20);
  }

  /// All of them are new beside all of those that are there, and each of those looks the same.
  @Test
  void creationsBesideAsManyAreJudgedInTime() {
    String rows =
        IntStream.range(0, MANY)
            .mapToObj(i -> "- {name: d" + i + "}")
            .collect(Collectors.joining("\n"));
    workspace.file("manifests/all.yaml", GROUP + connectors(rows));

    Ran plan = workspace.run("plan", "--format", "json");

    assertThat(plan.code()).as("%s", plan.err()).isEqualTo(4);
    assertThat(plan.json().path("counts").path("blocked").asInt()).isEqualTo(MANY);
  }

  private static List<String> connectors(Ran plan) {
    return plan.json().path("unmanaged").findValuesAsText("address").stream()
        .filter(address -> address.startsWith("connector/"))
        .toList();
  }

  private static String connectors(String rows) {
    return """
    kind: Connector
    for_each:
    %smetadata: {name: "${each.name}"}
    spec:
      service: google_sheets
      groups: [prod]
      paused: true
      config: {schema: "${each.name}", table: t, sheet_id: "1", named_range: r}
    """
        .formatted(rows.indent(2));
  }
}
