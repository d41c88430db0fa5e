package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody changed in the account, by what it means.
class DriftTest {

  private static final String GRAIN = "connector/grain@mill";
  private static final String SETTINGS = "schema-settings/grain@mill";

  @TempDir Path folder;
  private DriftingMill mill;

  @BeforeEach
  void open() {
    mill = new DriftingMill(folder);
  }

  @AfterEach
  void close() {
    mill.close();
  }

  @Test
  void whatWasAppliedHasNone() {
    JsonNode report = mill.drift(0);

    assertThat(of(report, "breaks")).isEmpty();
    assertThat(report.path("closing").asText())
        .isEqualTo("No drift in the 5 resources that the manifests describe.");
    assertThat(report.path("new_judged").asBoolean()).isFalse();
  }

  @Test
  void eachClassIsToldByWhatItMeans() {
    mill.call("PATCH", "connections/{grain}", "{\"sync_frequency\": 1440}");
    mill.call("DELETE", "connections/{flour}", "");
    mill.call("POST", "groups", "{\"name\": \"clicked\"}");
    mill.call(
        "PATCH",
        "connections/{grain}/schemas/public/tables/users/columns/email",
        "{\"hashed\": false}");
    mill.call("PATCH", "connections/{grain}/schemas/public/tables/orders", "{\"enabled\": false}");

    JsonNode report = mill.drift(2);

    assertThat(of(report, "breaks"))
        .containsExactly(
            "connector/flour@mill missing",
            GRAIN + " /sync_frequency",
            SETTINGS + " /schemas/public/tables/users/columns/email/hashed");
    assertThat(of(report, "unmanaged"))
        .contains("group/clicked undescribed", SETTINGS + " /schemas/public/tables/orders/enabled");
    assertThat(entry(report, GRAIN).path("owners").get(0).asText()).isEqualTo("@acme/grain");
    assertThat(entry(report, GRAIN).path("manifest").asInt()).isEqualTo(360);
    assertThat(entry(report, GRAIN).path("live").asInt()).isEqualTo(1440);
    assertThat(entry(report, GRAIN).path("line").asInt()).isEqualTo(19);
  }

  @Test
  void undeclaredSettingsOfConnectionsWithoutDocumentsAreFound() {
    mill.call("PATCH", "connections/{grain}/schemas/public/tables/orders", "{\"enabled\": false}");
    mill.workspace().edit(DriftingMill.FILE, settings(), "");

    JsonNode report = mill.drift(0);

    assertThat(of(report, "unmanaged"))
        .contains(SETTINGS + " /schemas/public/tables/orders/enabled");
    mill.drift(2, "--fail-on", "unmanaged");
  }

  @Test
  void whatCannotBeReadIsNeverNoDrift() throws IOException {
    mill.drift(0, "--since", "memory.json");
    byte[] before = Files.readAllBytes(folder.resolve("memory.json"));
    mill.call("PATCH", "connections/{flour}", "{\"sync_frequency\": 1440}");
    for (String path : List.of("/v1/connections/{grain}$", "/v1/connections/{grain}/schemas$")) {
      mill.lab().sandbox().control().faults(fault(path.replace("{grain}", mill.id("grain")), 403));

      JsonNode report = mill.drift(4, "--since", "memory.json");

      assertThat(report.path("complete").asBoolean()).isFalse();
      assertThat(report.path("unread").get(0).path("address").asText()).contains("grain@mill");
      assertThat(of(report, "breaks")).containsExactly("connector/flour@mill /sync_frequency");
      assertThat(report.path("since").asText()).isEqualTo("incomplete");
      assertThat(report.path("drift").findValues("status")).isEmpty();
      assertThat(Files.readAllBytes(folder.resolve("memory.json"))).isEqualTo(before);
    }
    mill.lab().sandbox().control().faults(fault("/v1/connections$", 403));
    assertThat(mill.workspace().run("drift", "--since", "memory.json").code()).isEqualTo(77);
    assertThat(Files.readAllBytes(folder.resolve("memory.json"))).isEqualTo(before);
  }

  @Test
  void kindWhoseListMayNotBeSeenIsSaid() {
    mill.lab().sandbox().control().faults(fault("/v1/users$", 403));

    JsonNode report = mill.drift(0, "--since", "memory.json");

    assertThat(report.path("unread").findValuesAsText("kind")).containsExactly("api-key", "user");
    mill.lab().sandbox().control().faults(JsonNodeFactory.instance.arrayNode());
    assertThat(mill.drift(0, "--since", "memory.json").path("gone")).isEmpty();
  }

