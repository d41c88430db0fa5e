package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A text of the environment that was sent, and that a server repeats in its answer.
final class RepeatedTextTest {

  private static final String TEXT = "db-zeisig.internal.example";

  @TempDir Path folder;

  @Test
  void isMaskedInWhatIsToldOfTheAnswer() throws Exception {
    try (var lab = new Lab()) {
      lab.sandbox()
          .control()
          .faults(
              new JsonMapper()
                  .readTree(
                      "[{'match':{'method':'POST','path':'/connections$'},'then':{'status':400,'body':{'code':'Invalid_TEXT','message':'no host TEXT here'}}}]"
                          .replace("TEXT", TEXT)
                          .replace('\'', '"')));
      var workspace =
          new Workspace(folder)
              .reaching(lab.sandbox())
              .with("HOST", TEXT)
              .file(
                  "manifests/m.yaml",
                  """
                  kind: Group
                  metadata: {name: g}
                  ---
                  kind: Connector
                  metadata: {name: c}
                  spec: {service: postgres, groups: [g], paused: true, config: {schema_prefix: s, host: "${env:HOST}"}}
                  """);

      Ran ran = workspace.run("apply", "--auto-approve", "--report", "report.json", "-vv");

      assertThat(ran.code()).isEqualTo(5);
      assertThat(ran.all()).contains("no host (secret) here");
      assertThat(ran.all() + workspace.read("report.json") + workspace.read(".ftctl/journal.jsonl"))
          .doesNotContain("zeisig");
    }
  }
}
