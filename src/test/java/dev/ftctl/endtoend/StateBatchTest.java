package dev.ftctl.endtoend;

import static dev.ftctl.endtoend.StateCompany.OLD;
import static dev.ftctl.endtoend.StateCompany.failing;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The states of several connections are changed together, or none of them is.
class StateBatchTest {

  private static final String NEW = "{\"cursor\":\"2025\"}";
  private static final String RESUME = "paused {\"paused\":false}";

  @TempDir Path folder;
  private StateCompany company;
  private Workspace workspace;

  @BeforeEach
  void open() {
    company = new StateCompany(folder);
    workspace = company.workspace();
  }

  @AfterEach
  void close() {
    company.close();
  }

  @Test
  void batchChangesAll() {
    workspace.file(
        "states.yaml",
        "connector/orders@prod: {cursor: \"2025\"}\nevents: {cursor: \"2026\", n: [1, null]}\n");

    Ran refused = workspace.run("state", "set", "--batch", "states.yaml");
    Ran ran = workspace.run("state", "set", "--batch", "states.yaml", "--yes");

    assertThat(refused.code()).isEqualTo(4);
    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(company.state("orders")).isEqualTo(NEW);
    assertThat(company.state("events")).isEqualTo("{\"cursor\":\"2026\",\"n\":[1,null]}");
    List<String> kinds = company.writes().stream().map(call -> call.split(" ")[0]).toList();
    assertThat(kinds).containsExactly("paused", "paused", "state", "state", "paused", "paused");
  }

  @Test
  void batchOfWhichOneFailsChangesNone() {
    workspace.file("states.json", "{\"orders\": " + NEW + ", \"events\": " + NEW + "}");
    company.faults(failing(company.id("events") + "/state$", 0, "\"status\": 400"));

    Ran ran = workspace.run("state", "set", "--batch", "states.json", "--yes", "--format=json");

    assertThat(ran.code()).as("%s", ran).isEqualTo(1);
    for (JsonNode item : ran.json().path("items")) {
      assertThat(item.path("result").asText()).isIn("set back", "not changed");
    }
    for (String name : List.of("orders", "events")) {
      assertThat(company.state(name)).isEqualTo(OLD);
      assertThat(company.isPaused(name)).isFalse();
    }
    assertThat(company.writes().subList(company.writes().size() - 2, company.writes().size()))
        .containsExactly(RESUME, RESUME);
  }

  /// Nobody is told that all is as before when it is not.
  @Test
  void batchOfWhichOneCanNotBeSetBackNamesWhatBringsItBack() {
    workspace.file("states.json", "{\"orders\": " + NEW + ", \"events\": " + NEW + "}");
    company.faults(
        failing(
                company.id("events") + "/state$",
                0,
                "\"status\": 200, \"body\": {\"code\": \"Success\"}")
            + ","
            + failing(company.id("orders") + "/state$", 2, "\"status\": 500"));

    Ran ran = workspace.run("state", "set", "--batch", "states.json", "--yes");

    assertThat(ran.code()).as("%s", ran).isEqualTo(5);
    assertThat(ran.err()).contains("  ftctl state restore connector/orders@prod .ftctl/state/");
    assertThat(company.state("orders")).isEqualTo(NEW);
    assertThat(company.isPaused("orders")).isFalse();
    assertThat(company.isPaused("events")).isFalse();
  }

  @Test
  void batchOfWhichOneStaysPausedNamesIt() {
    workspace.file("states.json", "{\"orders\": " + NEW + ", \"events\": " + NEW + "}");
    String events = "/connections/" + company.id("events") + "$";
    company.faults(
        "{\"match\": {\"method\": \"PATCH\", \"path\": \"%s\", \"nth\": 1}, \"then\":"
                .formatted(events)
            + " {\"latencyMillis\": 1}},"
            + failing(events, 0, "\"status\": 500"));

    Ran ran = workspace.run("state", "set", "--batch", "states.json", "--yes");

    assertThat(ran.code()).as("%s", ran).isEqualTo(7);
    assertThat(ran.err())
        .containsOnlyOnce("connection LEFT PAUSED: connector/events@prod.")
        .contains("  ftctl resume connector/events@prod\n");
    assertThat(ran.out()).contains("connector/orders@prod: state updated and verified");
    assertThat(company.isPaused("orders")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          orders: 5                    ; 65 ; states.yaml:1:9
          [orders]                     ; 65 ; the file is a list
          nosuch: {a: 1}               ; 64 ; nosuch
          billing: {a: 1}              ; 64 ; keeps no state
          connector/*: {a: 1}          ; 64 ; means 3 connections
          """)
  void batchThatIsWrongSendsNoWrite(String text, int code, String words) {
    workspace.file("states.yaml", text + "\n");

    Ran ran = workspace.run("state", "set", "--batch", "states.yaml", "--yes");

    assertThat(ran.code()).as("%s", ran).isEqualTo(code);
    assertThat(ran.err()).contains(words);
    assertThat(company.writes()).isEmpty();
  }
}
