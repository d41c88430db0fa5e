package dev.ftctl.endtoend;

import static dev.ftctl.endtoend.StateCompany.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.sandbox.store.RequestRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How states are read and printed, and by which key.
class StateReadingTest {

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

  /// what get prints can be given back.
  @Test
  void stateIsPrintedAsItIsGiven() {
    assertThat(workspace.succeed("state", "get", "orders").out())
        .isEqualTo("{\n    \"cursor\": \"2024-01-01\",\n    \"n\": 1\n}\n");
    workspace.succeed("state", "get", "orders", "-o", "was.json");
    assertThat(workspace.succeed("state", "set", "orders", "--file", "was.json", "--yes").out())
        .isEqualTo("connector/orders@prod: No changes made to state.\n");
    assertThat(workspace.succeed("state", "get", "orders", "--format", "json").json().path("state"))
        .isEqualTo(StateCompany.json(OLD));
    assertThat(company.writes()).isEmpty();
  }

  /// no line of it is wrapped, which would be another text.
  @Test
  void longTextsOfAStateStayWholeOnATerminal() {
    String text = "2025-03-06 20:20:20, ".repeat(10);
    workspace.succeed("state", "set", "orders", "{\"cursors\": \"" + text + "\"}", "--yes");

    assertThat(workspace.runOnTerminal("state", "get", "orders").out())
        .isEqualTo("{\n    \"cursors\": \"" + text + "\"\n}\n");
  }

  ///
  @Test
  void reportHasBeforeAfterAndWhetherItWasVerified() {
    workspace.typing(StateTest.NEW);

    Ran ran =
        workspace.succeed("state", "set", "orders", "--file", "-", "--yes", "--format", "json");

    JsonNode item = ran.json().path("items").path(0);
    assertThat(item.path("before")).isEqualTo(StateCompany.json(OLD));
    assertThat(item.path("after")).isEqualTo(StateCompany.json(StateTest.NEW));
    assertThat(item.path("verified").asBoolean()).isTrue();
    assertThat(item.path("left_paused").asBoolean()).isFalse();
    assertThat(ran.json().path("exit_code").asInt()).isZero();
  }

  /// off a terminal, with NO_COLOR or --no-color.
  @Test
  void coloursAreOfTerminalsAlone() {
    Ran plain = workspace.succeed("state", "set", "orders", StateTest.NEW, "--yes");
    workspace.typing("\n");
    Ran flag = workspace.runOnTerminal("state", "set", "orders", "--no-color");
    workspace.with("NO_COLOR", "1");
    Ran variable = workspace.runOnTerminal("state", "set", "orders", StateTest.NEW, "--yes");

    assertThat(plain.all() + flag.all() + variable.all()).doesNotContain("\u001b[");
  }

  ///
  @Test
  void stateIsAskedForInTheSecondVersionOfTheApi() {
    workspace.succeed("state", "set", "orders", StateTest.NEW, "--yes");

    List<RequestRecord> states =
        company.lab().sandbox().requests().stream()
            .filter(call -> call.path().endsWith("/state"))
            .toList();
    assertThat(states).isNotEmpty();
    assertThat(dev.ftctl.fivetran.http.RequestHeaders.accept("/v1/connections/x/state"))
        .isEqualTo("application/json;version=2");
  }
}
