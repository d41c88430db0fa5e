package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No plan and no report of drift claims more than was compared, whatever the format. Only a plan
/// of everything that manifests describe, wholly read, says that the account is as they say.
class ClosingSentencesTest {

  private static final String CLAIM = "as the manifests say";
  private static final String WHOLE = ": the account is as the manifests say";
  private static final String DESCRIBED = " in the 5 resources that the manifests describe";
  private static final String OF_USERS = "/v1/users$";

  /// What is open, as the arguments of the run and the sentence that each of the two ends with; `-`
  /// where it has no such sentence.
  private static final List<Row> ROWS =
      List.of(
          new Row(What.NOTHING, "", WHOLE, DESCRIBED),
          new Row(What.NOTHING, "--target connector/grain@mill", " in what was asked for", ""),
          new Row(What.NOTHING, "manifests", WHOLE, DESCRIBED),
          new Row(
              What.NOTHING, "--changed-since HEAD", " in the 0 documents changed since HEAD", ""),
          new Row(What.UNDECLARED_OBJECT, "", WHOLE, DESCRIBED),
          new Row(What.UNDECLARED_SETTING, "", WHOLE, DESCRIBED),
          new Row(What.LIST_OF_USERS_REFUSED, "", WHOLE, DESCRIBED),
          new Row(What.OBJECT_REFUSED, "", "-", "-"));

  @TempDir Path folder;
  private DriftingMill mill;

  private enum What {
    NOTHING,
    UNDECLARED_OBJECT,
    UNDECLARED_SETTING,
    LIST_OF_USERS_REFUSED,
    OBJECT_REFUSED
  }

  /// @param drift empty for what plan says
  private record Row(What what, String arguments, String plan, String drift) {
    String ofDrift() {
      return drift.isEmpty() ? plan : drift;
    }
  }

  @BeforeEach
  void open() throws IOException, InterruptedException {
    mill = new DriftingMill(folder);
    Repository.commit(folder);
  }

  @AfterEach
  void close() {
    mill.close();
  }

  @Test
  void saysWhatWasComparedInEachFormat() {
    for (Row row : ROWS) {
      mill.lab().sandbox().control().faults(JsonNodeFactory.instance.arrayNode());
      happens(row.what());

      Ran plan = run("plan", row, "text");
      Ran drift = run("drift", row, "text");

      says(plan, "Nothing changes", row.plan());
      says(drift, "No drift", row.ofDrift());
      for (String format : List.of("json", "markdown", "slack", "github-issue")) {
        says(run("drift", row, format), "No drift", row.ofDrift());
      }
      boolean isWhole = row.plan().equals(WHOLE);
      for (String format : List.of("json", "markdown")) {
        assertThat(run("plan", row, format).out()).as("%s", row).doesNotContain(CLAIM);
      }
      assertThat(run("plan", row, "text", "-q").out().contains(CLAIM)).isEqualTo(isWhole);
      assertThat(run("drift", row, "text", "-q").out()).as("%s", row).doesNotContain(CLAIM);
    }
  }

  /// With what was there before, and everything within the scope read, more is known.
  @Test
  void sinceTheLastRunWhatIsNotDeclaredIsKnown() {
    mill.workspace()
        .file(
            "ftctl.yaml",
            "scope: {groups: [mill], kinds: [Group, Connector, Destination, SchemaSettings]}\n");
    JsonNode first = mill.drift(0, "--since", "memory.json");

    JsonNode second = mill.drift(0, "--since", "memory.json");

    assertThat(first.path("closing").asText()).isEqualTo("No drift" + DESCRIBED + ".");
    assertThat(second.path("closing").asText())
        .isEqualTo("No drift" + DESCRIBED + ", and nothing undeclared or new beside it.");
  }

  private void happens(What what) {
    switch (what) {
      case NOTHING -> {}
      case UNDECLARED_OBJECT -> mill.call("POST", "groups", "{\"name\": \"clicked\"}");
      case UNDECLARED_SETTING ->
          mill.call(
              "PATCH", "connections/{grain}/schemas/public/tables/orders", "{\"enabled\": false}");
      case LIST_OF_USERS_REFUSED -> refuse(OF_USERS);
      case OBJECT_REFUSED -> refuse("/v1/connections/" + mill.id("grain") + "$");
    }
  }

  private void refuse(String path) {
    ArrayNode rules = JsonNodeFactory.instance.arrayNode();
    ObjectNode rule = rules.addObject();
    rule.putObject("match").put("method", "GET").put("path", "^" + path);
    rule.putObject("then").put("status", 403);
    mill.lab().sandbox().control().faults(rules);
  }

  private Ran run(String command, Row row, String format, String... more) {
    List<String> line = new ArrayList<>(List.of(command, "--format", format));
    line.addAll(List.of(more));
    if (!row.arguments().isEmpty()) {
      line.addAll(List.of(row.arguments().split(" ", -1)));
    }
    return mill.workspace().run(line.toArray(String[]::new));
  }

  private static void says(Ran ran, String begins, String where) {
    if (!where.equals(WHOLE)) {
      assertThat(ran.out()).as("%s", ran).doesNotContain(CLAIM);
    }
    if (where.equals("-")) {
      assertThat(ran.out()).as("%s", ran).doesNotContain(begins);
    } else {
      assertThat(ran.out()).as("%s", ran).contains(begins + where + ".");
    }
  }
}
