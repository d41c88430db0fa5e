package dev.ftctl.endtoend;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Simulators in a known state.
final class Accounts {

  private Accounts() {}

  /// An account that holds the examples; no request is in its log. Applied once for all tests.
  static Lab withExamples() {
    var lab = new Lab();
    lab.sandbox().control().replaceAccount(Applied.EXAMPLES);
    lab.forget();
    return lab;
  }

  private static final class Applied {
    static final ObjectNode EXAMPLES = examples();

    private static ObjectNode examples() {
      try (var lab = new Lab()) {
        Path folder = Files.createTempDirectory("ftctl-examples");
        new Workspace(folder)
            .reaching(lab.sandbox())
            .succeed(
                "apply",
                "--auto-approve",
                "--journal",
                "none",
                "-q",
                Path.of("examples", "manifests").toAbsolutePath() + "");
        Files.delete(folder);
        return lab.sandbox().control().account();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
