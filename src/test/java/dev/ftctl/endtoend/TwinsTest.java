package dev.ftctl.endtoend;

import static dev.ftctl.endtoend.TwinDocuments.connector;
import static dev.ftctl.endtoend.TwinDocuments.destination;
import static dev.ftctl.endtoend.TwinDocuments.document;
import static dev.ftctl.endtoend.TwinDocuments.hook;
import static dev.ftctl.endtoend.TwinDocuments.log;
import static dev.ftctl.endtoend.TwinDocuments.project;
import static dev.ftctl.endtoend.TwinDocuments.quickstart;
import static dev.ftctl.endtoend.TwinDocuments.robot;
import static dev.ftctl.endtoend.TwinDocuments.rows;
import static dev.ftctl.endtoend.TwinDocuments.settings;
import static dev.ftctl.endtoend.TwinDocuments.user;
import static dev.ftctl.endtoend.TwinDocuments.vault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.Kind;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Wanted;
import dev.ftctl.testing.Zips;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Two documents that come to one object are an error offline, of every kind and however they come
/// to it, whether or not the object exists.
class TwinsTest {

  private static final String BASE =
      """
      kind: Group
      metadata: {name: main}
      ---
      kind: Group
      metadata: {name: side}
      ---
      kind: Connector
      metadata: {name: fan}
      spec: {service: stripe, groups: [main, side], paused: true, config: {schema: fan, api_key: "${env:KEY:-harmless-1}"}}
      """;

  /// By kind: pairs of documents, each of them one object.
  private static final Map<String, List<List<String>>> PAIRS = new LinkedHashMap<>();

