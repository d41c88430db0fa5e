package dev.ftctl.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ftctl.cli.Workbench;
import dev.ftctl.cli.Workbench.Ran;
import dev.ftctl.cli.process.Stop;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SandboxCommandTest {

  @TempDir Path folder;

  @Test
  void startServesUntilASignalAndExits0() {
    var bench = new Workbench(folder);
    var stop = new Stop();

    var running =
        CompletableFuture.supplyAsync(
            () -> bench.run(stop, "sandbox", "start", "--data", "kept.json"));
    await().until(() -> folder.resolve("kept.json.lock").toFile().exists());
    stop.ended(0);
    stop.ask();
    Ran ran = running.join();

    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("export FIVETRAN_API_URL=http://127.0.0.1:", "export FIVETRAN_API_KEY=");
    assertThat(folder.resolve("kept.json")).exists();
  }

  @Test
  void faultRulesThatAreNoJsonAreRefused() {
    var bench = new Workbench(folder).holding("faults.json", "{nonsense");

    Ran ran = bench.run("sandbox", "start", "--faults", "faults.json");

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains("faults.json");
  }

  @Test
  void showWithoutAnAccountSaysSo() {
    Ran ran = new Workbench(folder).run("sandbox", "show");

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).contains("There is no .ftctl/sandbox.json yet");
    assertThat(folder.resolve(".ftctl")).doesNotExist();
  }
}
