package dev.ftctl.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.Sandbox;
import dev.ftctl.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a job prints, leaves and sends holds no secret, and what a branch names is no command to
/// the runner.
final class JobOutputTest {

  private static final String CANARY = "canary-secret-of-the-account";

  private final Github github = new Github();

  @TempDir private Path folder;
  private Job job;
  private Workflow workflow;

  @BeforeEach
  void begin() {
    job = new Job(folder);
    workflow = Workflow.of(job, github);
  }

  @AfterEach
  void close() {
    github.close();
  }

  /// The real program, on the simulator: a plan, a plan of wrong manifests, a wrong key.
  @Test
  void noSecretIsInAnything() throws IOException {
    try (var sandbox = Sandbox.start(SandboxOptions.inMemory())) {
      job.realFtctl()
          .with("FIVETRAN_API_URL", sandbox.url().toString())
          .with("FIVETRAN_API_KEY", sandbox.apiKey())
          .with("FIVETRAN_API_SECRET", sandbox.apiSecret())
          .with("FTCTL_QUOTAS", "none")
          .with("PAGER_SECRET", CANARY);
      manifest(
          """
          kind: Webhook
          metadata: {name: pager}
          spec: {url: "https://hooks.example.com/x", events: [sync_end], secret: "${env:PAGER_SECRET}"}
          """);

      Job.Ended planned = workflow.run();
      manifest("kind: Grup\nmetadata: {name: finance}\n");
      Job.Ended wrong = workflow.run();
      job.with("FIVETRAN_API_SECRET", CANARY);
      manifest("kind: Group\nmetadata: {name: finance}\n");
      Job.Ended refused = workflow.run();

      assertThat(planned.code()).as(planned.log()).isZero();
      assertThat(planned.log()).contains("+ create   webhook/pager");
      assertThat(wrong.code()).as(wrong.log()).isEqualTo(65);
      assertThat(wrong.log())
          .containsPattern("::error file=manifests/all.yaml,line=1,col=\\d+,title=ftctl plan::");
      assertThat(refused.code()).as(refused.log()).isEqualTo(77);
      assertThat(github.writes()).hasSize(3);
      assertThat(github.bodiesOf(Forge.JOB)).singleElement().asString().contains("401");
      String everything = job.leftBehind() + github.all();
      assertThat(everything)
          .contains("webhook/pager")
          .doesNotContain(CANARY, sandbox.apiSecret(), Forge.TOKEN);
    }
  }

  /// A manifest may name variables of its job; the token is none of them.
  @Test
  void ftctlNeverSeesTheToken() {
    job.ftctl(4, "### ftctl plan\n", "");

    workflow.run();

    assertThat(job.read("canned/env-of-plan") + job.read("canned/env-of-show"))
        .contains("PATH=")
        .doesNotContain(Forge.TOKEN, "INPUT_");
  }

  /// Processes of others on the machine see the words of a command, not what it reads.
  @Test
  void tokenIsInTheWordsOfNoProgram() throws IOException {
    Path real = Files.readSymbolicLink(folder.resolve("bin/curl"));
    job.ftctl(2, "### ftctl plan\n", "")
        .without("curl")
        .program(
            "curl", "printf '%s\\n' \"$@\" >>\"$RUNNER_TEMP/words\"\nexec '" + real + "' \"$@\"\n");

    Job.Ended ended = workflow.run();

    assertThat(github.bodiesOf(Forge.JOB)).as(ended.log()).hasSize(1);
    assertThat(job.read("temp/words")).contains("--request").doesNotContain(Forge.TOKEN);
  }

  @Test
  void nothingThatABranchNamesIsACommandToTheRunner() {
    String evil =
        "::set-output name=exit-code::0\n::add-path::evil\r::stop-commands::x\n##[add-path]evil\n";
    job.ftctl(
            65,
            "### ftctl plan\n" + evil,
            evil + "error: a.yaml:1:1: x\r::warning::y\nerror: ::add-mask::z\n")
        .file("canned/shown", evil);

    Job.Ended ended = workflow.run();

    assertThat(commands(ended.log()))
        .containsExactly(
            "::error file=a.yaml,line=1,col=1,title=ftctl plan::x%0D::warning::y",
            "::error title=ftctl plan::::add-mask::z",
            "::error title=ftctl plan::ended with 65: the manifests are wrong");
    assertThat(ended.outputs()).containsEntry("exit-code", "65");
    assertThat(job.read("path")).isEmpty();
  }

  /// As a runner reads a log: between a word and its second coming nothing is a command.
  private static List<String> commands(String log) {
    var found = new ArrayList<String>();
    String until = "";
    for (String line : log.split("\r\n|\r|\n")) {
      if (!until.isEmpty()) {
        until = line.equals("::" + until + "::") ? "" : until;
      } else if (line.startsWith("::stop-commands::")) {
        until = line.substring("::stop-commands::".length());
        assertThat(until).matches("[0-9a-f]{32}");
      } else if (line.startsWith("::") || line.contains("##[")) {
        found.add(line);
      }
    }
    assertThat(until).as("commands are heard again").isEmpty();
    return found;
  }

  private void manifest(String text) throws IOException {
    Path file = job.checkout.resolve("manifests/all.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
