package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fivetran's own metadata settles whether a name is newer than the catalogue or misspelt.
class LiveTypesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FILE = "manifests/all.yaml";

  private static final String DATABASE = "database: shop";
  private static final String NEWER_FIELD = "database_3: shop";
  private static final String FIELD_KNOWN_THERE =
      "{'postgres': {'config': {'database_3': {}, 'ends_slowly': {}}}}";

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void open() {
    workspace = new Workspace(folder).reaching(lab.sandbox()).file(FILE, NewNamesTest.COMPANY);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void asksNothingWhereTheCatalogueKnowsAll() {
    workspace.succeed("plan");

    assertThat(asked()).isEmpty();
  }

  @Test
  void fieldThatIsKnownThereIsSilentAndSent() {
    plant("newer_services", FIELD_KNOWN_THERE);
    workspace.edit(FILE, DATABASE, NEWER_FIELD);

    Ran planned = workspace.succeed("plan", "--strict");
    workspace.run("apply", "--auto-approve");

    assertThat(planned.err()).doesNotContain("database_3");
    assertThat(lab.writes()).anyMatch(request -> request.toString().contains("database_3"));
  }

  @Test
  void fieldThatIsUnknownThereTooIsAnErrorWhereAKnownOneIsNear() {
    workspace.edit(FILE, DATABASE, NEWER_FIELD);

    Ran ran = workspace.run("plan");

    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err())
        .contains("unknown field 'database_3' in config of service 'postgres', also to Fivetran's")
        .contains("did you mean 'database'?")
        .contains("metadata.unchecked: [config.database_3]");
    assertThat(lab.writes()).isEmpty();
  }

  @Test
  void fieldThatResemblesNoneStaysAWarning() {
    workspace.edit(FILE, DATABASE, DATABASE + ", quite_another_thing: 1");

    Ran ran = workspace.succeed("plan");

    assertThat(ran.err()).contains("warning: ").contains("'quite_another_thing'");
    assertThat(workspace.run("plan", "--strict").code()).isEqualTo(65);
  }

  @Test
  void nearNameMayBeOneThatOnlyTheMetadataHas() {
    plant("newer_services", FIELD_KNOWN_THERE);
    workspace.edit(FILE, DATABASE, DATABASE + ", ends_slowely: x");

    Ran ran = workspace.run("plan");

    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err()).contains("did you mean 'ends_slowly'?");
  }

  @Test
  void valueIsSettledByItsEnumeration() {
    plant(
        "newer_services",
        "{'postgres': {'config': {'update_method': {'type': 'enum', 'enum': ['QUERY_BASED',"
            + " 'QUERY_BASED_2']}}}}");

    workspace.edit(FILE, "update_method: QUERY_BASED", "update_method: QUERY_BASED_2");
    Ran known = workspace.succeed("plan");
    workspace.edit(FILE, "update_method: QUERY_BASED_2", "update_method: QUERY_BASED_3");
    Ran unknown = workspace.run("plan");

    assertThat(known.err()).doesNotContain("QUERY_BASED_2");
    assertThat(unknown.code()).isEqualTo(65);
    assertThat(unknown.err()).contains("'update_method' is 'QUERY_BASED_3'");
  }

  @Test
  void serviceIsSettledByTheAccount() {
    plant(
        "newer_services",
        "{'google_ads_2': {'naming': 'schema', 'config': {'customer_id': {}}, 'auth': {}}}");
    String config = "config: {schema: ads, customer_id: c}\n";

    workspace.file(FILE, service("google_ads_2", config));
    Ran known = workspace.succeed("plan", "--strict");
    workspace.file(FILE, service("google_ads_3", config));
    Ran unknown = workspace.run("plan");

    assertThat(known.err()).doesNotContain("google_ads_2");
    assertThat(unknown.code()).isEqualTo(65);
    assertThat(unknown.err()).contains("did you mean 'google_ads'?");
  }

  @Test
  void insideOfANewServiceIsCheckedByTheMetadataAlone() {
    plant(
        "newer_services",
        "{'google_ads_2': {'naming': 'schema', 'config': {'customer_id': {}}, 'auth': {}}}");
    workspace.file(FILE, service("google_ads_2", "config: {schema: ads, custommer_id: c}\n"));

    Ran ran = workspace.run("plan");

    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err()).contains("'custommer_id'").contains("did you mean 'customer_id'?");
  }

  @Test
  void oneCallIsMadeForEachService() {
    plant("newer_services", FIELD_KNOWN_THERE);
    workspace.edit(FILE, DATABASE, "database: shop, other_a: 1, other_b: 2");
    workspace.edit(FILE, "report_type: AD_PERF", "sort_of_thing: AD_PERF");

    workspace.succeed("plan");

    assertThat(asked())
        .containsExactlyInAnyOrder(
            "/v1/metadata/connector-types/postgres", "/v1/metadata/connector-types/google_ads");
  }

  @Test
  void offAsksNothingAndKeepsTheWarning() {
    workspace.edit(FILE, DATABASE, NEWER_FIELD);

    Ran ran = workspace.succeed("plan", "--live-types", "off");

    assertThat(asked()).isEmpty();
    assertThat(ran.err()).contains("warning: ").contains("database_3");
  }

  @Test
  void insistingAsksNothing() {
    workspace.edit(FILE, DATABASE, NEWER_FIELD);
    workspace.edit(FILE, "{name: shop}", "{name: shop, unchecked: [config.database_3]}");

    Ran ran = workspace.succeed("plan", "--strict");

    assertThat(asked()).isEmpty();
    assertThat(ran.err()).doesNotContain("database_3");
  }

  @Test
  void metadataThatCannotBeAskedLeavesTheWarning() {
    lab.sandbox()
        .control()
        .faults(json("[{'match': {'path': '/v1/metadata/'}, 'then': {'status': 403}}]"));
    workspace.edit(FILE, DATABASE, NEWER_FIELD);

    Ran ran = workspace.succeed("plan");

    assertThat(ran.err()).contains("warning: ").contains("database_3");
  }

  @Test
  void fieldThatGoesOutOfUseIsAWarningWhereAllServicesAreAsked() {
    plant("field_statuses", "{'google_ads': {'reports': 'sunset'}}");

    Ran usual = workspace.succeed("plan");
    Ran asked = workspace.succeed("plan", "--live-types", "on");

    assertThat(usual.err()).doesNotContain("out of use");
    assertThat(asked.err())
        .contains("warning: ")
        .contains("Fivetran takes 'config.reports' out of use");
  }

  private static String service(String service, String config) {
    return """
    kind: Group
    metadata: {name: prod}
    ---
    kind: Connector
    metadata: {name: ads}
    spec:
      service: %s
      groups: [prod]
      paused: true
      %s\
    """
        .formatted(service, config);
  }

  private List<String> asked() {
    return lab.sandbox().requests().stream()
        .map(request -> request.path())
        .filter(path -> path.contains("/metadata/"))
        .toList();
  }

  /// Puts what a newer Fivetran has into the account.
  private void plant(String collection, String members) {
    ObjectNode account = lab.sandbox().control().account();
    account.set(collection, json(members));
    lab.sandbox().control().replaceAccount(account);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException malformed) {
      throw new AssertionError(malformed);
    }
  }
}
