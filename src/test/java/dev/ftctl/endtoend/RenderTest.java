package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ftctl render`: what manifests say once templates, `for_each`, overlays and fan-outs are
/// resolved.
class RenderTest {

  private static final String MANIFEST =
      """
      kind: Group
      metadata: {name: us}
      ---
      kind: Group
      metadata: {name: eu}
      ---
      kind: Connector
      for_each: {csv: feeds.csv}
      metadata: {name: "s3_${each.name}", labels: {team: web}}
      spec:
        template: feed
        groups: [us, eu]
        config: {schema: raw, table: "${each.name}", bucket: "${env:BUCKET}"}
        overrides: {eu: {sync_frequency: 60, schema_settings: {schema_change_handling: BLOCK_ALL}}}
      ---
      kind: Template
      metadata: {name: feed}
      spec: {service: s3, paused: true, sync_frequency: 1440, config: {access_key_id: "${env:KEY}", access_key_secret: "${secret:s3}"}}
      """;

  @TempDir Path folder;

  @Test
  void printsOneDocumentForEachResource() {
    Ran ran = workspace().succeed("render", "--target", "connector/s3_clicks");

    assertThat(ran.out())
        .isEqualTo(
            """
            # group/eu  manifests/m.yaml:4
            kind: Group
            metadata:
              name: eu
            spec:
              name: eu
            ---
            # group/us  manifests/m.yaml:1
            kind: Group
            metadata:
              name: us
            spec:
              name: us
            ---
            # connector/s3_clicks@eu  manifests/m.yaml:7
            kind: Connector
            metadata:
              name: s3_clicks
              labels:
                team: web
              initial:
                - paused
            spec:
              service: s3
              groups:
                - eu
              paused: true
              sync_frequency: 60
              config:
                access_key_id: (env:KEY)
                access_key_secret: (secret)
                schema: raw
                table: clicks
                bucket: (env:BUCKET)
            ---
            # connector/s3_clicks@us  manifests/m.yaml:7
            kind: Connector
            metadata:
              name: s3_clicks
              labels:
                team: web
              initial:
                - paused
            spec:
              service: s3
              groups:
                - us
              paused: true
              sync_frequency: 1440
              config:
                access_key_id: (env:KEY)
                access_key_secret: (secret)
                schema: raw
                table: clicks
                bucket: (env:BUCKET)
            ---
            # schema-settings/s3_clicks@eu  manifests/m.yaml:14
            kind: SchemaSettings
            metadata:
              name: s3_clicks
              labels:
                team: web
            spec:
              connector: s3_clicks@eu
              schema_change_handling: BLOCK_ALL
            """);
  }

  @Test
  void printsTheSameAsJson() throws Exception {
    Ran ran = workspace().succeed("render", "--format", "json");

    JsonNode json = JsonMapper.builder().build().readTree(ran.out());
    assertThat(json.at("/format").asText()).isEqualTo("ftctl-render/v1");
    assertThat(json.at("/resources").findValuesAsText("address"))
        .containsExactly(
            "group/eu",
            "group/us",
            "connector/s3_clicks@eu",
            "connector/s3_clicks@us",
            "connector/s3_orders@eu",
            "connector/s3_orders@us",
            "schema-settings/s3_clicks@eu",
            "schema-settings/s3_orders@eu");
    assertThat(json.at("/resources/2/line").asInt()).isEqualTo(7);
    assertThat(json.at("/resources/2/manifest/spec/config/bucket").asText())
        .isEqualTo("(env:BUCKET)");
  }

  /// A file of what was rendered is a manifest again, which says the same.
  @Test
  void printsManifests() {
    Ran first = new Workspace(folder).withExamples().succeed("render", "-l", "team=finance");
    Ran second =
        new Workspace(folder.resolve("again"))
            .file("manifests/all.yaml", first.out())
            .succeed("render", "-q");

    assertThat(first.out()).contains("kind: SchemaSettings", "kind: Connector");
    assertThat(uncommented(second)).isEqualTo(uncommented(first));
  }

  /// A text that only looks like a reference is escaped, as a manifest would have to.
  @Test
  void keepsTextsThatLookLikeReferences() {
    Workspace workspace =
        workspace()
            .file("manifests/feeds.csv", "name\n${env:BUCKET}\n")
            .edit("manifests/m.yaml", "name: \"s3_${each.name}\"", "name: s3_all");

    Ran ran = workspace.succeed("render", "--target", "connector/s3_all@us");

    assertThat(ran.out()).contains("table: \"$${env:BUCKET}\"");
  }

  @Test
  void tellsNoTextOfTheEnvironment() {
    Workspace workspace = workspace();

    assertThat(workspace.run("render").all()).doesNotContain("a-bucket", "a-key", "a-secret");
    assertThat(workspace.run("render", "--format", "json", "-vv").all())
        .doesNotContain("a-bucket", "a-key", "a-secret");
  }

  @Test
  void refusesWhatValidateRefuses() {
    Workspace workspace = workspace().edit("manifests/m.yaml", "service: s3", "servce: s3");

    Ran ran = workspace.run("render");

    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("manifests/m.yaml:18:", "did you mean 'service'?");
  }

  private static String uncommented(Ran ran) {
    return ran.out().replaceAll("(?m)^#.*\n", "");
  }

  private Workspace workspace() {
    return new Workspace(folder)
        .with("BUCKET", "a-bucket")
        .with("KEY", "a-key")
        .with("S3", "a-secret")
        .file("ftctl.yaml", "secrets: {s3: {env: S3}}\n")
        .file("manifests/feeds.csv", "name\norders\nclicks\n")
        .file("manifests/m.yaml", MANIFEST);
  }
}
