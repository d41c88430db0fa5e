package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import dev.ftctl.testing.QuickSleeper;
import dev.ftctl.testing.Scale;
import dev.ftctl.testing.Zips;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An upload that is cut, at whatever byte of the request or of its answer: the next run goes on,
/// and no second package is there.
class CutUploadTest {

  private static final String PACKAGE =
      "kind: SdkPackage\nmetadata: {name: code}\nspec: {file: code.zip}\n";

  /// Of a request with its headers, the form around the file, and the file.
  private static final int REQUEST = 700;

  private static final int ANSWER = 500;

  @TempDir Path folder;

  @Test
  void leavesOnePackage() throws IOException {
    try (var lab = new Lab();
        var proxy = new CuttingProxy(lab.sandbox().url(), "POST /v1/connector-sdk/packages")) {
      for (int at = 0; at < REQUEST; at += Scale.of(233, 1)) {
        proxy.cutRequest(at);
        requireOne(lab, proxy, "request cut at byte " + at);
      }
      for (int at = 0; at < ANSWER; at += Scale.of(180, 1)) {
        proxy.cutAnswer(at);
        requireOne(lab, proxy, "answer cut at byte " + at);
      }
    }
  }

  private void requireOne(Lab lab, CuttingProxy proxy, String what) {
    lab.sandbox().control().reset();
    Workspace workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .waitingBy(new QuickSleeper())
            .with("FIVETRAN_API_URL", proxy.url())
            .file("manifests/code.zip", Zips.of("connector.py", "one"))
            .file("manifests/code.yaml", PACKAGE);

    Ran cut = workspace.run("apply", "--auto-approve", "--journal", "none");
    assertThat(proxy.isSpent()).as("%s%n%s", what, cut).isTrue();
    Ran again = workspace.run("apply", "--auto-approve", "--journal", "none");

    assertThat(again.code()).as("%s%n%s%n%s", what, cut, again).isZero();
    assertThat(lab.sandbox().control().account().path("connector_sdk_packages"))
        .as("%s%n%s%n%s", what, cut, again)
        .hasSize(1);
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).as(what).isZero();
  }
}
