package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// A name, key, label or reference that is refused is told once: nothing that it would have named
/// is told to be missing as well.
final class RefusedNamesTest {

  private static final String SETTINGS =
      "---\n"
          + "kind: SchemaSettings\n"
          + "metadata: {name: c}\n"
          + "spec: {connector: NAME, schemas: {p: {enabled: true}}}\n";

  /// Documents in which the foreign text is `X`.
  static final List<String> CASES =
      List.of(
          "kind: Group\nmetadata: {name: X}\n",
          "kind: Group\nmetadata: {name: h}\nspec: {name: X}\n",
          connector("name: c", "name: X") + settings("c"),
          connector("name: c", "name: c, labels: {a: X}"),
          connector("name: c", "name: c, labels: {X: a}"),
          connector("name: c", "name: c, moved_from: X"),
          connector("name: c", "name: c, initial: [X]"),
          connector("name: c", "name: c, environments: [X]"),
          connector("name: c", "name: c, unchecked: [X]"),
          connector("name: c", "name: c, setup: X"),
          connector("[g]", "[X]") + settings("c"),
          connector("[g]", "[X]") + settings("c@g"),
          connector("[g]", "[h, X]") + settings("c@g"),
          connector("[g]", "[X]").replace("config:", "overrides: {g: {paused: false}}, config:"),
          connector("[g]", "[h, X]").replace("config:", "overrides: {g: {paused: false}}, config:"),
          connector("[g]", "\"${split(env:X, ',')}\""),
          connector("[g]", "\"${compact(split(env:X, ','))}\""),
          connector("groups:", "X:") + settings("c@g"),
          connector("service:", "X:"),
          connector("config:", "X:"),
          connector("schema_prefix:", "X:"),
          connector("host:", "X:"),
          connector("{schema_prefix: s, host: h}", "\"${yaml:../../outside/map.yaml}\""),
          connector("{schema_prefix: s, host: h}", "{schema_prefix: X}"),
          connector("config:", "overrides: {X: {paused: false}}, config:"),
          connector("config:", "overrides: {g: {X: false}}, config:"),
          connector("config:", "schema_settings: {schemas: {X: {enabled: true}}}, config:"),
          connector("config:", "schema_settings: {schema_change_handling: X}, config:"),
          connector("config:", "id: X, config:"),
          connector("config:", "hybrid_deployment_agent_id: X, config:"),
          connector("config:", "trusted: {fingerprints: [X]}, config:"),
          connector("schema_prefix: s, ", "")
              .replace("config:", "destination_schema: {prefix: X}, config:"),
          connector("schema_prefix: s, ", "")
              .replace("config:", "destination_schema: {X: s}, config:"),
          connector("postgres", "X"),
          connector("service: postgres", "template: X"),
          connector("service: postgres", "template: t") + template("X", "service"),
          connector("service: postgres", "template: t") + template("t", "X"),
          connector("groups: [g]", "template: t")
                  .replace("service: postgres, ", "service: postgres, ")
              + template("t", "X"),
          "for_each: {X: {}}\n" + connector("name: c", "name: \"${each.key}\""),
          "for_each: [X]\n" + connector("name: c", "name: \"${each.key}\"") + settings("c"),
          "for_each: [{name: X}]\n" + connector("name: c", "name: \"${each.name}\""),
          "for_each: {list: [{a: X}], key: a}\n" + connector("name: c", "name: \"${each.a}\""),
          "for_each: [{name: n, X: 1}]\n" + connector("name: c", "name: \"${each.v}\""),
          "for_each: [{name: n, v: {X: 1}}]\n" + connector("name: c", "name: \"${each.v.a}\""),
          "for_each: [{name: n, v: \"${split(env:X, ',')}\"}]\n"
              + connector("[g]", "\"${each.v}\""),
          "for_each: \"${split(env:X, ',')}\"\n" + connector("name: c", "name: \"${each.key}\""),
          "for_each: {csv: X}\n" + connector("name: c", "name: \"${each.a}\""),
          "for_each: {csv: ../../outside/rows.csv, key: a}\n"
              + connector("name: c", "name: \"${each.a}\""),
          "for_each: {csv: ../rows.csv, header: false, columns: [X]}\n"
              + connector("name: c", "name: \"${each.a}\""),
          "kind: Destination\n"
              + "metadata: {name: d}\n"
              + "spec: {X: g, service: snowflake, region: GCP_US_EAST4, time_zone_offset:"
              + " \"-5\"}\n",
          "kind: Destination\n"
              + "metadata: {name: d}\n"
              + "spec: {group: X, service: snowflake, region: GCP_US_EAST4, time_zone_offset:"
              + " \"-5\"}\n",
          "kind: Destination\n"
              + "metadata: {name: d}\n"
              + "spec: {group: g, X: snowflake, region: GCP_US_EAST4, time_zone_offset: \"-5\"}\n",
          "kind: SchemaSettings\n"
              + "metadata: {name: s}\n"
              + "spec: {connector: X, schemas: {p: {enabled: true}}}\n",
          "kind: SchemaSettings\n"
              + "metadata: {name: s}\n"
              + "spec: {X: c, schemas: {p: {enabled: true}}}\n",
          "kind: User\n"
              + "metadata: {name: X}\n"
              + "spec: {given_name: A, family_name: R, role: Account Reviewer}\n",
          "kind: User\nmetadata: {name: a@b.c}\nspec: {given_name: A, family_name: R, role: X}\n",
          "kind: User\n"
              + "metadata: {name: a@b.c}\n"
              + "spec: {given_name: A, family_name: R, groups: {X: Destination Analyst}}\n",
          "kind: User\nmetadata: {name: a@b.c}\nspec: {X: A, family_name: R}\n",
          "kind: Team\n"
              + "metadata: {name: t}\n"
              + "spec: {role: Account Analyst, users: {X: Team Manager}}\n",
          "kind: Team\nmetadata: {name: t}\nspec: {X: Account Analyst}\n",
          "kind: Webhook\n"
              + "metadata: {name: w}\n"
              + "spec: {group: X, url: \"https://h.example\", events: [sync_end], active: true}\n",
          "kind: Webhook\n"
              + "metadata: {name: w}\n"
              + "spec: {X: \"https://h.example\", events: [sync_end], active: true}\n",
          "kind: Group\nmetadata: {name: h, labels: {x: X}}\n---\n"
              + connector("host: h", "host: \"${group.label.x}\"").replace("[g]", "[h]"),
          "kind: Group\nmetadata: {name: h, labels: {X: a}}\n---\n"
              + connector("host: h", "host: \"${group.label.x}\"").replace("[g]", "[h]"),
          "kind: Group\nmetadata: {name: X, labels: {x: a}}\n---\n"
              + connector("host: h", "host: \"${group.label.x}\"").replace("[g]", "[h]"),
          "kind: Group\n"
              + "metadata: {name: X}\n"
              + "---\n"
              + "kind: User\n"
              + "metadata: {name: a@b.c}\n"
              + "spec: {given_name: A, family_name: R, connectors: {c@h: Connection"
              + " Collaborator}}\n");

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("CASES")
  void areToldOnce(String documents) {
    new Workspace(folder.resolve("outside"))
        .file("map.yaml", "{a: b}\n")
        .file("rows.csv", "a\n1\n");
    var workspace =
        new Workspace(folder.resolve("inside"))
            .file("ftctl.yaml", "manifests: [manifests]\n")
            .file("rows.csv", "a\n1\n")
            .file("manifests/g.yaml", "kind: Group\nmetadata: {name: g}\n")
            .file("manifests/m.yaml", documents.replaceAll("\\bX\\b(?!, ')", "\"\\${env:X}\""))
            .with("X", "canary77");

    Ran ran = workspace.run("validate");

    assertThat(ran.code()).as(ran.err()).isEqualTo(65);
    assertThat(ran.err().lines().filter(line -> line.matches("(error|warning): .*")))
        .as(documents)
        .singleElement()
        .asString()
        .matches(".*can't come from (a part of )?(env:X|csv:).*|.* lies outside .*");
  }

