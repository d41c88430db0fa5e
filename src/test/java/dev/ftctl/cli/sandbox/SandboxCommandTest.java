package dev.ftctl.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.cli.Workbench;
import dev.ftctl.cli.Workbench.Ran;
import dev.ftctl.cli.process.Stop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void startTellsProgramsInOneLineWhereItIs() throws IOException {
    var seed = "{\"groups\": {\"g\": {\"id\": \"g\"}}}";
    var bench = new Workbench(folder).holding("seed.json", seed);
    var stop = new Stop();
    String[] start = {
      "sandbox", "start", "--format", "json", "--seed", "seed.json", "--data", "kept.json"
    };

    var running = CompletableFuture.supplyAsync(() -> bench.run(stop, start));
    await().until(() -> folder.resolve("kept.json.lock").toFile().exists());
    stop.ended(0);
    stop.ask();
    Ran ran = running.join();

    var json = new JsonMapper();
    var place = json.readTree(ran.out());
    var url = "http://127.0.0.1:" + place.path("port").asInt();
    assertThat(ran.out().lines()).hasSize(1);
    assertThat(place.path("url").asText()).isEqualTo(url);
    assertThat(place.path("control").asText()).isEqualTo(url + "/_sandbox/");
    assertThat(json.readTree(folder.resolve("kept.json").toFile()).path("groups").has("g"))
        .isTrue();
  }

  @Test
  void faultRulesThatAreNoJsonAreRefused() {
    var bench = new Workbench(folder).holding("faults.json", "{nonsense");

    Ran ran = bench.run("sandbox", "start", "--faults", "faults.json");

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains("faults.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --seed   | {"grops": {}}          | the seed: Unknown collection 'grops'; did you mean 'groups'?
          --seed   | {"groups":             | the seed given.json:1:
          --quotas | {"requestPerHour": 5}  | the quotas: Unknown member 'requestPerHour'
          --faults | [{"match": {}}]        | the fault rules: 'then' must be an object
          """)
  void whatItIsGivenIsChecked(String flag, String text, String message) {
    var bench = new Workbench(folder).holding("given.json", text);

    Ran ran = bench.run("sandbox", "start", flag, "given.json");

    assertThat(ran.code()).as("%s", ran).isEqualTo(64);
    assertThat(ran.err()).startsWith("error: " + message);
  }

  @Test
  void givenFileThatIsNotThereIsNamed() {
    Ran ran = new Workbench(folder).run("sandbox", "start", "--seed", "none.json");

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).startsWith("error: cannot read the seed none.json");
  }

  @Test
  void showWithoutAnAccountSaysSo() {
    Ran ran = new Workbench(folder).run("sandbox", "show");

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).contains("There is no .ftctl/sandbox.json yet");
    assertThat(folder.resolve(".ftctl")).doesNotExist();
  }
}
