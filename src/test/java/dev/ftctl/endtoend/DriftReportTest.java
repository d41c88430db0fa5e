package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Golden;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `drift` prints for people, with something of each class and of each cause.
class DriftReportTest {

  private static final String[] NIGHT = {"drift", "--base", "HEAD", "--since", "m.json", "--now"};

  @TempDir Path folder;
  private DriftingMill mill;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    mill = new DriftingMill(folder);
    mill.workspace().file(".gitignore", "m.json\n.ftctl/\n");
    Repository.commit(folder);
    assertThat(night("2026-03-01T03:17:00Z").code()).isZero();
  }

  @AfterEach
  void close() {
    mill.close();
  }

  @Test
  void nothingIsSaidInALine() {
    Golden.check("drift/nothing.txt", night("2026-03-02T03:17:00Z").out());
  }

  @Test
  void eachClassAndCauseHasItsLines() {
    clicksOfTheFirstDay();
    Ran first = night("2026-03-02T03:17:00Z");
    clicksOfTheSecondDay();

    Ran second = night("2026-03-05T03:17:00Z");

    assertThat(first.code()).as("%s", first).isEqualTo(2);
    Golden.check("drift/first.txt", first.out());
    assertThat(second.code()).as("%s", second).isEqualTo(2);
    Golden.check("drift/second.txt", second.out());
    Golden.check("drift/verbose.txt", mill.workspace().run("drift", "-v").out());
    Golden.check("drift/quiet.txt", mill.workspace().run("drift", "-q").out());
  }

  @Test
  void whatCannotBeReadIsNamed() {
    mill.call("PATCH", "connections/{flour}", "{\"sync_frequency\": 1440}");
    mill.lab().sandbox().control().faults(refusing("/v1/connections/" + mill.id("grain") + "$"));

    Ran ran = night("2026-03-02T03:17:00Z");

    assertThat(ran.code()).as("%s", ran).isEqualTo(4);
    Golden.check("drift/unread.txt", ran.out().replace(mill.id("grain"), "GRAIN"));
  }

  /// Breaks of objects and fields, an undescribed object and setting, a change of the manifests.
  private void clicksOfTheFirstDay() {
    mill.call("PATCH", "connections/{grain}", "{\"sync_frequency\": 1440}");
    mill.call("PATCH", "connections/{grain}", "{\"config\": {\"host\": \"grain: 2\"}}");
    mill.call("POST", "groups", "{\"name\": \"clicked\"}");
    mill.call("PATCH", "connections/{grain}/schemas/public/tables/orders", "{\"enabled\": false}");
    mill.call(
        "PATCH",
        "connections/{grain}/schemas/public/tables/users/columns/email",
        "{\"hashed\": false}");
    mill.workspace()
        .edit(DriftingMill.FILE, "host: flour.db.internal", "host: flour-2.db.internal")
        .edit(DriftingMill.FILE, "host: grain.db.internal", "host: grain-2.db.internal");
  }

  /// One is taken back, one object goes, a table comes.
  private void clicksOfTheSecondDay() {
    mill.call("PATCH", "connections/{grain}", "{\"sync_frequency\": 360}");
    mill.call("DELETE", "connections/{flour}", "");
    ObjectNode account = mill.lab().sandbox().control().account();
    addTable(account);
    mill.lab().sandbox().control().replaceAccount(account);
  }

  private Ran night(String now) {
    String[] line = java.util.Arrays.copyOf(NIGHT, NIGHT.length + 1);
    line[NIGHT.length] = now;
    return mill.workspace().run(line);
  }

  private static void addTable(JsonNode node) {
    for (JsonNode child : node) {
      if (child instanceof ObjectNode tables && tables.path("users").has("columns")) {
        ObjectNode table = tables.path("users").deepCopy();
        table.remove("columns");
        tables.set("harvest", table);
      } else {
        addTable(child);
      }
    }
  }

  private static ArrayNode refusing(String path) {
    ArrayNode rules = JsonNodeFactory.instance.arrayNode();
    ObjectNode rule = rules.addObject();
    rule.putObject("match").put("method", "GET").put("path", "^" + path);
    rule.putObject("then").put("status", 403);
    return rules;
  }
}
