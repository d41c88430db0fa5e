package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.render.English;
import dev.ftctl.testing.Golden;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.SchemaCheck;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// `ftctl graph`: what is drawn, and what of it is one box.
class GraphTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"mermaid", "dot", "svg"})
  void theExampleIsDrawn(String format) throws Exception {
    Ran ran = new Workspace(folder).withExamples().succeed("graph", "--format", format);

    Golden.check("graph/example." + format, ran.out());
    if (format.equals("svg")) {
      assertThat(svg(ran).getElementsByTagName("title").getLength()).isGreaterThan(20);
    }
  }

  @Test
  void twoHundredStayReadable() throws Exception {
    var text = new StringBuilder("kind: Group\nmetadata: {name: g}\n");
    for (int at = 0; at < 200; at++) {
      text.append("---\nkind: Connector\nmetadata: {name: c").append(at);
      text.append("}\nspec: {service: s3, groups: [g], paused: true, config: {schema: s");
      text.append(at).append(", table: t, bucket: b}}\n");
    }
    Workspace workspace = new Workspace(folder).file("manifests/a.yaml", text.toString());

    assertThat(boxes(workspace.succeed("graph", "--format", "json")))
        .containsExactly("connector ×200 plain");
    assertThat(boxes(workspace.succeed("graph", "--format", "json", "--expand"))).hasSize(200);
  }

  @Test
  void whatIsWrongIsMarkedAndNeverFolded() throws Exception {
    try (var mill = new DriftingMill(folder)) {
      mill.call("POST", "groups", "{\"name\": \"clicked\"}");
      mill.call("DELETE", "connections/{flour}", "");

      Ran ran = mill.workspace().succeed("graph", "--live", "--format", "json");

      assertThat(boxes(ran)).contains("connector/flour missing", "connector/grain plain");
      assertThat(ran.out()).contains("group clicked");
      assertThat(mill.workspace().succeed("graph", "--live").out())
          .contains("+ connector/flour<br/>postgres\"]:::missing");
    }
  }

  /// Of what no manifest describes, too.
  @Test
  void whatIsBrokenIsMarked() throws Exception {
    var fleet = new WatchedFleet(folder, WatchedFleet.EVERY);
    try (var lab = fleet.lab) {
      fleet.workspace.file("manifests/eu.yaml", "kind: Group\nmetadata: {name: eu}\n");
      List<String> boxes = boxes(fleet.workspace.succeed("graph", "--live", "--format", "json"));

      assertThat(lab.sandbox().requests()).allMatch(request -> request.method().equals("GET"));
      assertThat(boxes)
          .anyMatch(box -> box.matches("connector/dead.* broken"))
          .anyMatch(box -> box.matches("connector/begun.* incomplete"))
          .anyMatch(box -> box.matches("connector/good.* unmanaged"));
    }
  }

  /// Links that failed, agents that nobody started.
  @Test
  void whatCarriesNothingYetIsMarked() throws Exception {
    try (var lab = new Lab()) {
      lab.sandbox()
          .control()
          .mergeAccount(
              HandoutCase.json(
                  """
                  {'groups': {'g': {'id': 'g', 'name': 'g'}},
                   'families': {'system-keys': {'absent': true}},
                   'private_links': {'a': {'name': 'failed', 'state': 'FAIL'}, 'b': {'name': 'made', 'state': 'OK'}},
                   'proxy_agents': {'c': {'display_name': 'dc', 'status': 'NOT_CONNECTED'}},
                   'hybrid_deployment_agents': {'d': {'display_name': 'off', 'group_id': 'g', 'online': false},
                     'e': {'display_name': 'on', 'group_id': 'g', 'online': true}}}
                  """));

      Ran ran =
          new Workspace(folder)
              .reaching(lab.sandbox())
              .succeed("graph", "--live", "--format", "json");

      assertThat(ran.err()).contains("Not drawn, since their lists can't be seen: system-key.");
      assertThat(boxes(ran))
          .contains(
              "private-link/failed broken",
              "private-link/made unmanaged",
              "proxy-agent/dc incomplete",
              "hybrid-agent/off incomplete",
              "hybrid-agent/on unmanaged");
    }
  }

  @Test
  void theAccountIsDrawnWithoutAProject(@TempDir Path elsewhere) throws Exception {
    try (var mill = new DriftingMill(folder)) {
      var alone = new Workspace(elsewhere).reaching(mill.lab().sandbox());

      List<String> boxes = boxes(alone.succeed("graph", "--live", "--format", "json"));

      assertThat(boxes)
          .anyMatch(box -> box.matches("connector/grain.* unmanaged"))
          .anyMatch(box -> box.matches("connector/flour.* unmanaged"));
      assertThat(alone.run("graph").code()).isEqualTo(64);
      assertThat(alone.run("graph", "--live", "--target", "connector/grain").code()).isEqualTo(64);
    }
  }

  /// Names of others act neither on the languages nor on a browser. What is in no group itself
  /// stands with what it stands on; a key, which may reach whole groups, with the account's people.
  @Test
  void whatStandsOnAGroupsThingsStandsInTheGroup() {
    try (Lab lab = OneOfEach.lab()) {
      JsonNode json =
          OneOfEach.in(folder.resolve("each"), lab).succeed("graph", "--format", "json").json();

      String account = boxes(json, "account");
      assertThat(account)
          .contains("user/", "api-key/", "system-key/")
          .doesNotContain("transformation");
      assertThat(account.indexOf("user/")).isLessThan(account.indexOf("api-key/"));
      assertThat(account.indexOf("api-key/")).isLessThan(account.indexOf("team/"));
      assertThat(boxes(json, "group")).contains("transformation-project/", "transformation/");
    }
  }

  private static String boxes(JsonNode json, String title) {
    var boxes = new StringBuilder();
    json.path("clusters")
        .forEach(cluster -> {
          if (cluster.path("title").asText().startsWith(title)) {
            boxes.append(cluster.path("boxes"));
          }
        });
    return boxes.toString();
  }

  @Test
  void namesAreText() {
    Workspace workspace =
        new Workspace(folder)
            .file("manifests/a.yaml", "kind: Group\nmetadata: {name: 'a\"]<b>&'}\n");

    assertThat(workspace.succeed("graph").out()).contains("group a#34;#93;#60;b#62;#38;");
    assertThat(workspace.succeed("graph", "--format", "dot").out()).contains("a\\\"]<b>&");
    assertThat(workspace.succeed("graph", "--format", "svg").out()).contains("]&lt;b&gt;&amp;");
  }

  /// In a face whose letters are eight pixels wide.
  @ParameterizedTest
  @CsvSource({"20, 280", "45, 396", "90, 440"})
  void namesStayInTheirBoxes(int letters, int width) throws Exception {
    String latin = "team-".repeat(18).substring(0, letters - "team/".length());
    String wide = "組".repeat((letters - "team/".length()) / 2);
    Workspace workspace =
        new Workspace(folder)
            .file("manifests/a.yaml", "kind: Team\nmetadata: {name: " + latin + "}\n")
            .file("manifests/b.yaml", "kind: Team\nmetadata: {name: " + wide + "}\n");

    NodeList groups = svg(workspace.succeed("graph", "--format", "svg")).getElementsByTagName("g");

    assertThat(groups.getLength()).isEqualTo(2);
    for (int at = 0; at < groups.getLength(); at++) {
      var group = (Element) groups.item(at);
      var box = (Element) group.getElementsByTagName("rect").item(0);
      String shown = group.getElementsByTagName("text").item(0).getTextContent();
      assertThat(box.getAttribute("width")).isEqualTo("" + (width - 20));
      assertThat(English.length(shown) * 8).as(shown).isLessThanOrEqualTo(width - 36);
    }
  }

  private static Document svg(Ran ran) throws Exception {
    byte[] bytes = ran.out().getBytes(StandardCharsets.UTF_8);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(bytes));
  }

  private static List<String> boxes(Ran ran) throws Exception {
    JsonNode json = new JsonMapper().readTree(ran.out());
    assertThat(new SchemaCheck("graph.schema.json").faults(json)).isEmpty();
    var boxes = new ArrayList<String>();
    for (JsonNode cluster : json.path("clusters")) {
      for (JsonNode box : cluster.path("boxes")) {
        boxes.add(box.path("label").asText() + " " + box.path("state").asText());
      }
    }
    return boxes;
  }
}
