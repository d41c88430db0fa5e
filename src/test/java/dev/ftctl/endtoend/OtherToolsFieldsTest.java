package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.sandbox.Sandbox;
import dev.ftctl.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people write who come from other tools, or put into another part of a spec, is led to where
/// it belongs.
final class OtherToolsFieldsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Connector | service: postgres, groups: [g], run_setup_tests: false, config: {schema_prefix: a} | ftctl runs setup tests by itself
          Connector | service: postgres, groups: [g], host: h, config: {schema_prefix: a} | did you mean 'config.host'?
          Connector | service: postgres, groups: [g], interval: 60, config: {schema_prefix: a} | did you mean 'schedule.interval'?
          Connector | service: salesforce, groups: [g], config: {schema: a, client_id: x} | did you mean 'auth.client_access.client_id'?
          Connector | service: salesforce, groups: [g], config: {schema: a, refresh_token: "${env:T}"} | did you mean 'auth.refresh_token'?
          Destination | group: g, service: snowflake, time_zone_offset: "0", run_setup_tests: true, config: {host: h} | ftctl runs setup tests by itself
          Destination | group: g, service: snowflake, time_zone_offset: "0", database: d, config: {host: h} | did you mean 'config.database'?
          Webhook | type: group, url: "https://h.example.com/a", events: [sync_end] | a webhook with `group` is of that group
          """)
  void areLedToWhereTheyBelong(String kind, String spec, String hint) {
    Ran ran =
        new Workspace(folder)
            .file(
                "manifests/a.yaml",
                "kind: Group\nmetadata: {name: g}\n---\nkind: %s\nmetadata: {name: g}\nspec: {%s}\n"
                    .formatted(kind, spec))
            .run("validate");

    assertThat(ran.err()).containsPattern("manifests/a.yaml:6:\\d+: ").contains(hint);
  }

  @Test
  void refusalOfAWholeConfigRepeatsWhatWasWarnedOf() throws IOException {
    try (var sandbox = Sandbox.start(SandboxOptions.inMemory())) {
      sandbox
          .control()
          .faults(
              new JsonMapper()
                  .readTree(
                      """
                      [{"match": {"method": "POST", "path": "/v1/connections"},
                        "then": {"status": 400, "body": {"code": "InvalidInput", "message": "Invalid 'config' object"}}}]
                      """));
      Ran ran =
          new Workspace(folder)
              .reaching(sandbox)
              .file(
                  "manifests/a.yaml",
                  """
                  kind: Group
                  metadata: {name: g}
                  ---
                  kind: Connector
                  metadata: {name: c}
                  spec: {service: github, groups: [g], paused: true, config: {schema: a, brand_new: x}}
                  """)
              .run("apply", "--auto-approve");

      assertThat(ran.code()).isEqualTo(5);
      assertThat(ran.err())
          .as("%s", ran)
          .contains("note: connector/c@g: look first at what was warned of: ")
          .contains("'brand_new'")
          .contains("(manifests/a.yaml:6:");
    }
  }
}
