package dev.ftctl.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged program as a person sees it: through the launcher, on a terminal that `script`
/// makes.
class PseudoTerminalIT {

  private static final String ERASED = "\r\u001b[K";
  private static final String SLOW =
      """
      [{"match": {"method": "PATCH", "path": "/v1/connections/[^/]+$"},
        "then": {"latencyMillis": 1500}}]
      """;

  @TempDir Path home;
  private final Lab lab = Accounts.withExamples();
  private Workspace workspace;

  @BeforeEach
  void install() throws IOException {
    assumeTrue(hasScript(), "no script of util-linux here");
    Files.createDirectories(home.resolve("target"));
    Files.copy(Path.of(System.getProperty("ftctl.jar")), home.resolve("target/ftctl.jar"));
    Files.copy(Path.of("ftctl"), home.resolve("ftctl"));
    workspace = new Workspace(home.resolve("work")).withExamples();
    workspace.edit("manifests/shop/clickstream.yaml", "sync_frequency: 15", "sync_frequency: 30");
    lab.sandbox().control().faults(new JsonMapper().readTree(SLOW));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void showsABarAsWideAsTheTerminal() throws Exception {
    Ran ran = onTerminal("");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.out())
        .contains("Applying", " 0/1 (", "connector/clickstream@analytics_prod", ERASED)
        .contains("Read back: the only write is as the manifests say.");
    assertThat(ran.out().lines())
        .filteredOn(line -> line.contains("Applying"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(width(line)).isEqualTo(109));
  }

  @Test
  void leavesStdoutAndARedirectedStderrAlone() throws Exception {
    Ran ran = onTerminal(" 2>err.txt");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.out())
        .contains("Read back: the only write is as the manifests say.")
        .doesNotContain("Applying", ERASED);
    assertThat(workspace.read("err.txt"))
        .isEqualTo("done         connector/clickstream@analytics_prod: update\n");
  }

  private Ran onTerminal(String redirection) throws Exception {
    Path out = Files.createTempFile(home, "out", ".txt");
    String command =
        "stty cols 110; sh '" + home.resolve("ftctl") + "' apply --auto-approve" + redirection;
    var builder =
        new ProcessBuilder("script", "-qec", command, "/dev/null")
            .directory(workspace.folder().toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    var environment = builder.environment();
    environment.remove("CI");
    environment.remove("NO_COLOR");
    environment.put("TERM", "xterm");
    environment.put("FTCTL_JAVA", System.getProperty("java.home"));
    environment.put("FIVETRAN_API_URL", lab.sandbox().url().toString());
    environment.put("FIVETRAN_API_KEY", lab.sandbox().apiKey());
    environment.put("FIVETRAN_API_SECRET", lab.sandbox().apiSecret());
    int code = builder.start().waitFor();
    return new Ran(code, Files.readString(out, UTF_8), "");
  }

  /// In columns, without what colours and erases.
  private static int width(String line) {
    return line.replaceAll("\u001b\\[[0-9;]*[mK]", "").length();
  }

  private static boolean hasScript() {
    try {
      Process script = new ProcessBuilder("script", "--version").redirectErrorStream(true).start();
      return new String(script.getInputStream().readAllBytes(), UTF_8).contains("util-linux");
    } catch (IOException missing) {
      return false;
    }
  }
}
