package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An event of a webhook names nothing, so it may come from the environment. It is judged as one
/// that is written, and its text is not shown.
class WebhookEventsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "sync_end    | sync_end | none",
        "sync_ends   | sync_end | is 'sync_ends', which the catalogue does not list",
        "${env:EVENT} | sync_end | none",
        "${env:EVENT} | geheim   | is (env:EVENT), which the catalogue does not list",
      })
  void areJudgedAlikeWhereverTheyComeFrom(String written, String event, String said) {
    Workspace workspace =
        new Workspace(folder)
            .with("EVENT", event)
            .file(
                "manifests/w.yaml",
                """
                kind: Webhook
                metadata: {name: w}
                spec: {url: "https://h.example/x", events: ["%s"], active: true, secret: "${env:S}"}
                """
                    .formatted(written));

    Ran lenient = workspace.run("validate");
    Ran strict = workspace.run("validate", "--strict");

    assertThat(lenient.code()).as("%s", lenient).isZero();
    assertThat(strict.code()).as("%s", strict).isEqualTo(said == null ? 0 : 65);
    assertThat(lenient.all()).doesNotContain("geheim");
    if (said == null) {
      assertThat(lenient.err()).isEmpty();
    } else {
      assertThat(lenient.err()).contains("warning: manifests/w.yaml:3").contains(said);
    }
  }
}