  static {
    PAIRS.put(
        "group",
        List.of(
            List.of(document("Group", "one", "name: lake"), document("Group", "two", "name: lake")),
            List.of(document("Group", "lake", ""), document("Group", "pond", "name: lake")),
            List.of(
                document("Group", "one", "id: g_1"), document("Group", "two", "id: g_1, name: x")),
            rows("Group", "name: \"${each.value}\"", "{a: lake, b: lake}")));
    PAIRS.put(
        "destination",
        List.of(
            List.of(destination("one", "main"), destination("two", "main")),
            List.of(destination("one", "legacy"), destination("two", "legacy"))));
    PAIRS.put(
        "secrets-manager", List.of(List.of(vault("one", "name: v, "), vault("two", "name: v, "))));
    String link = "region: AWS_US_EAST_1, service: SOURCE_AWS";
    PAIRS.put(
        "private-link",
        List.of(
            List.of(
                document("PrivateLink", "one", "name: db, " + link),
                document("PrivateLink", "db", link))));
    PAIRS.put(
        "proxy-agent",
        List.of(
            List.of(
                document("ProxyAgent", "one", "display_name: dc, group_region: GCP_US_EAST4"),
                document("ProxyAgent", "dc", "group_region: GCP_US_EAST4"))));
    PAIRS.put(
        "transformation-project", List.of(List.of(project("one", "main"), project("two", "main"))));
    PAIRS.put(
        "sdk-package",
        List.of(
            List.of(
                document("SdkPackage", "one", "file: code.zip"),
                document("SdkPackage", "two", "file: code.zip"))));
    PAIRS.put(
        "hybrid-agent",
        List.of(
            List.of(
                document("HybridAgent", "one", "group: main, display_name: dc"),
                document("HybridAgent", "dc", "group: main"))));
    PAIRS.put(
        "system-key",
        List.of(
            List.of(document("SystemKey", "one", "name: ci"), document("SystemKey", "ci", ""))));
    PAIRS.put("external-log", List.of(List.of(log("one", "main"), log("two", "main"))));
    PAIRS.put(
        "account-log",
        List.of(
            List.of(
                document("AccountLog", "account", "service: dynatrace"),
                document("AccountLog", "account", "service: dynatrace"))));
    PAIRS.put(
        "connector",
        List.of(
            List.of(connector("one", "[main]", "pay"), connector("two", "[main]", "pay")),
            List.of(connector("one", "[main, side]", "pay"), connector("two", "[side]", "pay")),
            List.of(connector("one", "[side]", "fan")),
            List.of(
                connector("one", "[main]", "pay"),
                document(
                    "Connector",
                    "two",
                    "service: postgres, groups: [main], paused: true, destination_schema: {name:"
                        + " pay}")),
            List.of(connector("one", "[legacy]", "pay"), connector("two", "[legacy]", "pay")),
            List.of(
                connector("one", "[main]", "pay"),
                connector("two", "[main, side]", "own")
                    .replace(
                        "paused: true",
                        "paused: true, overrides: {main: {config: {schema: pay}}}")),
            rows(
                "Connector",
                "service: stripe, groups: [main], paused: true, config: {schema:"
                    + " \"${each.value}\"}",
                "{a: pay, b: pay}")));
    PAIRS.put(
        "schema-settings",
        List.of(
            List.of(settings("one", "fan"), settings("two", "fan")),
            List.of(settings("one", "fan@main"), settings("two", "fan@main")),
            List.of(
                connector("one", "[main]", "pay")
                    .replace(
                        "paused: true",
                        "paused: true, schema_settings: {schemas: {a: {enabled: true}}}"),
                settings("two", "one"))));
    PAIRS.put(
        "transformation",
        List.of(
            List.of(quickstart("one", "[fan@main]"), quickstart("two", "[fan@main]")),
            List.of(
                quickstart("one", "[fan@main, fan@side]"),
                quickstart("two", "[fan@side, fan@main]"))));
    PAIRS.put(
        "user",
        List.of(
            List.of(user("ana@example.com", ""), user("Ana@Example.COM", "")),
            List.of(user("ana", "email: ana@example.com, "), user("ana@example.com", "")),
            List.of(robot("a"), robot("b")),
            rows(
                "User",
                "email: \"${each.value}\", given_name: A, family_name: B, role: Account Reviewer",
                "{a: a@example.com, b: A@example.com}")));
    PAIRS.put(
        "api-key",
        List.of(
            List.of(
                robot("ci"),
                document("ApiKey", "a", "user: ci"),
                document("ApiKey", "b", "user: ci"))));
    PAIRS.put(
        "team",
        List.of(
            List.of(
                document("Team", "one", "name: data, role: Account Reviewer"),
                document("Team", "data", "role: Account Reviewer"))));
    PAIRS.put(
        "webhook",
        List.of(
            List.of(hook("one", "", "hooks.example.com/x"), hook("two", "", "hooks.example.com/x")),
            List.of(hook("one", "", "hooks.example.com/x"), hook("two", "", "HOOKS.example.com/x")),
            List.of(
                hook("one", "group: main, ", "hooks.example.com/x"),
                hook("two", "group: main, ", "hooks.example.com/x"))));
  }

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void open() {
    workspace = new Workspace(folder).reaching(lab.sandbox());
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void everyKindIsInTheTable() {
    assertThat(PAIRS.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Wanted.KINDS.kinds().stream().map(Kind::definition).map(it -> it.slug()).toList());
  }

  static Stream<Arguments> pairs() {
    var all = new ArrayList<Arguments>();
    PAIRS.forEach((kind, pairs) -> pairs.forEach(pair -> all.add(Arguments.of(kind, pair))));
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void areRefusedOfflineWithBothPlaces(String kind, List<String> pair) {
    workspace.file("manifests/base.yaml", BASE);
    workspace.file("manifests/code.zip", Zips.of("connector.py", "pass"));
    for (int at = 0; at < pair.size(); at++) {
      workspace.file("manifests/z" + at + ".yaml", pair.get(at));
    }

    Ran ran = workspace.run("validate");

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err().lines().filter(line -> line.startsWith("error: ")).toList())
        .as("%s", ran)
        .anySatisfy(line -> {
          assertThat(line).contains("manifests/z" + (pair.size() - 1) + ".yaml:");
          assertThat(line.replaceFirst("error: [^ ]*", ""))
              .containsPattern("manifests/[a-z0-9]+\\.yaml:\\d+");
        });
    assertThat(workspace.run("apply", "--auto-approve").code()).isEqualTo(65);
    assertThat(lab.writes()).isEmpty();
  }

  @Test
  void documentsOfDifferentEnvironmentsNeverMeet() {
    workspace.file("ftctl.yaml", "environments: {dev: {account: acc_a}, prod: {account: acc_b}}\n");
    workspace.file(
        "manifests/groups.yaml",
        """
        kind: Group
        metadata: {name: one, environments: [dev]}
        spec: {name: lake}
        ---
        kind: Group
        metadata: {name: two, environments: [prod]}
        spec: {name: lake}
        """);

    assertThat(workspace.run("validate").code()).isZero();
    assertThat(workspace.run("validate", "--env", "dev").code()).isZero();
  }

  @Test
  void objectsThatOnlyLookAlikeAreTwo() {
    workspace.file(
        "manifests/all.yaml",
        String.join(
            "---\n",
            BASE,
            connector("one", "[main]", "pay"),
            connector("two", "[side]", "pay"),
            hook("one", "", "hooks.example.com/x"),
            hook("two", "group: main, ", "hooks.example.com/x"),
            hook("three", "", "hooks.example.com/X"),
            document("Team", "lake", "role: Account Reviewer"),
            document("Group", "lake", "")));

    Ran ran = workspace.run("validate");

    assertThat(ran.code()).as("%s", ran).isZero();
  }
}
