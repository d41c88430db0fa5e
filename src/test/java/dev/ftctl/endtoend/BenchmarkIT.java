package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The benchmark of accounts still runs, on the smallest one and without latency, with the packaged
/// program. How long it takes is nobody's business here; that its plan is empty and keeps to its
/// budget of calls is, and that what is exported of it comes back.
class BenchmarkIT {

  @TempDir Path home;

  @Test
  void smallestAccountIsMadePlannedEmptyAndExported() throws Exception {
    Files.createDirectories(home.resolve("target"));
    Files.copy(Path.of(System.getProperty("ftctl.jar")), home.resolve("target/ftctl.jar"));
    Files.copy(Path.of("ftctl"), home.resolve("ftctl"));
    home.resolve("ftctl").toFile().setExecutable(true);
    Workspace.copy(Path.of("src/bench"), home.resolve("src/bench"));
    String script = home.resolve("src/bench/accounts.sh").toString();
    var builder = new ProcessBuilder("sh", script, "S", "0", "a", "m").redirectErrorStream(true);
    builder.environment().put("FTCTL_JAVA", System.getProperty("java.home"));
    builder.environment().remove("BENCH_FOLDER");

    Process bench = builder.start();
    String said = new String(bench.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(bench.waitFor()).as(said).isZero();
    assertThat(said)
        .containsPattern("a  plan, nothing to do +48 +0 ")
        .containsPattern("m  export of everything +\\d+ +0 ");
  }
}
