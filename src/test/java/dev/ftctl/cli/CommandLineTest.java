package dev.ftctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.cli.Workbench.Ran;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Console;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.process.Stop;
import dev.ftctl.cli.telling.Failures;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plna|Did you mean: ftctl plan?",
        "plna|there is no command 'plna'",
        "plan --sandbx|Did you mean: --sandbox?",
        "plan --formt=json|Did you mean: --format?",
        "sandbox strt|Did you mean: ftctl sandbox start?",
        "refresh|ftctl plan compares",
        "Adopt|ftctl export -o DIR writes",
        "trigger orders|ftctl sync ADDRESS",
        "login|FIVETRAN_API_KEY",
        "destroy|metadata.absent",
        "connections|connector-type list",
        "fmt --format nonsense|fmt prints text or json\n",
        "plan --format nonsense|plan prints text, json or markdown\n",
        "plan --env prod|there is no environment 'prod'",
        "plan --format yaml|yaml",
        "plan --timeout soon|is no duration",
        "plan --max-deletes many|many",
        "plan --sandbox --allow delte|did you mean 'delete'?",
        "plan --sandbox --prune manifests|--prune does not go together with paths",
        "plan --sandbox --parallelism 0 manifests|--parallelism is 0",
        "apply --detailed-exitcode|--detailed-exitcode",
        "sandbox|sandbox start, reset or show",
        "explain|ADDRESS[.FIELD] is missing",
        "api|METHOD",
        "validate nowhere|nowhere",
        "plan --api-url ftp://x manifests|Write it like https://",
      })
  void wrongCommandLineExits64AndSaysWhatIsWrong(String line, String expected) {
    var bench = Workbench.ofExample(folder);

    Ran ran = bench.run(line.split(" "));

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).startsWith("error: ").contains(expected).doesNotContain("\tat ");
    assertThat(ran.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plna --format json|plna|Did you mean: ftctl plan",
        "plan --sandbx --format json|--sandbx|--sandbox",
        "plan --timeout soon --format=JSON|is no duration|Try 'ftctl plan --help'.",
        "plan --format json --env prod|there is no environment 'prod'|",
        "plan --format json --sandbox --allow delte|no risk 'delte'|did you mean 'delete'?",
        "plan --format json --sandbox --parallelism 0 manifests|--parallelism is 0|at least 1",
        "validate --format json nowhere|nowhere|",
        "connector-type show posgres --format json|posgres|postgres",
      })
  void wrongCommandLineIsOneJsonDocumentWhenAskedFor(String line, String message, String hint)
      throws JsonProcessingException {
    Ran ran = Workbench.ofExample(folder).run(line.split(" "));

    JsonNode document = theOnly(ran.out());
    assertThat(ran.code()).isEqualTo(64);
    assertThat(document.at("/format").asText()).isEqualTo("ftctl-problems/v1");
    assertThat(document.at("/exit_code").asInt()).isEqualTo(64);
    assertThat(document.at("/problems/0/rule").asText()).isEqualTo("command-line");
    assertThat(document.at("/problems/0/message").asText()).contains(message);
    assertThat(document.at("/problems/0/fix").asText()).contains(hint == null ? "" : hint);
    assertThat(ran.err()).startsWith("error: ");
  }

  @ParameterizedTest
  @CsvSource({
    "plan, 77, refused",
    "validate --config nowhere.yaml, 64, command-line",
  })
  void whateverStopsACommandIsOneJsonDocument(String line, int code, String rule)
      throws JsonProcessingException {
    Ran ran = Workbench.ofExample(folder).run((line + " --format json").split(" "));

    JsonNode document = theOnly(ran.out());
    assertThat(ran.code()).isEqualTo(code);
    assertThat(document.at("/exit_code").asInt()).isEqualTo(code);
    assertThat(document.at("/problems/0/rule").asText()).isEqualTo(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apply --sandbox --format json",
        "apply --sandbox --auto-approve --format json --report manifests",
        "plan --sandbox --format json -o manifests",
      })
  void resultIsNeverTwoDocuments(String line) throws JsonProcessingException {
    var bench = Workbench.ofExample(folder);
    bench.edit("manifests/shop/orders.yaml", "sync_frequency", "sync_freqency");
    theOnly(bench.run(line.split(" ")).out());
    bench.edit("manifests/shop/orders.yaml", "sync_freqency", "sync_frequency");
    theOnly(bench.run(line.split(" ")).out());
  }

  @Test
  void noCommandAtAllIsAWrongCommandLine() {
    Ran ran = new Workbench(folder).run();

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains("validate", "plan", "apply");
  }

  @Test
  void helpGoesToStdout() {
    Ran ran = new Workbench(folder).run("help", "apply");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("--auto-approve").contains("--skip-blocked");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void versionNamesItselfAndJava() {
    Ran ran = new Workbench(folder).run("version");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).startsWith("ftctl ").contains("\njava       " + Runtime.version());
  }

  @ParameterizedTest
  @ValueSource(strings = {"xyzzy", "foo", "beta", "refactor", "converge", "plan --nonsense-flag"})
  void nothingIsSuggestedWhereNothingIsNear(String line) {
    Ran ran = new Workbench(folder).run(line.split(" "));

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err().lines()).hasSize(2);
    assertThat(ran.err()).contains("--help'.").doesNotContain("mean");
  }

  @Test
  void savedPlanIsNoManifest() {
    var bench = Workbench.ofExample(folder);
    bench.run("plan", "--sandbox", "-o", "plan.json");

    for (String command : new String[] {"plan", "validate", "render"}) {
      Ran ran = bench.run(command, "plan.json");

      assertThat(ran.code()).as(command).isEqualTo(64);
      assertThat(ran.err()).contains("plan.json is a saved plan").contains("ftctl apply plan.json");
    }
  }

  @Test
  void keysMayEndInALineBreakAsFilesDo() {
    var bench =
        Workbench.ofExample(folder)
            .with("FIVETRAN_API_KEY", "key-key-key\r\n")
            .with("FIVETRAN_API_SECRET", "secret-secret\n")
            .with("FIVETRAN_API_URL", "http://127.0.0.1:1");

    assertThat(bench.run("plan").code()).isEqualTo(69);
  }

  @Test
  void missingCredentialsExit77AndSayHowToSetThem() {
    Ran ran = Workbench.ofExample(folder).run("plan", "manifests");

    assertThat(ran.code()).isEqualTo(77);
    assertThat(ran.err()).contains("FIVETRAN_API_KEY").contains("--sandbox");
  }

  @Test
  void malformedCredentialsFileIsNotQuoted() {
    var bench = Workbench.ofExample(folder).holding("key.json", "{\"fivetran\": hunter2-hunter2");

    Ran ran = bench.run("plan", "--credentials", "key.json", "manifests");

    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err()).contains("key.json").doesNotContain("hunter2");
  }

  @Test
  void unreachableApiExits69() {
    var bench =
        Workbench.ofExample(folder)
            .with("FIVETRAN_API_KEY", "key")
            .with("FIVETRAN_API_SECRET", "secret-secret")
            .with("FIVETRAN_API_URL", "http://127.0.0.1:1");

    Ran ran = bench.run("plan", "-vv", "manifests");

    assertThat(ran.code()).isEqualTo(69);
    assertThat(ran.err()).contains("GET /v1/account/info").doesNotContain("secret-secret");
  }

  @Test
  void brokenManifestsExit65WithEveryProblemAndNoRequest() {
    var bench =
        Workbench.ofExample(folder)
            .edit("manifests/shop/orders.yaml", "sync_frequency", "sync_freqency")
            .edit("manifests/people/teams.yaml", "kind: Team", "kind: Taem");

    Ran ran = bench.run("plan", "--sandbox", "manifests");

    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err())
        .contains("did you mean 'sync_frequency'?", "Taem", "^^^^")
        .containsPattern("manifests/shop/orders.yaml:\\d+:\\d+: ")
        .containsPattern("\\d+ errors in 2 files");
    assertThat(folder.resolve(".ftctl")).doesNotExist();
  }

  @Test
  void problemsAreJsonWhenAskedFor() {
    var bench =
        Workbench.ofExample(folder)
            .edit("manifests/shop/orders.yaml", "sync_frequency", "sync_freqency");

    Ran ran = bench.run("validate", "--format", "json", "manifests");

    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.out())
        .contains("\"format\" : \"ftctl-problems/v1\"")
        .contains("\"exit_code\" : 65");
  }

  @Test
  void otherAccountThanThePinnedOneExits4AndNamesBoth() {
    var bench = Workbench.ofExample(folder).holding("ftctl.yaml", "account: another_account\n");

    Ran ran = bench.run("plan", "--sandbox");

    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.err()).contains("another_account", "sandbox_account");
  }

  @Test
  void defectExits70AndKeepsItsTraceInAFile() {
    var run = Run.on(console(), new Stop(), () -> new dev.ftctl.kind.KindList(java.util.List.of()));
    run.redaction().remember("hunter2-hunter2");

    var code =
        new Failures(run, new CommonFlags()).tell(new IllegalStateException("saw hunter2-hunter2"));

    assertThat(code.number()).isEqualTo(70);
    assertThat(written.toString())
        .contains("IllegalStateException", "defect-")
        .doesNotContain("hunter2", "\tat ");
    assertThat(defect()).contains("saw (secret)", "\tat ").doesNotContain("hunter2");
  }

  private static JsonNode theOnly(String text) throws JsonProcessingException {
    return JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build()
        .readTree(text);
  }

  private final java.io.StringWriter written = new java.io.StringWriter();

  private Console console() {
    folder.resolve(".ftctl").toFile().mkdirs();
    var writer = new java.io.PrintWriter(written);
    var in = new java.io.BufferedReader(new java.io.StringReader(""));
    return new Console(writer, writer, in, java.util.Map.of(), folder, Console.Terminals.NONE);
  }

  private String defect() {
    String[] names = folder.resolve(".ftctl").toFile().list();
    assertThat(names).hasSize(1);
    return new Workbench(folder).read(".ftctl/" + names[0]);
  }
}