  @Test
  void eachIsToldOnceAndOnceWhenItIsGone() throws IOException {
    mill.drift(0, "--since", "memory.json", "--fail-on", "new");
    assertThat(Files.getPosixFilePermissions(folder.resolve("memory.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    mill.call("PATCH", "connections/{grain}", "{\"sync_frequency\": 1440}");

    JsonNode first = mill.drift(2, "--since", "memory.json", "--fail-on", "new");
    JsonNode second = mill.drift(0, "--since", "memory.json", "--fail-on", "new");
    Ran quiet = mill.workspace().run("drift", "--since", "memory.json", "--format", "slack");
    mill.call("PATCH", "connections/{grain}", "{\"sync_frequency\": 360}");
    JsonNode third = mill.drift(0, "--since", "memory.json");
    JsonNode fourth = mill.drift(0, "--since", "memory.json");

    assertThat(entry(first, GRAIN).path("status").asText()).isEqualTo("new");
    assertThat(entry(second, GRAIN).path("status").asText()).isEqualTo("still");
    assertThat(quiet.code()).isEqualTo(2);
    assertThat(quiet.out()).isEmpty();
    assertThat(third.path("gone").get(0).path("field").asText()).isEqualTo("sync_frequency");
    assertThat(fourth.path("gone")).isEmpty();
  }

  @Test
  void tableThatComesUnderThePolicyIsToldOnce() {
    mill.drift(0, "--since", "memory.json");
    ObjectNode account = mill.lab().sandbox().control().account();
    String name = "harvest_of_this_year";
    addTable(account, name);
    mill.lab().sandbox().control().replaceAccount(account);

    JsonNode first = mill.drift(2, "--since", "memory.json", "--fail-on", "new");
    JsonNode second = mill.drift(0, "--since", "memory.json", "--fail-on", "new");

    assertThat(of(first, "new"))
        .containsExactly(SETTINGS + " /schemas/public/tables/" + name + "/enabled");
    assertThat(of(second, "new")).isEmpty();
    assertThat(mill.workspace().read("memory.json")).doesNotContain(name);
  }

  @Test
  void fileOfSomethingElseIsRefused() {
    mill.drift(0, "--since", "memory.json");

    Ran narrowed = mill.workspace().run("drift", "--since", "memory.json", "--target", GRAIN);
    Ran broken = mill.workspace().file("other.json", "{}").run("drift", "--since", "other.json");
    Ran alone = mill.workspace().run("drift", "--fail-on", "new");

    assertThat(narrowed.code()).as("%s", narrowed).isEqualTo(64);
    assertThat(broken.code()).as("%s", broken).isEqualTo(65);
    assertThat(alone.code()).as("%s", alone).isEqualTo(64);
  }

  /// `class` entries as `address path`, or `address what` of whole objects; without the user that
  /// every account has.
  private static List<String> of(JsonNode report, String sort) {
    var found = new ArrayList<String>();
    for (JsonNode one : report.path("drift")) {
      String address = one.path("address").asText();
      if (one.path("class").asText().equals(sort) && !address.startsWith("user/")) {
        String path = one.path("path").asText();
        found.add(address + " " + (path.isEmpty() ? one.path("what").asText() : path));
      }
    }
    return found;
  }

  private static JsonNode entry(JsonNode report, String address) {
    for (JsonNode one : report.path("drift")) {
      if (one.path("address").asText().equals(address)) {
        return one;
      }
    }
    throw new AssertionError(report.toPrettyString());
  }

  private String settings() {
    String text = mill.workspace().read(DriftingMill.FILE);
    int start = text.indexOf("kind: SchemaSettings");
    return text.substring(start, text.indexOf("---", start) + 4);
  }

  /// Puts a table beside `users`, wherever the account keeps it.
  private static void addTable(JsonNode node, String name) {
    for (JsonNode child : node) {
      if (child instanceof ObjectNode tables && tables.path("users").has("columns")) {
        ObjectNode table = tables.path("users").deepCopy();
        table.remove("columns");
        tables.set(name, table);
      } else {
        addTable(child, name);
      }
    }
  }

  private static ArrayNode fault(String path, int status) {
    ArrayNode rules = JsonNodeFactory.instance.arrayNode();
    ObjectNode rule = rules.addObject();
    rule.putObject("match").put("method", "GET").put("path", "^" + path);
    rule.putObject("then").put("status", status);
    return rules;
  }
}
