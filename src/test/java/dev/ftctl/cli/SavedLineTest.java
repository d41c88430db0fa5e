package dev.ftctl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.cli.flags.ManifestFlags;
import dev.ftctl.cli.process.Console;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.process.Stop;
import dev.ftctl.kind.Intent.SetupTests;
import dev.ftctl.kind.KindList;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.walk.DesiredSource;
import dev.ftctl.walk.PlanRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// The line of a `plan` command, kept and taken up again.
class SavedLineTest {

  @TempDir Path folder;

  @Test
  void onlyWhatSaysWhatIsPlannedIsKept() {
    assertThat(typed("--prune", "-o", "p.json", "--env", "x", "-vv", "--now=2026-01-01T00:00:00Z"))
        .containsExactly("--prune", "--env=x");
    assertThat(
            typed(
                "-op.json",
                "--credentials=k.json",
                "--allow-path=/",
                "--allow-credentials=PATH",
                "--parallelism",
                "3",
                "--log-file=l"))
        .isEmpty();
    assertThat(typed("--rotate-secrets", "-l", "a=b,c=d", "--var", "a=-x", "--var=b=", "m", "n"))
        .containsExactly(
            "--rotate-secrets=*", "--selector=a=b,c=d", "--var=a=-x", "--var=b=", "--", "m", "n");
  }

  @Test
  void savedLineAsksForTheSamePlan() {
    List<String> line =
        typed(
            "--sandbox",
            "--env=prod",
            "--prune",
            "--allow",
            "delete:group/old",
            "--max-deletes=7",
            "--run-setup-tests=NEVER",
            "--rotate-secrets");

    PlanArguments saved = new SavedLine(line).read(run(), new ManifestFlags());
    PlanRequest request = saved.request(run(), Instant.EPOCH);

    assertThat(saved.isSandbox()).isTrue();
    assertThat(request.prunes()).isTrue();
    assertThat(request.limits()).isEqualTo(Map.of("max_deletes", 7));
    assertThat(request.intent().setupTests()).isEqualTo(SetupTests.NEVER);
    assertThat(request.source())
        .isInstanceOfSatisfying(
            DesiredSource.Files.class,
            files -> {
              assertThat(files.reading().environment()).isEqualTo("prod");
              assertThat(files.reading().now()).isEqualTo(Instant.EPOCH);
              assertThat(files.reading().needsEnvironment()).isTrue();
            });
  }

  /// Neither another flag, nor another way of writing one, nor a file of flags.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--out=x",
        "-o x",
        "--credentials=x",
        "--api-url=https://evil.example",
        "--help",
        "--allow-path=/",
        "--allow-credentials=PATH",
        "--env prod",
        "--prune=true",
        "--nonsense",
        "@line",
        "manifests",
        "--",
        "--max-deletes=many",
        "--run-setup-tests=maybe",
        "--rotate-secrets",
      })
  void lineOfAnotherFormIsRefused(String line) throws IOException {
    Files.writeString(folder.resolve("line"), "--prune");

    assertThatThrownBy(
            () -> new SavedLine(List.of(line.split(" "))).read(run(), new ManifestFlags()))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refusal.INVALID));
  }

  private List<String> typed(String... arguments) {
    var line = new CommandLine(new PlanCommand(run())).setCaseInsensitiveEnumValuesAllowed(true);
    line.parseArgs(arguments);
    return SavedLine.typed(line.getCommandSpec()).arguments();
  }

  private Run run() {
    var nowhere = new PrintWriter(new StringWriter());
    var console =
        new Console(
            nowhere,
            nowhere,
            new BufferedReader(new StringReader("")),
            Map.of(),
            folder,
            Console.Terminals.NONE);
    return Run.on(console, new Stop(), () -> new KindList(List.of()));
  }
}