  @Test
  void areToldOnceInEveryPlaceOfTheLanguage() {
    List<Map<String, String>> places = GrammarPlaces.ofDocuments();
    var workspace =
        new Workspace(folder)
            .with("X", "canary77")
            .file("manifests/g.yaml", "kind: Group\nmetadata: {name: g}\n");
    for (int at = 0; at < places.size(); at++) {
      GrammarPlaces.files(places.get(at), at, "${env:X}").forEach(workspace::file);
    }

    Map<String, List<String>> errors =
        workspace
            .run("validate")
            .err()
            .lines()
            .filter(line -> line.startsWith("error: manifests/p"))
            // What the places have with one another, and not in themselves.
            .filter(line ->
                !line.matches(
                    ".*(to the same object| is taken | is missing in |there is no file| of type '|"
                        + " of no use in ).*"))
            .collect(Collectors.groupingBy(line -> line.replaceAll("^error: ([^:]*):.*", "$1")));
    errors.values().removeIf(lines -> lines.stream().noneMatch(it -> it.contains("can't come")));

    assertThat(errors).hasSizeGreaterThan(50);
    assertThat(errors.values()).allMatch(lines -> lines.size() == 1);
  }

  private static String connector(String part, String other) {
    String whole =
        "kind: Connector\n"
            + "metadata: {name: c}\n"
            + "spec: {service: postgres, groups: [g], paused: true, config: {schema_prefix: s,"
            + " host: h}}\n";
    assertThat(whole).contains(part);
    return whole.replace(part, other);
  }

  private static String settings(String connector) {
    return SETTINGS.replace("NAME", connector);
  }

  private static String template(String name, String key) {
    return "---\nkind: Template\nmetadata: {name: %s}\nspec: {%s: postgres}\n".formatted(name, key);
  }
}
