package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.AllServices;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import dev.ftctl.testing.Written;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A state of any service, in which any of its fields is marked as sensitive, as whoever writes a
/// configuration by variables has it, becomes manifests of which a plan changes nothing.
class TerraformServicesTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261130L);

  private static final List<String> COMMON =
      List.of("group_id", "service", "region", "time_zone_offset", "networking_method");

  @TempDir Path folder;
  private final Random random = new Random(SEED);
  private final ArrayNode resources = JsonNodeFactory.instance.arrayNode();

  @Test
  void planOfEveryServiceIsEmptyWhateverIsMarked() {
    try (var lab = new Lab().allowing("replace", "expose", "history")) {
      lab.apply(Written.resources(AllServices.documents(SEED, Scale.of(24, 1))));
      var exports = new Exports(folder, lab);
      exports.workspace().file("all.tfstate", state(lab.sandbox().control().account()));

      Ran ran = exports.imported("all.tfstate");
      Ran planned = exports.workspace().run("plan", "--detailed-exitcode");

      assertThat(ran.err()).as("seed " + SEED).doesNotContain("not carried", "no field that");
      assertThat(planned.code()).as("seed %s\n%s", SEED, planned).isZero();
      assertThat(planned.out()).contains("0 create, 0 update, 0 replace, 0 delete");
    }
  }

  /// The provider marks such lists as a whole, keys and all.
  @Test
  void whatTellsItemsOfAMarkedListApartIsReadable() {
    String group = "\"id\":\"g\",\"name\":\"lake\"";
    String lambda =
        "\"id\":\"c\",\"group_id\":\"g\",\"service\":\"aws_lambda\",\"name\":\"lambda\",\"config\":"
            + "{\"secrets_list\":[{\"key\":\"token\",\"value\":\"canary\"},"
            + "{\"key\":\"id\",\"value\":\"canary\"}]}";
    String marks =
        "[[{\"type\":\"get_attr\",\"value\":\"config\"},"
            + "{\"type\":\"get_attr\",\"value\":\"secrets_list\"}]]";
    Workspace workspace =
        new Workspace(folder)
            .file(
                "marked.tfstate",
                "{\"version\":4,\"resources\":[%s,%s]}"
                    .formatted(
                        resource("group", group, "[]"), resource("connector", lambda, marks)));

    Ran ran = workspace.succeed("import", "terraform", "marked.tfstate");

    assertThat(ran.out())
        .contains(
            """
            secrets_list:
              - key: id
                value: "${env:LAMBDA_SECRETS_LIST_ID_VALUE}"
              - key: token
                value: "${env:LAMBDA_SECRETS_LIST_TOKEN_VALUE}"
            """
                .indent(4))
        .doesNotContain("canary");
  }

  /// Which of a few texts that everybody knows it is, other fields go by.
  @Test
  void oneOfAFewKnownTextsIsReadableWhateverIsMarked() {
    String group = "\"id\":\"g\",\"name\":\"lake\"";
    String mongo =
        "\"id\":\"c\",\"group_id\":\"g\",\"service\":\"azure_cosmos_for_mongo\",\"name\":\"mongo\","
            + "\"networking_method\":\"PrivateLink\","
            + "\"config\":{\"connection_type\":\"PrivateLink\"}";
    String marks =
        "[[{\"type\":\"get_attr\",\"value\":\"config\"},"
            + "{\"type\":\"get_attr\",\"value\":\"connection_type\"}]]";
    Workspace workspace =
        new Workspace(folder)
            .file(
                "marked.tfstate",
                "{\"version\":4,\"resources\":[%s,%s]}"
                    .formatted(
                        resource("group", group, "[]"), resource("connector", mongo, marks)));

    Ran ran = workspace.succeed("import", "terraform", "marked.tfstate");

    assertThat(ran.out())
        .contains("networking_method: PrivateLink\n", "connection_type: PrivateLink")
        .doesNotContain("CONNECTION_TYPE");
  }

  private static String resource(String type, String attributes, String marks) {
    return "{\"mode\":\"managed\",\"type\":\"fivetran_%s\",\"name\":\"r\",\"instances\":[{\"attributes\":{%s},\"sensitive_attributes\":%s}]}"
        .formatted(type, attributes, marks);
  }

  private String state(ObjectNode account) {
    for (JsonNode group : account.path("groups")) {
      add("fivetran_group", group).put("name", group.path("name").asText());
    }
    for (JsonNode destination : account.path("destinations")) {
      withConfig("fivetran_destination", destination);
    }
    for (JsonNode connection : account.path("connections")) {
      withConfig("fivetran_connector", connection).put("name", connection.path("schema").asText());
    }
    ObjectNode state = JsonNodeFactory.instance.objectNode().put("version", 4);
    state.set("resources", resources);
    return state.toString();
  }

  private ObjectNode withConfig(String type, JsonNode live) {
    ObjectNode attributes = add(type, live);
    COMMON.stream().filter(live::hasNonNull).forEach(name -> attributes.set(name, live.path(name)));
    attributes.set("config", live.path("config"));
    ArrayNode marks =
        ((ObjectNode) resources.path(resources.size() - 1).path("instances").path(0))
            .putArray("sensitive_attributes");
    live.path("config")
        .fieldNames()
        .forEachRemaining(name -> {
          if (random.nextBoolean()) {
            ArrayNode path = marks.addArray();
            path.addObject().put("type", "get_attr").put("value", "config");
            path.addObject().put("type", "get_attr").put("value", name);
          }
        });
    return attributes;
  }

  private ObjectNode add(String type, JsonNode live) {
    ObjectNode resource =
        resources
            .addObject()
            .put("mode", "managed")
            .put("type", type)
            .put("name", "r" + resources.size())
            .put("provider", "provider[\"providers.example/fivetran/fivetran\"]");
    return resource
        .putArray("instances")
        .addObject()
        .putObject("attributes")
        .put("id", live.path("id").asText());
  }
}
